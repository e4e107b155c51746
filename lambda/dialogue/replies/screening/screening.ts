// Replies to the health questions Q1 to Q9, one row of the answer table each (docs/safety.md "Answer handling").

import { firstOpen, questionBefore } from '../../../domain/screening';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { outcomeOfYes } from '../../moments/screening/outcome';
import { recap } from '../../moments/screening/recap';
import { askQuestion, beginScreening } from '../../moments/screening/screening';
import { type MomentAt, type State, type Tries, tried } from '../../state';
import { answer, at, ends } from '../../turn';
import { rememberWish } from '../../wishes';
import { changeOfMind } from '../routine/choosing';
import { afterSkin } from '../routine/readying';

export type Screening = MomentAt<'screening'>;
/** The same question again after `says`, one more try of `kind` counted. */
export function again(state: State, moment: Screening, context: Context, kind: keyof Tries | null, says: Act[]): Turn {
  const tries = kind === null ? moment.tries : tried(moment.tries, kind);
  const kept = kind === 'repeat' ? tries : { ...tries, repeatRow: 0 };
  return answer(at(state, { ...moment, tries: kept }), context, {
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

export function notSure(state: State, moment: Screening, context: Context): Turn {
  return (moment.tries.notSure ?? 0) > 0
    ? outcomeOfYes(state, context, moment.question)
    : again(state, moment, context, 'notSure', explanation(moment, (moment.tries.explain ?? 0) > 0));
}

export function explain(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.explain ?? 0;
  if (before >= 2) return outcomeOfYes(state, context, moment.question);
  return again(state, moment, context, 'explain', explanation(moment, before === 1));
}

export function repeated(state: State, moment: Screening, context: Context): Turn {
  const inARow = (moment.tries.repeatRow ?? 0) + 1;
  const counted: Screening = { ...moment, tries: { ...moment.tries, repeatRow: inARow } };
  return again(state, counted, context, 'repeat', inARow % 3 === 0 ? explanation(moment) : []);
}

export function unclear(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.unclear ?? 0;
  if (before >= 2) return outcomeOfYes(state, context, moment.question);
  return again(state, moment, context, 'unclear', before === 0 ? [{ key: 'screening.unclear' }] : explanation(moment));
}

export function skipped(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.skip ?? 0;
  if (before === 0) return again(state, moment, context, 'skip', [{ key: 'screening.skip' }]);
  const refused: State = { ...at(state, { at: 'offeringTips' }), cleared: false, recheckOff: true };
  return answer(refused, context, { says: [{ key: 'screening.skipAgain' }], asks: { key: 'tips.offer' } });
}

export function unrelated(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.unrelated ?? 0;
  if (before >= 2) return ends(state, [{ key: 'screening.end' }]);
  return again(state, moment, context, 'unrelated', before === 0 ? [{ key: 'screening.need' }] : explanation(moment));
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
      return again(state, moment, context, null, [{ key: 'screening.why' }]);
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
      return again(state, moment, context, null, [{ key: 'screening.forAnother' }]);
    case 'citedDoctor':
      return again(state, moment, context, 'unrelated', [{ key: 'screening.doctor' }]);
    case 'askedHelp':
      return again(state, moment, context, null, [{ key: 'help.screening' }]);
    case 'startedOver':
      return moment.question === 'q9' ? again(state, moment, context, null, []) : beginScreening(state, context);
    case 'chose':
      // "Both" names two of the things that were asked about.
      if (event.wishes.side === 'both' && Object.keys(event.wishes).length === 1)
        return outcomeOfYes(state, context, moment.question);
      return again(rememberWish(state, event), moment, context, null, [{ key: 'screening.remember' }]);
    case 'askedForRoutine':
      return again(rememberWish(state, event), moment, context, null, [{ key: 'screening.remember' }]);
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
