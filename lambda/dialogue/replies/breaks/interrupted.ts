// Replies while a timed part that was broken off waits for "ready".

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { insistOnReady } from '../../moments/breaks/interrupted';
import { waitQuietly } from '../../moments/breaks/pausing';
import { findAgain, goOnAfterSpot } from '../../moments/routine/finding';
import { beginPin, beginPress, leadFor } from '../../moments/routine/pressing';
import {
  beginStretches,
  continueStretches,
  goToNextExercise,
  goToPreviousExercise,
  repeatExercise,
} from '../../moments/routine/stretching';
import { hearChecking } from '../../replies/routine/checking';
import { spotOf } from '../../rules';
import type { State } from '../../state';
import { takeLateNumber } from '../routine/stretching';

/** Plays the rest of what was broken off, for exactly the seconds that were said to be left, or the next thing. */
function takeUpAgain(state: State, context: Context): Turn {
  const { place } = state;
  if (!place || place.part === 'close') return beginStretches(state, context, []);
  if (place.part === 'stretch') return continueStretches(state, context, []);
  if (state.pressOff) return beginStretches(state, context, []);
  if (place.part === 'find') return findAgain(state, context);
  if (place.restSeconds === 0) return goOnAfterSpot(state, context);
  if (place.part === 'press')
    return beginPress(
      state,
      context,
      spotOf(state)?.pressedSeconds === 0 ? leadFor(state) : 'back',
      [],
      place.restSeconds,
    );
  const { reps, phases } = context.routine.exercises.pin.form;
  const each = phases.reduce((sum, phase) => sum + phase.ms, 0) / 1000;
  const left = place.restSeconds === undefined ? reps : Math.max(1, Math.floor(place.restSeconds / each));
  return beginPin(state, context, 'back', left);
}

/** Replies while something waits for "ready". Only "ready" goes on with a press. */
export function hearInterrupted(state: State, event: Event, context: Context): Turn | null {
  const stretching = state.place?.part === 'stretch';
  switch (event.type) {
    case 'wasReady':
      return takeUpAgain(state, context);
    case 'resumed':
    case 'saidYes':
    case 'saidStart':
    case 'triedToStart':
      // A press goes on only after "ready" (docs/safety.md "The rules of pressing").
      return stretching ? takeUpAgain(state, context) : insistOnReady(state, context);
    case 'gaveNumber':
      return stretching
        ? takeLateNumber(state, event, context)
        : hearChecking(state, event, context, { at: 'checking', tries: {} });
    case 'saidNo':
    case 'saidNone':
    case 'itStays':
      // Not ready yet: nothing is skipped, and it is quiet until they are.
      return waitQuietly(state, context);
    case 'askedToRepeat':
      return stretching ? repeatExercise(state, context) : null;
    case 'wantedNext':
      return stretching ? goToNextExercise(state, context, []) : goOnAfterSpot(state, context);
    case 'wantedStretches':
      return stretching ? continueStretches(state, context, []) : beginStretches(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return stretching ? goToPreviousExercise(state, context) : findAgain(state, context);
    default:
      return null;
  }
}
