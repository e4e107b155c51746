// The surroundings of the walk: tables, words and limits.

import { join } from 'node:path';
import { contentVersion, questions, routineTables, topics } from '../../../content';
import { folderLanguages } from '../../../content/languages';
import { LIMITS } from '../../../lambda/alexa/limits';
import type { Act, Turn } from '../../../lambda/dialogue/act';
import type { Context, KeptPlace, Remembered } from '../../../lambda/dialogue/context';
import type { Event } from '../../../lambda/dialogue/event';
import type { Settings, State } from '../../../lambda/dialogue/state';
import type { ScreeningForm } from '../../../lambda/domain/healthQuestions';
import type { Slot } from '../../../lambda/domain/timeline';
import { speechIn, spokenLanguageOf } from '../../../lambda/speech/speech';

export type Converse = (state: State | null, event: Event, context: Context) => Turn;

const LOCALE = 'en-US';
const languages = folderLanguages(join(__dirname, '../../../content/languages'));

/** Strict: a sentence that is missing is a fault of its own. */
export const speech = speechIn(spokenLanguageOf(languages.of(LOCALE)), { strict: true });

export { LIMITS };

/** When the first session of a walk begins; the walk knows no other clock. */
export const BEGIN_MS = 1_000_000_000_000;
export const MINUTE_MS = 60_000;

/** What makes one walk different from another: how the screening is asked, and how the device sounds. */
export interface World {
  form: ScreeningForm;
  settings: Settings;
  remembered: Remembered;
}

/** A listener whom nothing is known of yet. */
const STRANGER: Remembered = { usual: null, sessions: [], today: 0, explained: [], declined: [] };

/** One who has worked on the upper back for weeks, on three days of the last: it should rest. */
const REGULAR: Remembered = {
  usual: { tool: 'ball', minutes: 5, place: 'chair' },
  sessions: [16, 10, 5, 3, 1].map((daysAgo) => ({
    day: 20_000 - daysAgo,
    region: 'upper',
    tool: 'ball',
    minutes: 5,
    holds: 2,
  })),
  today: 20_000,
  explained: ['neck-tilt'],
  declined: [],
};

export const WORLDS: readonly World[] = [
  { form: 'ask', settings: { pace: 'normal', counting: 'normal', audio: 'apla' }, remembered: STRANGER },
  { form: 'read', settings: { pace: 'slow', counting: 'more', audio: 'ssml' }, remembered: REGULAR },
];

export function contextAt(nowMs: number, world: World, kept: KeptPlace | null): Context {
  return {
    nowMs,
    contentVersion,
    routine: routineTables,
    questions,
    topics,
    screeningForm: world.form,
    limits: LIMITS,
    lengthOf: speech.lengthOf,
    kept: kept && kept.endsAtMs > nowMs ? kept : null,
    remembered: world.remembered,
    settings: world.settings,
  };
}

const words = new Map<string, string>();

/** The words of an act; for a sentence or a value that is missing, what is missing. */
export function wordsOf(act: Act): string {
  const name = `${act.key}|${act.context ?? ''}|${act.values ? JSON.stringify(act.values) : ''}`;
  const known = words.get(name) ?? rendered(act);
  words.set(name, known);
  return known;
}

export const isMissing = (said: string): boolean => said === '' || said.startsWith('missing ');

function rendered(act: Act): string {
  try {
    return speech.sentence(act).trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const lengthOfAct = (act: Act): number => (isMissing(wordsOf(act)) ? 0 : speech.lengthOf(act));
export const lengthOfActs = (acts: readonly Act[]): number => acts.reduce((sum, act) => sum + lengthOfAct(act), 0);

/** Exercises that press on the back, by the names their slots carry. */
const PRESSES = new Set<string>([
  ...Object.values(routineTables.exercises.presses).map(({ id }) => id),
  routineTables.exercises.pin.id,
]);

/** Looking for the spot, pressing it, pinning it: something is on the back, or is being put there. */
export const touches = (slot: Slot): boolean =>
  slot.pressing === true || (slot.exercise !== undefined && PRESSES.has(slot.exercise));

/** A hold, a count, or a step of an exercise that is to be done now. */
export const guides = (slot: Slot): boolean =>
  slot.kind === 'hold' || slot.kind === 'count' || slot.pressing === true || slot.exercise !== undefined;
