// Replies in the middle of a press; `converse` puts the release before them.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { findAgain, goOnAfterSpot } from '../../moments/routine/finding';
import { beginStretches } from '../../moments/routine/stretching';
import { spotOf } from '../../rules';
import type { State } from '../../state';
import { takeStrength } from './checking';

/** Counts a hold that was broken off as one. */
function withBrokenHold(state: State): State {
  const spot = spotOf(state);
  return spot && spot.holds === 0 ? { ...state, spots: [...state.spots.slice(0, -1), { ...spot, holds: 1 }] } : state;
}

/** Replies in the middle of a press. A number counts as the answer to how strong the hold is. */
export function hearPressing(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      return takeStrength(withBrokenHold(state), { at: 'checking', tries: {} }, event.number, context);
    case 'wantedNext':
      return goOnAfterSpot(withBrokenHold(state), context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return findAgain(withBrokenHold(state), context);
    default:
      return null;
  }
}
