// A break: how long is it quiet, and how does it end?

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askAgain, promptOf } from '../../prompts';
import type { Moment, State } from '../../state';
import { answer, at, ends, promise, releaseAct } from '../../turn';
import { wayBack } from '../../wayBack';

type Pausing = Extract<Moment, { at: 'pausing' | 'keepingPlace' }>;

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
  const touching = state.moment.at === 'finding' || state.moment.at === 'pressing';
  const release: Act[] = touching ? [releaseAct(state)] : [];
  const suspended = state.cleared || state.suspended;
  // Nothing may be guided until the one question after the break is answered.
  const resting: State = { ...state, pauses, suspended, cleared: false };
  if (pauses > 1 && suspended && state.plan) {
    const keeping = at(resting, { at: 'keepingPlace', back });
    return answer(keeping, context, { ...promptOf(keeping, context), says: release });
  }
  return quiet(resting, { at: 'pausing', back }, context, release);
}

function quiet(state: State, moment: Pausing, context: Context, says: Act[]): Turn {
  const next = at(state, { ...moment, at: 'pausing' });
  return answer(next, context, { ...promptOf(next, context), says });
}

/** Back from a break: in a screened session one question comes first (safety.md 3.8). */
function backAgain(state: State, moment: Pausing, context: Context): Turn {
  if (!state.suspended) return askAgain(at(state, moment.back), context);
  return recheck(state, context, moment.back);
}

/** The one question after a break; a clear no leads to `back`. */
export function recheck(state: State, context: Context, back: Moment, says: Act[] = []): Turn {
  const moment: Moment = { at: 'rechecking', after: 'pause', back, tries: {} };
  return answer(at(state, moment), context, { says, asks: { key: 'recheck.pause' } });
}

/** The place is kept, the session ends; how to come back is the last thing said. */
function keep(state: State, context: Context): Turn {
  const kept = promise({ key: 'pause.kept' }, state, context);
  return ends(state, [kept], [{ type: 'savePlace' }]);
}

export function hearPausing(state: State, moment: Pausing, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'wasReady':
    case 'resumed':
    case 'saidStart':
    case 'triedToStart':
    case 'startedOver':
    case 'wantedNext':
    case 'wantedPrevious':
    case 'wentBack':
    case 'wantedMore':
    case 'wantedStretches':
      return backAgain(state, moment, context);
    case 'saidYes':
      return moment.at === 'keepingPlace' ? keep(state, context) : backAgain(state, moment, context);
    case 'saidNo':
    case 'saidNone':
      return quiet(state, moment, context, []);
    case 'notUnderstood':
      return quiet(state, moment, context, [{ key: 'missed' }]);
    default:
      return null;
  }
}
