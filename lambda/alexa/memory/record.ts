// What is kept of a listener between sessions?

import type { KeptPlace } from '../../dialogue/context';
import type { Settings, State } from '../../dialogue/state';
import type { Kept } from '../../persistence/store';
import { isKeptPlace } from './routine-shape';

/** Raised whenever the record's shape changes; a record of another version is not taken up. */
const RECORD_VERSION = 1;

/** No health answers: a place in a routine, how it should sound, and which devices cannot play documents. */
export interface ListenerRecord {
  version: typeof RECORD_VERSION;
  pace: Settings['pace'];
  counting: Settings['counting'];
  /** The unfinished routine, on the device where it was left; `content` is the version of the tables it points into. */
  place?: KeptPlace & { device: string; content: string };
  /** Devices that have reported a failed document. */
  brokenAudio: string[];
}

export const EMPTY_RECORD: ListenerRecord = {
  version: RECORD_VERSION,
  pace: 'normal',
  counting: 'normal',
  brokenAudio: [],
};

/** A listener has a few devices; older reports are dropped. */
const MOST_DEVICES = 20;

/** What was kept, as far as it can still be read. */
export function recordFrom(kept: Kept | null): ListenerRecord {
  if (kept?.['version'] !== RECORD_VERSION) return EMPTY_RECORD;
  const { pace, counting, place, brokenAudio } = kept;
  return {
    version: RECORD_VERSION,
    pace: pace === 'slow' ? 'slow' : 'normal',
    counting: counting === 'more' || counting === 'less' ? counting : 'normal',
    ...(isKeptPlace(place) ? { place } : {}),
    brokenAudio: Array.isArray(brokenAudio)
      ? brokenAudio.filter((one) => typeof one === 'string').slice(-MOST_DEVICES)
      : [],
  };
}

export function settingsFor(record: ListenerRecord, device: string): Settings {
  const audio = record.brokenAudio.includes(device) ? 'ssml' : 'apla';
  return { pace: record.pace, counting: record.counting, audio };
}

/** The place left on this device; one that points into other tables than today's is not taken up. */
export function placeFor(record: ListenerRecord, device: string, content: string): KeptPlace | null {
  if (record.place?.device !== device || record.place.content !== content) return null;
  const { device: _device, content: _content, ...place } = record.place;
  return place;
}

export function withSettings(record: ListenerRecord, { settings }: State): ListenerRecord {
  return { ...record, pace: settings.pace, counting: settings.counting };
}

export function withPlace(
  record: ListenerRecord,
  device: string,
  content: string,
  place: KeptPlace | null,
): ListenerRecord {
  const { place: _left, ...rest } = record;
  return place ? { ...rest, place: { ...place, device, content } } : rest;
}

export function withBrokenAudio(record: ListenerRecord, device: string): ListenerRecord {
  const others = record.brokenAudio.filter((one) => one !== device);
  return { ...record, brokenAudio: [...others, device].slice(-MOST_DEVICES) };
}
