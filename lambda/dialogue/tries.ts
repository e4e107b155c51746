// Counts one try in a moment and asks again; after the last one it gives up.

import type { Turn } from './act';
import type { Context } from './context';
import { countTry, type Moment, type State, type Tries } from './state';
import { answer, moveTo, type Parts } from './turn';

type Counting = Moment & { tries: Tries };

interface Limit {
  /** What is counted; whatever was not understood counts as unrelated. */
  kind?: keyof Tries;
  /** How often it is asked again before giving up. */
  most?: number;
}

/** `again`, with one more try counted in the moment; after the last try `giveUp`. */
export function tryAgain<M extends Counting>(
  moment: M,
  again: (counted: M) => Turn,
  giveUp: () => Turn,
  { kind = 'unrelated', most = 1 }: Limit = {},
): Turn {
  if ((moment.tries[kind] ?? 0) >= most) return giveUp();
  return again({ ...moment, tries: countTry(moment.tries, kind) });
}

/** The same moment's question once more; the second time `giveUp`. */
export function askOnceMore(
  state: State,
  moment: Counting,
  context: Context,
  parts: Parts,
  giveUp: () => Turn,
  limit: Limit = {},
): Turn {
  return tryAgain(moment, (counted) => answer(moveTo(state, counted), context, parts), giveUp, limit);
}
