// Where exactly is the knot? A quiet minute to feel for it.

import { firstSide } from '../../domain/routine';
import type { Act, Turn } from '../act';
import type { Context } from '../context';
import type { Event } from '../event';
import type { Moment, Spot, State } from '../state';
import { answer, at, releaseAct } from '../turn';
import { beginPress } from './pressing';
import { beginStretches } from './stretching';

type Finding = Extract<Moment, { at: 'finding' }>;

/** A new spot: never more than the session allows, in any order of starting over, swapping and going back. */
export function mayPressNewSpot(state: State, context: Context): boolean {
  return state.cleared && state.skinClear && !state.pressOff && state.spots.length < context.routine.press.spots;
}

/** The search for the next spot, or for the present one again when it has not been pressed yet. */
export function beginFinding(state: State, context: Context, says: Act[] = []): Turn {
  const unpressed = state.spots.at(-1);
  const reuse = unpressed !== undefined && unpressed.pressedSeconds === 0 && unpressed.holds === 0;
  if (!reuse && !mayPressNewSpot(state, context))
    return beginStretches(state, context, [...says, { key: 'press.spent' }]);
  const kept = reuse ? state.spots.slice(0, -1) : state.spots;
  const side = state.plan?.spots[kept.length] ?? firstSide(state.plan?.choice.side ?? 'left');
  const spot: Spot = { side, pressedSeconds: 0, holds: 0, pinned: false, strength: null };
  const next: State = {
    ...at(state, { at: 'finding', round: 1 }),
    spots: [...kept, spot],
    place: { part: 'find', unit: 0 },
  };
  const form = kept.length === 0 ? 'first' : 'nextSpot';
  return search(next, context, form, [...says, { key: 'find.begin', context: form }]);
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

/** Another quiet look; after the second the stretches are better than more searching. */
function lookAgain(state: State, moment: Finding, context: Context): Turn {
  if (moment.round >= 2) return beginStretches(state, context, [releaseAct(state), { key: 'find.leave' }]);
  return search(at(state, { at: 'finding', round: moment.round + 1 }), context, 'again', [{ key: 'find.patience' }]);
}

export function hearFinding(state: State, moment: Finding, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'wasReady':
    case 'saidYes':
    case 'resumed':
    case 'saidStart':
      return beginPress(state, context, 'first');
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
      return search(state, context, state.spots.length > 1 ? 'nextSpot' : 'first', []);
    case 'notUnderstood':
      return search(state, context, 'again', [{ key: 'missed' }]);
    default:
      return null;
  }
}
