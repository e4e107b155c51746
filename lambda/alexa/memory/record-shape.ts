// Which parts of a record that comes back from a store can be relied on.

import { exercises } from '../../../content';
import type { Offer } from '../../dialogue/act';
import { LONG_FORMS } from '../../domain/approach';
import type { Day, Session } from '../../domain/progress';

import type { Usual } from '../../domain/routine';
import { TURNS } from '../../domain/tip';
import type { KnownDevice } from './devices';
import { type DevicePlace, INSTANT, isKeptPlace, MINUTES, PERSON, REGION, TOOL, USUAL } from './routine-shape';
import { among, optional, orNull, type Shape, table, text, whole } from './shape';

/** A day's work, and whose it was where Alexa recognised the voice. */
export interface LoggedSession extends Session {
  person?: string;
}

/** The day of a full set of questions, and a digest of the voice that answered where Alexa recognised one. */
export interface ScreenedDay {
  day: Day;
  person: string | null;
}

/** The entries of a list that are as they should be; whatever is no list has none. */
function listIn<T>(value: unknown, shape: Shape): T[] {
  return Array.isArray(value) ? (value.filter(shape) as T[]) : [];
}

const DAY = whole(0, 1e6);

const session = table<LoggedSession>({
  day: DAY,
  region: REGION,
  tool: TOOL,
  minutes: MINUTES,
  holds: whole(0, 1000),
  person: optional(PERSON),
});

const screenedDay = table<ScreenedDay>({ day: DAY, person: orNull(PERSON) });

/** A name as tz has them: "Europe/London". */
const ZONE = text(/^[A-Za-z_]+(\/[\w+-]+){0,2}$/);

const device = table<KnownDevice>({
  device: text(/^.{0,200}$/),
  zone: orNull(ZONE),
  openedAtMs: orNull(INSTANT),
  failed: orNull(table<NonNullable<KnownDevice['failed']>>({ day: DAY, times: whole(0, 1000) })),
  tones: optional(among(['played', 'failed'])),
});

export const usualIn = (value: unknown): Usual | null => (USUAL(value) ? (value as Usual) : null);
export const declinedIn = (value: unknown): Offer[] => listIn(value, among(['warmUp', 'reminders', 'timers']));
export const explainedIn = (value: unknown): string[] =>
  listIn(value, among([...Object.keys(exercises.stretches), ...LONG_FORMS]));
export const devicesIn = (value: unknown): KnownDevice[] => listIn(value, device);
export const placesIn = (value: unknown): DevicePlace[] => listIn(value, isKeptPlace);
export const sessionsIn = (value: unknown): LoggedSession[] => listIn(value, session);
const TURN = whole(0, TURNS - 1);
export const tipIn = (value: unknown): number => (TURN(value) ? (value as number) : 0);
export const instantIn = (value: unknown): number | null => (INSTANT(value) ? (value as number) : null);
export const zoneIn = (value: unknown): string | null => (ZONE(value) ? (value as string) : null);
export const screenedIn = (value: unknown): ScreenedDay | null => (screenedDay(value) ? (value as ScreenedDay) : null);
export const isPerson = PERSON;
