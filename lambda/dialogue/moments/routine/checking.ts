// Asks how a press felt, and offers one more.

import { offersLater } from '../../../domain/allowances';
import type { Act, Turn } from '../../act';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import { isOwedMore, tellOfLongerHolds } from '../../holdLength';
import { askForMore } from '../../prompts';
import { mayPress, spotOf } from '../../rules';
import type { State } from '../../state';
import { answer, moveTo } from '../../turn';
import { goOnAfterSpot } from './finding';

/** Asks one question about the first hold on each spot: sharp on the first spot, numb on the second. */
export function askFeeling(state: State, context: Context, said: Act): Turn {
  if (state.plan?.brief) return offerInPassing(state, context, said);
  const about = state.spots.length > 1 ? 'numb' : 'sharp';
  const key = `feeling.${about}`;
  if (state.heard.includes(key) || (spotOf(state)?.holds ?? 0) === 0) return offerMore(state, context, [said]);
  const next: State = { ...moveTo(state, { at: 'feeling', about, tries: {} }), heard: [...state.heard, key] };
  return answer(next, context, { says: [said], asks: { key }, carriesOn: true });
}

/** Mentions one more hold in a brief routine, without waiting for an answer: where there is room, or it was promised. */
function offerInPassing(state: State, context: Context, said: Act): Turn {
  const spot = spotOf(state);
  const { plan } = state;
  const more =
    pressToolOf(state) !== 'partner' &&
    plan !== null &&
    (offersLater(plan.choice, plan) || isOwedMore(state, context)) &&
    spot !== undefined &&
    spot.holds === 1 &&
    mayPress(state, context) &&
    (state.plan?.spots.length ?? 0) <= state.spots.length;
  return goOnAfterSpot(state, context, [said, ...(more ? [{ key: 'offer.later' }] : [])]);
}

/** Offers another hold for "one more" in the stretches; null when the spot has had none or may not have another. */
export function offerOnceMore(state: State, context: Context): Turn | null {
  const spot = spotOf(state);
  if (spot?.holds !== 1 || spot.strength === null || spot.pinned || !mayPress(state, context)) return null;
  return offerMore(state, context, []);
}

/** Offers another hold on the spot, lighter after a six or seven, or a pin and stretch; else goes on. */
export function offerMore(state: State, context: Context, says: Act[]): Turn {
  const spot = spotOf(state);
  if (!spot || !mayPress(state, context) || spot.holds > 1 || spot.pinned) return goOnAfterSpot(state, context, says);
  const pinnable =
    state.plan?.pin === true && state.spots.length === state.plan.spots.length && (spot.strength ?? 10) <= 5;
  const what = (spot.strength ?? 10) > 5 ? 'lighter' : pinnable && spot.holds > 0 ? 'pin' : 'second';
  const longer = tellOfLongerHolds(state, context);
  return answer(moveTo(longer.state, { at: 'offering', what, tries: {} }), context, {
    says: [...says, ...longer.says],
    asks: askForMore(state, what, context),
    carriesOn: true,
  });
}
