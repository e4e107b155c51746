// Waits for "ready" after a timed part was broken off.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { promptForInterrupted } from '../../prompts';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';
import { findAgain } from '../routine/finding';
import { beginStretches } from '../routine/stretching';
import { askQuestion } from '../screening/screening';

/** Says how much is left of what was broken off, and waits for "ready". */
export function waitForReady(state: State, context: Context, says: Act[]): Turn {
  const here = moveTo(state, { at: 'interrupted' });
  const parts = promptForInterrupted(here);
  return answer(here, context, { ...parts, says: [...says, ...(parts.says ?? [])] });
}

/** Says, to one who has heard how much is left, that only "ready" goes on. */
export function insistOnReady(state: State, context: Context): Turn {
  return answer(state, context, {
    ...promptForInterrupted(state),
    says: [],
    asks: { key: 'resume.ask', context: 'only' },
  });
}

/** Takes up a routine after a pause or a lost session: the listener gets back into place first, then says "ready". */
export function resumeRoutine(state: State, context: Context, says: Act[] = []): Turn {
  if (!state.plan || !state.place) return beginStretches(state, context, says);
  const presses = state.place.part !== 'stretch' && state.place.part !== 'close' && !state.pressOff;
  if (presses && !state.skinClear) return askQuestion(state, context, 'q9', says);
  if (state.place.part === 'find') return findAgain(state, context, says);
  return waitForReady(state, context, [
    ...says,
    { key: 'resume.place', context: state.place.part === 'stretch' ? 'stretch' : 'press' },
  ]);
}
