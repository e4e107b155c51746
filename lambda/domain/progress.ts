// What the sessions of the last weeks say: which regions rest today, who should see someone, how it has gone.

import { type Minutes, REGIONS, type Region, type Tool } from './exercise';

/** Days since 1970 where the listener lives. */
export type Day = number;

/** What was done on one day on one region with one tool; no word on how it felt. */
export interface Session {
  day: Day;
  region: Region;
  tool: Tool;
  minutes: Minutes;
  /** Holds pressed; none when it was stretches alone. */
  holds: number;
}

/** How often is enough; the numbers and their sources stand in content/routines.json. */
export interface Frequency {
  /** Days in seven on which one region may be pressed. */
  pressDaysPerWeek: number;
  /** Regions that may be pressed on one day, each of them once. */
  pressRegionsPerDay: number;
  /** After work on a region for longer than this the listener should see a professional. */
  seeSomeoneAfterDays: number;
  /** A region left alone for longer than this is begun anew. */
  restedAfterDays: number;
}

const WEEK: Day = 7;

/** Progress is told of four weeks. */
const TOLD: Day = 28;

const sessionsPressedOn = (sessions: readonly Session[], first: Day, last: Day): Session[] =>
  sessions.filter(({ day, holds }) => holds > 0 && day >= first && day <= last);

const daysOf = (sessions: readonly Session[]): Day[] => [...new Set(sessions.map(({ day }) => day))];

/**
 * Why a region should not be pressed today; null when nothing speaks against it. `day`: it was pressed today; `regions`:
 * as many others were as a day allows; `week`: it was pressed on enough days of the last seven.
 */
export function reasonToRest(
  sessions: readonly Session[],
  region: Region,
  today: Day,
  { pressDaysPerWeek, pressRegionsPerDay }: Frequency,
): 'day' | 'regions' | 'week' | null {
  const pressedToday = new Set(sessionsPressedOn(sessions, today, today).map((session) => session.region));
  if (pressedToday.has(region)) return 'day';
  if (pressedToday.size >= pressRegionsPerDay) return 'regions';
  const week = sessionsPressedOn(sessions, today - WEEK + 1, today).filter((session) => session.region === region);
  return daysOf(week).length >= pressDaysPerWeek ? 'week' : null;
}

/**
 * In how many days a region that was pressed today may be pressed again: tomorrow is one. Later when it has had its days
 * of the week.
 */
export function daysUntilPress(sessions: readonly Session[], region: Region, today: Day, how: Frequency): number {
  const pressed: Session = { day: today, region, tool: 'none', minutes: 3, holds: 1 };
  const days = Array.from({ length: WEEK }, (_, index) => index + 1);
  return days.find((ahead) => reasonToRest([...sessions, pressed], region, today + ahead, how) === null) ?? WEEK;
}

/**
 * The regions that should not be pressed today, from the top of the back down; the sentence `rest.<a>_<b>` says them.
 */
export function regionsToRest(sessions: readonly Session[], today: Day, how: Frequency): Region[] {
  return REGIONS.filter((region) => reasonToRest(sessions, region, today, how) !== null);
}

/** Whether a region has been worked on for so long, without a real break, that a professional should look at it. */
export function isLongWork(sessions: readonly Session[], region: Region, today: Day, how: Frequency): boolean {
  const days = daysOf(sessions.filter((session) => session.region === region && session.day <= today));
  let since = today;
  for (const day of days.sort((one, other) => other - one)) {
    if (since - day > how.restedAfterDays) break;
    since = day;
  }
  return today - since > how.seeSomeoneAfterDays;
}

export interface Progress {
  /** Days with a session in the last four weeks, today among them. */
  days: number;
  /** Days since the last session, and what it was for; null when there has been none. */
  last: { daysAgo: number; region: Region } | null;
}

export function progressOf(sessions: readonly Session[], today: Day): Progress {
  const latest = sessions.reduce<Session | null>((one, other) => (one && one.day > other.day ? one : other), null);
  return {
    days: daysOf(sessions.filter(({ day }) => day > today - TOLD && day <= today)).length,
    last: latest && { daysAgo: Math.max(0, today - latest.day), region: latest.region },
  };
}
