// What is known of each of a listener's devices.

import { PLACE_MS } from '../../dialogue/keeping';
import type { Settings } from '../../dialogue/state';
import type { Day } from '../../domain/progress';

export interface KnownDevice {
  /** SHA-256 of its id. */
  device: string;
  /** Where it is, as tz names it; null until it has told. */
  zone: string | null;
  /** When its newest session began, in milliseconds since 1970; null once that was half an hour ago. */
  openedAtMs: number | null;
  /** The last day on which a document failed there, and on how many days one failed that was itself at fault. */
  failed: { day: Day; times: number } | null;
  /** Whether a document with tones was played there, or failed; absent until one was sent. */
  tones?: 'played' | 'failed';
}

/** What a failed document is put down to: to itself, or to the service that was to play it. */
export type Fault = 'document' | 'service';

type Devices = readonly KnownDevice[];

/** A listener has a few devices; the one that has been left alone longest is forgotten. */
const MOST_DEVICES = 12;

/** One fault of a document may be chance; two, on two days, are the device. */
const FAULTS_OF_DEVICE = 2;

export function deviceIn(devices: Devices, device: string): KnownDevice {
  return devices.find((one) => one.device === device) ?? { device, zone: null, openedAtMs: null, failed: null };
}

/** The device as changed, behind all others; one of which nothing is known is not kept. */
export function withDevice(devices: Devices, device: string, change: Partial<KnownDevice>): KnownDevice[] {
  const changed = { ...deviceIn(devices, device), ...change };
  const others = devices.filter((one) => one.device !== device);
  const known = knowsMore(changed) || changed.openedAtMs !== null;
  return (known ? [...others, changed] : others).slice(-MOST_DEVICES);
}

/** Whether something is known of a device that outlives a session. */
const knowsMore = ({ zone, failed, tones }: KnownDevice): boolean =>
  zone !== null || failed !== null || tones !== undefined;

/** Where the device gets tones: nowhere once one failed, outside a press until one was played, everywhere after. */
export function tonesOn({ tones }: KnownDevice): Settings['tones'] {
  if (tones === undefined) return 'trial';
  return tones === 'played' ? 'all' : 'none';
}

/** A document with tones was played, or was not. One failure is enough: the words say all without them. */
export function withTonesTried(devices: Devices, device: string, tones: 'played' | 'failed'): KnownDevice[] {
  return deviceIn(devices, device).tones === 'failed' ? [...devices] : withDevice(devices, device, { tones });
}

/**
 * Whether a document is worth sending. After a failure it is tried again the next day, unless the device is at fault.
 */
export function playsDocuments({ failed }: KnownDevice, today: Day): boolean {
  return failed === null || (failed.day !== today && failed.times < FAULTS_OF_DEVICE);
}

/**
 * A document failed today. A fault of the documents counts once a day: the first of them ends the trying for that day.
 */
export function withFailure(devices: Devices, device: string, fault: Fault, today: Day): KnownDevice[] {
  const { failed } = deviceIn(devices, device);
  const counted = fault === 'document' && failed?.day !== today;
  return withDevice(devices, device, { failed: { day: today, times: (failed?.times ?? 0) + (counted ? 1 : 0) } });
}

/** When each session began matters for half an hour: what one leaves later is not taken up any more. */
export function withoutOldOpenings(devices: Devices, nowMs: number): KnownDevice[] {
  return devices.flatMap((one) => {
    if (one.openedAtMs === null || one.openedAtMs > nowMs - PLACE_MS) return [one];
    const left = { ...one, openedAtMs: null };
    return knowsMore(left) ? [left] : [];
  });
}
