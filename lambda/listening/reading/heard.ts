// The words of a sentence, and what each of them is in it.

import type { Window } from '../../../content/grammar';
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
  windows: Vocabulary['grammar']['windows'];
  /** Whether a window counts the word. */
  isCounted(at: number): boolean;
  /** Every word and group that is in it. */
  names(): Iterable<string>;
  /** Is a group or a word in it at all? */
  has(name: string): boolean;
  /** Where a group's entries, or one word, begin, and how many words stand for it there (0: none). */
  placesOf(name: string): readonly number[];
  lengthAt(name: string, at: number): number;
}

/** A vocabulary's lists as a sentence is held against them. */
export interface Listening {
  vocabulary: Vocabulary;
  groups: Groups;
  passedOver: ReadonlySet<string>;
  uncounted: ReadonlySet<string>;
  /** Words at which a denial ends, and phrases whose negation denies nothing, by their first word. */
  ends: ReadonlySet<string>;
  notDenying: PhrasesByWord;
  disclaiming: PhrasesByWord;
}

type PhrasesByWord = ReadonlyMap<string, readonly (readonly string[])[]>;

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

/** Words of a sentence, and which of them windows count. */
type Said = Pick<Heard, 'words' | 'thoughts' | 'isCounted'>;

/** The place behind the last of so many counted words from one on, or before the first of so many before it. */
export function windowEnd(
  from: number,
  step: 1 | -1,
  count: number,
  { words, isCounted }: Omit<Said, 'thoughts'>,
): number {
  let at = from;
  for (let left = count; at >= 0 && at < words.length; at += step) if (isCounted(at) && left-- === 0) break;
  return at;
}

/** The words within a window before a place, and those within one from a place on. */
export function wordsBefore(at: number, window: Window, heard: Heard): readonly string[] {
  return heard.words.slice(windowEnd(at - 1, -1, heard.windows[window], heard) + 1, at);
}
export function wordsFrom(at: number, window: Window, heard: Heard): readonly string[] {
  return heard.words.slice(at, windowEnd(at, 1, heard.windows[window], heard));
}

/** The place of the negation over each word, whichever way it reaches. */
function denialsIn(said: Said, listening: Listening): number[] {
  const denials = denialsAhead(said, listening);
  const { denyingBehind = [], denyingAround = [] } = listening.vocabulary.grammar;
  said.words.forEach((word, at) => {
    if (!denyingBehind.includes(word) && !(denyingAround.includes(word) && isLast(at, said, listening))) return;
    for (const before of deniedBehind(at, said, listening)) denials[before] = at;
  });
  return denials;
}

/** "No numbness but I'm dizzy": a negation ends at a turn, at a new subject, and after a few words. */
function denialsAhead(said: Said, { vocabulary, ends, notDenying, disclaiming }: Listening): number[] {
  const { words } = said;
  const { windows, denyingBehind } = vocabulary.grammar;
  const idle = placesOfAny(notDenying, words);
  const disclaimed = placesOfAny(disclaiming, words);
  // Counted anew at every "or".
  const lastFrom = (at: number) => windowEnd(at + 1, 1, windows.denied, said) - 1;
  let denying = -1;
  let last = 0;
  let subjectUntil = -1;
  return words.map((word, at) => {
    const isInside = at <= subjectUntil || vocabulary.insideDenial.includes(words[at - 1] ?? '');
    const isNegation = vocabulary.negations.includes(word) && !denyingBehind?.includes(word);
    if (disclaimed.has(at) && !idle.has(at)) {
      denying = at;
      last = lastFrom(at);
      subjectUntil = windowEnd(at + 1, 1, windows.disclaimedSubject, said) - 1;
    } else if (isNegation && !idle.has(at)) {
      denying = at;
      last = lastFrom(at);
    } else if (at > last || (ends.has(word) && !isInside)) denying = -1;
    else if (denying >= 0 && vocabulary.joins.includes(word)) last = lastFrom(at);
    return denying;
  });
}

/** Whether nothing that could be denied follows a negation in its thought. */
function isLast(at: number, { words, thoughts, isCounted }: Said, { ends }: Listening): boolean {
  for (let next = at + 1; next < words.length && thoughts[next] === thoughts[at]; next++) {
    if (ends.has(words[next] ?? '')) return true;
    if (isCounted(next)) return false;
  }
  return true;
}

/** "Brustschmerzen habe ich keine": the counted words right before a negation, and those joined to them by "or". */
function deniedBehind(at: number, { words, thoughts, isCounted }: Said, { vocabulary }: Listening): number[] {
  const { joins, turns, and, negations, grammar } = vocabulary;
  const { deniedBehind: reach, near } = grammar.windows;
  const stops = [...turns, ...and, ...negations, ...(grammar.clauseEnds ?? [])];
  const denied: number[] = [];
  let counted = 0;
  for (let before = at - 1; before >= 0 && thoughts[before] === thoughts[at] && counted <= near; before--) {
    const word = words[before] ?? '';
    if (stops.includes(word)) break;
    // "Oder nicht" joins no second thing.
    if (joins.includes(word) && denied.length === 0) break;
    if (joins.includes(word)) counted = 0;
    else if (isCounted(before) && counted++ < reach) denied.push(before);
  }
  return denied;
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
