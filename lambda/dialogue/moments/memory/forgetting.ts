// Asks whether to delete everything that is kept.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import { wayBackFrom } from '../../momentTable';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';

/** Says what will be deleted, and asks whether to delete it. */
export function askToForget(state: State, context: Context): Turn {
  return answer(moveTo(state, { at: 'forgetting', back: wayBackFrom(state.moment), tries: {} }), context, {
    says: [{ key: 'forget.what' }],
    asks: { key: 'forget.ask' },
  });
}
