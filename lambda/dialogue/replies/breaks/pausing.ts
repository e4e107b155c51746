// Replies during a pause: back to the routine, another quiet wait, or the end with the place kept.

import type { Turn } from '../../act';
import { PLACE_KEPT } from '../../acts';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { type Pausing, recheck, stayQuiet } from '../../moments/breaks/pausing';
import { askAgain } from '../../prompts';
import type { State } from '../../state';
import { endSession, moveTo, promise } from '../../turn';

/** Comes back from a break. In a screened session one question comes first (docs/safety.md "Asking again"). */
function comeBack(state: State, moment: Pausing, context: Context): Turn {
  if (!state.suspended) return askAgain(moveTo(state, moment.back), context);
  return recheck(state, context, moment.back);
}

/** Keeps the place and ends the session. How to come back is said last. */
function keepPlace(state: State, context: Context): Turn {
  const kept = promise(PLACE_KEPT, state, context);
  return endSession(state, [kept], [{ type: 'savePlace' }]);
}

/** Replies during a pause, and to the offer to keep the place. */
export function hearPausing(state: State, event: Event, context: Context, moment: Pausing): Turn | null {
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
      return comeBack(state, moment, context);
    case 'saidYes':
      return moment.at === 'keepingPlace' ? keepPlace(state, context) : comeBack(state, moment, context);
    case 'saidNo':
    case 'saidNone':
      return stayQuiet(state, moment, context, []);
    case 'notUnderstood':
      return stayQuiet(state, moment, context, [{ key: 'missed' }]);
    default:
      return null;
  }
}
