// What is told of earlier sessions, without streaks and without blame.

import type { Region } from '../domain/exercise';
import { isLongWork, progressOf, reasonToRest, regionsToRest } from '../domain/progress';
import type { Act } from './act';
import type { Context } from './context';

/** "How am I doing?" */
export function tellProgress({ remembered }: Context): Act[] {
  if (!remembered) return [{ key: 'progress.unreachable' }];
  const { days, last } = progressOf(remembered.sessions, remembered.today);
  if (!last) return [{ key: 'progress.none' }];
  const counted: Act[] =
    days > 0 ? [{ key: 'progress.days', context: days === 1 ? 'one' : 'other', values: { days } }] : [];
  const when: Act = { key: 'progress.last', ...sayWhen(last.daysAgo) };
  return [...counted, when, { key: 'progress.region', context: last.region }];
}

function sayWhen(daysAgo: number): Pick<Act, 'context' | 'values'> {
  if (daysAgo === 0) return { context: 'today' };
  if (daysAgo === 1) return { context: 'yesterday' };
  return daysAgo <= 28 ? { context: 'days', values: { days: daysAgo } } : { context: 'longAgo' };
}

/** The regions that rest from pressing today; none where nothing can be looked up. */
export function restingRegionsIn({ remembered, routine }: Context): Region[] {
  return remembered ? regionsToRest(remembered.sessions, remembered.today, routine.frequency) : [];
}

/** Why a region should rest from pressing today, in a sentence; null when nothing speaks against it. */
export function sayWhyRest(region: Region, { remembered, routine }: Context): Act | null {
  const due = remembered && reasonToRest(remembered.sessions, region, remembered.today, routine.frequency);
  return due ? { key: `rest.${due}` } : null;
}

/** Work on one region for weeks is for somebody else to look at. */
export function adviseSeeingSomeone(region: Region, { remembered, routine }: Context): Act[] {
  const long = remembered && isLongWork(remembered.sessions, region, remembered.today, routine.frequency);
  return long ? [{ key: 'progress.seeSomeone', context: region }] : [];
}
