// Waits quietly while something is fetched, and goes on where the routine was.

import type { Tool } from '../../../domain/exercise';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import { wayBackFrom } from '../../momentTable';
import { askAgain, promptOf } from '../../prompts';
import type { Moment, MomentAt, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { chooseNext } from './choosing';
import { findAgain } from './finding';

export type Fetching = MomentAt<'fetching'>;

/** Whether something may be fetched now: from the first choice on until the spot is found. */
export function mayFetch({ moment, place, cleared }: State): boolean {
  if (!cleared) return false;
  if (moment.at === 'interrupted') return place?.part === 'find';
  if (moment.at === 'screening') return moment.question === 'q9';
  if (moment.at === 'choosing') return moment.asks !== 'stretchesInstead';
  return moment.at === 'readying' || moment.at === 'finding' || moment.at === 'fetching';
}

/** Waits quietly until the listener is back. `tool`: what is fetched, when it was named; it is wished for. */
export function waitForFetching(state: State, tool: Tool | null, context: Context): Turn {
  const { moment } = state;
  const back: Moment = moment.at === 'fetching' ? moment.back : wayBackFrom(moment);
  const wished: State = tool && back.at === 'choosing' ? { ...state, wishes: { ...state.wishes, tool } } : state;
  const next = moveTo(wished, { at: 'fetching', back });
  return answer(next, context, promptOf(next, context));
}

/** Goes on where the routine waited. */
export function goOnAfterFetching(state: State, { back }: Fetching, context: Context): Turn {
  const here = moveTo(state, back);
  if (back.at === 'choosing') return chooseNext(here, context, [], back.tries);
  return back.at === 'interrupted' ? findAgain(here, context) : askAgain(here, context);
}
