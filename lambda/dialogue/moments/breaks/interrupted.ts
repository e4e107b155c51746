// Waits for "ready" after something was broken off.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { promptForInterrupted } from '../../prompts';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';
import { getReady } from '../routine/readying';
import { beginStretches } from '../routine/stretching';
import { askQuestion } from '../screening/screening';

/** Waits for "ready" before anything goes on, with what was left of it. */
export function waitForReady(state: State, context: Context, says: Act[]): Turn {
  const here = moveTo(state, { at: 'interrupted' });
  const parts = promptForInterrupted(here);
  return answer(here, context, { ...parts, says: [...says, ...(parts.says ?? [])] });
}

/** Coming back from a pause or a lost session: back into place first, then "ready". */
export function resumeRoutine(state: State, context: Context, says: Act[] = []): Turn {
  if (!state.plan || !state.place) return beginStretches(state, context, says);
  const presses = state.place.part !== 'stretch' && state.place.part !== 'close' && !state.pressOff;
  if (presses && !state.skinClear) return askQuestion(state, context, 'q9', says);
  if (state.place.part === 'find') return getReady(state, context, says);
  return waitForReady(state, context, [
    ...says,
    { key: 'resume.place', context: state.place.part === 'stretch' ? 'stretch' : 'press' },
  ]);
}
