// What is kept of a listener between sessions.

import type { Offer } from '../../dialogue/act';
import type { KeptPlace, Screened } from '../../dialogue/context';
import { PLACE_MS, RECHECK_MS } from '../../dialogue/keeping';
import type { Settings } from '../../dialogue/state';
import { HOLD_LENGTHS } from '../../domain/hold';
import type { Day, Session } from '../../domain/progress';
import type { Usual } from '../../domain/routine';
import type { Kept } from '../../persistence/store';
import { deviceIn, type KnownDevice, playsDocuments, tonesOn, withoutOldOpenings } from './devices';
import {
  declinedIn,
  devicesIn,
  explainedIn,
  instantIn,
  type LoggedSession,
  placesIn,
  type ScreenedDay,
  screenedIn,
  sessionsIn,
  tipIn,
  usualIn,
} from './record-shape';
import type { DevicePlace } from './routine-shape';

/** Raised whenever the record's shape changes; older ones are read, newer ones are left alone. */
export const RECORD_VERSION = 4;

/** No health answers: how it should sound, what was chosen, what was done, and where a routine was left. */
export interface ListenerRecord {
  version: typeof RECORD_VERSION;
  /** When it was begun, in milliseconds since 1970; null before it is first kept. */
  begunAtMs: number | null;
  /**
   * No place or passed screening from before this moment is taken up, on any device; null once that was half an hour ago,
   * because nothing older is taken up anyway.
   */
  freshFromMs: number | null;
  pace: Settings['pace'];
  counting: Settings['counting'];
  holdSeconds: Settings['holdSeconds'];
  talk: Settings['talk'];
  sounds: Settings['sounds'];
  usual: Usual | null;
  /** Exercises whose long form has been heard. */
  explained: string[];
  declined: Offer[];
  /** Whose turn it is among the tips of the closing. */
  tip: number;
  /** The one used last is the last. */
  devices: KnownDevice[];
  /** The newest last; one a device. */
  places: DevicePlace[];
  /** The newest last. */
  sessions: LoggedSession[];
  /** The last full set of health questions that was passed and still stands; no answer is part of it. */
  screened: ScreenedDay | null;
}

export const EMPTY_RECORD: ListenerRecord = {
  version: RECORD_VERSION,
  begunAtMs: null,
  freshFromMs: null,
  pace: 'normal',
  counting: 'normal',
  holdSeconds: 30,
  talk: 'normal',
  sounds: true,
  usual: null,
  explained: [],
  declined: [],
  tip: 0,
  devices: [],
  places: [],
  sessions: [],
  screened: null,
};

/** Two unfinished routines at most, on two devices. */
const MOST_PLACES = 2;
/** Sessions are told of for four weeks, and counted for a few more; the newest sixty are kept. */
const MOST_SESSIONS = 60;
/** Exercises there are, and some to come. */
const MOST_EXPLAINED = 40;

/** Versions whose records are read. */
const READABLE: ReadonlySet<unknown> = new Set([1, 2, 3, RECORD_VERSION]);

/** What was kept, as far as it can still be read; null for a record of a version that is not known yet. */
export function recordFrom(kept: Kept | null): ListenerRecord | null {
  const version = kept?.['version'];
  if (typeof version === 'number' && version > RECORD_VERSION) return null;
  if (!kept || !READABLE.has(version)) return EMPTY_RECORD;
  const { pace, counting, talk, sounds } = kept;
  return {
    version: RECORD_VERSION,
    begunAtMs: instantIn(kept['begunAtMs']) ?? 0,
    freshFromMs: instantIn(kept['freshFromMs']),
    pace: pace === 'slow' ? 'slow' : 'normal',
    counting: counting === 'more' || counting === 'less' ? counting : 'normal',
    holdSeconds: HOLD_LENGTHS.find((one) => one === kept['holdSeconds']) ?? 30,
    talk: talk === 'less' ? 'less' : 'normal',
    sounds: sounds !== false,
    usual: usualIn(kept['usual']),
    explained: explainedIn(kept['explained']).slice(-MOST_EXPLAINED),
    declined: declinedIn(kept['declined']),
    tip: tipIn(kept['tip']),
    // Earlier versions knew one zone for all devices, and gave a device up after one failure of the service.
    devices: devicesIn(kept['devices']),
    // Version 1 kept one place, which had no end of its own: it is over.
    places: placesIn(kept['places']).slice(-MOST_PLACES),
    sessions: sessionsIn(kept['sessions']).slice(-MOST_SESSIONS),
    // Earlier versions kept none, and asked other questions.
    screened: version === RECORD_VERSION ? screenedIn(kept['screened']) : null,
  };
}

/** The settings on a device, on a day where the listener lives. */
export function settingsFor(record: ListenerRecord, device: string, today: () => Day): Settings {
  const known = deviceIn(record.devices, device);
  const audio = known.failed === null || playsDocuments(known, today()) ? 'apla' : 'ssml';
  const { pace, counting, holdSeconds, talk, sounds } = record;
  return { pace, counting, holdSeconds, talk, sounds, audio, tones: tonesOn(known) };
}

/** Where a device is; null until it has told. */
export const zoneOf = ({ devices }: ListenerRecord, device: string): string | null => deviceIn(devices, device).zone;

/** Where the listener lives, by the device that told last; null until one has. */
export function homeZoneOf({ devices }: ListenerRecord): string | null {
  return devices.findLast(({ zone }) => zone !== null)?.zone ?? null;
}

/**
 * The place left on this device, until its end; one that points into other tables than today's is not taken up. To
 * a listener with another voice it comes without the short re-check.
 */
export function placeFor(
  record: ListenerRecord,
  { device, person }: { device: string; person: string | null },
  content: string,
  nowMs: number,
): KeptPlace | null {
  const left = record.places.find((place) => place.device === device);
  if (!left || left.content !== content || left.endsAtMs <= nowMs) return null;
  const { device: _device, content: _content, person: whose, ...place } = left;
  const another = whose !== undefined && person !== null && whose !== person;
  return another ? { ...place, recheckUntilMs: null } : place;
}

/** The days that count for a listener: of a recognised voice its own and those of nobody known; else all. */
export function sessionsOf({ sessions }: ListenerRecord, person: string | null): LoggedSession[] {
  return sessions.filter((one) => person === null || one.person === undefined || one.person === person);
}

/** What a turn changed of the settings; what it left alone may have been changed by another session. */
export function withSettings(record: ListenerRecord, before: Settings, after: Settings): ListenerRecord {
  const { pace, counting, holdSeconds, talk, sounds } = after;
  return {
    ...record,
    ...(pace === before.pace ? {} : { pace }),
    ...(counting === before.counting ? {} : { counting }),
    ...(holdSeconds === before.holdSeconds ? {} : { holdSeconds }),
    ...(talk === before.talk ? {} : { talk }),
    ...(sounds === before.sounds ? {} : { sounds }),
  };
}

/** The place a device was left at, null for none. A screening from before `freshFromMs` does not come back with it. */
export function withPlace(
  record: ListenerRecord,
  { device, person }: { device: string; person: string | null },
  content: string,
  place: KeptPlace | null,
): ListenerRecord {
  const others = record.places.filter((one) => one.device !== device);
  if (!place) return { ...record, places: others };
  const { recheckUntilMs } = place;
  const isVoid = recheckUntilMs !== null && recheckUntilMs - RECHECK_MS < (record.freshFromMs ?? 0);
  const left = { ...place, recheckUntilMs: isVoid ? null : recheckUntilMs, device, content };
  return { ...record, places: [...others, person ? { ...left, person } : left].slice(-MOST_PLACES) };
}

/** What becomes of each place; null: it goes. */
export function withPlacesAs(record: ListenerRecord, how: (place: DevicePlace) => DevicePlace | null): ListenerRecord {
  return { ...record, places: record.places.flatMap((place) => how(place) ?? []) };
}

/** A symptom or an outcome was told: what was passed before it, on whichever device, is not taken up any more. */
export function withFreshStart(record: ListenerRecord, nowMs: number): ListenerRecord {
  return { ...record, freshFromMs: nowMs };
}

/** Without the moments that have done their work: what is older than half an hour is not taken up anyway. */
export function withoutOldMoments(record: ListenerRecord, nowMs: number): ListenerRecord {
  const { freshFromMs, devices } = record;
  return {
    ...record,
    freshFromMs: freshFromMs !== null && freshFromMs > nowMs - PLACE_MS ? freshFromMs : null,
    devices: withoutOldOpenings(devices, nowMs),
  };
}

/** All questions were passed on this day. A record that has been warned since the questions began keeps nothing of it. */
export function withScreened(record: ListenerRecord, screened: ScreenedDay, askedMs: number): ListenerRecord {
  return (record.freshFromMs ?? 0) > askedMs ? record : { ...record, screened };
}

/** A passed screening stands for nothing any more. */
export function withoutScreened(record: ListenerRecord): ListenerRecord {
  return { ...record, screened: null };
}

/** The passed screening as it stands for the voice that speaks, if one is recognised. */
export function screenedFor({ screened }: ListenerRecord, person: string | null): Screened | null {
  if (!screened) return null;
  const isNamed = screened.person !== null && person !== null;
  return { day: screened.day, voice: !isNamed ? 'unknown' : screened.person === person ? 'same' : 'another' };
}

export function withDeclined(record: ListenerRecord, offer: Offer): ListenerRecord {
  return { ...record, declined: [...new Set([...record.declined, offer])] };
}

export function withoutDeclined(record: ListenerRecord, offer: Offer): ListenerRecord {
  return { ...record, declined: record.declined.filter((one) => one !== offer) };
}

/**
 * A day's work on a region is one row: saved again and again while it goes on, and taken up after a break, it only
 * grows. Stretches after the pressing belong to it.
 */
export function withSession(record: ListenerRecord, session: LoggedSession): ListenerRecord {
  const same = rowOf(record, session);
  const row = same ? addWork(same, session) : session;
  return { ...record, sessions: [...record.sessions.filter((one) => one !== same), row].slice(-MOST_SESSIONS) };
}

/** The day's row of the same region and the same voice, if there is one. */
export function rowOf({ sessions }: ListenerRecord, { day, region, person }: LoggedSession): LoggedSession | undefined {
  return sessions.find((one) => one.day === day && one.region === region && one.person === person);
}

function addWork(before: LoggedSession, after: LoggedSession): LoggedSession {
  const tool = after.tool === 'none' ? before.tool : after.tool;
  return {
    ...after,
    tool,
    minutes: Math.max(before.minutes, after.minutes) as Session['minutes'],
    holds: Math.max(before.holds, after.holds),
  };
}

/** What was chosen and explained this time is known the next time. */
export function withChoice(record: ListenerRecord, usual: Usual, explained: readonly string[]): ListenerRecord {
  const known = [...new Set([...record.explained, ...explained])].slice(-MOST_EXPLAINED);
  return { ...record, usual, explained: known };
}
