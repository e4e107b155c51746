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
 * Free-word intents whose carrier also begins a sample of another intent, where the free reading asks again instead of
 * doing the same. The service prefers the exact sample; should it not, the place is kept and nothing goes on.
 */
const ASKS_AGAIN = [
  'AMAZON.HelpIntent, AskIntent',
  'AMAZON.HelpIntent, WhatIsIntent',
  'AMAZON.PauseIntent, DenyIntent',
  'AskTopicIntent, AskIntent',
  'AskTopicIntent, TellIntent',
  'AskTopicIntent, WhatIsIntent',
  'DetailsIntent, AskIntent',
  'DetailsIntent, WhatIsIntent',
  'ExplainIntent, DenyIntent',
  'ExplainIntent, WhatIsIntent',
  'GoneIntent, DenyIntent',
  'LacksToolIntent, DenyIntent',
  'NoneIntent, DenyIntent',
  'NotSureIntent, DenyIntent',
  'OtherPersonIntent, DenyIntent',
  'PlanIntent, WhatIsIntent',
  'PostureTipsIntent, AskIntent',
  'ProgressIntent, WhatIsIntent',
  'ShorterIntent, DenyIntent',
  'StartRoutineIntent, TellIntent',
  'StillThereIntent, DenyIntent',
  'TimeLeftIntent, WhatIsIntent',
  'UnclearIntent, DenyIntent',
  'UnderageIntent, DenyIntent',
  'WhyIntent, AskIntent',
  'WhyIntent, WhatIsIntent',
];

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

  test('is understood the same, or asked again, where free words could be heard instead', () => {
    const { different, asked } = freeReadings(spoken);
    expect(different).toEqual([]);
    expect([...asked].sort()).toEqual(ASKS_AGAIN);
  });
});

interface Readings {
  different: string[];
  asked: Set<string>;
}

/** Every sentence that a free-word carrier begins, read both ways. */
function freeReadings(spoken: Spoken): Readings {
  const carriers = carriersOf(spoken);
  const readings: Readings = { different: [], asked: new Set() };
  const known = new Map<string, Event | null>();
  // The same symptom stands in a hundred sentences and means the same in each.
  const meaningOf = (intent: string, slots: SaidSlot[]): Event | null => {
    const key = `${intent} ${JSON.stringify(slots)}`;
    const meaning = known.get(key) ?? spoken.meaning(intent, slots);
    known.set(key, meaning);
    return meaning;
  };
  for (const { text, intent, slots } of spoken.intents.flatMap((one) => utterancesOf(one, spoken))) {
    for (const [name, query] of heardFreely(text, carriers)) {
      const exact = meaningOf(intent, slots);
      const free = spoken.meaning(name, [{ name: 'query', words: query }]);
      if (isTheSame(exact, free)) continue;
      const asks = free?.type === 'notUnderstood' || free?.type === 'askedQuestion';
      if (asks && exact?.type !== 'reportedSymptom') readings.asked.add(`${intent}, ${name}`);
      else readings.different.push(`${text}: ${JSON.stringify(exact)} or ${JSON.stringify(free)}`);
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

/** Each free-word intent that could hear a sentence, with the words it would be given. */
function heardFreely(text: string, carriers: ReadonlyMap<string, string[]>): [string, string][] {
  const found: [string, string][] = [];
  for (let end = text.indexOf(' '); end > 0; end = text.indexOf(' ', end + 1)) {
    for (const name of carriers.get(text.slice(0, end)) ?? []) found.push([name, text.slice(end + 1)]);
  }
  return found;
}
