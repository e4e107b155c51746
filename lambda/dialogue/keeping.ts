// What of an unfinished routine is kept, and for how long.

import type { Session } from '../domain/progress';
import type { KeptPlace } from './context';
import type { State } from './state';

/** A passed screening may be taken up by one question for thirty minutes from "start" (safety.md 3.8). */
export const RECHECK_MS = 30 * 60_000;

/** A place is offered for thirty minutes after it was left; later everything begins anew. */
export const PLACE_MS = 30 * 60_000;

/** How long after an answer a press in it may still go on, when its listener opens the skill anew. */
const PRESS_ANSWER_MS = 120_000;

/** The spots with what is being pressed right now counted whole: a session may be gone before it is known better. */
function countSpots(state: State): KeptPlace['spots'] {
  const block = state.playing?.block;
  const seconds = block?.part === 'press' ? block.seconds : block?.part === 'pin' ? block.reps * PIN_SECONDS : 0;
  return state.spots.map(({ side, pressedSeconds, holds, pinned }, index, all) => ({
    side,
    pressedSeconds: pressedSeconds + (index === all.length - 1 ? seconds : 0),
    holds,
    pinned,
  }));
}

/** Upper bound for one slow lift, used only for a place that is kept while a pin and stretch goes on. */
const PIN_SECONDS = 8;

/**
 * The place of an unfinished routine, without any health answer; null when there is none to keep. `stopped`: the
 * listener said stop, which keeps the place but not the screening. `nowMs`: milliseconds since 1970.
 */
export function keptPlaceOf(state: State, stopped: boolean, nowMs: number): KeptPlace | null {
  const { plan, place, playing, startedAtMs } = state;
  if (!plan || !place || state.guideOff || place.part === 'close') return null;
  const mayRecheck = !stopped && !wasWarned(state) && startedAtMs !== null;
  const pressing = playing?.block?.part === 'press' || playing?.block?.part === 'pin';
  return {
    plan,
    place,
    spots: countSpots(state),
    recheckUntilMs: mayRecheck ? startedAtMs + RECHECK_MS : null,
    pressingUntilMs: pressing && playing ? playing.sentAtMs + PRESS_ANSWER_MS : null,
    endsAtMs: (state.lastTurnMs ?? nowMs) + PLACE_MS,
  };
}

/** A symptom, a strong pain or the skin was told of: the short re-check will not do any more. */
const wasWarned = ({ recheckOff, pressOff }: State): boolean => recheckOff || pressOff;

/**
 * What a session leaves of a place kept before. The turn that ended it, or the short re-check for it, may not have
 * reached the store; every later one says the same. Null: nobody is led back to it.
 */
export function reviseKept<P extends KeptPlace>(kept: P, state: State): P | null {
  if (state.guideOff || state.place?.part === 'close') return null;
  return wasWarned(state) ? { ...kept, recheckUntilMs: null } : kept;
}

/**
 * What a session leaves of a place on another device of the home. Nobody knows whether it is the same person, so after a
 * symptom or an outcome all questions come first there too.
 */
export function reviseKeptElsewhere<P extends KeptPlace>(kept: P, state: State): P {
  return state.guideOff || wasWarned(state) ? { ...kept, recheckUntilMs: null } : kept;
}

/** What was done so far, for the log of sessions; null when nothing was. `day`: today, where the listener lives. */
export function sumUpSession(state: State, day: number): Session | null {
  const { plan, place, spots, wishes, moment } = state;
  if (!plan) return null;
  const pressed = countSpots(state).some(({ pressedSeconds }) => pressedSeconds > 0);
  const stretched = place?.part === 'stretch' && (place.unit > 0 || moment.at === 'stretching');
  if (!pressed && !stretched && place?.part !== 'close') return null;
  const { region, minutes } = plan.choice;
  // A hold that was broken off is none: whoever was called away has not had their session.
  const holds = spots.reduce((sum, spot) => sum + spot.holds, 0);
  // A routine whose pressing was closed on the way was still begun with its tool.
  const tool = plan.choice.tool === 'none' && pressed ? (wishes.tool ?? 'none') : plan.choice.tool;
  return { day, region, tool, minutes, holds };
}
