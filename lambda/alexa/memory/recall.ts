// What is remembered of this listener before a turn.

import { Conflict, type Held, type Kept, type Store } from '../../persistence/store';
import type { Caller } from '../envelope';
import { EMPTY_RECORD, type ListenerRecord, recordFrom, withPlace } from './record';

/** How it went with the store in a turn, for the log. */
export type StoreOutcome = 'none' | 'read' | 'written' | 'merged' | 'left alone' | 'deleted' | 'unreachable';

export interface Memory {
  record: ListenerRecord;
  /** False when nothing can be looked up or kept: nothing may then be said of it, and nothing promised. */
  reachable: boolean;
  outcome: StoreOutcome;
  /** Why the store failed. */
  error: unknown;
  /** Carries out a change; true when it is kept, or nothing was to change. Never rejects. */
  change(how: Change, nowMs: number): Promise<boolean>;
  /** The same, but of a record that is not there, or not any more, nothing is made. */
  changeExisting(how: Change, nowMs: number): Promise<boolean>;
  /** Deletes everything; true when it is gone. Never rejects. */
  forget(): Promise<boolean>;
}

type Change = (record: ListenerRecord) => ListenerRecord;

const DAY_MS = 86_400_000;

/** Thirteen months, and a day for the longest of them. */
const KEPT_MS = 397 * DAY_MS;

/** Nothing is recalled and nothing overwritten; what lies there can still be deleted. */
function forgetfulMemory(outcome: StoreOutcome, erase: (() => Promise<void>) | null, error: unknown = null): Memory {
  const memory: Memory = {
    record: EMPTY_RECORD,
    reachable: false,
    outcome,
    error,
    change: async () => false,
    changeExisting: async () => false,
    forget: async () => erase !== null && eraseAll(memory, erase),
  };
  return memory;
}

/** True when everything is gone; nothing is recalled or kept after that. */
async function eraseAll(memory: Memory, erase: () => Promise<void>): Promise<boolean> {
  try {
    await erase();
    Object.assign(memory, { record: EMPTY_RECORD, reachable: false, outcome: 'deleted', error: null });
    return true;
  } catch (error) {
    return noteFailure(memory, error);
  }
}

function noteFailure(memory: Memory, error: unknown): false {
  Object.assign(memory, { reachable: false, outcome: 'unreachable', error });
  return false;
}

/** Recalls a listener. Without an id, or when the store fails, nothing is recalled and nothing is overwritten. */
export async function recall(store: Store, { listener }: Caller, nowMs: number): Promise<Memory> {
  if (listener === null) return forgetfulMemory('none', null);
  const erase = () => store.forget(listener);
  try {
    const held = await store.load(listener);
    const record = readRecord(held, nowMs);
    return record ? memoryOf(store, listener, held, record) : forgetfulMemory('left alone', erase);
  } catch (error) {
    return forgetfulMemory('unreachable', erase, error);
  }
}

/** The record, begun anew when it is over; null when it is of a version that is not known yet. */
function readRecord(held: Held | null, nowMs: number): ListenerRecord | null {
  const record = recordFrom(held?.record ?? null);
  return record && held && held.expiresAtMs <= nowMs ? EMPTY_RECORD : record;
}

function memoryOf(store: Store, key: string, held: Held | null, record: ListenerRecord): Memory {
  let latest = held;
  const isThere = (nowMs: number): boolean => latest !== null && latest.expiresAtMs > nowMs;
  const memory: Memory = {
    record,
    reachable: true,
    outcome: 'read',
    error: null,
    change: (how, nowMs) => changed(how, nowMs, () => true),
    changeExisting: (how, nowMs) => changed(how, nowMs, isThere),
    forget: () => eraseAll(memory, () => store.forget(key)),
  };

  async function changed(how: Change, nowMs: number, may: (nowMs: number) => boolean): Promise<boolean> {
    if (!memory.reachable) return false;
    try {
      const after = how(memory.record);
      // A listener who is met again is kept for another thirteen months.
      const ageing = latest !== null && latest.expiresAtMs < nowMs + KEPT_MS - DAY_MS;
      if (!may(nowMs) || (!ageing && isSame(after, memory.record))) return true;
      await write(how, nowMs).catch(async (error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
        await reread(nowMs);
        if (may(nowMs)) await write(how, nowMs);
      });
      return true;
    } catch (error) {
      return noteFailure(memory, error);
    }
  }

  async function write(how: Change, nowMs: number): Promise<void> {
    const changedRecord = how(memory.record);
    const after: ListenerRecord = { ...changedRecord, begunAtMs: changedRecord.begunAtMs ?? nowMs };
    const version = latest?.version ?? 0;
    const expiresAtMs = nowMs + KEPT_MS;
    await store.save(key, after as unknown as Kept, { version, expiresAtMs });
    latest = { record: after as unknown as Kept, version: version + 1, expiresAtMs };
    Object.assign(memory, { record: after, outcome: memory.outcome === 'merged' ? 'merged' : 'written' });
  }

  /** Another speaker has written since: what this turn changed is changed in what the other left. */
  async function reread(nowMs: number): Promise<void> {
    latest = await store.load(key);
    const theirs = readRecord(latest, nowMs);
    if (!theirs) throw new Conflict();
    Object.assign(memory, { record: theirs, outcome: 'merged' });
  }

  return memory;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * After a fault: the place left on this device may be what broke the turn, so it must not be met at every launch. A
 * routine that is still going keeps its place in the session.
 */
export async function dropPlace(store: Store, caller: Caller, nowMs: number): Promise<Memory> {
  const memory = await recall(store, caller, nowMs);
  const left = memory.record.places.some(({ device }) => device === caller.device);
  if (left) await memory.changeExisting((record) => withPlace(record, caller, '', null), nowMs);
  return memory;
}
