// Replies while something is being fetched; "ready" goes on, and never to a press.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { type Fetching, goOnAfterFetching, waitForFetching } from '../../moments/routine/fetching';
import { askAgain } from '../../prompts';
import type { State } from '../../state';
import { moveTo } from '../../turn';
import { hearScreening } from '../screening/screening';
import { hearChoosing } from './choosing';
import { hearReadying } from './readying';

/** Replies while something is being fetched. An answer to what was asked before it counts. */
export function hearFetching(state: State, event: Event, context: Context, moment: Fetching): Turn | null {
  switch (event.type) {
    case 'wasReady':
    case 'resumed':
    case 'saidYes':
    case 'saidStart':
    case 'triedToStart':
    case 'wantedNext':
      return goOnAfterFetching(state, moment, context);
    case 'needsToFetch':
      return waitForFetching(state, event.tool, context);
    case 'itStays':
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
      return waitForFetching(state, null, context);
    case 'notUnderstood':
    case 'unclear':
      return askAgain(state, context, [{ key: 'missed' }]);
    default:
      return hearBefore(moveTo(state, moment.back), event, context);
  }
}

/** The reply of the moment that waits. */
function hearBefore(state: State, event: Event, context: Context): Turn | null {
  const { moment } = state;
  switch (moment.at) {
    case 'choosing':
      return hearChoosing(state, event, context, moment);
    case 'readying':
      return hearReadying(state, event, context, moment);
    case 'screening':
      return hearScreening(state, event, context, moment);
    default:
      return null;
  }
}
