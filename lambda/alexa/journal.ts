// What is left of a turn in the log: how it went for us, and nothing about the listener?

import intentTable from '../../content/intents.json';
import type { MomentName } from '../dialogue/state';
import type { StoreOutcome } from './memory/recall';

/** Writes one line to the log. */
export type Log = (line: string) => void;

/** One line of JSON a turn: no ids, no words, no answers. */
export interface Entry {
  level: 'info' | 'error';
  /** The type of the request. */
  request: string;
  /** What was wanted; never what was answered. */
  intent?: string;
  /** Where the conversation was when the request came. */
  moment?: string;
  /** From the request's arrival to the answer, in whole milliseconds. */
  ms: number;
  start: 'cold' | 'warm';
  store: StoreOutcome;
  /** The classes of what went wrong, and where in the program the last of them was thrown. */
  errors?: string[];
  at?: string;
}

/** What one turn notes down while it goes on. */
export interface Journal {
  note(what: Partial<Pick<Entry, 'request' | 'intent' | 'moment' | 'store'>>): void;
  /** An error's message may quote what somebody said, so its class and its place in the program are all that is kept. */
  failed(error: unknown): void;
  entry(): Entry;
}

/** `nowMs` measures how long the turn took, in milliseconds since whenever. */
export function journalOf(start: Entry['start'], nowMs: () => number): Journal {
  const beganMs = nowMs();
  let noted: Omit<Entry, 'ms'> = { level: 'info', request: '', start, store: 'none' };
  return {
    note(what) {
      noted = { ...noted, ...what };
    },
    failed(error) {
      const name = error instanceof Error ? error.name : typeof error;
      const at = error instanceof Error ? placeOf(error) : '';
      noted = { ...noted, level: 'error', errors: [...(noted.errors ?? []), name], ...(at ? { at } : {}) };
    },
    entry: () => ({ ...noted, ms: Math.round(nowMs() - beganMs) }),
  };
}

/** A line about something that belongs to no turn: what it happened during, the error's class, its place in the program. */
export function logError(log: Log, during: string, error: unknown): void {
  const known = error instanceof Error;
  const what = { error: known ? error.name : typeof error, at: known ? placeOf(error) : '' };
  log(JSON.stringify({ level: 'error', during, ...what }));
}

/** The topmost frame of the stack, which stands after the message. */
function placeOf(error: Error): string {
  const stack = error.stack ?? '';
  const opening = `${error.name}: ${error.message}`;
  const frames = stack.startsWith(opening) ? stack.slice(opening.length) : '';
  return /^\s+at (.*)$/m.exec(frames)?.[1] ?? '';
}

/** Events that tell what somebody wants of the skill, and nothing of how they are. */
const WISHES = new Set([
  'askedForRoutine',
  'askedHelp',
  'askedPlan',
  'askedProgress',
  'askedTimeLeft',
  'askedToRepeat',
  'notUnderstood',
  'paused',
  'resumed',
  'startedOver',
  'stopped',
  'wantedForgetting',
  'wantedNext',
  'wantedPrevious',
  'wantedReminder',
  'wantedWarmUp',
  'wasReady',
]);

/** An intent that only gives an answer: yes, no, a number. Which it was is not logged. */
const ANSWERS = new Set([
  'gaveNumber',
  'mixedAnswer',
  'saidNo',
  'saidNone',
  'saidSomewhat',
  'saidYes',
  'unclear',
  'wasNotSure',
]);

const EVENTS = new Map(intentTable.intents.map(({ alexa, event }) => [alexa, event]));

/** The intent as far as it may be logged: what carries words or an answer is called no more than that. */
export function loggableIntent(intent: string): string {
  const event = EVENTS.get(intent) ?? '';
  if (WISHES.has(event) && !isFree(intent)) return intent;
  return ANSWERS.has(event) ? 'answer' : 'words';
}

/** An intent that holds words is named by the first of them, which may be a symptom. */
function isFree(intent: string): boolean {
  const row = intentTable.intents.find(({ alexa }) => alexa === intent);
  return row !== undefined && 'lead' in row;
}

/** Moments to which only a symptom or an answer about health leads. */
const GUARDED = new Set<MomentName>(['doubting', 'easing', 'feeling', 'locating', 'offeringTips', 'warned']);

/** The moment as far as it may be logged. */
export function loggableMoment(at: MomentName): string {
  return GUARDED.has(at) ? 'guarded' : at;
}
