// Asks all health questions again in an open session: another voice speaks, or something was told on another device.

import type { Turn } from '../dialogue/act';
import type { Event, EventType } from '../dialogue/event';
import type { MomentName, State } from '../dialogue/state';
import type { Caller } from './envelope';
import { isOverruled } from './memory/late';
import type { Memory } from './memory/recall';
import type { SessionMemory } from './memory/session';

/** What anybody in the room may say: it opens nothing, and some of it must never wait. */
const ANYBODYS: ReadonlySet<EventType> = new Set([
  'askedAboutSymptom',
  'audioFailed',
  'isUnderage',
  'paused',
  'permissionAnswered',
  'reportedSymptom',
  'saidTooMuch',
  'sessionLost',
  'spokeForAnother',
  'stopped',
]);

/**
 * Whether what is said must not rest on the answers of another person: another voice is recognised than the one that
 * answered the health questions, now or for a return visit. A partner's commands are expected once the routine is open.
 */
export function isAnotherPerson(
  { state, person }: Pick<SessionMemory, 'state' | 'person'>,
  caller: Caller,
  event: Event,
  { record }: Pick<Memory, 'record'>,
): boolean {
  if (!state || !isAnotherVoice({ state, person }, caller, record)) return false;
  return !ANYBODYS.has(event.type) && restsOnAnswers(state) && !isPartners(state);
}

function isAnotherVoice(
  { state, person }: Pick<SessionMemory, 'state' | 'person'>,
  caller: Caller,
  record: Memory['record'],
): boolean {
  // On a return visit the answers also rest on those of the last full set.
  const answerer = person ?? (state?.visit === 'return' ? (record.screened?.person ?? null) : null);
  return answerer !== null && caller.person !== null && caller.person !== answerer;
}

/** What would lay a question about the body of the other to rest. */
const REASSURANCES: ReadonlySet<EventType> = new Set(['denied', 'gaveNumber', 'itEased', 'saidNo', 'saidNone']);

/** Moments that ask what the one who is treated feels, at once or once their timed part has ended. */
const ASKS_THE_BODY: ReadonlySet<MomentName> = new Set([
  'checking',
  'closing',
  'doubting',
  'easing',
  'feeling',
  'locating',
  'pressing',
  'rechecking',
  'screening',
  'stretching',
  'warned',
  'worrying',
]);

/**
 * A partner's commands count, a partner's word on what the other feels does not: it is heard as words about another
 * person, and the question stays open.
 */
export function asHeardFrom(
  session: Pick<SessionMemory, 'state' | 'person'>,
  caller: Caller,
  event: Event,
  { record }: Pick<Memory, 'record'>,
): Event {
  const { state } = session;
  if (!state || !REASSURANCES.has(event.type) || !ASKS_THE_BODY.has(state.moment.at)) return event;
  const isPartner = state.plan?.choice.tool === 'partner' && (state.cleared || state.suspended);
  return isPartner && isAnotherVoice(session, caller, record) ? { type: 'spokeForAnother' } : event;
}

/** Something was answered, or taken up from before, that would hold for the other voice too. */
function restsOnAnswers({ cleared, suspended, noes, startedAtMs, guideOff, moment, visit }: State): boolean {
  if (guideOff || moment.at === 'finished') return false;
  return cleared || suspended || noes.length > 0 || startedAtMs !== null || visit === 'return';
}

/** Digest of the voice whose answers count: the first one recognised, but the newest while nothing is answered yet. */
export function answererOf({ state, person }: Pick<SessionMemory, 'state' | 'person'>, caller: Caller): string | null {
  return state && restsOnAnswers(state) ? (person ?? caller.person) : (caller.person ?? person);
}

const isPartners = ({ cleared, plan }: State): boolean => cleared && plan?.choice.tool === 'partner';

/**
 * As if the skill had just been opened: what presses is released, all questions come first, the place waits behind
 * them.
 */
export function openAnew(state: State): { state: State; event: Event } {
  return { state: { ...state, recheckOff: true }, event: { type: 'launched' } };
}

/** Whether this session's answers were overruled on another device; what must not wait is heard all the same. */
export function isOverruledElsewhere(state: State | null, memory: Memory, event: Event): boolean {
  if (!state || !memory.reachable || ANYBODYS.has(event.type) || !restsOnAnswers(state)) return false;
  // A search and a press are kept when they are sent.
  return isOverruled(memory.record, state.lastTurnMs, state.spots.length > 0);
}

/** The same answer, with the reason for all the questions said first, behind the release where something presses. */
export function sayWhy(turn: Turn, key: 'person.another' | 'person.elsewhere'): Turn {
  const behind = turn.says[0]?.does === 'releases' ? 1 : 0;
  return { ...turn, says: turn.says.toSpliced(behind, 0, { key }) };
}
