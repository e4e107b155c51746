// Leads the listener to the spot: where, and a quiet minute to feel for it.

import { firstSide } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { mayPress, mayPressNewSpot } from '../../rules';
import type { Spot, State } from '../../state';
import { answer, at, releaseAct } from '../../turn';
import { beginStretches } from './stretching';

/** The search for the next planned spot; without one, or without room for one, the stretches. */
function beginFinding(state: State, context: Context, says: Act[] = []): Turn {
  if (!mayPressNewSpot(state, context)) return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  const count = state.spots.length;
  const side = state.plan?.spots[count] ?? firstSide(state.plan?.choice.side ?? 'left');
  const spot: Spot = { side, pressedSeconds: 0, holds: 0, pinned: false, strength: null };
  const next: State = { ...finding(state), spots: [...state.spots, spot] };
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
  return search(finding(state), context, 'first', [...says, beginAct(state, 'again')]);
}

function finding(state: State): State {
  return { ...at(state, { at: 'finding', round: 1 }), place: { part: 'find', unit: 0 } };
}

/** The words that open a search; with a partner they speak to both. */
function beginAct(state: State, form: 'first' | 'again' | 'sameSide' | 'otherSide'): Act {
  const partner = form === 'first' && state.plan?.choice.tool === 'partner';
  return { key: 'find.begin', context: partner ? 'partner' : form };
}

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

/** The next spot, or the stretches. */
export function afterSpot(state: State, context: Context, says: Act[] = []): Turn {
  const more = (state.plan?.spots.length ?? 0) > state.spots.length && mayPressNewSpot(state, context);
  return more ? beginFinding(state, context, says) : beginStretches(state, context, says);
}
