// The press is over: how strong was it, how did it feel, and is there one more (the pain rule of safety.md 3.6)?

import { painVerdict } from '../../../domain/pain';
import type { Act, Turn } from '../../act';
import { pressTool } from '../../blocks';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { reportSymptom } from '../../safety';
import { type Moment, type State, type Tries, tried } from '../../state';
import { answer, at } from '../../turn';
import { afterSpot, beginPin, beginPress, mayPress, spotOf } from './pressing';
import { beginStretches } from './stretching';

/** A number on the scale, and what the pain rule makes of it. */
export function strengthGiven(state: State, tries: Tries, level: number, context: Context): Turn {
  const verdict = painVerdict(level);
  const ask = { key: 'check.strength' };
  if (verdict === 'again') {
    return answer(at(state, { at: 'checking', tries: tried(tries, 'unrelated') }), context, {
      says: [{ key: 'check.scale' }],
      asks: ask,
      carriesOn: true,
    });
  }
  const spot = spotOf(state);
  const strength = Math.max(1, Math.ceil(level), spot?.strength ?? 1);
  const spots = spot ? [...state.spots.slice(0, -1), { ...spot, strength }] : state.spots;
  const known: State = { ...state, spots };
  if (verdict === 'off') return beginStretches({ ...known, pressOff: true }, context, [{ key: 'check.strong' }]);
  return askFeeling(known, context, { key: verdict === 'lighter' ? 'check.high' : 'check.fine' });
}

/** After the first hold on each spot one question on what it felt like: sharp on the first, numb on the second. */
function askFeeling(state: State, context: Context, said: Act): Turn {
  if (state.plan?.brief) return offerInPassing(state, context, said);
  const about = state.spots.length > 1 ? 'numb' : 'sharp';
  const key = `feeling.${about}`;
  if (state.heard.includes(key) || (spotOf(state)?.holds ?? 0) === 0) return offerMore(state, context, [said]);
  const next: State = { ...at(state, { at: 'feeling', about, tries: {} }), heard: [...state.heard, key] };
  return answer(next, context, { says: [said], asks: { key }, carriesOn: true });
}

/** In a brief routine one more hold is offered without waiting for an answer. */
function offerInPassing(state: State, context: Context, said: Act): Turn {
  const spot = spotOf(state);
  const more =
    pressTool(state) !== 'partner' &&
    spot !== undefined &&
    spot.holds === 1 &&
    mayPress(state, context) &&
    (state.plan?.spots.length ?? 0) <= state.spots.length;
  return afterSpot(state, context, [said, ...(more ? [{ key: 'offer.later' }] : [])]);
}

/** Another thirty seconds on the spot, lighter after a six or seven, or the pin; else on to the next thing. */
function offerMore(state: State, context: Context, says: Act[]): Turn {
  const spot = spotOf(state);
  if (!spot || !mayPress(state, context) || spot.holds > 1 || spot.pinned) return afterSpot(state, context, says);
  const pinnable =
    state.plan?.pin === true && state.spots.length === state.plan.spots.length && (spot.strength ?? 10) <= 5;
  const what = (spot.strength ?? 10) > 5 ? 'lighter' : pinnable && spot.holds > 0 ? 'pin' : 'second';
  return answer(at(state, { at: 'offering', what, tries: {} }), context, {
    says,
    asks: { key: `offer.${what}` },
    carriesOn: true,
  });
}

/** "From one to ten, how strong was it?" */
export function hearChecking(
  state: State,
  moment: Extract<Moment, { at: 'checking' }>,
  event: Event,
  context: Context,
): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      return strengthGiven(state, moment.tries, event.number, context);
    case 'saidYes':
    case 'saidNo':
    case 'saidNone':
    case 'saidSomewhat':
    case 'wasReady':
    case 'wasNotSure':
    case 'unclear':
    case 'mixedAnswer':
    case 'notUnderstood':
    case 'wantedMore':
      if ((moment.tries.unrelated ?? 0) > 0) return beginStretches(state, context, [{ key: 'check.never' }]);
      return answer(at(state, { at: 'checking', tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'check.number' }],
        asks: { key: 'check.strength' },
        carriesOn: true,
      });
    // Without a number nothing presses again: "no answer: stretches" (safety.md 3.6).
    case 'wantedNext':
    case 'resumed':
    case 'wantedStretches':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** "Any sharp or electric feeling?", "Any numbness or tingling?" */
export function hearFeeling(
  state: State,
  moment: Extract<Moment, { at: 'feeling' }>,
  event: Event,
  context: Context,
): Turn | null {
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return offerMore(state, context, []);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
      return reportSymptom(state, [moment.about], context, false);
    case 'notUnderstood':
    case 'unclear':
    case 'gaveNumber':
    case 'wasReady':
    case 'wantedMore':
      if ((moment.tries.unrelated ?? 0) > 0) return beginStretches({ ...state, pressOff: true }, context, []);
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'missed' }],
        asks: { key: `feeling.${moment.about}` },
        carriesOn: true,
      });
    case 'wantedNext':
    case 'wantedStretches':
    case 'resumed':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** One more on the same spot, or on. */
export function hearOffer(
  state: State,
  moment: Extract<Moment, { at: 'offering' }>,
  event: Event,
  context: Context,
): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'wantedMore':
    case 'wasReady':
    case 'askedToRepeat':
      if (event.type === 'askedToRepeat') return null;
      if (moment.what === 'pin') return beginPin(state, context, 'first');
      return beginPress(state, context, moment.what === 'lighter' ? 'lighter' : 'again');
    case 'saidNo':
    case 'saidNone':
    case 'wantedNext':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'resumed':
      return afterSpot(state, context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}
