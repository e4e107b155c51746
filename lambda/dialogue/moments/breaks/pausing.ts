// Pauses for three quiet minutes, and asks one question afterwards.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { SHORT_BREAK_MS } from '../../keeping';
import { holds, wayBackFrom } from '../../momentTable';
import { askWhatIsNew, promptOf } from '../../prompts';
import type { Moment, MomentAt, State } from '../../state';
import { answer, moveTo, releaseFor } from '../../turn';

export type Pausing = MomentAt<'pausing' | 'keepingPlace'>;

/** The moment to which the listener comes back after a break, or after several in a row. */
function momentAfterBreak(moment: Moment): Moment {
  if (moment.at === 'pausing' || moment.at === 'keepingPlace') return moment.back;
  // The question "Shall I delete it all?" is not asked again after a break.
  if (moment.at === 'forgetting') return momentAfterBreak(moment.back);
  if (moment.at === 'rechecking' && moment.after !== 'loss') return moment.back;
  const before = wayBackFrom(moment);
  return before === moment ? moment : momentAfterBreak(before);
}

/**
 * When the present break began, in milliseconds since 1970. A break in a break goes on; where the question after one is
 * still open, no later break is short.
 */
function sinceOf({ moment, suspended }: State, { nowMs }: Context): number {
  if (moment.at === 'pausing' || moment.at === 'keepingPlace') return moment.sinceMs;
  return suspended ? 0 : nowMs;
}

/** Whether a break needs no question: it was short, and no symptom has been told in the session. */
export function isShort({ sinceMs }: Pausing, { recheckOff }: State, { nowMs }: Context): boolean {
  return !recheckOff && nowMs - sinceMs < SHORT_BREAK_MS;
}

/** Releases the listener, then waits three quiet minutes. The second pause offers to keep the place instead. */
export function pause(state: State, context: Context): Turn {
  const pauses = state.pauses + 1;
  const rest = restIn(state, context);
  if (pauses === 1 || !rest.state.suspended || !state.plan) return waitQuietly({ ...state, pauses }, context);
  const keeping = moveTo({ ...rest.state, pauses }, { ...rest.moment, at: 'keepingPlace' });
  return answer(keeping, context, { ...promptOf(keeping, context), says: rest.release });
}

/** Waits three quiet minutes for somebody who is not ready yet; it is no pause of theirs. */
export function waitQuietly(before: State, context: Context): Turn {
  const { state, moment, release } = restIn(before, context);
  return stayQuiet(state, moment, context, release);
}

/** A break that begins now: what it holds of the routine, where it leads back to, and the release before it. */
function restIn(state: State, context: Context): { state: State; moment: MomentAt<'pausing'>; release: Act[] } {
  const back = momentAfterBreak(state.moment);
  const sinceMs = sinceOf(state, context);
  const release: Act[] = holds(state.moment.at, 'touches') ? [releaseFor(state)] : [];
  const suspended = state.cleared || state.suspended;
  // Nothing is guided until the break is over, and the question after a long one answered.
  return {
    state: { ...state, suspended, cleared: false },
    moment: { at: 'pausing', back, sinceMs },
    release,
  };
}

/** Begins a quiet wait of three minutes after `says`. */
export function stayQuiet(state: State, moment: Pausing, context: Context, says: Act[]): Turn {
  const next = moveTo(state, { ...moment, at: 'pausing' });
  return answer(next, context, { ...promptOf(next, context), says });
}

/** Asks the one question after a break. A clear no leads to `back`. */
export function recheck(
  state: State,
  context: Context,
  back: Moment,
  says: Act[] = [],
  after: 'pause' | 'person' = 'pause',
): Turn {
  const moment: Moment = { at: 'rechecking', after, back, tries: {} };
  return answer(moveTo({ ...state, away: false }, moment), context, { says, asks: askWhatIsNew(after) });
}

/**
 * Asks whether something is new, or somebody else is here: nothing is guided before a clear no. It leads back to what
 * was open.
 */
export function recheckNow(before: State, context: Context, after: 'pause' | 'person', says: Act[] = []): Turn {
  const { state, moment, release } = restIn(before, context);
  return recheck(state, context, moment.back, [...release, ...says], after);
}
