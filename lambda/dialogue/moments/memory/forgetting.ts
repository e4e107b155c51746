// How is everything forgotten that is kept of a listener, asked once and said only when it is true?

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askAgain } from '../../prompts';
import { type Moment, type State, tried } from '../../state';
import { answer, at, ends, silent } from '../../turn';
import { wayBack } from '../../wayBack';

type Forgetting = Extract<Moment, { at: 'forgetting' }>;

/** What will be deleted, and the question whether it shall be. */
export function askToForget(state: State, context: Context): Turn {
  return answer(at(state, { at: 'forgetting', back: wayBack(state.moment), tries: {} }), context, {
    says: [{ key: 'forget.what' }],
    asks: { key: 'forget.ask' },
  });
}

function back(state: State, moment: Forgetting, context: Context, says: Act[]): Turn {
  return askAgain(at(state, moment.back), context, says);
}

export function hearForgetting(state: State, moment: Forgetting, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidYes':
      return { ...silent(state), errand: { type: 'forgetListener' } };
    case 'errandDone':
      // What this session still holds would be kept again if it went on.
      return event.outcome === 'done'
        ? ends({ ...state, place: null }, [{ key: 'forget.done' }])
        : back(state, moment, context, [{ key: 'forget.failed' }]);
    case 'saidNo':
    case 'saidNone':
    case 'wentBack':
    case 'wasReady':
    case 'resumed':
      return back(state, moment, context, [{ key: 'forget.left' }]);
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
    case 'gaveNumber':
    case 'saidStart':
    case 'triedToStart':
      // Nothing is deleted on half a word.
      if ((moment.tries.unrelated ?? 0) > 0) return back(state, moment, context, [{ key: 'forget.left' }]);
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        asks: { key: 'forget.ask' },
      });
    default:
      return null;
  }
}
