// How long the next hold is: as the listener wishes, within what is safe for the spot and the listener.

import type { HoldLength } from '../domain/hold';
import { holdIn } from '../domain/planning';
import type { Act } from './act';
import type { Context } from './context';
import type { Spot, State } from './state';

/** Seconds of a hold where nothing longer may be held (docs/safety.md "Length of a hold"). */
export const SHORT_HOLD: HoldLength = 30;
const LONGEST: HoldLength = 60;
/** A spot rated this strong is not begun with a long hold. */
const STRONG_FROM = 6;

/** Why a hold is no longer than thirty seconds, whatever is wished. */
type Reason = 'lower' | 'partner' | 'gentle' | 'first' | 'strong';

/** What the length of a hold depends on besides the spot. */
type About = Pick<State, 'plan' | 'wishes' | 'spots' | 'soreBefore' | 'settings' | 'gentle'>;

function reasonFor(state: About, context: Context, spot: Spot | undefined, begun: boolean): Reason | null {
  const { region, tool } = { ...state.wishes, ...state.plan?.choice };
  const sessions = context.remembered?.sessions ?? [];
  const today = context.remembered?.today ?? 0;
  if (region === 'lower') return 'lower';
  if (tool === 'partner' && !sessions.some((one) => one.tool === 'partner' && one.holds > 0 && one.day < today))
    return 'partner';
  if (state.gentle) return 'gentle';
  if (!begun && !sessions.some(({ holds }) => holds > 0)) return 'first';
  const rated = spot?.strength ?? state.soreBefore ?? 0;
  return rated >= STRONG_FROM ? 'strong' : null;
}

/** Why the hold on the present spot, or on the first one, is no longer than thirty seconds; null when nothing is. */
function reasonNow(state: About, context: Context): Reason | null {
  // A hold that was broken off is not the first hold yet.
  const begun = state.spots.some(({ holds, pressedSeconds }) => holds > 0 && pressedSeconds >= SHORT_HOLD);
  return reasonFor(state, context, state.spots.at(-1), begun);
}

/** Seconds of the next hold on the present spot, before what the spot has had already. */
export function holdSecondsNow(state: State, context: Context): number {
  const seconds = reasonNow(state, context) ? SHORT_HOLD : state.settings.holdSeconds;
  return state.plan ? holdIn(state.plan.choice, seconds, context.routine.exercises) : seconds;
}

/** Whether a longer hold was wished for and the first one ever was thirty seconds all the same: the rest is promised. */
export function isOwedMore(state: State, context: Context): boolean {
  const { plan, settings } = state;
  const longer = plan !== null && holdIn(plan.choice, settings.holdSeconds, context.routine.exercises) > SHORT_HOLD;
  return longer && reasonFor(state, context, undefined, false) === 'first';
}

/** Seconds of the first hold on the first spot and on the next one, as far as can be told beforehand. */
export function plannedHolds(state: State, context: Context): { first: number; next: number } {
  const wished = state.settings.holdSeconds;
  const of = (begun: boolean) => (reasonFor(state, context, state.spots[begun ? 1 : 0], begun) ? SHORT_HOLD : wished);
  return { first: of(false), next: of(true) };
}

/** Whether the present spot has had its hold, or has it now: what is wished for comes too late for it. */
function hasBegun({ spots, place }: State): boolean {
  const spot = spots.at(-1);
  const holding = place?.part === 'press' || place?.part === 'pin';
  return spot !== undefined && (holding || spot.holds > 0 || spot.pressedSeconds > 0);
}

/** Whether a spot follows in this session that may be held for so many seconds. */
function mayHoldNext(state: State, context: Context, seconds: HoldLength): boolean {
  const { plan, place, spots, pressOff } = state;
  const over = place?.part === 'stretch' || place?.part === 'close';
  const follows =
    plan !== null && !over && !pressOff && spots.length < Math.min(plan.spots.length, context.routine.press.spots);
  if (!follows || seconds === SHORT_HOLD) return follows;
  return (
    reasonFor(state, context, undefined, true) === null &&
    holdIn(plan.choice, seconds, context.routine.exercises) > SHORT_HOLD
  );
}

/** Says how long the holds will be after a wish: what is done instead where it cannot be granted at once. */
export function sayHoldLength(state: State, context: Context): Act[] {
  const { holdSeconds } = state.settings;
  const presses = (state.plan?.choice.tool ?? state.wishes.tool) !== 'none' && !state.pressOff;
  if (!presses) return [{ key: 'holds.noted' }];
  if (hasBegun(state)) return sayFromWhen(state, context);
  const reason = holdSeconds > SHORT_HOLD ? reasonNow(state, context) : null;
  if (reason) return [{ key: 'holds.only', context: reason }];
  return [{ key: 'holds.now', context: String(holdSeconds) }];
}

/** Says from when on a length holds that the present spot cannot have any more. */
function sayFromWhen(state: State, context: Context): Act[] {
  const { holdSeconds } = state.settings;
  const length: Act = { key: 'holds.now', context: String(holdSeconds) };
  const reason = holdSeconds > SHORT_HOLD ? reasonFor(state, context, undefined, true) : null;
  // These hold for every spot, and the next time too.
  if (reason === 'lower' || reason === 'gentle') return [{ key: 'holds.only', context: reason }];
  if (mayHoldNext(state, context, holdSeconds)) return [length, { key: 'holds.nextSpot' }];
  if (!context.remembered) return [{ key: 'holds.tooLate' }];
  return [reason === 'partner' ? { key: 'holds.only', context: reason } : length, { key: 'holds.nextTime' }];
}

/** The plan's own words on its holds, where the listener asked for a length in the same breath. */
export function describeHolds(state: State, context: Context): Act[] {
  return state.wishes.holdSeconds === undefined || state.plan?.choice.tool === 'none'
    ? []
    : sayHoldLength(state, context);
}

/** Where a hold was no more than five, and no symptom came of it. */
const FINE_UP_TO = 5;

/**
 * Tells once a visit that holds may be longer, where a next one could be, in this session or another: a statement that
 * asks for no answer. The listener hears it after a hold of five or less.
 */
export function tellOfLongerHolds(state: State, context: Context): { state: State; says: Act[] } {
  const spot = state.spots.at(-1);
  const fine = spot !== undefined && spot.holds > 0 && (spot.strength ?? 10) <= FINE_UP_TO;
  const told = state.heard.includes(LONGER_HOLDS.key);
  const never =
    ['lower', 'partner', 'gentle'].includes(reasonFor(state, context, spot, true) ?? '') ||
    state.plan?.choice.tool === 'hook';
  const could = context.remembered !== null || mayHoldNext(state, context, LONGEST);
  if (!fine || told || never || !could || state.pressOff || state.settings.holdSeconds !== SHORT_HOLD)
    return { state, says: [] };
  return { state: { ...state, heard: [...state.heard, LONGER_HOLDS.key] }, says: [LONGER_HOLDS] };
}

const LONGER_HOLDS: Act = { key: 'holds.longer' };
