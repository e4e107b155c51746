// The words of a sentence, and what each of them is in it.

import type { Vocabulary } from '../vocabulary';
import { plainWordsIn } from '../words';
import type { Groups } from './groups';

/** A text as the symptom reader sees it. */
export interface Heard {
  words: readonly string[];
  /** The number of the thought that each word belongs to: "but" and "and i" begin a new one. */
  thoughts: readonly number[];
  /** For each word the place of the negation over it, or -1. */
  denials: readonly number[];
  isPassedOver(at: number): boolean;
  /** Every word and group that is in it. */
  names(): Iterable<string>;
  /** Is a group or a word in it at all? */
  has(name: string): boolean;
  /** Where a group's entries, or one word, begin, and how many words stand for it there (0: none). */
  placesOf(name: string): readonly number[];
  lengthAt(name: string, at: number): number;
}

/** How many words a negation holds for, counted anew at every "or". */
const DENIED = 6;

/** A vocabulary's lists as a sentence is held against them. */
export interface Listening {
  vocabulary: Vocabulary;
  groups: Groups;
  passedOver: ReadonlySet<string>;
  /** Words at which a denial ends, and phrases whose negation denies nothing, by their first word. */
  ends: ReadonlySet<string>;
  notDenying: PhrasesByWord;
  disclaiming: PhrasesByWord;
}

type PhrasesByWord = ReadonlyMap<string, readonly (readonly string[])[]>;

/** How many words behind "I wouldn't say" may be the subject of what is denied. */
const SUBJECT_WITHIN = 2;

export function listeningOf(vocabulary: Vocabulary, groups: Groups): Listening {
  const ends = new Set([...vocabulary.turns, ...vocabulary.and, ...vocabulary.subjects]);
  const notDenying = groupByWord(vocabulary.notDenying);
  const disclaiming = groupByWord(vocabulary.disclaiming);
  return { vocabulary, groups, passedOver: new Set(vocabulary.passedOver), ends, notDenying, disclaiming };
}

function groupByWord(phrases: readonly string[]): PhrasesByWord {
  const table = new Map<string, string[][]>();
  for (const words of phrases.map((phrase) => phrase.split(' '))) {
    table.set(words[0] ?? '', [...(table.get(words[0] ?? '') ?? []), words]);
  }
  return table;
}

export function heardIn(text: string, listening: Listening): Heard {
  const { vocabulary, groups, passedOver } = listening;
  const words = plainWordsIn(text, vocabulary);
  const passed = words.map((word) => passedOver.has(word));
  const found = groupPlacesIn(words, groups);
  return {
    words,
    thoughts: thoughtsIn(words, vocabulary),
    denials: denialsIn(words, listening),
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

/** "No numbness but I'm dizzy": a negation ends at a turn, at a new subject, and after a few words. */
function denialsIn(words: readonly string[], { vocabulary, ends, notDenying, disclaiming }: Listening): number[] {
  const idle = placesOfAny(notDenying, words);
  const disclaimed = placesOfAny(disclaiming, words);
  let denying = -1;
  let last = 0;
  let subjectUntil = -1;
  return words.map((word, at) => {
    const isInside = at <= subjectUntil || vocabulary.insideDenial.includes(words[at - 1] ?? '');
    if (disclaimed.has(at) && !idle.has(at)) {
      denying = at;
      last = at + DENIED;
      subjectUntil = at + SUBJECT_WITHIN;
    } else if (vocabulary.negations.includes(word) && !idle.has(at)) {
      denying = at;
      last = at + DENIED;
    } else if (at > last || (ends.has(word) && !isInside)) denying = -1;
    else if (denying >= 0 && vocabulary.joins.includes(word)) last = at + DENIED;
    return denying;
  });
}

/** The places of all words of the phrases that stand in a sentence. */
function placesOfAny(phrases: PhrasesByWord, words: readonly string[]): Set<number> {
  const places = new Set<number>();
  words.forEach((word, at) => {
    for (const phrase of phrases.get(word) ?? []) {
      if (!phrase.every((one, index) => words[at + index] === one)) continue;
      for (let index = 0; index < phrase.length; index++) places.add(at + index);
    }
  });
  return places;
}
