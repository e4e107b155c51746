// Rules that several moments need: what may be pressed or stretched now, for how long, and where the listener stopped.

import { pressToolOf } from './blocks';
import type { Context } from './context';
import type { Spot, State } from './state';

/** The spot that is being worked on. */
export function spotOf(state: State): Spot | undefined {
  return state.spots.at(-1);
}

/** Seconds for which the present spot may still be pressed (sixty in all, docs/safety.md "Limits of pressing"). */
export function secondsLeftOnSpot(state: State, context: Context): number {
  return context.routine.press.spotSeconds - (spotOf(state)?.pressedSeconds ?? 0);
}

/**
 * Whether a press may follow: the screening is passed, the skin clear, nothing reported, and the spot has seconds left.
 */
export function mayPress(state: State, context: Context): boolean {
  const enough = secondsLeftOnSpot(state, context) >= context.routine.press.shortestRestSeconds;
  return (
    state.cleared &&
    state.skinClear &&
    !state.pressOff &&
    !state.guideOff &&
    presses(state, context) &&
    spotOf(state) !== undefined &&
    enough
  );
}

/** Whether the routine has a tool, and one that may press there: an age may have left it out. */
function presses(state: State, context: Context): boolean {
  const tool = pressToolOf(state);
  const region = state.plan?.choice.region;
  return tool !== null && region !== undefined && context.routine.exercises.presses[tool].regions.includes(region);
}

/**
 * Whether another spot may be pressed. Starting over, swapping tools and going back never lead to more than allowed.
 */
export function mayPressNewSpot(state: State, context: Context): boolean {
  return state.cleared && state.skinClear && !state.pressOff && state.spots.length < context.routine.press.spots;
}

/** Whether stretches may be guided: the screening is passed and no outcome has closed the session. */
export function mayStretch(state: State): boolean {
  return state.cleared && !state.guideOff && state.plan !== null;
}

/** What the offer to go on calls the place. A routine in which nothing was done yet counts as just begun. */
export function placeNameOf(state: State): string {
  const { place } = state;
  if (!place || place.part === 'find') return state.spots.length > 0 ? 'find' : 'begin';
  return place.part === 'stretch' && place.unit === 0 && place.restSeconds === undefined && state.spots.length === 0
    ? 'begin'
    : place.part;
}
