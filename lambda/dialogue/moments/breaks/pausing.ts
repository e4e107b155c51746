// Pauses for three quiet minutes, and asks one question afterwards.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { holds, wayBackFrom } from '../../momentTable';
import { promptOf } from '../../prompts';
import type { Moment, MomentAt, State } from '../../state';
import { answer, moveTo, releaseFor } from '../../turn';

export type Pausing = MomentAt<'pausing' | 'keepingPlace'>;

/** The moment to which the listener comes back after a break, or after several in a row. */
function momentAfterBreak(moment: Moment): Moment {
  if (moment.at === 'pausing' || moment.at === 'keepingPlace') return moment.back;
  // The question "Shall I delete it all?" is not asked again after a break.
  if (moment.at === 'forgetting') return momentAfterBreak(moment.back);
  if (moment.at === 'rechecking' && moment.after === 'pause') return moment.back;
  return wayBackFrom(moment);
}

/** Releases the listener, then waits three quiet minutes. The second pause offers to keep the place instead. */
export function pause(state: State, context: Context): Turn {
  const back = momentAfterBreak(state.moment);
  const pauses = state.pauses + 1;
  const release: Act[] = holds(state.moment.at, 'touches') ? [releaseFor(state)] : [];
  const suspended = state.cleared || state.suspended;
  // Nothing is guided until the one question after the break is answered.
  const resting: State = { ...state, pauses, suspended, cleared: false };
  if (pauses > 1 && suspended && state.plan) {
    const keeping = moveTo(resting, { at: 'keepingPlace', back });
    return answer(keeping, context, { ...promptOf(keeping, context), says: release });
  }
  return stayQuiet(resting, { at: 'pausing', back }, context, release);
}

/** Begins a quiet wait of three minutes after `says`. */
export function stayQuiet(state: State, moment: Pausing, context: Context, says: Act[]): Turn {
  const next = moveTo(state, { ...moment, at: 'pausing' });
  return answer(next, context, { ...promptOf(next, context), says });
}

/** Asks the one question after a break. A clear no leads to `back`. */
export function recheck(state: State, context: Context, back: Moment, says: Act[] = []): Turn {
  const moment: Moment = { at: 'rechecking', after: 'pause', back, tries: {} };
  return answer(moveTo(state, moment), context, { says, asks: { key: 'recheck.pause' } });
}
