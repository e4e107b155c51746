// Replies after a press: to the number, to the question how it felt, and to the offer of one more.

import { judgePain } from '../../../domain/pain';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { waitForReady } from '../../moments/breaks/interrupted';
import { askFeeling, offerMore } from '../../moments/routine/checking';
import { goOnAfterSpot } from '../../moments/routine/finding';
import { beginPin, beginPress } from '../../moments/routine/pressing';
import { askAtRest } from '../../moments/routine/readying';
import { beginStretches } from '../../moments/routine/stretching';
import { askForMore } from '../../prompts';
import { planAnew } from '../../replanning';
import { spotOf } from '../../rules';
import { countTry, type MomentAt, type State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, endSession, moveTo, releaseFor } from '../../turn';
import { reportSymptom } from '../symptom';

/** Applies the pain rule to the number given for a hold. `given`: the number as it was said. */
export function takeStrength(state: State, moment: MomentAt<'checking'>, given: number, context: Context): Turn {
  const spot = spotOf(state);
  const level = Math.max(given, moment.least ?? 0);
  if (spot?.holds === 0 && spot.pressedSeconds === 0) return takeNumberWithoutHold(state, level, context);
  const verdict = judgePain(level);
  if (judgePain(given) === 'again') {
    return answer(moveTo(state, { ...moment, tries: countTry(moment.tries, 'unrelated') }), context, {
      says: [{ key: 'check.scale' }],
      asks: { key: 'check.strength' },
      carriesOn: true,
    });
  }
  const known = withStrength(state, level);
  if (verdict === 'off') return beginStretches({ ...known, pressOff: true }, context, [{ key: 'check.strong' }]);
  return askFeeling(known, context, sayVerdict(verdict, level));
}

/** "Four is fine.", or that it was a bit much. */
function sayVerdict(verdict: ReturnType<typeof judgePain>, level: number): Act {
  if (verdict === 'lighter') return { key: 'check.high' };
  return { key: 'check.fine', values: { number: Math.max(1, Math.ceil(level)) } };
}

/** Notes how strong the present spot was, one to ten; the highest number counts. */
export function withStrength(state: State, level: number): State {
  const spot = spotOf(state);
  const strength = Math.max(1, Math.ceil(level), spot?.strength ?? 1);
  return spot ? { ...state, spots: [...state.spots.slice(0, -1), { ...spot, strength }] } : state;
}

/** Takes a number that is said in a search, or of one: releases who is searching, and applies the pain rule as after a hold. */
export function takeNumberWithoutHold(state: State, level: number, context: Context): Turn {
  const verdict = judgePain(level);
  const release = state.moment.at === 'finding' ? [releaseFor(state)] : [];
  // Without a soreness the number is that, told late.
  const late = state.soreBefore === null && spotOf(state)?.holds === 0 && state.plan?.choice.minutes !== 3;
  if (verdict === 'off' && late) return askAtRest(state, context, release);
  if (verdict === 'off')
    return beginStretches({ ...withStrength(state, level), pressOff: true }, context, [
      ...release,
      { key: 'check.strong' },
    ]);
  const told: State = late && verdict !== 'again' ? { ...state, soreBefore: Math.max(1, Math.round(level)) } : state;
  const known = verdict === 'lighter' ? withStrength(told, level) : told;
  const said: Act = verdict === 'again' ? { key: 'check.scale' } : sayVerdict(verdict, level);
  return waitForReady({ ...known, place: { part: 'find', unit: 0 } }, context, [...release, said]);
}

/** Replies to "From one to ten, how strong was it?". */
export function hearChecking(state: State, event: Event, context: Context, moment: MomentAt<'checking'>): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      return takeStrength(state, moment, event.number, context);
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
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'check.number' }], asks: { key: 'check.strength' }, carriesOn: true },
        () => beginStretches(state, context, [{ key: 'check.never' }]),
      );
    // Nothing presses again without a number (docs/safety.md "The rules of pressing").
    case 'wantedNext':
    case 'resumed':
    case 'wantedStretches':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** Replies to "Any sharp or electric feeling?" and "Any numbness or tingling?". */
export function hearFeeling(state: State, event: Event, context: Context, moment: MomentAt<'feeling'>): Turn | null {
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
    case 'wasReady':
    case 'wantedMore':
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'missed' }], asks: { key: `feeling.${moment.about}` }, carriesOn: true },
        () => beginStretches({ ...state, pressOff: true }, context, []),
      );
    case 'wantedNext':
    case 'wantedStretches':
    case 'resumed':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** Offers a lighter hold instead, to one who said "yes, but lighter" or half a yes. */
function offerLighter(state: State, context: Context, says: Act[]): Turn {
  return answer(moveTo(state, { at: 'offering', what: 'lighter', tries: {} }), context, {
    says,
    asks: askForMore(state, 'lighter', context),
    carriesOn: true,
  });
}

/** Replies to the offer of one more on the same spot. */
export function hearOffer(state: State, event: Event, context: Context, moment: MomentAt<'offering'>): Turn | null {
  if (moment.what === 'stretches') return hearStretchesOffer(state, event, context, moment);
  switch (event.type) {
    // A "yes, but ..." may arrive as a bare yes (docs/safety.md "The rules of pressing").
    case 'saidYes':
    case 'wantedMore':
    case 'saidStart':
    case 'triedToStart':
      return answer(state, context, {
        says: [{ key: 'offer.sayReady' }],
        asks: askForMore(state, moment.what, context),
        carriesOn: true,
      });
    case 'wasReady':
      if (moment.what === 'pin') return beginPin(state, context, 'first');
      return beginPress(state, context, moment.what === 'lighter' ? 'lighter' : 'again');
    case 'saidNo':
    case 'saidNone':
    case 'wantedNext':
    case 'wasNotSure':
    case 'resumed':
      return goOnAfterSpot(state, context);
    case 'saidSomewhat':
      return offerLighter(state, context, []);
    case 'wantedEasier':
      return offerLighter(planAnew({ ...state, easier: true }, context), context, [{ key: 'replan.easier' }]);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** Replies to the offer of stretches after a long search. A no waits for "ready" and searches once more. */
function hearStretchesOffer(state: State, event: Event, context: Context, moment: MomentAt<'offering'>): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'saidSomewhat':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
    case 'wantedStretches':
      return beginStretches(state, context, []);
    case 'saidNo':
    case 'saidNone':
      return waitForReady(state, context, []);
    case 'unclear':
    case 'notUnderstood':
    case 'wasNotSure':
    case 'gaveNumber':
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'missed' }], asks: { key: 'offer.stretches' }, carriesOn: true },
        () => endSession(state, [{ key: 'close.net' }, { key: 'close.goodbye' }], [{ type: 'savePlace' }]),
        { most: 2 },
      );
    default:
      return null;
  }
}
