// Replies during the stretches, and between two answers full of them.

import type { Counting } from '../../../domain/hold';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { offerOnceMore } from '../../moments/routine/checking';
import { askClosing } from '../../moments/routine/closing';
import {
  continueStretches,
  goToNextExercise,
  goToPreviousExercise,
  repeatExercise,
} from '../../moments/routine/stretching';
import { hearChecking } from '../../replies/routine/checking';
import type { State } from '../../state';

/** Takes a number said just after the stretches began as the answer to the check after the hold; else null. */
export function takeLateNumber(state: State, event: Event, context: Context): Turn | null {
  if ((state.place?.unit ?? 0) > 0 || state.spots.length === 0 || state.pressOff) return null;
  return hearChecking(state, event, context, { at: 'checking', tries: {} });
}

const withCounting = (state: State, counting: Counting): State => ({
  ...state,
  settings: { ...state.settings, counting },
});

/** Answers a harmless remark in a breath and goes on with the stretch; null for any other event. */
function goOnAfterRemark(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'askedTimeLeft': {
      const rest = state.place?.restSeconds;
      return rest ? continueStretches(state, context, [{ key: 'remark.left', values: { seconds: rest } }]) : null;
    }
    case 'wantedMoreCounting':
      return continueStretches(withCounting(state, 'more'), context, [{ key: 'replan.countMore' }]);
    case 'wantedLessCounting':
      return continueStretches(withCounting(state, 'less'), context, [{ key: 'replan.countLess' }]);
    case 'remarked':
      return continueStretches(state, context, [{ key: `remark.${event.remark}` }]);
    default:
      return null;
  }
}

/** Replies in the middle of the stretches. */
export function hearStretching(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'wantedNext':
      return goToNextExercise(state, context, []);
    case 'wantedMore':
      return (state.place?.unit ?? 0) > 0 ? null : offerOnceMore(state, context);
    case 'gaveNumber':
      return takeLateNumber(state, event, context);
    case 'askedToRepeat':
      return repeatExercise(state, context);
    case 'wasReady':
    case 'resumed':
      return continueStretches(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return goToPreviousExercise(state, context);
    default:
      return goOnAfterRemark(state, event, context);
  }
}

/** Replies between two answers full of stretches. */
export function hearBetween(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'wasReady':
    case 'saidYes':
    case 'resumed':
    case 'wantedNext':
    case 'saidStart':
    case 'triedToStart':
    case 'wantedMore':
    case 'wantedStretches':
      return continueStretches(state, context, []);
    case 'saidNo':
    case 'saidNone':
      return askClosing(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return goToPreviousExercise(
        { ...state, place: { part: 'stretch', unit: Math.max(0, (state.place?.unit ?? 1) - 1) } },
        context,
      );
    default:
      return null;
  }
}
