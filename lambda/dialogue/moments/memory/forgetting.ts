// Asks whether everything that is kept shall be deleted.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import { wayBackFrom } from '../../momentTable';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';

/** What will be deleted, and the question whether it shall be. */
export function askToForget(state: State, context: Context): Turn {
  return answer(moveTo(state, { at: 'forgetting', back: wayBackFrom(state.moment), tries: {} }), context, {
    says: [{ key: 'forget.what' }],
    asks: { key: 'forget.ask' },
  });
}
