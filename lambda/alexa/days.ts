// Which day is it where the listener lives?

import { locales } from '../../content';

const DAY_MS = 86_400_000;

/** Days since 1970 in a time zone, at a moment in milliseconds since 1970. A zone nobody knows counts as UTC. */
export function dayIn(zone: string, nowMs: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    const of = Object.fromEntries(parts.formatToParts(nowMs).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(of['year'] ?? 1970, (of['month'] ?? 1) - 1, of['day'] ?? 1) / DAY_MS;
  } catch {
    return Math.floor(nowMs / DAY_MS);
  }
}

/** Where most speakers of a locale live, for whoever's own zone is not known yet. */
export function usualZone(locale: string): string {
  return locales.find((row) => row.locale === locale)?.zone ?? 'UTC';
}
