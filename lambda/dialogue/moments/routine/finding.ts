// Leads the listener to the spot: says where it is, and leaves a quiet minute to feel for it.

import { type Finding, foundWith, ruledWith, saySearch } from '../../../domain/approach';
import { firstSideOf } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import { spotSideOf } from '../../planning';
import { mayPress, mayPressNewSpot } from '../../rules';
import type { MomentAt, Spot, State } from '../../state';
import { answer, lengthOfSays, moveTo, releaseFor } from '../../turn';
import { beginStretches } from './stretching';

/** Begins the search for the next spot of the plan, or the stretches when no further spot may be pressed. */
function beginFinding(state: State, context: Context, says: Act[]): Turn {
  if (!mayPressNewSpot(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  const count = state.spots.length;
  const side = state.plan?.spots[count] ?? firstSideOf(state.plan?.choice.side ?? 'left');
  const spot: Spot = { side, pressedSeconds: 0, holds: 0, pinned: false, strength: null };
  const next: State = { ...withSearch(state), spots: [...state.spots, spot] };
  const before = state.spots.at(-1)?.side;
  if (before === undefined) return search(next, context, formFor(next), says);
  return search(next, context, 'short', [...says, { key: before === side ? 'find.sameSide' : 'find.otherSide' }]);
}

/**
 * Searches for the present spot again; its seconds stay counted. Begins with the first spot when there is none. `anew`:
 * with another tool.
 */
export function findAgain(state: State, context: Context, says: Act[] = [], anew = false): Turn {
  const spot = state.spots.at(-1);
  if (!spot) return beginFinding(state, context, says);
  const spent = spot.pressedSeconds > context.routine.press.spotSeconds - context.routine.press.shortestRestSeconds;
  if (spent) return goOnAfterSpot(state, context, [...says, { key: 'press.spotSpent' }]);
  if (!mayPress(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  const next = withSearch(state);
  if (anew) return search(next, context, formFor(next), says);
  return search(next, context, 'short', [...says, { key: 'find.back' }]);
}

/** The long form of finding is said once with each tool. */
function formFor(state: State): Finding {
  const tool = pressToolOf(state);
  return tool && !state.heard.includes(foundWith(tool)) ? 'first' : 'short';
}

function withSearch(state: State): State {
  return { ...moveTo(state, { at: 'finding', round: 1, sinceMs: null, tries: {} }), place: { part: 'find', unit: 0 } };
}

/** Says where the tool goes, and leaves a quiet minute to feel for the spot. Silence after it begins with the release. */
export function search(state: State, context: Context, finding: Finding, says: Act[]): Turn {
  const turn = answer(state, context, {
    says: [...says, ...sayWhere(state, finding)],
    block: { part: 'find' },
    asks: { key: 'find.ask' },
    carriesOn: true,
    carrySays: [releaseFor(state)],
    // Opening the skill anew has to know that the listener may lean on the tool.
    effects: [{ type: 'savePlace' }],
  });
  const { moment } = turn.state;
  if (moment.at !== 'finding') return turn;
  const beginsMs = Math.round(context.nowMs + lengthOfSays(turn.says, context));
  const sinceMs = Math.min(moment.sinceMs ?? Number.POSITIVE_INFINITY, beginsMs);
  return { ...turn, state: { ...turn.state, moment: { ...moment, sinceMs } } };
}

function sayWhere(state: State, finding: Finding): Act[] {
  const tool = pressToolOf(state);
  if (!tool || !state.plan) return [];
  const rule = !state.heard.includes(ruledWith(tool));
  return saySearch({ tool, region: state.plan.choice.region, side: spotSideOf(state), finding, rule });
}

/** A search ends after two minutes, or after a minute and a half in which the listener was not understood. */
const LONGEST_SEARCH_MS = 120_000;
const LONGEST_MISSED_MS = 90_000;

/** Whether a search has lasted long enough. `missed`: neither this nor an earlier utterance was understood. */
export function hasSearchedLong({ sinceMs }: MomentAt<'finding'>, missed: boolean, { nowMs }: Context): boolean {
  return sinceMs !== null && nowMs - sinceMs >= (missed ? LONGEST_MISSED_MS : LONGEST_SEARCH_MS);
}

/** Releases the listener from a search and offers the stretches instead. */
export function leaveSearch(state: State, context: Context): Turn {
  return answer(moveTo(state, { at: 'offering', what: 'stretches', tries: {} }), context, {
    says: [releaseFor(state), { key: 'find.offForNow' }],
    asks: { key: 'offer.stretches' },
    carriesOn: true,
  });
}

/** Goes on to the next spot, or to the stretches. */
export function goOnAfterSpot(state: State, context: Context, says: Act[] = []): Turn {
  const more = (state.plan?.spots.length ?? 0) > state.spots.length && mayPressNewSpot(state, context);
  return more ? beginFinding(state, context, says) : beginStretches(state, context, says);
}
