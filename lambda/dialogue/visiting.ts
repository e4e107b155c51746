// Decides which questions a visit begins with, and when a passed full set of them no longer holds.

import type { Asking } from '../domain/healthQuestions';
import { judgePain } from '../domain/pain';
import type { Effect, Turn } from './act';
import type { Context } from './context';
import type { Event } from './event';
import type { State } from './state';

/** A full set holds for a return visit on the day it was passed and the fourteen after it (docs/safety.md). */
export const RETURN_DAYS = 14;

/** Whether the routine is with a partner, by what was chosen, wished or taken up from before. */
export function isWithPartner({ plan, wishes, usual }: State): boolean {
  return [plan?.choice.tool, wishes.tool, usual?.tool].includes('partner');
}

/** A symptom, an outcome, a strong pain or the skin was told: nothing short stands for the questions any more. */
export function isWarned({ guideOff, recheckOff, pressOff }: State): boolean {
  return guideOff || recheckOff || pressOff;
}

/** Whether something was told, or may have been in a hold, after which no return visit begins. */
export function mayBeWarned(state: State): boolean {
  return isWarned(state) || state.moment.at === 'worrying';
}

/**
 * Which questions come first: all, or the few of a return visit (docs/safety.md "Asking again"). Without a memory, and
 * where the questions are read out, it is always all of them.
 */
export function askingFor(state: State, { remembered, screened, screeningForm }: Context): Asking {
  const full: Asking = { visit: 'full', asksWho: state.asksWho };
  if (!remembered || !screened || screeningForm === 'read') return full;
  if (screened.voice === 'another' || isWarned(state) || isWithPartner(state)) return full;
  const days = remembered.today - screened.day;
  if (days < 0 || days > RETURN_DAYS) return full;
  return { visit: 'return', asksWho: screened.voice !== 'same' };
}

/** What is kept after "start": the day, when all questions were passed by a listener who is no guest. */
export function effectsOfPassing(state: State, { remembered, screeningForm }: Context): Effect[] {
  const isKnown = !state.asksWho || state.noes.includes('r0');
  if (!remembered || screeningForm === 'read' || state.visit !== 'full' || !isKnown || isWarned(state)) return [];
  return [{ type: 'rememberScreened', day: remembered.today }];
}

/** Whether the listener has not been guided before, as far as is known. */
export function isNew({ visit, asksWho, noes }: State, { remembered }: Context): boolean {
  if (visit === 'return') return false;
  return asksWho ? !noes.includes('r0') : !remembered?.sessions.length;
}

/**
 * Forgets the passed screening with every turn after a warning, because the write of an earlier one may have failed; and
 * on a pain of eight or more, whatever it was of, the second "too much", and an end without a clear no to "Is anything
 * wrong?". What is still asked of a return visit becomes all questions.
 */
export function voidScreening(before: State | null, event: Event, turn: Turn): Turn {
  const { state } = turn;
  const isTooMuch = event.type === 'saidTooMuch';
  const isVoid =
    isWarned(state) ||
    (before !== null &&
      (isWarned(before) ||
        (isTooMuch && before.tooMuch > 0) ||
        isStrongPain(before, event) ||
        (before.moment.at === 'worrying' && leaves(event))));
  if (!isVoid) return turn;
  const asksAll = state.visit === 'return' && !state.cleared && !state.suspended;
  const next: State = asksAll ? { ...state, visit: 'full' } : state;
  return { ...turn, state: next, effects: [...turn.effects, { type: 'forgetScreened' }] };
}

/** The session ends, or begins anew. */
const leaves = ({ type }: Event): boolean => ['sessionLost', 'stopped', 'launched', 'warmedUp'].includes(type);

/** Eight to ten, where a number is how strong or how sore something is. */
function isStrongPain({ moment }: State, event: Event): boolean {
  if (event.type !== 'gaveNumber' || judgePain(event.number) !== 'off') return false;
  return moment.at !== 'reminding' && !(moment.at === 'choosing' && moment.asks === 'minutes');
}
