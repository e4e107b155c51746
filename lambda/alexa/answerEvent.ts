// Answers one event: makes the turn, runs its errand, keeps its changes, and returns the response.

import type { services as AmazonServices, RequestEnvelope, Response } from 'ask-sdk-model';
import { contentVersion, screeningForm as usualForm } from '../../content';
import type { Errand, Turn } from '../dialogue/act';
import { converse } from '../dialogue/converse';
import type { Event, Outcome } from '../dialogue/event';
import type { State } from '../dialogue/state';
import type { ScreeningForm } from '../domain/healthQuestions';
import type { Store } from '../persistence/store';
import type { Speech } from '../speech/speech';
import type { Waiting } from '../waiting';
import type { Wording } from './alerts/access';
import { type Services, servicesFor } from './alerts/services';
import { audioFaultOf } from './audioFault';
import { contextFor } from './context';
import { dayIn, usualZoneOf } from './days';
import { accessOf, type Caller, callerOf, momentOf } from './envelope';
import { type Journal, loggableMomentOf } from './journal';
import { ZONE_PATIENCE_MS } from './limits';
import type { Fault } from './memory/devices';
import { keep } from './memory/keep';
import { type Memory, recall } from './memory/recall';
import { homeZoneOf, zoneOf } from './memory/record';
import { attributesWith, type SessionMemory, sessionMemoryIn } from './memory/session';
import { answererOf, asHeardFrom, isAnotherPerson, isOverruledElsewhere, openAnew, sayWhy } from './persons';
import { respond } from './respond';

/** What a turn is given besides the request. */
export interface Surroundings {
  store: Store;
  /** Milliseconds since 1970. */
  nowMs: number;
  /** How it is said where the device is; null where nobody knows. */
  speechAt(zone: string | null): Speech;
  apiClient: AmazonServices.ApiClient;
  waiting: Waiting;
  screeningForm: ScreeningForm | undefined;
  journal: Journal;
  /** Waits for another service than the store, without using up the patience with the store. */
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
  const session = sessionMemoryIn(envelope, contentVersion);
  const { state } = session;
  around.journal.note({ moment: state ? loggableMomentOf(state.moment.at) : 'opening' });
  // A session that ends before it has a state has nothing to keep.
  if (event.type === 'sessionLost' && !state) return null;
  const caller = callerOf(envelope);
  const nowMs = momentOf(envelope, around.nowMs);
  const memory = await recall(around.store, caller, nowMs);
  const access = accessOf(envelope);
  const services = access && servicesFor(access, around.apiClient, around.waiting);
  const here = await learnWhere(event, session, { caller, memory, services, around });
  const isAnother = isAnotherPerson(session, caller, event, memory);
  const person = isAnother ? caller.person : answererOf(session, caller);
  const speech = around.speechAt(here.zone);
  const fault = event.type === 'audioFailed' ? audioFaultOf(envelope) : null;
  const why = isAnother ? 'person.another' : isOverruledElsewhere(state, memory, event) ? 'person.elsewhere' : null;
  const asksAll = why !== null;
  const situation = { caller, memory, nowMs, around, services, speech, person, fault, asksAll, ...here };
  const heard = asHeardFrom(session, caller, event, memory);
  const answered = await turnFor(why && state ? openAnew(state) : { state, event: heard }, situation);
  const turn = why ? sayWhy(answered, why) : answered;
  around.journal.note({ store: memory.outcome });
  if (memory.error) around.journal.failed(memory.error);
  const remembered = turn.silent && !state ? null : turn.state;
  const response = event.type === 'sessionLost' ? {} : respond(turn, speech, turn.state.settings.audio);
  return { response, attributes: attributesWith(remembered, { zone: here.zone, person }) };
}

/** What arrives without anybody having spoken. */
const BY_ITSELF: Partial<Record<Event['type'], 'ended' | 'failed'>> = { sessionLost: 'ended', audioFailed: 'failed' };

interface Whereabouts {
  /** Where the device is, as tz names it; null where nobody tells. */
  zone: string | null;
  /** The same where it has just been learnt. */
  learnt: string | null;
}

/** The device is asked where it is when a session begins and nobody knows yet: the emergency number depends on it. */
async function learnWhere(
  event: Event,
  { state, zone }: SessionMemory,
  { caller, memory, services, around }: Pick<Situation, 'caller' | 'memory' | 'services' | 'around'>,
): Promise<Whereabouts> {
  const known = zoneOf(memory.record, caller.device) ?? zone;
  if (known !== null || state || BY_ITSELF[event.type] || !services) return { zone: known, learnt: null };
  const learnt = await around.aside(() => services.timeZone(ZONE_PATIENCE_MS));
  return { zone: learnt, learnt };
}

interface Situation {
  caller: Caller;
  memory: Memory;
  nowMs: number;
  around: Surroundings;
  /** Null when the request does not say how Amazon is reached. */
  services: Services | null;
  speech: Speech;
  /** Digest of the voice this session belongs to; null where none was recognised. */
  person: string | null;
  /** What a failed document is put down to. */
  fault: Fault | null;
  zone: string | null;
  learnt: string | null;
  /** All questions come first. */
  asksAll: boolean;
}

/** The turn, its errand run and its changes kept; said otherwise when they could not be. */
async function turnFor(first: Step, situation: Situation): Promise<Turn> {
  const { memory, caller, nowMs } = situation;
  const context = contextFor(situation, situation.around.screeningForm ?? usualForm);
  // As it was when the context was made: an errand may be what finds the store out of reach.
  const hadReach = memory.reachable;
  let step = first;
  let turn = converse(step.state, step.event, context);
  let found = situation.learnt;
  if (turn.errand) {
    const { outcome, zone } = await run(turn.errand, situation);
    found = zone ?? found;
    const permitted = first.event.type === 'permissionAnswered';
    step = { state: turn.state, event: { type: 'errandDone', outcome, permitted } };
    turn = converse(step.state, step.event, context);
  }
  const byItself = BY_ITSELF[first.event.type] ?? null;
  // What goes on past midnight is one session, of the day it began on.
  const dayMs = byItself === 'failed' ? nowMs : (turn.state.startedAtMs ?? nowMs);
  // A report that a document failed is nothing to ask for a zone for.
  const asked = byItself === 'failed' ? null : situation.services;
  const kept = await keep(memory, caller, {
    before: first.state,
    settings: first.state?.settings ?? context.settings,
    state: turn.state,
    effects: turn.effects,
    stopped: first.event.type === 'stopped',
    content: contentVersion,
    nowMs,
    byItself,
    fault: situation.fault,
    person: situation.person,
    zone: found,
    today: () => dayOf(dayMs, { ...situation, services: asked, zone: found ?? situation.zone }),
  });
  // What could not be kept is not promised.
  return kept || !hadReach ? turn : converse(step.state, step.event, { ...context, remembered: null });
}

/** How an errand went, and the time zone if the device told it on the way. */
interface Run {
  outcome: Outcome;
  zone: string | null;
}

async function run(errand: Errand, situation: Situation): Promise<Run> {
  const { memory, services, nowMs, around, speech } = situation;
  const ran = (outcome: Outcome, zone: string | null = null): Run => ({ outcome, zone });
  if (errand.type === 'forgetListener') return ran((await memory.forget()) ? 'done' : 'unreachable');
  // Without an address or a zone nothing is sent, so nothing can have been set.
  if (!services) return ran('failed');
  const wording = wordingOf(speech);
  if (errand.type === 'setWarmUpTimer') return ran(await around.aside(() => services.setWarmUpTimer(wording)));
  // The listener may have moved: the device is asked each time, and its last answer is the next best.
  const found = await around.aside(() => services.timeZone());
  const zone = found ?? situation.zone ?? homeZoneOf(memory.record);
  if (zone === null) return ran('failed');
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
  { memory, caller, services, around, zone: known }: Situation,
): Promise<{ day: number; zone: string | null }> {
  const home = known ?? homeZoneOf(memory.record);
  const told = home ?? (await around.aside(async () => services?.timeZone(ZONE_PATIENCE_MS))) ?? null;
  return { day: dayIn(told ?? usualZoneOf(caller.locale), momentMs), zone: home === null ? told : null };
}
