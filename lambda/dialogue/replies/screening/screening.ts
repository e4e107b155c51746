// Replies to the health questions Q1 to Q9, one row of the answer table each (docs/safety.md "Answer handling").

import { firstOpen, questionBefore } from '../../../domain/screening';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { outcomeOfYes } from '../../moments/screening/outcome';
import { recap } from '../../moments/screening/recap';
import { askQuestion, beginScreening } from '../../moments/screening/screening';
import { type MomentAt, type State, tried } from '../../state';
import { tryAgain } from '../../tries';
import { answer, at, ends } from '../../turn';
import { rememberWish } from '../../wishes';
import { changeOfMind } from '../routine/choosing';
import { afterSkin } from '../routine/readying';

type Screening = MomentAt<'screening'>;
/** The same question again after `says`; asking for it is counted by `repeated` alone. */
function again(state: State, moment: Screening, context: Context, says: Act[]): Turn {
  return answer(at(state, { ...moment, tries: { ...moment.tries, repeatRow: 0 } }), context, {
    says,
    asks: { key: `screening.${moment.question}.ask` },
  });
}

export function explanation(moment: Screening, short = false): Act[] {
  return [{ key: `screening.${moment.question}.${short ? 'explainShort' : 'explain'}` }];
}

/** A clear no: echoed, and on to the next open question; a lifted E or D needs a second one. */
export function passed(state: State, moment: Screening, context: Context): Turn {
  const { question } = moment;
  if (state.doubted.includes(question) && moment.noesHeard === 0) {
    const once: Screening = { ...moment, noesHeard: 1, tries: {} };
    return answer(at(state, once), context, {
      says: [{ key: 'screening.onceMore' }],
      asks: { key: `screening.${question}.ask` },
    });
  }
  if (question === 'q9') return afterSkin({ ...state, skinClear: true }, context);
  const next: State = {
    ...state,
    noes: [...state.noes, question],
    doubted: state.doubted.filter((doubted) => doubted !== question),
  };
  const echo: Act = context.questions[question].echoed
    ? { key: `screening.${question}.echo` }
    : { key: 'screening.next', values: { variant: Number(question.slice(1)) } };
  const open = firstOpen(next.noes);
  return open ? askQuestion(next, context, open, [echo]) : recap(next, context, [echo]);
}

function notSure(state: State, moment: Screening, context: Context): Turn {
  const heard = (moment.tries.explain ?? 0) > 0;
  return tryAgain(
    moment,
    (counted) => again(state, counted, context, explanation(moment, heard)),
    () => outcomeOfYes(state, context, moment.question),
    { kind: 'notSure' },
  );
}

function explain(state: State, moment: Screening, context: Context): Turn {
  const heard = (moment.tries.explain ?? 0) > 0;
  return tryAgain(
    moment,
    (counted) => again(state, counted, context, explanation(moment, heard)),
    () => outcomeOfYes(state, context, moment.question),
    { kind: 'explain', most: 2 },
  );
}

/** Without a limit; three times in a row bring the explanation. */
function repeated(state: State, moment: Screening, context: Context): Turn {
  const repeatRow = (moment.tries.repeatRow ?? 0) + 1;
  const counted: Screening = { ...moment, tries: { ...tried(moment.tries, 'repeat'), repeatRow } };
  return answer(at(state, counted), context, {
    says: repeatRow % 3 === 0 ? explanation(moment) : [],
    asks: { key: `screening.${moment.question}.ask` },
  });
}

function unclear(state: State, moment: Screening, context: Context): Turn {
  const first = (moment.tries.unclear ?? 0) === 0;
  return tryAgain(
    moment,
    (counted) => again(state, counted, context, first ? [{ key: 'screening.unclear' }] : explanation(moment)),
    () => outcomeOfYes(state, context, moment.question),
    { kind: 'unclear', most: 2 },
  );
}

function skipped(state: State, moment: Screening, context: Context): Turn {
  const refused: State = { ...at(state, { at: 'offeringTips' }), cleared: false, recheckOff: true };
  return tryAgain(
    moment,
    (counted) => again(state, counted, context, [{ key: 'screening.skip' }]),
    () => answer(refused, context, { says: [{ key: 'screening.skipAgain' }], asks: { key: 'tips.offer' } }),
    { kind: 'skip' },
  );
}

function unrelated(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.unrelated ?? 0;
  const says: Act[] = before === 0 ? [{ key: 'screening.need' }] : explanation(moment);
  return tryAgain(
    moment,
    (counted) => again(state, counted, context, says),
    () => ends(state, [{ key: 'screening.end' }]),
    { most: 2 },
  );
}

export function previous(state: State, moment: Screening, context: Context): Turn {
  return askQuestion(state, context, moment.question === 'q9' ? 'q9' : questionBefore(moment.question));
}

/** Q1 to Q9, whatever is said. */
export function hearScreening(state: State, event: Event, context: Context, moment: Screening): Turn | null {
  if (moment.question === 'q9') {
    const changed = changeOfMind(state, event, context);
    if (changed) return changed;
  }
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return passed(state, moment, context);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
      return outcomeOfYes(state, context, moment.question);
    case 'wasNotSure':
      return notSure(state, moment, context);
    case 'askedToExplain':
    case 'askedDetails':
      return explain(state, moment, context);
    case 'askedToRepeat':
      return repeated(state, moment, context);
    case 'askedWhy':
      return again(state, moment, context, [{ key: 'screening.why' }]);
    case 'unclear':
      return unclear(state, moment, context);
    case 'wantedNext':
    case 'triedToStart':
    case 'saidStart':
    case 'resumed':
    case 'wantedStretches':
      return skipped(state, moment, context);
    case 'wentBack':
    case 'wantedPrevious':
      return previous(state, moment, context);
    case 'spokeForAnother':
      return again(state, moment, context, [{ key: 'screening.forAnother' }]);
    case 'citedDoctor':
      // Counted like what was not understood, but it never ends the session by itself.
      return again(state, { ...moment, tries: tried(moment.tries, 'unrelated') }, context, [
        { key: 'screening.doctor' },
      ]);
    case 'askedHelp':
      return again(state, moment, context, [{ key: 'help.screening' }]);
    case 'startedOver':
      return moment.question === 'q9' ? again(state, moment, context, []) : beginScreening(state, context);
    case 'chose':
      // "Both" names two of the things that were asked about.
      if (event.wishes.side === 'both' && Object.keys(event.wishes).length === 1)
        return outcomeOfYes(state, context, moment.question);
      return again(rememberWish(state, event), moment, context, [{ key: 'screening.remember' }]);
    case 'askedForRoutine':
      return again(rememberWish(state, event), moment, context, [{ key: 'screening.remember' }]);
    case 'lacksTool':
    case 'cannotUseFloor':
    case 'notUnderstood':
    case 'gaveNumber':
    case 'wasReady':
    case 'swappedTool':
    case 'wantedMore':
    case 'itEased':
    case 'itStays':
      return unrelated(state, moment, context);
    default:
      return null;
  }
}
