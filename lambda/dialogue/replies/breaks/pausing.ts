// Replies during a pause: back to the routine, another quiet wait, or the end with the place kept.

import type { Turn } from '../../act';
import { PLACE_KEPT } from '../../acts';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { waitForReady } from '../../moments/breaks/interrupted';
import { isShort, type Pausing, recheck, stayQuiet } from '../../moments/breaks/pausing';
import { askAgain } from '../../prompts';
import type { State } from '../../state';
import { endSession, moveTo, promise } from '../../turn';
import { hearBetween } from '../routine/stretching';
import { hearInterrupted } from './interrupted';

/**
 * Comes back from a break. In a screened session one question comes first, unless the break was short
 * (docs/safety.md "Asking again").
 */
function comeBack(state: State, event: Event, moment: Pausing, context: Context): Turn {
  const back = moveTo(state, moment.back);
  if (!state.suspended) return askAgain(back, context);
  if (!isShort(moment, state, context)) return recheck(state, context, moment.back);
  return goOn({ ...back, cleared: true, suspended: false }, event, context);
}

/** Goes on after a short break: "ready" is enough, and the only word that goes on with a press. */
function goOn(state: State, event: Event, context: Context): Turn {
  const { at } = state.moment;
  const saysYes = ['saidYes', 'resumed', 'saidStart', 'triedToStart'].includes(event.type);
  // What is left of a hold has not been told since the break began.
  if (at === 'interrupted' && saysYes && state.place?.part !== 'stretch') return waitForReady(state, context, []);
  const reply =
    at === 'interrupted'
      ? hearInterrupted(state, event, context)
      : at === 'between'
        ? hearBetween(state, event, context)
        : null;
  return reply ?? askAgain(state, context);
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
      return comeBack(state, event, moment, context);
    case 'saidYes':
      return moment.at === 'keepingPlace' ? keepPlace(state, context) : comeBack(state, event, moment, context);
    case 'saidNo':
    case 'saidNone':
      return stayQuiet(state, moment, context, []);
    case 'notUnderstood':
      return stayQuiet(state, moment, context, [{ key: 'missed' }]);
    default:
      return null;
  }
}
