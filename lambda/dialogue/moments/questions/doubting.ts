// Asks "do you have that now?" when a question names a symptom.

import type { SymptomRow } from '../../../domain/symptom';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import type { Moment, MomentAt, State } from '../../state';
import { answer, moveTo } from '../../turn';

export type Doubting = MomentAt<'doubting'>;

/** Rows that a listener may not know they have spoken of: "can I take aspirin". */
const NAMED = new Set<SymptomRow>(['standing', 'injury', 'ill']);

/** A symptom only asked about: one short question, and nothing presses until it is answered with no. */
export function doubt(state: State, event: Extract<Event, { type: 'askedAboutSymptom' }>, context: Context): Turn {
  const { rows, question } = event;
  // "Do you have that?" needs a that: what stands behind an illness or a medicine is said in a word.
  const standing = question && rows.every((row) => NAMED.has(row));
  const says: Act[] = standing ? [{ key: `screening.${question}.explainShort` }] : [];
  // A doubt in a doubt goes back to where the first came from.
  const back: Moment = state.moment.at === 'doubting' ? state.moment.back : state.moment;
  const moment: Doubting = {
    at: 'doubting',
    rows,
    ...(question ? { question } : {}),
    back,
    tries: {},
  };
  return answer(moveTo(state, moment), context, { says, asks: { key: 'doubt.ask' } });
}
