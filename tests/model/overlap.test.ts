// Tests that no sentence has two meanings that differ.

import type { Event } from '../../lambda/dialogue/event';
import { everyday } from '../support/how-many';
import { common, machineOf } from './machine';
import { everyLocale, type Spoken, type Utterance, utterancesOf } from './said';

/** Pairs that share an utterance on purpose, and why that is harmless. */
const SHARED: Record<string, string> = {
  // The service takes "go back" for its own intent unless the model has it; screening answers both alike.
  'AMAZON.PreviousIntent, GoBackIntent': 'go back',
  // A part of the body beside any trouble: words win over slots, and a trouble that is none of that part stops a press.
  'AnswerIntent, ReportSymptomIntent': 'my head hurts',
  'CannotKneelIntent, ReportSymptomIntent':
    'my knees hurt | my knees are no good | my knees are sore | my knees are painful | my knees ache',
  'ReportSymptomIntent, TooMuchIntent': "i'm hurting",
  'StartRoutineIntent, ReportSymptomIntent':
    'my right side bottom is tight | my right hand side bottom is tight | my right one bottom is tight | my right and left bottom is tight | my right bottom is tight',
  // A thing that a question asks about behind a no: words win over slots, and each denies what was asked.
  'AnswerIntent, NoThingIntent': 'no not any worse | nope not any worse | nah not any worse | not any worse',
  'LacksToolIntent, NoThingIntent': 'no someone else | no somebody else | no another person',
  'NoThingIntent, ReminderTimeIntent': 'no at night',
  'OnToStretchesIntent, NoThingIntent': 'no pressure',
  'ReportSymptomIntent, NoThingIntent': 'not going down my arm | not going down my leg',
  'StillThereIntent, NoThingIntent': 'no change',
};

/**
 * What a sentence may be taken for when a carrier of free words hears it instead of its own sample. The service prefers
 * the sample; should it not, each of these keeps the place or makes the session safer: none lets a press begin or go on.
 */
const KEEPS_THE_PLACE = [
  'notUnderstood',
  // Asked again, and never a no.
  'unclear',
  'saidQualifiedNo',
  'saidVague',
  'askedQuestion',
  'askedAboutSymptom',
  // A yes in screening, where danger is always on yes; unclear anywhere else.
  'saidSomewhat',
  'chose',
  'lacksTool',
  'saidTooMuch',
  'stopped',
  'paused',
  'reportedSymptom',
  'spokeForAnother',
  // Danger is on yes where health is asked about, and a bare yes begins no press.
  'saidYes',
  // An answer is taken back and asked for again, or asked about.
  'wentBack',
  'saidAsUsual',
];

/** What the words of a symptom alone may be taken for. */
const HEEDED = ['reportedSymptom', 'askedAboutSymptom', 'saidTooMuch', 'saidSomewhat'];

/** Sentences that an earlier locale has as well have been read there. */
const readAlready = new Set<string>();

function notYetRead(spoken: Spoken): Utterance[] {
  const all = spoken.intents.flatMap((one) => utterancesOf(one, spoken));
  const fresh = all.filter(({ text }) => !readAlready.has(text));
  for (const { text } of fresh) readAlready.add(text);
  return fresh;
}

/** Of some thirty-four thousand of a language; a locale after it has a few hundred of its own. */
const EVERYDAY_SENTENCES = 2000;

describe.each(everyLocale.map((spoken) => [spoken.locale, spoken] as const))('someone speaking %s', (_, spoken) => {
  const fresh = notYetRead(spoken);
  const own = fresh.length > 0 ? everyday(fresh, EVERYDAY_SENTENCES) : fresh;

  test('is never understood in two ways at once', () => {
    const machines = spoken.intents.map(
      (intent) => [intent.name, machineOf(intent, spoken.model, spoken.numbers)] as const,
    );
    const shared: Record<string, string> = {};
    machines.forEach(([name, machine], index) => {
      for (const [other, otherMachine] of machines.slice(index + 1)) {
        const both = common(machine, otherMachine, 5);
        if (both.length > 0) shared[`${name}, ${other}`] = both.join(' | ');
      }
    });
    expect(shared).toEqual(SHARED);
  });

  test('is understood the same, or kept in place, where free words could be heard instead', () => {
    expect(freeReadings(spoken, (free) => !keepsThePlace(free), own)).toEqual([]);
  }, 300_000);

  test('is heeded when the words of a symptom are heard by a carrier of free words', () => {
    const alone = ({ text, slots }: Utterance) => slots.some(({ name, words }) => name === 'symptom' && words === text);
    expect(freeReadings(spoken, (free) => !HEEDED.includes(free?.type ?? ''), fresh.filter(alone))).toEqual([]);
  }, 60_000);
});

/** A wish for another answer; nobody denies a health question with these words alone. */
const SAID_OTHERWISE = ['not that'];

/** A no to one thing answers that one question alone. */
const keepsThePlace = (free: Event | null): boolean =>
  KEEPS_THE_PLACE.includes(free?.type ?? '') || (free?.type === 'denied' && free.of !== 'all');

/** Sentences whose free reading, where it differs, is one that must not be. */
function freeReadings(spoken: Spoken, isWrong: (free: Event | null) => boolean, said: readonly Utterance[]): string[] {
  const carriers = carriersOf(spoken);
  return said.flatMap(({ text, intent, slots }) => {
    const free = heardFreely(text, carriers).map(([name, words]) => ({
      name,
      event: spoken.meaning(name, [{ name: 'query', words }]),
    }));
    const wrong = SAID_OTHERWISE.includes(text) ? [] : free.filter(({ event }) => isWrong(event));
    const differs = wrong.filter(({ event }) => !isTheSame(spoken.meaning(intent, slots), event));
    return differs.map(({ name, event }) => `${text}: ${intent} or ${name}, ${event?.type}`);
  });
}

/** Equal events; a report counts by its rows, its question being only what "go back" asks again. */
function isTheSame(one: Event | null, other: Event | null): boolean {
  if (one?.type === 'reportedSymptom' && other?.type === one.type) return `${one.rows}` === `${other.rows}`;
  // "No, none of them" denies whatever was asked.
  if (isNo(one) && isNo(other)) return true;
  // Each denies something, or says that something is well: where it matters the place is kept.
  if (other?.type === 'denied' && DENIES_TOO.has(one?.type)) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}

const DENIES_TOO: ReadonlySet<string | undefined> = new Set(['itEased', 'itStays', 'lacksTool']);

function isNo(event: Event | null): boolean {
  const denies = event?.type === 'denied' && event.of === 'all' && event.manner === 'plain';
  return denies || event?.type === 'saidNo' || event?.type === 'saidNone';
}

/** The intents that take free words, by the words before those. */
function carriersOf(spoken: Spoken): Map<string, string[]> {
  const carriers = new Map<string, string[]>();
  for (const { name, samples } of spoken.intents) {
    for (const sample of samples) {
      if (!sample.endsWith(' {query}')) continue;
      const carrier = sample.slice(0, -' {query}'.length);
      carriers.set(carrier, [...(carriers.get(carrier) ?? []), name]);
    }
  }
  return carriers;
}

/**
 * The free-word intents that would hear a sentence were its sample not there: those of the longest carrier, with the
 * rest.
 */
function heardFreely(text: string, carriers: ReadonlyMap<string, string[]>): [string, string][] {
  for (let end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
    const names = carriers.get(text.slice(0, end));
    if (names) return names.map((name) => [name, text.slice(end + 1)]);
  }
  return [];
}
