// The surroundings of the walk: tables, words and limits.

import { join } from 'node:path';
import { contentVersion, questions, routineTables, topics } from '../../../content';
import { folderLanguages } from '../../../content/languages';
import { LIMITS } from '../../../lambda/alexa/limits';
import type { Act, Turn } from '../../../lambda/dialogue/act';
import type { Context, KeptPlace, Remembered, Screened } from '../../../lambda/dialogue/context';
import type { Event } from '../../../lambda/dialogue/event';
import { type Settings, type State, USUAL_SETTINGS } from '../../../lambda/dialogue/state';
import type { ScreeningForm } from '../../../lambda/domain/healthQuestions';
import type { Day, Session } from '../../../lambda/domain/progress';
import type { Usual } from '../../../lambda/domain/routine';
import type { Slot } from '../../../lambda/domain/timeline';
import { speechIn, spokenLanguageOf } from '../../../lambda/speech/speech';

export type Converse = (state: State | null, event: Event, context: Context) => Turn;

/**
 * Things said one after the other: once the microphone is open, or `inHold`, in the first second of a press; and `back`:
 * an ended session opened again, by how what tells of it begins.
 */
export type Way = readonly (Event | { inHold: Event } | { back: string })[];

const LOCALE = 'en-US';
const languages = folderLanguages(join(__dirname, '../../../content/languages'));

/** Strict: a sentence that is missing is a fault of its own. */
export const speech = speechIn(spokenLanguageOf(languages.of(LOCALE)), { strict: true });

export { LIMITS };

/** When the first session of a walk begins; the walk knows no other clock. */
export const BEGIN_MS = 1_000_000_000_000;
export const MINUTE_MS = 60_000;

/** What makes one walk different from another: how the screening is asked, how the device sounds, what is known. */
export interface World {
  form: ScreeningForm;
  settings: Settings;
  /** Null: the store is away. */
  remembered: Remembered | null;
  /** What Alexa tells of the voice, beside the one that passed all questions. */
  voice: Screened['voice'];
}

/** A listener of whom nothing is known but that long holds are wished for. */
const STRANGER: Remembered = { usual: null, sessions: [], today: 0, explained: [], declined: [], tip: 0 };

/** One who has worked on the upper back for weeks, on three days of the last: it should rest. */
const REGULAR: Remembered = {
  usual: { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' },
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
  tip: 3,
};

export const WORLDS: readonly World[] = [
  {
    form: 'ask',
    settings: { ...USUAL_SETTINGS, holdSeconds: 60, tones: 'all' },
    remembered: STRANGER,
    voice: 'unknown',
  },
  {
    form: 'read',
    settings: { ...USUAL_SETTINGS, pace: 'slow', counting: 'more', holdSeconds: 60, talk: 'less', audio: 'ssml' },
    remembered: REGULAR,
    voice: 'unknown',
  },
];

/** How a listener is back after a full set of questions: so many days later, with one thing that is not as before. */
interface Back {
  label: string;
  days: number;
  /** The world of that session, for a listener of whom this is remembered. */
  as: (world: World, remembered: Remembered) => Partial<World>;
}

const USUAL_WITH_PARTNER: Usual = { region: 'middle', side: 'left', tool: 'partner', minutes: 5, place: 'floor' };
const PRESSED_BEFORE: Session = { day: 0, region: 'middle', tool: 'ball', minutes: 5, holds: 2 };

export const BACK: readonly Back[] = [
  { label: 'the same voice', days: 1, as: () => ({ voice: 'same' }) },
  { label: 'another voice', days: 1, as: () => ({ voice: 'another' }) },
  { label: 'the store away', days: 1, as: () => ({ remembered: null }) },
  {
    label: 'a partner the usual',
    days: 1,
    as: (_, known) => ({ remembered: { ...known, usual: USUAL_WITH_PARTNER } }),
  },
  {
    label: 'having pressed before',
    days: 14,
    as: (_, known) => ({ remembered: { ...known, sessions: [PRESSED_BEFORE] } }),
  },
  { label: 'the same voice', days: 15, as: () => ({ voice: 'same' }) },
];

const DAY_MS = 24 * 60 * MINUTE_MS;

/** The world of a listener who is back in such a way, and when that is. */
export function worldOf(world: World, { days, as }: Back, nowMs: number): { world: World; nowMs: number } {
  const { remembered } = world;
  if (!remembered) return { world, nowMs };
  const later: World = { ...world, remembered: { ...remembered, today: remembered.today + days } };
  return {
    world: { ...later, ...as(later, { ...remembered, today: remembered.today + days }) },
    nowMs: nowMs + days * DAY_MS,
  };
}

/** `screened`: the day that is kept of a full set of questions. */
export function contextAt(nowMs: number, world: World, kept: KeptPlace | null, screened: Day | null): Context {
  const { form, settings, remembered, voice } = world;
  return {
    nowMs,
    contentVersion,
    routine: routineTables,
    questions,
    topics,
    screeningForm: form,
    limits: LIMITS,
    lengthOf: speech.lengthOf,
    kept: kept && kept.endsAtMs > nowMs ? kept : null,
    remembered,
    screened: screened === null ? null : { day: screened, voice },
    settings,
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
