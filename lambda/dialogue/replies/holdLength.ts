// Replies to a wish for longer or shorter holds: "hold for a minute", "longer holds", "shorter holds".

import { type HoldLength, stepLength } from '../../domain/hold';
import type { Turn } from '../act';
import type { Context } from '../context';
import type { Event } from '../event';
import { sayHoldLength } from '../holdLength';
import { askAgain } from '../prompts';
import { planAnew } from '../replanning';
import type { State } from '../state';
import { withHoldWish } from '../wishes';

/** The length wished for, or the end of the row that was reached; null for another event. */
function wishedLength(event: Event, now: HoldLength): HoldLength | 'longest' | 'shortest' | null {
  switch (event.type) {
    case 'wantedHold':
      return event.seconds;
    case 'wantedLongerHold':
      return stepLength(now, 1) ?? 'longest';
    case 'wantedShorterHold':
      return stepLength(now, -1) ?? 'shortest';
    default:
      return null;
  }
}

/** Takes the wish, remembers it, and says from when on it holds; null for another event. */
export function hearHoldLength(state: State, event: Event, context: Context): Turn | null {
  const wished = wishedLength(event, state.settings.holdSeconds);
  if (wished === null) return null;
  if (typeof wished !== 'number') return askAgain(state, context, [{ key: `holds.${wished}` }]);
  const next: State = withHoldWish({ ...state, wishes: { ...state.wishes, holdSeconds: wished } });
  // What was begun goes on as it was; the place and its stretches stay too.
  const planned = state.place?.part === 'stretch' || state.place?.part === 'close' ? next : planAnew(next, context);
  return askAgain(planned, context, sayHoldLength(planned, context));
}
