// Replies during the search for the spot; only "ready" begins a press.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askIfWrong } from '../../moments/breaks/worrying';
import { search } from '../../moments/routine/finding';
import { beginPress, leadFor } from '../../moments/routine/pressing';
import { beginStretches } from '../../moments/routine/stretching';
import type { MomentAt, State } from '../../state';
import { countTry } from '../../state';
import { moveTo, releaseFor } from '../../turn';
import { takeNumberWithoutHold } from './checking';

/** Searches once more; after the second search the stretches begin. */
function lookAgain(state: State, moment: Finding, context: Context): Turn {
  if (moment.round >= 2) return beginStretches(state, context, [releaseFor(state), { key: 'find.leave' }]);
  return search(moveTo(state, { ...moment, round: moment.round + 1 }), context, 'again', [{ key: 'find.patience' }]);
}

type Finding = MomentAt<'finding'>;

/** Replies while the tool is at the back: only "ready" begins a press. */
export function hearFinding(state: State, event: Event, context: Context, moment: Finding): Turn | null {
  switch (event.type) {
    case 'wasReady':
      return beginPress(state, context, leadFor(state));
    case 'saidYes':
    case 'wantedMore':
    case 'triedToStart':
    case 'resumed':
    case 'saidStart':
      // A press begins only after "ready" (docs/safety.md "The rules of pressing").
      return search(state, context, 'again', [{ key: 'find.sayReady' }]);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'unclear':
      return lookAgain(state, moment, context);
    case 'wantedNext':
    case 'wantedStretches':
      return beginStretches(state, context, [releaseFor(state)]);
    case 'askedToRepeat':
    case 'startedOver':
      return search(state, context, 'short', []);
    case 'askedDetails':
    case 'askedToExplain':
      return search(state, context, 'details', []);
    case 'itStays':
      return search(state, context, 'again', [{ key: 'find.patience' }]);
    case 'remarked':
      // The closed list of harmless remarks, as in a hold: nobody is taken off the tool for a thank-you.
      return search(state, context, 'again', [{ key: `remark.${event.remark}` }]);
    case 'saidVague':
      return askIfWrong(state, context, event);
    case 'gaveNumber':
      return takeNumberWithoutHold(state, event.number, context);
    case 'notUnderstood':
      return search(moveTo(state, { ...moment, tries: countTry(moment.tries, 'unrelated') }), context, 'again', [
        { key: 'missed' },
      ]);
    default:
      return null;
  }
}
