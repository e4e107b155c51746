// Reads records and their fields, as far as they can still be read.

import type { Kept } from './store';

/** True for plain data with names, as against lists, words and nothing. */
const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that `text` writes as JSON; null when it writes none. Never throws. */
export function objectIn(text: unknown): Kept | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** A record as it was given; empty when it is none. */
export const recordOf = (value: unknown): Kept => (isKept(value) ? value : {});

/** The version of a record; 0 when it cannot be read, which a save then takes for an empty key. */
export const versionOf = (value: unknown): number =>
  typeof value === 'number' && value >= 1 && value <= Number.MAX_SAFE_INTEGER ? value : 0;

/** A time in the unit it was kept in; 0 when it cannot be read. */
export const endOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
