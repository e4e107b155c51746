// Something was broken off: how is it taken up again, exactly for what was left?

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { interruptedPrompt } from '../../prompts';
import type { State } from '../../state';
import { answer, at } from '../../turn';
import { hearChecking } from '../routine/checking';
import { findAgain } from '../routine/finding';
import { afterSpot, beginPin, beginPress } from '../routine/pressing';
import { getReady } from '../routine/readying';
import { beginStretches, continueStretches, nextExercise, previousExercise } from '../routine/stretching';
import { askQuestion } from '../screening/screening';

/** Waits for "ready" before anything goes on, with what was left of it. */
export function waitForReady(state: State, context: Context, says: Act[]): Turn {
  const here = at(state, { at: 'interrupted' });
  const parts = interruptedPrompt(here);
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

/** "Ready": the rest of a hold of exactly the seconds that were said to be left, or the next thing. */
export function takeUpAgain(state: State, context: Context): Turn {
  const { place } = state;
  if (!place || place.part === 'close') return beginStretches(state, context, []);
  if (place.part === 'stretch') return continueStretches(state, context, []);
  if (state.pressOff) return beginStretches(state, context, []);
  if (place.part === 'find') return findAgain(state, context);
  if (place.restSeconds === 0) return afterSpot(state, context);
  if (place.part === 'press') return beginPress(state, context, 'back', [], place.restSeconds);
  const { reps, phases } = context.routine.exercises.pin.form;
  const each = phases.reduce((sum, phase) => sum + phase.ms, 0) / 1000;
  const left = place.restSeconds === undefined ? reps : Math.max(1, Math.floor(place.restSeconds / each));
  return beginPin(state, context, 'back', left);
}

export function hearInterrupted(state: State, event: Event, context: Context): Turn | null {
  const stretching = state.place?.part === 'stretch';
  switch (event.type) {
    case 'wasReady':
      return takeUpAgain(state, context);
    case 'resumed':
    case 'saidYes':
    case 'saidStart':
    case 'triedToStart':
      // A press goes on only after "ready" (DESIGN section 6).
      return stretching ? takeUpAgain(state, context) : waitForReady(state, context, []);
    case 'gaveNumber':
      return stretching ? null : hearChecking(state, { at: 'checking', tries: {} }, event, context);
    case 'wantedNext':
    case 'saidNo':
    case 'saidNone':
      return stretching ? nextExercise(state, context, []) : afterSpot(state, context);
    case 'wantedStretches':
      return stretching ? continueStretches(state, context, []) : beginStretches(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return stretching ? previousExercise(state, context) : findAgain(state, context);
    default:
      return null;
  }
}
