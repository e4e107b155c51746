// Replies to half an answer to a health question with one closed question, after which only a clear no goes on.

import type { QuestionId } from '../../../domain/healthQuestions';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event, EventType } from '../../event';
import { outcomeOfYes, warn } from '../../moments/screening/outcome';
import { partsOfQuestion } from '../../prompts';
import type { MomentAt, State, Sure } from '../../state';
import { answer, moveTo } from '../../turn';

type Screening = MomentAt<'screening'>;

/** What asks for the question again in some way, and answers nothing. */
export const ASKS_AGAIN: ReadonlySet<EventType> = new Set([
  'askedToRepeat',
  'askedToExplain',
  'askedDetails',
  'askedWhy',
  'askedHelp',
  'askedHowMany',
  'wentBack',
  'wantedPrevious',
  'startedOver',
]);

/** What is a yes, or counts as one once the closed question is asked. */
const YES: ReadonlySet<EventType> = new Set(['saidYes', 'saidSomewhat', 'mixedAnswer', 'wasNotSure', 'admitted']);

/** Whose plain question is E: after them an unclear word ends with a gentler line than a yes. */
const LIFE_THREATS: ReadonlySet<QuestionId> = new Set<QuestionId>(['q1', 'q2']);

/** The question that a return visit leaves for the full set with. */
const TO_FULL_SET: QuestionId = 'r4';

/**
 * Replies to half an answer, and to anything once the closed question is open (docs/safety.md "Answers to a health
 * question"); null for all that goes by other rows.
 */
export function hearHalfAnswer(state: State, event: Event, context: Context, moment: Screening): Turn | null {
  if (moment.sure === 'vague' || moment.sure === 'new') return hearClosed(state, event, context, moment);
  switch (event.type) {
    case 'saidQualifiedNo':
      // The second time it is not sure, which the caller replies to.
      if (!isSecond(moment)) return askClosed(state, moment, context, 'qualified');
      return moment.question === 'r4' ? outcomeOfYes(state, context, TO_FULL_SET) : null;
    case 'saidAsUsual':
      return moment.question === 'r4'
        ? outcomeOfYes(state, context, TO_FULL_SET)
        : askClosed(state, moment, context, 'new');
    case 'saidVague':
      return askClosed(state, aboutPassed(state, moment, event.question), context, 'vague');
    case 'admitted':
      return moment.question === 'q6'
        ? askClosed(state, moment, context, 'vague')
        : outcomeOfYes(state, context, moment.question);
    default:
      return null;
  }
}

/** Whether a qualified no is the second one, or follows "not sure". */
function isSecond({ sure, tries }: Screening): boolean {
  return sure === 'qualified' || (tries.notSure ?? 0) > 0;
}

/** The question that vague words belong to when it has been passed already; else the present one. */
function aboutPassed({ noes }: State, moment: Screening, question: QuestionId | undefined): Screening {
  const passed = noes.find((one) => one === question || (question === 'q3' && one === 'r3'));
  return passed ? { at: 'screening', question: passed, tries: {}, noesHeard: 0 } : moment;
}

/** Asks the question once more as a closed one, or whether what is always there is new. */
function askClosed(state: State, moment: Screening, context: Context, sure: Sure): Turn {
  const asked: Screening = { ...moment, sure };
  const noes = state.noes.filter((question) => question !== moment.question);
  // A question that was passed before "start" is open again, and the routine with it is not.
  const shut = moment.question === 'q9' ? {} : { cleared: false, suspended: false, startedAtMs: null };
  return answer(moveTo({ ...state, noes, ...shut }, asked), context, partsOfQuestion(asked, state, context));
}

/** Replies to a closed question: a clear no goes on, and whatever asks it again is answered by its own row. */
function hearClosed(state: State, event: Event, context: Context, moment: Screening): Turn | null {
  const { question, sure } = moment;
  if (ASKS_AGAIN.has(event.type)) return null;
  const isNo = event.type === 'saidNo' || event.type === 'saidNone';
  if (isNo) return sure === 'new' ? hearNotNew(state, context, question) : null;
  if (sure === 'new' || YES.has(event.type) || !LIFE_THREATS.has(question))
    return outcomeOfYes(state, context, question);
  return warn(state, context, { outcome: 'E', question, lines: [`outcome.unclear.${question}`] });
}

/** What is no worse than usual: no news about the bladder, a doctor first for the rest. */
function hearNotNew(state: State, context: Context, question: QuestionId): Turn | null {
  switch (question) {
    case 'q2':
      return null;
    case 'q3':
    case 'q9':
      return outcomeOfYes(state, context, question);
    case 'r3':
      return outcomeOfYes(state, context, TO_FULL_SET);
    default:
      return warn(state, context, { outcome: 'C', question });
  }
}
