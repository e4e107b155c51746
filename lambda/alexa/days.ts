// Which day it is where the listener lives.

import { locales } from '../../content';

const DAY_MS = 86_400_000;

/** A moment by a listener's own clock; `day` counts days since 1970. */
export interface LocalTime {
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** A moment (milliseconds since 1970) by the clock of a time zone; null for an unknown zone. */
export function localTimeIn(zone: string, nowMs: number): LocalTime | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    const of = Object.fromEntries(parts.formatToParts(nowMs).map(({ type, value }) => [type, Number(value)]));
    const day = Date.UTC(of['year'] ?? 1970, (of['month'] ?? 1) - 1, of['day'] ?? 1) / DAY_MS;
    return { day, hour: of['hour'] ?? 0, minute: of['minute'] ?? 0, second: of['second'] ?? 0 };
  } catch {
    return null;
  }
}

/** Days since 1970 in a time zone, at a moment in milliseconds since 1970. An unknown zone counts as UTC. */
export function dayIn(zone: string, nowMs: number): number {
  return localTimeIn(zone, nowMs)?.day ?? Math.floor(nowMs / DAY_MS);
}

/** "2026-11-21", of days since 1970. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Where most speakers of a locale live, for a listener whose own zone is not known yet. */
export function usualZoneOf(locale: string): string {
  return locales.find((row) => row.locale === locale)?.zone ?? 'UTC';
}
