// Decides what of an unfinished routine is kept, and for how long.

import type { Session } from '../domain/progress';
import type { KeptPlace } from './context';
import type { State } from './state';

/** One question may stand for a passed screening for thirty minutes from "start" (docs/safety.md "Asking again"). */
export const RECHECK_MS = 30 * 60_000;

/** A break shorter than this needs no question (docs/safety.md "Asking again"). */
export const SHORT_BREAK_MS = 120_000;

/** A place is offered for thirty minutes after the last turn. After that everything begins anew. */
export const PLACE_MS = 30 * 60_000;

/** How long after an answer the press in it may still be going on when the skill is opened anew. */
const PRESS_ANSWER_MS = 120_000;

/** The spots, with the press that is playing counted in full: the session may end before the true length is known. */
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

/** Upper bound for one slow lift, used only for a place that is kept during a pin and stretch. */
const PIN_SECONDS = 8;

/**
 * The place of an unfinished routine, without any health answer; null when there is no place to keep. `stopped`: the
 * listener said stop, which keeps the place but not the screening. `nowMs`: milliseconds since 1970.
 */
export function keptPlaceOf(state: State, stopped: boolean, nowMs: number): KeptPlace | null {
  const { plan, place, playing, startedAtMs } = state;
  if (!plan || !place || state.guideOff || place.part === 'close') return null;
  const mayRecheck = !stopped && !wasWarned(state) && startedAtMs !== null;
  // A search touches like a press.
  const pressing = ['press', 'pin', 'find'].includes(playing?.block?.part ?? '');
  return {
    plan,
    place,
    spots: countSpots(state),
    recheckUntilMs: mayRecheck ? startedAtMs + RECHECK_MS : null,
    pressingUntilMs: pressing && playing ? playing.sentAtMs + PRESS_ANSWER_MS : null,
    endsAtMs: (state.lastTurnMs ?? nowMs) + PLACE_MS,
  };
}

/** Whether a symptom, a strong pain or the skin was reported, or may have been: the short re-check is not enough then. */
const wasWarned = ({ recheckOff, pressOff, moment }: State): boolean =>
  recheckOff || pressOff || moment.at === 'worrying';

/**
 * A place kept earlier, as this session leaves it; null when it must not be offered again. Every later turn repeats the
 * decision, because the write of the turn that made it may not have reached the store.
 */
export function reviseKept<P extends KeptPlace>(kept: P, state: State): P | null {
  if (state.guideOff || state.place?.part === 'close') return null;
  return wasWarned(state) ? { ...kept, recheckUntilMs: null } : kept;
}

/**
 * A place on another device of the home, as this session leaves it. It may belong to the same person, so after a
 * symptom or an outcome all questions come first there too.
 */
export function reviseKeptElsewhere<P extends KeptPlace>(kept: P, state: State): P {
  return state.guideOff || wasWarned(state) ? { ...kept, recheckUntilMs: null } : kept;
}

/** What was done so far, for the log of sessions; null when nothing was done. `day`: today where the listener lives. */
export function sumUpSession(state: State, day: number): Session | null {
  const { plan, place, spots, wishes, moment } = state;
  if (!plan) return null;
  const pressed = countSpots(state).some(({ pressedSeconds }) => pressedSeconds > 0);
  const stretched = place?.part === 'stretch' && (place.unit > 0 || moment.at === 'stretching');
  if (!pressed && !stretched && place?.part !== 'close') return null;
  const { region, minutes } = plan.choice;
  // A hold that was broken off does not count: a listener who was called away has not had the session.
  const holds = spots.reduce((sum, spot) => sum + spot.holds, 0);
  // A routine whose pressing was closed on the way was begun with a tool all the same.
  const tool = plan.choice.tool === 'none' && pressed ? (wishes.tool ?? 'none') : plan.choice.tool;
  return { day, region, tool, minutes, holds };
}
