// Asks whether anything is wrong, after words in a hold that were not understood.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { promptOf } from '../../prompts';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';

/**
 * Asks "Is anything wrong?", and of an arm or a leg what pressing may do to it. What was said may have been a complaint,
 * so nothing presses before a clear no (docs/safety.md "The rules of pressing").
 */
export function askIfWrong(state: State, context: Context, { limb }: { limb?: true } = {}): Turn {
  const here = moveTo(state, { at: 'worrying', ...(limb ? { limb } : {}) });
  const missed: Act = { key: 'missed.hold' };
  return answer(here, context, { ...promptOf(here, context), says: [missed] });
}
