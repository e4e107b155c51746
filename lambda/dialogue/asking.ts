// The words of a health question.

import type { QuestionId } from '../domain/healthQuestions';
import type { Act } from './act';
import type { Context } from './context';
import type { State } from './state';

/**
 * A health question; on a return visit to the region of the last session the skin is asked for soreness too. A hold that
 * is taken up again belongs to the same time.
 */
export function askHealth(question: QuestionId, { visit, plan, spots }: State, { remembered }: Context): Act {
  const last = remembered?.sessions.at(-1);
  const before = last !== undefined && last.day !== remembered?.today && spots.length === 0;
  const again = question === 'q9' && visit === 'return' && before && last.region === plan?.choice.region;
  return { key: `screening.${question}.ask`, ...(again ? { context: 'again' } : {}) };
}
