// Which parts of a record that comes back from a store can be relied on?

import { exercises } from '../../../content';
import type { Offer } from '../../dialogue/act';
import type { Session } from '../../domain/progress';
import type { Usual } from '../../domain/routine';
import { type DevicePlace, isKeptPlace, MINUTES, REGION, TOOL, USUAL } from './routine-shape';
import { among, orNull, type Shape, table, text, whole } from './shape';

/** The entries of a list that are as they should be; whatever is no list has none. */
function listIn<T>(value: unknown, shape: Shape): T[] {
  return Array.isArray(value) ? (value.filter(shape) as T[]) : [];
}

const session = table<Session>({
  day: whole(0, 1e6),
  region: REGION,
  tool: TOOL,
  minutes: MINUTES,
  holds: whole(0, 1000),
});

export const usualIn = (value: unknown): Usual | null => (USUAL(value) ? (value as Usual) : null);
export const declinedIn = (value: unknown): Offer[] => listIn(value, among(['warmUp', 'reminders', 'timers']));
export const brokenAudioIn = (value: unknown): string[] => listIn(value, text(/^.{0,200}$/));
export const explainedIn = (value: unknown): string[] => listIn(value, among(Object.keys(exercises.stretches)));
export const placesIn = (value: unknown): DevicePlace[] => listIn(value, isKeptPlace);
export const sessionsIn = (value: unknown): Session[] => listIn(value, session);

/** A name as tz has them: "Europe/London". */
export function zoneIn(value: unknown): string | null {
  return orNull(text(/^[A-Za-z_]+(\/[\w+-]+){0,2}$/))(value) ? (value as string | null) : null;
}
