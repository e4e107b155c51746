// A pause of three quiet minutes, and the one question after it.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { holds, wayBack } from '../../momentTable';
import { promptOf } from '../../prompts';
import type { Moment, MomentAt, State } from '../../state';
import { answer, at, releaseAct } from '../../turn';

export type Pausing = MomentAt<'pausing' | 'keepingPlace'>;

/** The moment somebody comes back to from a break, however many breaks they took. */
function backTo(moment: Moment): Moment {
  if (moment.at === 'pausing' || moment.at === 'keepingPlace') return moment.back;
  // Nobody comes back from a break to "shall I delete it all?"
  if (moment.at === 'forgetting') return backTo(moment.back);
  if (moment.at === 'rechecking' && moment.after === 'pause') return moment.back;
  return wayBack(moment);
}

/** Off everything first, then three quiet minutes; a second pause offers to keep the place instead. */
export function pause(state: State, context: Context): Turn {
  const back = backTo(state.moment);
  const pauses = state.pauses + 1;
  const release: Act[] = holds(state.moment.at, 'touches') ? [releaseAct(state)] : [];
  const suspended = state.cleared || state.suspended;
  // Nothing may be guided until the one question after the break is answered.
  const resting: State = { ...state, pauses, suspended, cleared: false };
  if (pauses > 1 && suspended && state.plan) {
    const keeping = at(resting, { at: 'keepingPlace', back });
    return answer(keeping, context, { ...promptOf(keeping, context), says: release });
  }
  return quiet(resting, { at: 'pausing', back }, context, release);
}

export function quiet(state: State, moment: Pausing, context: Context, says: Act[]): Turn {
  const next = at(state, { ...moment, at: 'pausing' });
  return answer(next, context, { ...promptOf(next, context), says });
}

/** The one question after a break; a clear no leads to `back`. */
export function recheck(state: State, context: Context, back: Moment, says: Act[] = []): Turn {
  const moment: Moment = { at: 'rechecking', after: 'pause', back, tries: {} };
  return answer(at(state, moment), context, { says, asks: { key: 'recheck.pause' } });
}
