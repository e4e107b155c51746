// When the end of a session comes too late to change anything that was decided since.

import { PLACE_MS } from '../../dialogue/keeping';
import { deviceIn } from './devices';
import type { ListenerRecord } from './record';

/** What comes by itself, after the session's last turn. Milliseconds since 1970. */
export interface Arrival {
  device: string;
  /** When the listener was last answered in that session; null when it does not say. */
  turnAtMs: number | null;
  nowMs: number;
}

/** What the session did was deleted since: the record is a newer one, and the session has no part in it. */
export function isOfAnother({ begunAtMs }: ListenerRecord, { turnAtMs }: Arrival): boolean {
  return turnAtMs === null || (begunAtMs ?? 0) > turnAtMs;
}

/**
 * Since the session's last turn something was decided: a symptom or an outcome was told on any device, a newer session
 * began on this one, or half an hour is over, after which a place is not taken up anyway.
 */
export function isLate(record: ListenerRecord, arrival: Arrival): boolean {
  const { device, turnAtMs, nowMs } = arrival;
  if (turnAtMs === null || isOfAnother(record, arrival)) return true;
  const newer = deviceIn(record.devices, device).openedAtMs ?? 0;
  return nowMs - turnAtMs > PLACE_MS || Math.max(newer, record.freshFromMs ?? 0) > turnAtMs;
}

/**
 * Whether something was decided on another device since this session's last turn, so that its answers do not hold any
 * more: a symptom or an outcome was told, or everything was deleted. `sent`: something of the session was kept before.
 */
export function isOverruled(record: ListenerRecord, turnAtMs: number | null, sent: boolean): boolean {
  if (turnAtMs === null) return false;
  const deleted = record.begunAtMs === null ? sent : record.begunAtMs > turnAtMs;
  return deleted || (record.freshFromMs ?? 0) > turnAtMs;
}
