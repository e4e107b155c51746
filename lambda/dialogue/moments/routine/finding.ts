// Where exactly is the knot? A quiet minute to feel for it.

import { firstSide } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import type { Moment, Spot, State } from '../../state';
import { answer, at, releaseAct } from '../../turn';
import { afterSpot, beginPress, mayPress } from './pressing';
import { beginStretches } from './stretching';

type Finding = Extract<Moment, { at: 'finding' }>;

/** A new spot: never more than the session allows, in any order of starting over, swapping and going back. */
export function mayPressNewSpot(state: State, context: Context): boolean {
  return state.cleared && state.skinClear && !state.pressOff && state.spots.length < context.routine.press.spots;
}

/** The search for the next planned spot; without one, or without room for one, the stretches. */
export function beginFinding(state: State, context: Context, says: Act[] = []): Turn {
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

function search(state: State, context: Context, form: 'first' | 'nextSpot' | 'again', says: Act[]): Turn {
  const rule = form === 'first' && !state.heard.includes('rule.pain');
  return answer(state, context, {
    says,
    block: { part: 'find', form, rule },
    asks: { key: 'find.ask' },
    carriesOn: true,
    carrySays: [releaseAct(state)],
  });
}

/** How a press on the spot that was found begins: never as hard again where it was more than five. */
function leadFor(state: State): 'first' | 'again' | 'lighter' {
  const spot = state.spots.at(-1);
  if ((spot?.strength ?? 0) > 5) return 'lighter';
  return (spot?.holds ?? 0) > 0 ? 'again' : 'first';
}

/** Another quiet look; after the second the stretches are better than more searching. */
function lookAgain(state: State, moment: Finding, context: Context): Turn {
  if (moment.round >= 2) return beginStretches(state, context, [releaseAct(state), { key: 'find.leave' }]);
  return search(at(state, { at: 'finding', round: moment.round + 1 }), context, 'again', [{ key: 'find.patience' }]);
}

export function hearFinding(state: State, moment: Finding, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'wasReady':
      return beginPress(state, context, leadFor(state));
    case 'saidYes':
    case 'resumed':
    case 'saidStart':
      // A press begins only after "ready" (DESIGN section 6).
      return search(state, context, 'again', []);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'unclear':
      return lookAgain(state, moment, context);
    case 'wantedNext':
    case 'wantedStretches':
      return beginStretches(state, context, [releaseAct(state)]);
    case 'askedToRepeat':
    case 'askedDetails':
    case 'askedToExplain':
    case 'startedOver':
      return search(state, context, 'first', []);
    case 'itStays':
      return search(state, context, 'again', [{ key: 'find.patience' }]);
    case 'notUnderstood':
      return search(state, context, 'again', [{ key: 'missed' }]);
    default:
      return null;
  }
}
