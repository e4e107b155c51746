// Can one sentence mean two things?

import type { Event } from '../../lambda/dialogue/event';
import { common, machineOf } from './machine';
import { everyLocale, type SaidSlot, type Spoken, utterancesOf } from './said';

/** Pairs that share an utterance on purpose, and why that is harmless. */
const SHARED: Record<string, string> = {
  // The service takes "go back" for its own intent unless the model has it; screening answers both alike.
  'AMAZON.PreviousIntent, GoBackIntent': 'go back',
};

/**
 * What a sentence means by its own sample, and what it would mean were it heard by a carrier of free words instead. The
 * service prefers the sample; should it not, each of these keeps the place, and none lets a press begin or go on.
 */
const HEARD_FREELY: Record<string, string[]> = {};

describe.each(everyLocale.map((spoken) => [spoken.locale, spoken] as const))('someone speaking %s', (_, spoken) => {
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
    const heard = freeReadings(spoken);
    require('node:fs').writeFileSync(`/tmp/kr3f/free-${spoken.locale}.json`, JSON.stringify(heard, null, 1));
  }, 300_000);
});

/** Sentences that another locale has as well are read there. */
const readAlready = new Set<string>();

/** Every sentence that a free-word carrier begins, read both ways: by what it means, what it could be taken for. */
function freeReadings(spoken: Spoken): Record<string, Record<string, string[]>> {
  const carriers = carriersOf(spoken);
  const readings: Record<string, Record<string, string[]>> = {};
  for (const said of spoken.intents.flatMap((one) => utterancesOf(one, spoken))) {
    if (readAlready.has(said.text)) continue;
    readAlready.add(said.text);
    const freely = heardFreely(said.text, carriers);
    if (freely.length === 0) continue;
    const exact = spoken.meaning(said.intent, said.slots);
    for (const [name, query] of freely) {
      const free = spoken.meaning(name, [{ name: 'query', words: query }]);
      if (isTheSame(exact, free)) continue;
      const taken = (readings[exact?.type ?? 'nothing'] ??= {});
      (taken[free?.type ?? 'nothing'] ??= []).push(`${said.text} (${name})`);
    }
  }
  return readings;
}

/** Equal events; a report counts by its rows, its question being only what "go back" asks again. */
function isTheSame(one: Event | null, other: Event | null): boolean {
  if (one?.type === 'reportedSymptom' && other?.type === one.type) return `${one.rows}` === `${other.rows}`;
  return JSON.stringify(one) === JSON.stringify(other);
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

/** The free-word intents that would hear a sentence were its sample not there: those of the longest carrier, with the rest. */
function heardFreely(text: string, carriers: ReadonlyMap<string, string[]>): [string, string][] {
  for (let end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
    const names = carriers.get(text.slice(0, end));
    if (names) return names.map((name) => [name, text.slice(end + 1)]);
  }
  return [];
}
