// What is kept of a listener between sessions?

import type { Offer } from '../../dialogue/act';
import type { KeptPlace } from '../../dialogue/context';
import type { Settings } from '../../dialogue/state';
import type { Session } from '../../domain/progress';
import type { Usual } from '../../domain/routine';
import type { Kept } from '../../persistence/store';
import { brokenAudioIn, declinedIn, explainedIn, placesIn, sessionsIn, usualIn, zoneIn } from './record-shape';
import type { DevicePlace } from './routine-shape';

/** Raised whenever the record's shape changes; older ones are read, newer ones are left alone. */
export const RECORD_VERSION = 2;

/** No health answers: how it should sound, what was chosen, what was done, and where a routine was left. */
export interface ListenerRecord {
  version: typeof RECORD_VERSION;
  pace: Settings['pace'];
  counting: Settings['counting'];
  usual: Usual | null;
  /** Exercises whose long form has been heard. */
  explained: string[];
  declined: Offer[];
  /** Devices that have reported a failed document. */
  brokenAudio: string[];
  /** The listener's time zone, as tz names it; null until it was needed. */
  zone: string | null;
  /** The newest last; one a device. */
  places: DevicePlace[];
  /** The newest last. */
  sessions: Session[];
}

export const EMPTY_RECORD: ListenerRecord = {
  version: RECORD_VERSION,
  pace: 'normal',
  counting: 'normal',
  usual: null,
  explained: [],
  declined: [],
  brokenAudio: [],
  zone: null,
  places: [],
  sessions: [],
};

/** A listener has a few devices; older reports are dropped. */
const MOST_BROKEN = 20;
/** Two unfinished routines at most, on two devices. */
const MOST_PLACES = 2;
/** Sessions are told of for four weeks, and counted for a few more; the newest sixty are kept. */
const MOST_SESSIONS = 60;
/** Exercises there are, and some to come. */
const MOST_EXPLAINED = 40;

/** What was kept, as far as it can still be read; null for a record of a version that is not known yet. */
export function recordFrom(kept: Kept | null): ListenerRecord | null {
  const version = kept?.['version'];
  if (typeof version === 'number' && version > RECORD_VERSION) return null;
  if (!kept || (version !== 1 && version !== RECORD_VERSION)) return EMPTY_RECORD;
  const { pace, counting } = kept;
  return {
    version: RECORD_VERSION,
    pace: pace === 'slow' ? 'slow' : 'normal',
    counting: counting === 'more' || counting === 'less' ? counting : 'normal',
    usual: usualIn(kept['usual']),
    explained: explainedIn(kept['explained']).slice(-MOST_EXPLAINED),
    declined: declinedIn(kept['declined']),
    brokenAudio: brokenAudioIn(kept['brokenAudio']).slice(-MOST_BROKEN),
    zone: zoneIn(kept['zone']),
    // Version 1 kept one place, which had no end of its own: it is over.
    places: placesIn(kept['places']).slice(-MOST_PLACES),
    sessions: sessionsIn(kept['sessions']).slice(-MOST_SESSIONS),
  };
}

export function settingsFor(record: ListenerRecord, device: string): Settings {
  const audio = record.brokenAudio.includes(device) ? 'ssml' : 'apla';
  return { pace: record.pace, counting: record.counting, audio };
}

/** The place left on this device, until its end; one that points into other tables than today's is not taken up. */
export function placeFor(record: ListenerRecord, device: string, content: string, nowMs: number): KeptPlace | null {
  const left = record.places.find((place) => place.device === device);
  if (!left || left.content !== content || left.endsAtMs <= nowMs) return null;
  const { device: _device, content: _content, ...place } = left;
  return place;
}

/** What a turn changed of the settings; what it left alone may have been changed by somebody else. */
export function withSettings(record: ListenerRecord, before: Settings, { pace, counting }: Settings): ListenerRecord {
  return {
    ...record,
    ...(pace === before.pace ? {} : { pace }),
    ...(counting === before.counting ? {} : { counting }),
  };
}

export function withPlace(
  record: ListenerRecord,
  device: string,
  content: string,
  place: KeptPlace | null,
): ListenerRecord {
  const others = record.places.filter((one) => one.device !== device);
  const places = place ? [...others, { ...place, device, content }] : others;
  return { ...record, places: places.slice(-MOST_PLACES) };
}

/** What becomes of each place; null: it goes. */
export function withPlacesAs(record: ListenerRecord, how: (place: DevicePlace) => DevicePlace | null): ListenerRecord {
  return { ...record, places: record.places.flatMap((place) => how(place) ?? []) };
}

export function withBrokenAudio(record: ListenerRecord, device: string): ListenerRecord {
  const others = record.brokenAudio.filter((one) => one !== device);
  return { ...record, brokenAudio: [...others, device].slice(-MOST_BROKEN) };
}

/** Where the listener lives, once it is known. */
export function withZone(record: ListenerRecord, zone: string | null): ListenerRecord {
  return zone === null ? record : { ...record, zone };
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
export function withSession(record: ListenerRecord, session: Session): ListenerRecord {
  const { day, region } = session;
  const same = record.sessions.find((one) => one.day === day && one.region === region);
  const row = same ? grown(same, session) : session;
  return { ...record, sessions: [...record.sessions.filter((one) => one !== same), row].slice(-MOST_SESSIONS) };
}

function grown(before: Session, after: Session): Session {
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
