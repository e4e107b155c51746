// How does one turn of the conversation go, from what was said to what is answered?

import type { services as AmazonServices, RequestEnvelope, Response } from 'ask-sdk-model';
import { contentVersion, questions, routineTables, topics, screeningForm as usualForm } from '../../content';
import type { Errand, Turn } from '../dialogue/act';
import type { Context, Remembered } from '../dialogue/context';
import { converse } from '../dialogue/converse';
import type { Event, Outcome } from '../dialogue/event';
import type { State } from '../dialogue/state';
import type { ScreeningForm } from '../domain/screening';
import type { Store } from '../persistence/store';
import type { Speech } from '../speech/speech';
import type { Waiting } from '../waiting';
import type { Wording } from './alerts/access';
import { type Services, servicesFor } from './alerts/services';
import { dayIn, usualZone } from './days';
import { accessOf, type Caller, callerOf, momentOf } from './envelope';
import { type Journal, loggableMoment } from './journal';
import { LIMITS, ZONE_PATIENCE_MS } from './limits';
import { keep, type Memory, recall } from './memory/recall';
import { type ListenerRecord, placeFor, settingsFor } from './memory/record';
import { attributesWith, sessionMemory } from './memory/session';
import { respond } from './respond';

/** What a turn is given besides the request. */
export interface Surroundings {
  store: Store;
  /** Milliseconds since 1970. */
  nowMs: number;
  speech: Speech;
  apiClient: AmazonServices.ApiClient;
  waiting: Waiting;
  screeningForm: ScreeningForm | undefined;
  journal: Journal;
  /** Waits for somebody else than the store, which takes none of its patience. */
  aside<T>(work: () => Promise<T>): Promise<T>;
}

export interface Answer {
  response: Response;
  attributes: Record<string, unknown>;
}

/** One step of the conversation: the same state, event and context always give the same turn. */
interface Step {
  state: State | null;
  event: Event;
}

/** Answers an event; what is to be kept is kept before the answer leaves. */
export async function answer(envelope: RequestEnvelope, event: Event, around: Surroundings): Promise<Answer | null> {
  const { state } = sessionMemory(envelope, contentVersion);
  around.journal.note({ moment: state ? loggableMoment(state.moment.at) : 'opening' });
  // A session that ends before it has a state has nothing to keep.
  if (event.type === 'sessionLost' && !state) return null;
  const caller = callerOf(envelope);
  const nowMs = momentOf(envelope, around.nowMs);
  const memory = await recall(around.store, caller, nowMs);
  const access = accessOf(envelope);
  const services = access && servicesFor(access, around.apiClient, around.waiting);
  const turn = await turnFor({ state, event }, { caller, memory, nowMs, around, services });
  around.journal.note({ store: memory.outcome });
  if (memory.error) around.journal.failed(memory.error);
  const remembered = turn.silent && !state ? null : turn.state;
  const response = event.type === 'sessionLost' ? {} : respond(turn, around.speech, turn.state.settings.audio);
  return { response, attributes: attributesWith(remembered) };
}

interface Situation {
  caller: Caller;
  memory: Memory;
  nowMs: number;
  around: Surroundings;
  /** Null when the request does not say how Amazon is reached. */
  services: Services | null;
}

/** The turn, its errand run and its changes kept; said otherwise when they could not be. */
async function turnFor(first: Step, situation: Situation): Promise<Turn> {
  const { memory, caller } = situation;
  const context = contextFor(situation);
  // As it was when the context was made: an errand may be what finds the store out of reach.
  const hadReach = memory.reachable;
  let step = first;
  let turn = converse(step.state, step.event, context);
  let found: string | null = null;
  if (turn.errand) {
    const { outcome, zone } = await run(turn.errand, situation);
    found = zone;
    const permitted = first.event.type === 'permissionAnswered';
    step = { state: turn.state, event: { type: 'errandDone', outcome, permitted } };
    turn = converse(step.state, step.event, context);
  }
  const kept = await keep(memory, caller, {
    before: first.state?.settings ?? context.settings,
    state: turn.state,
    effects: turn.effects,
    stopped: first.event.type === 'stopped',
    content: contentVersion,
    nowMs: situation.nowMs,
    zone: found,
    // What goes on past midnight is one session, of the day it began on.
    today: () => dayOf(turn.state.startedAtMs ?? situation.nowMs, situation),
  });
  // What could not be kept is not promised.
  return kept || !hadReach ? turn : converse(step.state, step.event, { ...context, remembered: null });
}

/** How an errand went, and the time zone if the device told it on the way. */
interface Run {
  outcome: Outcome;
  zone: string | null;
}

async function run(errand: Errand, { memory, services, nowMs, around }: Situation): Promise<Run> {
  const ran = (outcome: Outcome, zone: string | null = null): Run => ({ outcome, zone });
  if (errand.type === 'forgetListener') return ran((await memory.forget()) ? 'done' : 'unreachable');
  if (!services) return ran('unreachable');
  const wording = wordingOf(around.speech);
  if (errand.type === 'setWarmUpTimer') return ran(await around.aside(() => services.setWarmUpTimer(wording)));
  // Somebody may have moved: the device is asked each time, and what it said last is the next best.
  const found = await around.aside(() => services.timeZone());
  const zone = found ?? memory.record.zone;
  if (zone === null) return ran('unreachable');
  return ran(await around.aside(() => services.setReminder(errand.reminder, { zone, nowMs }, wording)), found);
}

function wordingOf({ sentence }: Speech): Wording {
  return {
    reminder: sentence({ key: 'remind.text' }),
    label: sentence({ key: 'warmUp.label' }),
    over: sentence({ key: 'warmUp.over' }),
  };
}

/**
 * Which day a moment (milliseconds since 1970) is there. The device is asked for its zone while none is known; a guess is
 * good enough for a day, and not kept.
 */
async function dayOf(
  momentMs: number,
  { memory, caller, services, around }: Situation,
): Promise<{ day: number; zone: string | null }> {
  const told = memory.record.zone ?? (await around.aside(async () => services?.timeZone(ZONE_PATIENCE_MS)));
  const zone = told ?? null;
  return { day: dayIn(zone ?? usualZone(caller.locale), momentMs), zone };
}

function contextFor({ caller, memory, nowMs, around }: Situation): Context {
  const { record } = memory;
  return {
    nowMs,
    contentVersion,
    routine: routineTables,
    questions,
    topics,
    screeningForm: around.screeningForm ?? usualForm,
    limits: LIMITS,
    lengthOf: around.speech.lengthOf,
    kept: placeFor(record, caller.device, contentVersion, nowMs),
    remembered: memory.reachable ? rememberedFrom(record, caller.locale, nowMs) : null,
    settings: settingsFor(record, caller.device),
  };
}

/** A long form heard longer ago than this is worth hearing again. */
const EXPLAINED_DAYS = 28;

/** Time zones take a while to load, so the day is reckoned when somebody asks for it. */
function rememberedFrom(record: ListenerRecord, locale: string, nowMs: number): Remembered {
  const { usual, sessions, declined } = record;
  const today = () => dayIn(record.zone ?? usualZone(locale), nowMs);
  const last = sessions.at(-1)?.day ?? null;
  return {
    usual,
    sessions,
    declined,
    get today() {
      return today();
    },
    get explained() {
      return last !== null && today() - last <= EXPLAINED_DAYS ? record.explained : [];
    },
  };
}
