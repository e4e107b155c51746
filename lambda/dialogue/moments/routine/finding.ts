// Leads the listener to the spot: where, and a quiet minute to feel for it.

import { firstSide } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { mayPress, mayPressNewSpot } from '../../rules';
import type { MomentAt, Spot, State } from '../../state';
import { answer, at, releaseAct } from '../../turn';
import { beginStretches } from './stretching';

/** The search for the next planned spot; without one, or without room for one, the stretches. */
function beginFinding(state: State, context: Context, says: Act[] = []): Turn {
  if (!mayPressNewSpot(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  const count = state.spots.length;
  const side = state.plan?.spots[count] ?? firstSide(state.plan?.choice.side ?? 'left');
  const spot: Spot = { side, pressedSeconds: 0, holds: 0, pinned: false, strength: null };
  const next: State = { ...finding(state, context), spots: [...state.spots, spot] };
  const before = state.spots.at(-1)?.side;
  const begin = before === undefined ? 'first' : before === side ? 'sameSide' : 'otherSide';
  return search(next, context, count === 0 ? 'first' : 'nextSpot', [...says, beginAct(state, begin)]);
}

/** The spot that was being worked on, looked for again: its seconds stay counted. The first spot, when there is none. */
export function findAgain(state: State, context: Context, says: Act[] = []): Turn {
  const spot = state.spots.at(-1);
  if (!spot) return beginFinding(state, context, says);
  const spent = spot.pressedSeconds > context.routine.press.spotSeconds - context.routine.press.shortestRestSeconds;
  if (spent) return afterSpot(state, context, [...says, { key: 'press.spotSpent' }]);
  if (!mayPress(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  return search(finding(state, context), context, 'first', [...says, beginAct(state, 'again')]);
}

function finding(state: State, { nowMs }: Context): State {
  return { ...at(state, { at: 'finding', round: 1, sinceMs: nowMs, tries: {} }), place: { part: 'find', unit: 0 } };
}

/** The words that open a search; with a partner they speak to both. */
function beginAct(state: State, form: 'first' | 'again' | 'sameSide' | 'otherSide'): Act {
  const partner = form === 'first' && state.plan?.choice.tool === 'partner';
  return { key: 'find.begin', context: partner ? 'partner' : form };
}

/** Sends a search; silence after it releases first. */
export function search(state: State, context: Context, form: 'first' | 'nextSpot' | 'again', says: Act[]): Turn {
  const rule = form === 'first' && !state.heard.includes('rule.pain');
  return answer(state, context, {
    says,
    block: { part: 'find', form, rule },
    asks: { key: 'find.ask' },
    carriesOn: true,
    carrySays: [releaseAct(state)],
  });
}

/** A search is over for now after two minutes, or after a minute and a half of not being understood (docs/safety.md). */
const LONGEST_SEARCH_MS = 120_000;
const LONGEST_MISSED_MS = 90_000;

/** Whether a search has lasted long enough; `missed`: what was said now was not understood, nor something before it. */
export function hasSearchedLong({ sinceMs }: MomentAt<'finding'>, missed: boolean, { nowMs }: Context): boolean {
  return nowMs - sinceMs >= (missed ? LONGEST_MISSED_MS : LONGEST_SEARCH_MS);
}

/** Off the tool for now, and the stretches are offered instead. */
export function leaveSearch(state: State, context: Context): Turn {
  return answer(at(state, { at: 'offering', what: 'stretches', tries: {} }), context, {
    says: [releaseAct(state), { key: 'find.offForNow' }],
    asks: { key: 'offer.stretches' },
    carriesOn: true,
  });
}

/** The next spot, or the stretches. */
export function afterSpot(state: State, context: Context, says: Act[] = []): Turn {
  const more = (state.plan?.spots.length ?? 0) > state.spots.length && mayPressNewSpot(state, context);
  return more ? beginFinding(state, context, says) : beginStretches(state, context, says);
}
