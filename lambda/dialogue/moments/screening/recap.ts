// Recaps the answers and asks for "start".

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { askToStart } from '../../prompts';
import type { Moment, State } from '../../state';
import { answer, moveTo } from '../../turn';

/**
 * Says all eight answers in one sentence, how to correct one, and the word that starts. The few of a return visit need no
 * list.
 */
export function recap(state: State, context: Context, says: Act[] = []): Turn {
  const moment: Moment = { at: 'recap', tries: {} };
  return answer(moveTo(state, moment), context, {
    says: state.visit === 'full' ? [...says, { key: 'recap.list' }, { key: 'recap.goBack' }] : says,
    asks: askToStart(state),
  });
}
