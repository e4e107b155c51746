// Counts a try in a moment and asks again, or gives up after the last one.

import type { Turn } from './act';
import type { Context } from './context';
import { countTry, type Moment, type State, type Tries } from './state';
import { answer, moveTo, type Parts } from './turn';

type Counting = Moment & { tries: Tries };

interface Limit {
  /** Which kind of try is counted; `unrelated` unless said otherwise. */
  kind?: keyof Tries;
  /** How often the question is asked again before giving up; once unless said otherwise. */
  most?: number;
}

/** Returns `again` with one more try counted in the moment, or `giveUp` after the last try. */
export function tryAgain<M extends Counting>(
  moment: M,
  again: (counted: M) => Turn,
  giveUp: () => Turn,
  { kind = 'unrelated', most = 1 }: Limit = {},
): Turn {
  if ((moment.tries[kind] ?? 0) >= most) return giveUp();
  return again({ ...moment, tries: countTry(moment.tries, kind) });
}

/** Asks with `parts` again in the same moment, or returns `giveUp` after the last try. */
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
