// The log line of a turn: how it went for the skill, and nothing about the listener.

import intentTable from '../../content/intents.json';
import { holds } from '../dialogue/momentTable';
import type { MomentName } from '../dialogue/state';
import { textOf } from './envelope';
import type { StoreOutcome } from './memory/recall';

/** Writes one line to the log. */
export type Log = (line: string) => void;

/** One line of JSON a turn: no ids, no words, no answers. */
export interface Entry {
  level: 'info' | 'error';
  /** The type of the request; empty where there is none. */
  request: string;
  /** What was wanted; never what was answered. */
  intent?: string;
  /** Where the conversation was when the request came. */
  moment?: string;
  /** From the request's arrival to the answer, in whole milliseconds. */
  ms: number;
  start: 'cold' | 'warm';
  store: StoreOutcome;
  /** The classes of the errors, and where in the program the last one was thrown. */
  errors?: string[];
  at?: string;
}

/** What one turn notes down while it goes on. */
export interface Journal {
  note(what: Partial<Pick<Entry, 'request' | 'intent' | 'moment' | 'store'>>): void;
  /** An error's message may quote the listener, so its class and its place in the program are all that is kept. */
  failed(error: unknown): void;
  entry(): Entry;
}

/** `nowMs` measures how long the turn took, in milliseconds from any fixed moment. */
export function journalOf(start: Entry['start'], nowMs: () => number): Journal {
  const beganMs = nowMs();
  let noted: Omit<Entry, 'ms'> = { level: 'info', request: '', start, store: 'none' };
  return {
    note(what) {
      noted = { ...noted, ...what };
    },
    failed(error) {
      const at = placeOf(error);
      noted = { ...noted, level: 'error', errors: [...(noted.errors ?? []), classOf(error)], ...(at ? { at } : {}) };
    },
    entry: () => ({ ...noted, ms: Math.round(nowMs() - beganMs) }),
  };
}

/** A line about an error outside any turn: what it happened during, the error's class, its place in the program. */
export function logError(log: Log, during: string, error: unknown): void {
  log(JSON.stringify({ level: 'error', during, error: classOf(error), at: placeOf(error) }));
}

/** The error's name, where it is one: a service that answers may give its error any name. */
function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return /^[A-Za-z]\w{0,60}$/.test(textOf(error.name)) ? error.name : 'Error';
}

/**
 * The file, line and column of the topmost frame that has one. The frames stand after the message, which may imitate
 * them; a stack that does not begin with the message as it is now is not read at all.
 */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { name, message } = error;
  const stack = textOf(error.stack);
  // A class that names itself does so after the stack was taken.
  const opening = [`${textOf(name)}: ${textOf(message)}`, `Error: ${textOf(message)}`, 'Error'].find((one) =>
    stack.startsWith(`${one}\n    at `),
  );
  return opening === undefined ? '' : (FRAME.exec(stack.slice(opening.length))?.[1] ?? '');
}

/** No name of a function and no path: a name may be made of words, and a path tells of a machine. */
const FRAME = /^ {4}at .*[/\\]([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/m;

/** Events that tell what the listener wants of the skill, and nothing of their health. */
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

/** The type of a request, if it looks like one of Alexa's. */
export function loggableRequestOf(type: string): string {
  return /^[A-Za-z]{1,40}(\.[A-Za-z]{1,40}){0,4}$/.test(type) ? type : '';
}

/** The intent as far as it may be logged: one that carries words or an answer is logged as just that. */
export function loggableIntentOf(intent: string): string {
  const row = intentTable.intents.find(({ alexa }) => alexa === intent);
  const event = row?.event ?? '';
  const slots = Object.values<string>(row?.slots ?? {});
  if (slots.some((type) => OF_ANSWERS.includes(type)) || ANSWERS.has(event)) return 'answer';
  return WISHES.has(event) && !slots.includes(FREE) ? intent : 'words';
}

/** An intent that holds words is named by the first of them, which may be a symptom, or by what it says of them. */
const FREE = 'AMAZON.SearchQuery';
/** How an answer was put ("no more than usual", "it comes and goes"), and what was denied. */
const OF_ANSWERS: readonly string[] = ['Manner', 'DeniedThing'];

/** The moment as far as it may be logged. */
export function loggableMomentOf(at: MomentName): string {
  return holds(at, 'guarded') ? 'guarded' : at;
}
