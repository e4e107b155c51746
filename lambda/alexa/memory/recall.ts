// What is remembered of this listener before a turn, and kept after it?

import { exercises } from '../../../content';
import type { Effect } from '../../dialogue/act';
import { keptElsewhere, keptPlaceOf, sessionDone, stillKept } from '../../dialogue/keeping';
import type { Settings, State } from '../../dialogue/state';
import { Conflict, type Held, type Kept, type Store } from '../../persistence/store';
import type { Caller } from '../envelope';
import {
  EMPTY_RECORD,
  type ListenerRecord,
  recordFrom,
  withBrokenAudio,
  withChoice,
  withDeclined,
  withoutDeclined,
  withPlace,
  withPlacesAs,
  withSession,
  withSettings,
  withZone,
} from './record';

/** What a turn leaves to be kept. */
export interface Aftermath {
  /** As they were before the turn. */
  before: Settings;
  state: State;
  effects: readonly Effect[];
  /** The listener said stop: the place is kept, the screening is not. */
  stopped: boolean;
  content: string;
  /** Milliseconds since 1970. */
  nowMs: number;
  /** The listener's time zone, when this turn has learnt it. */
  zone?: string | null;
  /**
   * The day of the session where the listener lives, since 1970, and the zone if it was found; asked when there is
   * something to log.
   */
  today: () => Promise<{ day: number; zone: string | null }>;
}

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
  change(how: (record: ListenerRecord) => ListenerRecord, nowMs: number): Promise<boolean>;
  /** Deletes everything; true when it is gone. Never rejects. */
  forget(): Promise<boolean>;
}

const DAY_MS = 86_400_000;

/** Thirteen months, and a day for the longest of them. */
const KEPT_MS = 397 * DAY_MS;

/** Nothing is recalled and nothing overwritten; what lies there can still be deleted. */
function forgetful(outcome: StoreOutcome, erase: (() => Promise<void>) | null, error: unknown = null): Memory {
  const memory: Memory = {
    record: EMPTY_RECORD,
    reachable: false,
    outcome,
    error,
    change: async () => false,
    forget: async () => erase !== null && erased(memory, erase),
  };
  return memory;
}

/** True when everything is gone; nothing is recalled or kept after that. */
async function erased(memory: Memory, erase: () => Promise<void>): Promise<boolean> {
  try {
    await erase();
    Object.assign(memory, { record: EMPTY_RECORD, reachable: false, outcome: 'deleted', error: null });
    return true;
  } catch (error) {
    return failed(memory, error);
  }
}

function failed(memory: Memory, error: unknown): false {
  Object.assign(memory, { reachable: false, outcome: 'unreachable', error });
  return false;
}

/** Recalls a listener. Without an id, or when the store fails, nothing is recalled and nothing is overwritten. */
export async function recall(store: Store, { listener }: Caller, nowMs: number): Promise<Memory> {
  if (listener === null) return forgetful('none', null);
  const erase = () => store.forget(listener);
  try {
    const held = await store.load(listener);
    const record = readable(held, nowMs);
    return record ? remembering(store, listener, held, record) : forgetful('left alone', erase);
  } catch (error) {
    return forgetful('unreachable', erase, error);
  }
}

/** The record, begun anew when it is over; null when it is of a version that is not known yet. */
function readable(held: Held | null, nowMs: number): ListenerRecord | null {
  const record = recordFrom(held?.record ?? null);
  return record && held && held.expiresAtMs <= nowMs ? EMPTY_RECORD : record;
}

function remembering(store: Store, key: string, held: Held | null, record: ListenerRecord): Memory {
  let latest = held;
  const memory: Memory = {
    record,
    reachable: true,
    outcome: 'read',
    error: null,
    async change(how, nowMs) {
      if (!memory.reachable) return false;
      try {
        const after = how(memory.record);
        // A listener who is met again is kept for another thirteen months.
        const ageing = latest !== null && latest.expiresAtMs < nowMs + KEPT_MS - DAY_MS;
        if (!ageing && same(after, memory.record)) return true;
        await write(how, nowMs).catch(async (error: unknown) => {
          if (!(error instanceof Conflict)) throw error;
          await merge(how, nowMs);
        });
        return true;
      } catch (error) {
        return failed(memory, error);
      }
    },
    forget: () => erased(memory, () => store.forget(key)),
  };

  async function write(how: (record: ListenerRecord) => ListenerRecord, nowMs: number): Promise<void> {
    const after = how(memory.record);
    const version = latest?.version ?? 0;
    const expiresAtMs = nowMs + KEPT_MS;
    await store.save(key, after as unknown as Kept, { version, expiresAtMs });
    latest = { record: after as unknown as Kept, version: version + 1, expiresAtMs };
    Object.assign(memory, { record: after, outcome: memory.outcome === 'merged' ? 'merged' : 'written' });
  }

  /** Another speaker has written since: what this turn changed is changed in what the other left. */
  async function merge(how: (record: ListenerRecord) => ListenerRecord, nowMs: number): Promise<void> {
    latest = await store.load(key);
    const theirs = readable(latest, nowMs);
    if (!theirs) throw new Conflict();
    Object.assign(memory, { record: theirs, outcome: 'merged' });
    await write(how, nowMs);
  }

  return memory;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Keeps what a turn wants kept, in one write; true when it is kept. */
export async function keep(memory: Memory, { device }: Caller, after: Aftermath): Promise<boolean> {
  const { before, state, effects, nowMs } = after;
  const logs = effects.some(({ type }) => LOGGING.has(type)) && sessionDone(state, 0) !== null;
  const today = logs && memory.reachable ? await after.today() : null;
  return memory.change((record) => {
    const settled = withZone(withSettings(record, before, state.settings), after.zone ?? null);
    const worked = today === null ? settled : withWork(withZone(settled, today.zone), state, today.day);
    const done = effects.reduce((so, effect) => carriedOut(so, effect, device, after), worked);
    return withPlacesAs(done, (place) => {
      if (place.endsAtMs <= nowMs) return null;
      return place.device === device ? stillKept(place, state) : keptElsewhere(place, state);
    });
  }, nowMs);
}

/** Whenever the place is kept or over, so is what was done up to it. */
const LOGGING = new Set<Effect['type']>(['savePlace', 'forgetPlace']);

function withWork(record: ListenerRecord, state: State, today: number): ListenerRecord {
  const session = sessionDone(state, today);
  if (!session || !state.plan) return record;
  const { tool, minutes } = session;
  const { place } = state.plan.choice;
  const explained = state.heard.filter((id) => Object.hasOwn(exercises.stretches, id));
  return withChoice(withSession(record, session), { tool, minutes, place }, explained);
}

function carriedOut(record: ListenerRecord, effect: Effect, device: string, after: Aftermath): ListenerRecord {
  const { state, stopped, content, nowMs } = after;
  switch (effect.type) {
    case 'savePlace':
      return withPlace(record, device, content, keptPlaceOf(state, stopped, nowMs));
    case 'forgetPlace':
      return withPlace(record, device, content, null);
    case 'rememberBrokenAudio':
      return withBrokenAudio(record, device);
    case 'rememberDeclined':
      return withDeclined(record, effect.offer);
    case 'rememberAccepted':
      return withoutDeclined(record, effect.offer);
  }
}

/**
 * After a fault: the place left on this device may be what broke the turn, so it must not be met at every launch. A
 * routine that is still going keeps its place in the session.
 */
export async function dropPlace(store: Store, caller: Caller, nowMs: number): Promise<Memory> {
  const memory = await recall(store, caller, nowMs);
  const left = memory.record.places.some(({ device }) => device === caller.device);
  if (left) await memory.change((record) => withPlace(record, caller.device, '', null), nowMs);
  return memory;
}
