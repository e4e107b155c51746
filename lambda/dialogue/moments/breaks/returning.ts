// Welcomes a listener: offers the kept place, or begins the screening.

import type { Visit } from '../../../domain/healthQuestions';
import type { Act, Turn } from '../../act';
import { releaseOf } from '../../acts';
import type { Context, KeptPlace } from '../../context';
import { RECHECK_MS } from '../../keeping';
import { placeNameOf } from '../../rules';
import type { Moment, MomentAt, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { chooseNext } from '../routine/choosing';
import { openScreening, withOpening } from '../screening/screening';

export type Welcome = MomentAt<'welcomingBack'>;
/** The state with the kept place taken up. Seconds pressed before still count towards their limit. */
function withKept(state: State, kept: KeptPlace): State {
  const spots = kept.spots.map((spot) => ({ ...spot, strength: null }));
  const { region, side, tool, minutes, place } = kept.plan.choice;
  return {
    ...state,
    plan: kept.plan,
    place: kept.place,
    spots,
    wishes: { region, side, tool, minutes, place, ...state.wishes },
  };
}

function offer(state: State, context: Context, says: Act[], screened: boolean): Turn {
  const moment: Moment = { at: 'welcomingBack', screened, tries: {} };
  return answer(moveTo(state, moment), context, { says, asks: { key: 'back.offer', context: placeNameOf(state) } });
}

/** The release, when the listener may still be pressing as they open the skill anew; it comes before anything else. */
export function releaseIfPressing({ kept, nowMs }: Context): Act[] {
  if (!kept || (kept.pressingUntilMs ?? 0) <= nowMs) return [];
  return [releaseOf(kept.plan.choice.tool)];
}

/**
 * Answers a launch. Within thirty minutes of "start" on the same device the place is offered; else the screening
 * begins.
 */
export function welcome(state: State, context: Context, says: Act[] = []): Turn {
  const { kept, nowMs } = context;
  const opened = withOpening(state);
  if (kept && kept.recheckUntilMs !== null && kept.recheckUntilMs > nowMs) {
    const startedAtMs = kept.recheckUntilMs - RECHECK_MS;
    // Which questions were asked then is not kept, so a partner who joins later needs all of them.
    const wasRead = context.screeningForm === 'read';
    const visit: Visit = wasRead || kept.plan.choice.tool === 'partner' ? 'full' : 'return';
    return offer({ ...withKept(opened, kept), startedAtMs, visit }, context, [...says, { key: 'back.welcome' }], false);
  }
  const begun = kept ? withKept(opened, kept) : opened;
  // Whoever was told to come back hears why the questions do too.
  const why: Act[] = kept?.recheckUntilMs ? [{ key: 'recheck.tooLong' }] : [];
  return openScreening(begun, context, [...says, ...why]);
}

/** Goes on after "start": offers a place kept from before, or begins to choose. */
export function offerPlaceOrChoose(state: State, context: Context, says: Act[]): Turn {
  if (state.plan && state.place && !state.pressOff && !state.skinNoted) return offer(state, context, says, true);
  return chooseNext({ ...state, plan: null, place: null }, context, says);
}
