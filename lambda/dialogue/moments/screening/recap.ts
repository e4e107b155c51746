// Recaps all eight answers and asks for "start".

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Moment, State } from '../../state';
import { answer, moveTo } from '../../turn';

/** Says all eight answers in one sentence, how to correct one, and the word that starts. */
export function recap(state: State, context: Context, says: Act[] = []): Turn {
  const moment: Moment = { at: 'recap', tries: {} };
  return answer(moveTo(state, moment), context, {
    says: [...says, { key: 'recap.list' }, { key: 'recap.goBack' }],
    asks: { key: 'recap.ask' },
  });
}
