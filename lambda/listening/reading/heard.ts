// The words of a sentence, and what each of them is in it.

import type { Vocabulary } from '../vocabulary';
import { plainWordsIn } from '../words';
import type { Groups } from './groups';
import { denialsIn } from './scope';
import type { Heard, Listening, PhrasesByWord } from './sentence';

export type { Heard, Listening } from './sentence';

export function listeningOf(vocabulary: Vocabulary, groups: Groups): Listening {
  const ends = new Set([...vocabulary.turns, ...vocabulary.and, ...vocabulary.subjects]);
  const notDenying = groupByWord(vocabulary.notDenying);
  const disclaiming = groupByWord(vocabulary.disclaiming);
  const passedOver = new Set(vocabulary.passedOver);
  const uncounted = new Set(vocabulary.grammar.uncounted);
  return { vocabulary, groups, passedOver, uncounted, ends, notDenying, disclaiming };
}

function groupByWord(phrases: readonly string[]): PhrasesByWord {
  const table = new Map<string, string[][]>();
  for (const words of phrases.map((phrase) => phrase.split(' '))) {
    table.set(words[0] ?? '', [...(table.get(words[0] ?? '') ?? []), words]);
  }
  return table;
}

export function heardIn(text: string, listening: Listening): Heard {
  const { vocabulary, groups, passedOver, uncounted } = listening;
  const words = plainWordsIn(text, vocabulary);
  const passed = words.map((word) => passedOver.has(word));
  const found = groupPlacesIn(words, groups);
  const thoughts = thoughtsIn(words, vocabulary);
  const said = { words, thoughts, isCounted: (at: number) => !uncounted.has(words[at] ?? '') };
  return {
    ...said,
    windows: vocabulary.grammar.windows,
    denials: denialsIn(said, listening),
    isPassedOver: (at) => passed[at] ?? false,
    names: () => found.keys(),
    has: (name) => found.has(name),
    placesOf: (name) => [...(found.get(name)?.keys() ?? [])],
    lengthAt: (name, at) => found.get(name)?.get(at) ?? 0,
  };
}

/** Every group's places and every word's, each with its length. */
function groupPlacesIn(words: readonly string[], groups: Groups): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  const note = (name: string, at: number, length: number) => {
    const places = found.get(name) ?? new Map<number, number>();
    if (!places.has(at)) places.set(at, length);
    found.set(name, places);
  };
  words.forEach((word, at) => {
    note(word, at, 1);
    for (const { group, words: entry } of groups(word)) {
      if (entry.every((one, index) => words[at + index] === one)) note(group, at, entry.length);
    }
  });
  return found;
}

function thoughtsIn(words: readonly string[], { breaks, and, newThoughts }: Vocabulary): number[] {
  let thought = 0;
  return words.map((word, at) => {
    const isJoined = and.includes(word) && newThoughts.includes(words[at + 1] ?? '');
    if (breaks.includes(word) || isJoined) thought++;
    return thought;
  });
}
