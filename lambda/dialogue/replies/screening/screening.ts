// Replies to the health questions (docs/safety.md "Answers to a health question").

import { firstOpenOf, type QuestionId, questionBefore, questionsIn } from '../../../domain/healthQuestions';
import type { Act, Turn } from '../../act';
import { askHealth } from '../../asking';
import type { Context } from '../../context';
import type { Event, EventType } from '../../event';
import { outcomeOfYes } from '../../moments/screening/outcome';
import { recap } from '../../moments/screening/recap';
import { askQuestion, beginScreening } from '../../moments/screening/screening';
import { partsOfQuestion } from '../../prompts';
import { spotOf } from '../../rules';
import { countTry, type MomentAt, type State } from '../../state';
import { tryAgain } from '../../tries';
import { answer, endSession, moveTo } from '../../turn';
import { isNew } from '../../visiting';
import { rememberWish } from '../../wishes';
import { changeMind } from '../routine/choosing';
import { goOnAfterSkin } from '../routine/readying';
import { hearHalfAnswer } from './halfAnswers';

type Screening = MomentAt<'screening'>;

/** Asks the same question again after `says`. Only `repeatQuestion` counts how often the listener asked for it. */
function askQuestionAgain(state: State, moment: Screening, context: Context, says: Act[]): Turn {
  return answer(moveTo(state, { ...moment, tries: { ...moment.tries, repeatRow: 0 } }), context, {
    ...partsOfQuestion(moment, state, context),
    says,
  });
}

/** Says how many questions are left, the present one included, and asks it again. */
function sayHowMany(state: State, moment: Screening, context: Context): Turn {
  const open = questionsIn(state).filter((question) => !state.noes.includes(question));
  const left = moment.question === 'q9' ? 1 : Math.max(1, open.length);
  return askQuestionAgain(state, moment, context, [{ key: 'screening.toGo', context: String(left) }]);
}

/** The explanation of a question, or its shorter form. */
function explanationOf(moment: Screening, short = false): Act[] {
  return [{ key: `screening.${moment.question}.${short ? 'explainShort' : 'explain'}` }];
}

/** Echoes a clear no and asks the next open question. After a lifted E or D a second no is needed. */
function passQuestion(state: State, moment: Screening, context: Context): Turn {
  const { question } = moment;
  if (state.doubted.includes(question) && moment.noesHeard === 0) {
    const once: Screening = { at: 'screening', question, noesHeard: 1, tries: {} };
    return answer(moveTo(state, once), context, {
      says: [{ key: 'screening.onceMore' }],
      asks: askHealth(question, state, context),
    });
  }
  if (question === 'q9') return goOnAfterSkin({ ...state, skinClear: true }, context);
  const next: State = {
    ...state,
    noes: [...state.noes, question],
    doubted: state.doubted.filter((doubted) => doubted !== question),
  };
  const echo = echoOf(question, next, context);
  const open = firstOpenOf(next.noes, next, next.doubted);
  return open ? askQuestion(next, context, open, echo) : recap(next, context, echo);
}

/** The echo of a clear no, in fewer words on a return visit. Before Q2 a new listener hears how to answer unheard. */
function echoOf(question: QuestionId, state: State, context: Context): Act[] {
  if (!context.questions[question].echoed) return [];
  const echo: Act = { key: `screening.${question}.${state.visit === 'return' ? 'echoShort' : 'echo'}` };
  return question === 'q1' && isNew(state, context) ? [echo, { key: 'screening.quietly' }] : [echo];
}

function answerNotSure(state: State, moment: Screening, context: Context): Turn {
  const heard = (moment.tries.explain ?? 0) > 0;
  return tryAgain(
    moment,
    (counted) => askQuestionAgain(state, counted, context, explanationOf(moment, heard)),
    () => outcomeOfYes(state, context, moment.question),
    { kind: 'notSure' },
  );
}

function explain(state: State, moment: Screening, context: Context): Turn {
  const heard = (moment.tries.explain ?? 0) > 0;
  return tryAgain(
    moment,
    (counted) => askQuestionAgain(state, counted, context, explanationOf(moment, heard)),
    () => outcomeOfYes(state, context, moment.question),
    { kind: 'explain', most: 2 },
  );
}

/** Repeats the question without a limit; the third time in a row brings the explanation. */
function repeatQuestion(state: State, moment: Screening, context: Context): Turn {
  const repeatRow = (moment.tries.repeatRow ?? 0) + 1;
  const counted: Screening = { ...moment, tries: { ...countTry(moment.tries, 'repeat'), repeatRow } };
  return answer(moveTo(state, counted), context, {
    ...partsOfQuestion(moment, state, context),
    says: repeatRow % 3 === 0 ? explanationOf(moment) : [],
  });
}

function answerUnclear(state: State, moment: Screening, context: Context): Turn {
  const first = (moment.tries.unclear ?? 0) === 0;
  return tryAgain(
    moment,
    (counted) =>
      askQuestionAgain(state, counted, context, first ? [{ key: 'screening.unclear' }] : explanationOf(moment)),
    () => outcomeOfYes(state, context, moment.question),
    { kind: 'unclear', most: 2 },
  );
}

function refuseSkip(state: State, moment: Screening, context: Context): Turn {
  const refused: State = { ...moveTo(state, { at: 'offeringTips' }), cleared: false, recheckOff: true };
  return tryAgain(
    moment,
    (counted) => askQuestionAgain(state, counted, context, [{ key: 'screening.skip' }]),
    () => answer(refused, context, { says: [{ key: 'screening.skipAgain' }], asks: { key: 'tips.offer' } }),
    { kind: 'skip' },
  );
}

function answerUnrelated(state: State, moment: Screening, context: Context): Turn {
  const before = moment.tries.unrelated ?? 0;
  const says: Act[] = before === 0 ? [{ key: 'screening.need' }] : explanationOf(moment);
  return tryAgain(
    moment,
    (counted) => askQuestionAgain(state, counted, context, says),
    () => endSession(state, [{ key: 'screening.end' }]),
    { most: 2 },
  );
}

/** At R0 anything but a clear no may be someone new; a doubt at R4 is a yes (docs/safety.md "Asking again"). */
function leavesReturn(question: QuestionId, { type }: Event): boolean {
  return question === 'r0' ? MAYBE_NEW.has(type) : question === 'r4' && type === 'wasNotSure';
}

const MAYBE_NEW: ReadonlySet<EventType> = new Set([
  'saidSomewhat',
  'mixedAnswer',
  'wasNotSure',
  'saidQualifiedNo',
  'saidAsUsual',
  'admitted',
  'saidVague',
  'unclear',
  'notUnderstood',
  'spokeForAnother',
  'wantedNext',
  'triedToStart',
  'saidStart',
  'resumed',
  'wantedStretches',
  'gaveNumber',
]);

/** Asks the question before this one. */
function goToPreviousQuestion(state: State, moment: Screening, context: Context): Turn {
  return askQuestion(state, context, moment.question === 'q9' ? 'q9' : questionBefore(moment.question, state));
}

/** Replies to a health question. */
export function hearScreening(state: State, event: Event, context: Context, moment: Screening): Turn | null {
  if (moment.question === 'q9') {
    // After a press a number is its late strength.
    if (event.type === 'gaveNumber' && spotOf(state)) return null;
    const changed = changeMind(state, event, context);
    if (changed) return changed;
  }
  if (leavesReturn(moment.question, event)) return outcomeOfYes(state, context, moment.question);
  const half = hearHalfAnswer(state, event, context, moment);
  if (half) return half;
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return passQuestion(state, moment, context);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
      return outcomeOfYes(state, context, moment.question);
    case 'wasNotSure':
    case 'saidQualifiedNo':
      return answerNotSure(state, moment, context);
    case 'askedToExplain':
    case 'askedDetails':
      return explain(state, moment, context);
    case 'askedHowMany':
      return sayHowMany(state, moment, context);
    case 'askedToRepeat':
      return repeatQuestion(state, moment, context);
    case 'askedWhy':
      return askQuestionAgain(state, moment, context, [{ key: 'screening.why' }]);
    case 'unclear':
      return answerUnclear(state, moment, context);
    case 'wantedNext':
    case 'triedToStart':
    case 'saidStart':
    case 'resumed':
    case 'wantedStretches':
      return refuseSkip(state, moment, context);
    case 'wentBack':
    case 'wantedPrevious':
      return goToPreviousQuestion(state, moment, context);
    case 'spokeForAnother':
      return askQuestionAgain(state, moment, context, [{ key: 'screening.forAnother' }]);
    case 'citedDoctor':
      // It counts like an answer that was not understood, but never ends the session by itself.
      return askQuestionAgain(state, { ...moment, tries: countTry(moment.tries, 'unrelated') }, context, [
        { key: 'screening.doctor' },
      ]);
    case 'askedHelp':
      return askQuestionAgain(state, moment, context, [{ key: 'help.screening' }]);
    case 'startedOver':
      return moment.question === 'q9'
        ? askQuestionAgain(state, moment, context, [])
        : beginScreening(state, context, [], state);
    case 'chose':
      // "Both" names two of the things asked about, which is a yes.
      if (event.wishes.side === 'both' && Object.keys(event.wishes).length === 1)
        return outcomeOfYes(state, context, moment.question);
      return askQuestionAgain(rememberWish(state, event), moment, context, [{ key: 'screening.remember' }]);
    case 'askedForRoutine':
      return askQuestionAgain(rememberWish(state, event), moment, context, [{ key: 'screening.remember' }]);
    case 'lacksTool':
    case 'cannotUseFloor':
    case 'notUnderstood':
    case 'gaveNumber':
    case 'wasReady':
    case 'swappedTool':
    case 'wantedMore':
    case 'itEased':
    case 'itStays':
      return answerUnrelated(state, moment, context);
    default:
      return null;
  }
}
