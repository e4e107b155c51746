// What is kept of a listener after a turn.

import { exercises } from '../../../content';
import type { Effect } from '../../dialogue/act';
import { keptPlaceOf, reviseKept, reviseKeptElsewhere, sumUpSession } from '../../dialogue/keeping';
import type { Settings, State } from '../../dialogue/state';
import { LONG_FORMS } from '../../domain/approach';
import type { Caller } from '../envelope';
import { type Fault, withDevice, withFailure, withTonesTried } from './devices';
import { isLate, isOfAnother } from './late';
import type { Memory } from './recall';
import {
  type ListenerRecord,
  rowOf,
  withChoice,
  withDeclined,
  withFreshStart,
  withoutDeclined,
  withoutOldMoments,
  withoutScreened,
  withPlace,
  withPlacesAs,
  withScreened,
  withSession,
  withSettings,
} from './record';
import type { LoggedSession } from './record-shape';

/** What a turn leaves to be kept. */
export interface Aftermath {
  /** As they were before the turn; null where nothing had been said. */
  before: State | null;
  /** Settings before the turn. */
  settings: Settings;
  state: State;
  effects: readonly Effect[];
  /** The listener said stop: the place is kept, the screening is not. */
  stopped: boolean;
  content: string;
  /** Milliseconds since 1970. */
  nowMs: number;
  /** Nobody spoke: the session is over, or a document failed. */
  byItself: 'ended' | 'failed' | null;
  /** What a failed document is put down to. */
  fault: Fault | null;
  /** Digest of the voice that was recognised in this session. */
  person: string | null;
  /** Where the device is, when this turn has learnt it. */
  zone: string | null;
  /** The day of the session where the listener lives, since 1970, and the zone if it was found for that. */
  today: () => Promise<{ day: number; zone: string | null }>;
}

/**
 * When the listener was last answered in this session, in milliseconds since 1970; null when it begins with this turn.
 */
const lastTurnOf = ({ before }: Aftermath): number | null => before?.lastTurnMs ?? null;

/** Keeps what a turn wants kept, in one write; true when it is kept. */
export async function keep(memory: Memory, caller: Caller, after: Aftermath): Promise<boolean> {
  const { effects, state, byItself, nowMs } = after;
  const logs =
    effects.some(({ type }) => DATED.has(type)) && (byItself === 'failed' || sumUpSession(state, 0) !== null);
  const today = logs && memory.reachable ? await after.today() : null;
  const how = (record: ListenerRecord): ListenerRecord => {
    if (byItself === 'failed') return applyFailure(record, caller, after, today);
    const arrival = { device: caller.device, turnAtMs: lastTurnOf(after), nowMs };
    if (byItself === 'ended' && isLate(record, arrival))
      return isOfAnother(record, arrival) ? record : applyLateEnd(record, after, today);
    return applyTurn(record, caller, after, today);
  };
  return byItself ? memory.changeExisting(how, nowMs) : memory.change(how, nowMs);
}

/** Effects that are put down to a day: whenever the place is kept or over, so is what was done up to it. */
const DATED = new Set<Effect['type']>(['savePlace', 'forgetPlace', 'rememberBrokenAudio']);

type Today = { day: number; zone: string | null } | null;

function applyTurn(record: ListenerRecord, caller: Caller, after: Aftermath, today: Today): ListenerRecord {
  const { state, effects, nowMs } = after;
  const { device } = caller;
  const zone = after.zone ?? today?.zone ?? null;
  const settled = withSettings(withoutOldMoments(record, nowMs), after.settings, state.settings);
  const placed = zone === null ? settled : { ...settled, devices: withDevice(settled.devices, device, { zone }) };
  const warned = isWarned(after) && record.begunAtMs !== null ? withFreshStart(placed, nowMs) : placed;
  const worked = today === null ? warned : withWork(warned, after, today.day);
  const done = effects.reduce((so, effect) => carryOutEffect(so, effect, caller, after), worked);
  const kept = withPlacesAs(done, (place) => {
    if (place.endsAtMs <= nowMs) return null;
    return place.device === device ? reviseKept(place, state) : reviseKeptElsewhere(place, state);
  });
  return noteOpening(kept, record, device, after);
}

/**
 * A session's first turn is noted, so that the end of the one before it is known to be late; nothing is begun for it.
 */
function noteOpening(kept: ListenerRecord, before: ListenerRecord, device: string, after: Aftermath): ListenerRecord {
  const { byItself, nowMs } = after;
  const begun = before.begunAtMs !== null || JSON.stringify(kept) !== JSON.stringify(before);
  if (after.before || byItself || !begun) return kept;
  return { ...kept, devices: withDevice(kept.devices, device, { openedAtMs: nowMs }) };
}

/**
 * In this turn a symptom or an outcome was told, for the first time or again. How strong a pain is leaves nothing here.
 */
function isWarned({ before, state, effects }: Aftermath): boolean {
  const isClosed = (one: State | null): boolean => one !== null && (one.guideOff || one.recheckOff);
  return isClosed(state) && (!isClosed(before) || effects.some(({ type }) => type === 'forgetPlace'));
}

/** A late end may only add what was pressed: to its own day's row, if that is still there. */
function applyLateEnd(record: ListenerRecord, after: Aftermath, today: Today): ListenerRecord {
  const row = today && rowFor(after, today.day);
  return row && rowOf(record, row) ? withSession(record, row) : record;
}

/** A report about a document says something of the device, whatever became of the session since. */
function applyFailure(record: ListenerRecord, { device }: Caller, after: Aftermath, today: Today): ListenerRecord {
  const { nowMs, fault } = after;
  const turnAtMs = lastTurnOf(after);
  // Whether such a report belongs to a session is not documented; one that does may be from before "forget me".
  const isOld = turnAtMs !== null && isOfAnother(record, { device, turnAtMs, nowMs });
  if (isOld) return record;
  if (after.effects.some(({ type }) => type === 'rememberBrokenTones'))
    return { ...record, devices: withTonesTried(record.devices, device, 'failed') };
  if (today === null || fault === null) return record;
  return { ...record, devices: withFailure(record.devices, device, fault, today.day) };
}

function rowFor({ state, person }: Aftermath, day: number): LoggedSession | null {
  const session = sumUpSession(state, day);
  return session && person ? { ...session, person } : session;
}

function withWork(record: ListenerRecord, after: Aftermath, day: number): ListenerRecord {
  const { state } = after;
  const row = rowFor(after, day);
  if (!row || !state.plan) return record;
  const { region, tool, minutes } = row;
  const { side, place } = state.plan.choice;
  const explained = state.heard.filter((id) => Object.hasOwn(exercises.stretches, id) || LONG_FORMS.includes(id));
  return withChoice(withSession(record, row), { region, side, tool, minutes, place }, explained);
}

function carryOutEffect(record: ListenerRecord, effect: Effect, { device }: Caller, after: Aftermath): ListenerRecord {
  const { state, stopped, content, nowMs, person } = after;
  switch (effect.type) {
    case 'savePlace':
      return withPlace(record, { device, person }, content, keptPlaceOf(state, stopped, nowMs));
    case 'forgetPlace':
      return withPlace(record, { device, person }, content, null);
    case 'rememberBrokenAudio':
    case 'rememberBrokenTones':
      return record;
    case 'rememberTones':
      return { ...record, devices: withTonesTried(record.devices, device, 'played') };
    case 'rememberDeclined':
      return withDeclined(record, effect.offer);
    case 'rememberTip':
      return { ...record, tip: effect.tip };
    case 'rememberAccepted':
      return withoutDeclined(record, effect.offer);
    case 'rememberScreened':
      return withScreened(record, { day: effect.day, person }, lastTurnOf(after) ?? nowMs);
    case 'forgetScreened':
      return withoutScreened(record);
  }
}
