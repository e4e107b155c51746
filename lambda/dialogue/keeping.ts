// What of an unfinished routine is kept, and for how long?

import type { KeptPlace } from './context';
import type { State } from './state';

/** A passed screening may be taken up by one question for thirty minutes from "start" (safety.md 3.8). */
export const RECHECK_MS = 30 * 60_000;

/**
 * The place of an unfinished routine, without any health answer; null when there is none to keep. `stopped`: the
 * listener said stop, which keeps the place but not the screening.
 */
export function keptPlaceOf(state: State, stopped: boolean): KeptPlace | null {
  if (!state.plan || !state.place || state.guideOff || state.place.part === 'close') return null;
  const mayRecheck = state.cleared && !stopped && !state.recheckOff && !state.pressOff && state.startedAtMs !== null;
  return {
    plan: state.plan,
    place: state.place,
    spots: state.spots.map(({ side, pressedSeconds, holds, pinned }) => ({ side, pressedSeconds, holds, pinned })),
    recheckUntilMs: mayRecheck && state.startedAtMs !== null ? state.startedAtMs + RECHECK_MS : null,
  };
}
