// Replies to "Shall I delete it all?". Only a yes deletes, and "deleted" is said only when it is true.

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askToForget } from '../../moments/memory/forgetting';
import { askAgain } from '../../prompts';
import type { MomentAt, State } from '../../state';
import { askOnceMore } from '../../tries';
import { endSession, moveTo, staySilent } from '../../turn';

type Forgetting = MomentAt<'forgetting'>;
/** Says `says` and goes back to the moment before the question. */
function goBack(state: State, moment: Forgetting, context: Context, says: Act[]): Turn {
  return askAgain(moveTo(state, moment.back), context, says);
}

/** Replies to the question whether to delete everything. */
export function hearForgetting(state: State, event: Event, context: Context, moment: Forgetting): Turn | null {
  switch (event.type) {
    case 'saidYes':
      return { ...staySilent(state), errand: { type: 'forgetListener' } };
    case 'errandDone':
      // The session ends, because what it still holds would be saved again.
      return event.outcome === 'done'
        ? endSession({ ...state, place: null }, [{ key: 'forget.done' }])
        : goBack(state, moment, context, [{ key: 'forget.failed' }]);
    case 'saidNo':
    case 'saidNone':
    case 'wentBack':
    case 'wasReady':
    case 'resumed':
      return goBack(state, moment, context, [{ key: 'forget.left' }]);
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedDetails':
    case 'askedHelp':
      return askToForget(state, context);
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'unclear':
    case 'notUnderstood':
    case 'saidStart':
    case 'triedToStart':
      // Nothing is deleted unless the answer is a clear yes.
      return askOnceMore(state, moment, context, { asks: { key: 'forget.ask' } }, () =>
        goBack(state, moment, context, [{ key: 'forget.left' }]),
      );
    default:
      return null;
  }
}
