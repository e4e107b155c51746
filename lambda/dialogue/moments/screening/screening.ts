// What does each answer to a health question lead to? (safety.md 3.4, row by row)

import { firstOpen, type QuestionId, questionBefore } from '../../../domain/screening';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { outcomeOfYes } from '../../safety';
import { type Moment, type State, type Tries, tried } from '../../state';
import { answer, at, ends } from '../../turn';
import { changeOfMind } from '../routine/choosing';
import { afterSkin } from '../routine/readying';
import { recap } from './recap';

type Screening = Extract<Moment, { at: 'screening' }>;

/** Asks a question for the first time; an earlier no to it no longer counts. */
export function askQuestion(state: State, context: Context, question: QuestionId, says: Act[] = []): Turn {
  const noes = state.noes.filter((passed) => passed !== question);
  const moment: Screening = { at: 'screening', question, tries: {}, noesHeard: 0 };
  return answer(at({ ...state, noes }, moment), context, { says, asks: { key: `screening.${question}.ask` } });
}

/** The screening from its first question; nothing answered before counts. */
export function beginScreening(state: State, context: Context, says: Act[] = []): Turn {
  const fresh: State = { ...state, cleared: false, suspended: false, startedAtMs: null, skinClear: false, noes: [] };
  if (context.screeningForm === 'read') {
    const read: Act[] = [{ key: 'reading.one' }, { key: 'reading.two' }, { key: 'reading.three' }];
    return answer(at(fresh, { at: 'reading', tries: {} }), context, {
      says: [...says, ...read],
      asks: { key: 'reading.ask' },
    });
  }
  return askQuestion(fresh, context, 'q1', says);
}

/** The same question again after `says`, one more try of `kind` counted. */
function again(state: State, moment: Screening, context: Context, kind: keyof Tries | null, says: Act[]): Turn {
  const tries = kind === null ? moment.tries : tried(moment.tries, kind);
  const kept = kind === 'repeat' ? tries : { ...tries, repeatRow: 0 };
  return answer(at(state, { ...moment, tries: kept }), context, {
    says,
    asks: { key: `screening.${moment.question}.ask` },
  });
}

function explanation(moment: Screening, short = false): Act[] {
  return [{ key: `screening.${moment.question}.${short ? 'explainShort' : 'explain'}` }];
}

/** A clear no: echoed, and on to the next open question; a lifted E or D needs a second one. */
function passed(state: State, moment: Screening, context: Context): Turn {
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
  return (moment.tries.notSure ?? 0) > 0
    ? outcomeOfYes(state, context, moment.question)
    : again(state, moment, context, 'notSure', explanation(moment, (moment.tries.explain ?? 0) > 0));
}

function explain(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.explain ?? 0;
  if (before >= 2) return outcomeOfYes(state, context, moment.question);
  return again(state, moment, context, 'explain', explanation(moment, before === 1));
}

function repeated(state: State, moment: Screening, context: Context): Turn {
  const inARow = (moment.tries.repeatRow ?? 0) + 1;
  const counted: Screening = { ...moment, tries: { ...moment.tries, repeatRow: inARow } };
  return again(state, counted, context, 'repeat', inARow % 3 === 0 ? explanation(moment) : []);
}

function unclear(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.unclear ?? 0;
  if (before >= 2) return outcomeOfYes(state, context, moment.question);
  return again(state, moment, context, 'unclear', before === 0 ? [{ key: 'screening.unclear' }] : explanation(moment));
}

function skipped(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.skip ?? 0;
  if (before === 0) return again(state, moment, context, 'skip', [{ key: 'screening.skip' }]);
  const refused: State = { ...at(state, { at: 'offeringTips' }), cleared: false, recheckOff: true };
  return answer(refused, context, { says: [{ key: 'screening.skipAgain' }], asks: { key: 'tips.offer' } });
}

function unrelated(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.unrelated ?? 0;
  if (before >= 2) return ends(state, [{ key: 'screening.end' }]);
  return again(state, moment, context, 'unrelated', before === 0 ? [{ key: 'screening.need' }] : explanation(moment));
}

function previous(state: State, moment: Screening, context: Context): Turn {
  return askQuestion(state, context, moment.question === 'q9' ? 'q9' : questionBefore(moment.question));
}

/** Q1 to Q9, whatever is said. */
export function hearScreening(state: State, moment: Screening, event: Event, context: Context): Turn | null {
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

/** What somebody wants is remembered through the screening. */
export function rememberWish(state: State, event: Extract<Event, { type: 'chose' | 'askedForRoutine' }>): State {
  return { ...state, wishes: { ...state.wishes, ...event.wishes } };
}
