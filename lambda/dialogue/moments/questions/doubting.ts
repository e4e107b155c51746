// Asks "Do you have that now?" when a question names a symptom.

import { QUESTION_IDS } from '../../../domain/healthQuestions';
import type { SymptomRow } from '../../../domain/symptom';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { EMERGENCIES } from '../../meaning';
import { askAgain, askDoubt } from '../../prompts';
import type { Moment, MomentAt, State } from '../../state';
import { answer, moveTo } from '../../turn';

export type Doubting = MomentAt<'doubting'>;

/** Rows that a listener may have named without knowing it: "can I take aspirin". */
const NAMED = new Set<SymptomRow>(['standing', 'injury', 'ill']);

/** Who asks because they are afraid hears this before they are asked anything. */
const WHO_CAN_TELL: Act = { key: 'doubt.who' };

/** Whether the session has only begun: nothing presses, and nobody is asked yet how they are. */
const isFirst = ({ moment }: State): boolean => moment.at === 'offeringGuide';

/** Whether a health question still to come asks for it, so that nothing else need ask. */
function isAskedLater({ moment }: State, { rows, question }: Extract<Event, { type: 'askedAboutSymptom' }>): boolean {
  if (moment.at !== 'screening' || rows.some((row) => EMERGENCIES.has(row))) return false;
  const place = QUESTION_IDS.indexOf(moment.question);
  return question !== undefined && QUESTION_IDS.indexOf(question) > place;
}

/** Asks one short question about a symptom that was only asked about. Nothing presses until the answer is no. */
export function doubt(state: State, event: Extract<Event, { type: 'askedAboutSymptom' }>, context: Context): Turn {
  const { rows, question, head } = event;
  if (isAskedLater(state, event)) return askAgain(state, context, [WHO_CAN_TELL]);
  // The listener must know what "that" means, so the words behind an illness or a medicine are said first.
  const standing = question && !head && rows.every((row) => NAMED.has(row));
  const says: Act[] = [
    ...(isFirst(state) && !rows.some((row) => EMERGENCIES.has(row)) ? [WHO_CAN_TELL] : []),
    ...(standing ? [{ key: `screening.${question}.explainShort` }] : []),
  ];
  // A second doubt leads back to where the first one came up.
  const back: Moment = state.moment.at === 'doubting' ? state.moment.back : state.moment;
  const moment: Doubting = {
    at: 'doubting',
    rows,
    ...(question ? { question } : {}),
    ...(head ? { head } : {}),
    back,
    tries: {},
  };
  return answer(moveTo(state, moment), context, { says, asks: askDoubt(moment) });
}
