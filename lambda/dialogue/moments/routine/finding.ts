// Leads the listener to the spot: says where it is, and leaves a quiet minute to feel for it.

import { firstSideOf } from '../../../domain/routine';
import { lengthOfTimeline } from '../../../domain/timeline';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { mayPress, mayPressNewSpot } from '../../rules';
import type { Block, MomentAt, Spot, State } from '../../state';
import { answer, lengthOfSays, moveTo, releaseFor } from '../../turn';
import { beginStretches } from './stretching';

/** Begins the search for the next spot of the plan, or the stretches when no further spot may be pressed. */
function beginFinding(state: State, context: Context, says: Act[] = []): Turn {
  if (!mayPressNewSpot(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  const count = state.spots.length;
  const side = state.plan?.spots[count] ?? firstSideOf(state.plan?.choice.side ?? 'left');
  const spot: Spot = { side, pressedSeconds: 0, holds: 0, pinned: false, strength: null };
  const next: State = { ...withSearch(state), spots: [...state.spots, spot] };
  const before = state.spots.at(-1)?.side;
  const begin = before === undefined ? 'first' : before === side ? 'sameSide' : 'otherSide';
  return search(next, context, count === 0 ? 'first' : 'nextSpot', [...says, openSearch(state, begin)]);
}

/** Searches for the present spot again; its seconds stay counted. Begins with the first spot when there is none. */
export function findAgain(state: State, context: Context, says: Act[] = []): Turn {
  const spot = state.spots.at(-1);
  if (!spot) return beginFinding(state, context, says);
  const spent = spot.pressedSeconds > context.routine.press.spotSeconds - context.routine.press.shortestRestSeconds;
  if (spent) return goOnAfterSpot(state, context, [...says, { key: 'press.spotSpent' }]);
  if (!mayPress(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  return search(withSearch(state), context, 'first', [...says, openSearch(state, 'again')]);
}

function withSearch(state: State): State {
  return { ...moveTo(state, { at: 'finding', round: 1, sinceMs: null, tries: {} }), place: { part: 'find', unit: 0 } };
}

/** The words that open a search. With a partner they address both people. */
function openSearch(state: State, form: 'first' | 'again' | 'sameSide' | 'otherSide'): Act {
  const partner = form === 'first' && state.plan?.choice.tool === 'partner';
  return { key: 'find.begin', context: partner ? 'partner' : form };
}

/** Plays a search after `says`. Silence after it begins with the release. */
export function search(state: State, context: Context, form: 'first' | 'nextSpot' | 'again', says: Act[]): Turn {
  const rule = form === 'first' && !state.heard.includes('rule.pain');
  const block: Block = { part: 'find', form, rule };
  const turn = answer(state, context, {
    says,
    block,
    asks: { key: 'find.ask' },
    carriesOn: true,
    carrySays: [releaseFor(state)],
    // Opening the skill anew has to know that the listener may lean on the tool.
    effects: [{ type: 'savePlace' }],
  });
  const { moment } = turn.state;
  if (moment.at !== 'finding') return turn;
  const sinceMs = Math.min(moment.sinceMs ?? Number.POSITIVE_INFINITY, searchStartMsOf(turn, context));
  return { ...turn, state: { ...turn.state, moment: { ...moment, sinceMs } } };
}

/** When the listener begins to feel for the spot, after the instructions, in milliseconds since 1970. */
function searchStartMsOf({ says, plays }: Turn, context: Context): number {
  const first = plays.findIndex(({ kind }) => kind !== 'instruct');
  return Math.round(
    context.nowMs + lengthOfSays(says, context) + lengthOfTimeline(plays.slice(0, first), context.lengthOf),
  );
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
