// Tells of earlier sessions, without streaks and without blame.

import type { Region } from '../domain/exercise';
import { isLongWork, progressOf, reasonToRest, regionsToRest } from '../domain/progress';
import type { Act } from './act';
import type { Context } from './context';

/** Answers "How am I doing?" from the sessions of the last four weeks. */
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

/** The regions that rest from pressing today; none when the memory cannot be read. */
export function restingRegionsIn({ remembered, routine }: Context): Region[] {
  // Without a session no region rests, and the day, which takes time to work out, need not be known.
  if (!remembered || remembered.sessions.length === 0) return [];
  return regionsToRest(remembered.sessions, remembered.today, routine.frequency);
}

/** The sentence that says why a region should rest from pressing today; null when it may be pressed. */
export function sayWhyRest(region: Region, { remembered, routine }: Context): Act | null {
  const due = remembered && reasonToRest(remembered.sessions, region, remembered.today, routine.frequency);
  return due ? { key: `rest.${due}` } : null;
}

/** Sends the listener to a professional when one region has been worked on for weeks. */
export function adviseSeeingSomeone(region: Region, { remembered, routine }: Context): Act[] {
  const long = remembered && isLongWork(remembered.sessions, region, remembered.today, routine.frequency);
  return long ? [{ key: 'progress.seeSomeone', context: region }] : [];
}
