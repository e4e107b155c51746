// Turns a question into its meanings, however it is worded.

import { type EntryTable, entriesOf, entryTableOf } from '../../content/readingTables';
import type { Split } from '../../content/writing';

/** How a language's questions are read; written beside its answers. */
export interface QuestionWords {
  /** Words that tell little about what is asked. */
  light: readonly string[];
  /** Endings that are cut, the longest first. */
  endings: readonly string[];
  /** Words and short phrases that mean the same here; the first names the meaning. */
  same: readonly (readonly string[])[];
  /** The first words of groups that tell what is wanted of a thing: how long, how often, why. */
  kinds: readonly string[];
  /** Those of them that are a question without any other word: why, how long. */
  alone: readonly string[];
}

/** The meanings of a text, each once, in the order said. */
export interface Terms {
  /** What it is about, and what is wanted of it. */
  heavy: string[];
  /** Words that tell little. */
  light: string[];
}

/** Turns texts into terms, or only into stems: words without their endings. */
export interface Reading {
  termsOf(text: string): Terms;
  stemsOf(text: string): string[];
}

/** Words that stand for one meaning together, without the first of them. */
interface Phrase {
  rest: readonly string[];
  meaning: string;
}

/** A stem that is shorter tells too little. */
const SHORTEST_STEM = 3;

/**
 * Cuts an ending and what its spelling left: "pressing" and "pressed", "massages" and "massage", "rubbing" and "rub".
 */
function stemOf(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  const cut = ending ? word.slice(0, -ending.length) : word;
  const undoubled = ending && cut.length > SHORTEST_STEM ? cut.replace(/([^aeiouslz])\1$/, '$1') : cut;
  return undoubled.length > SHORTEST_STEM ? undoubled.replace(/[ei]$/, '') : undoubled;
}

/** A word without what follows its apostrophe: possessives and contractions. */
function stripApostrophe(word: string): string {
  return word.includes("'") ? word.replace(/'.*$/, '') || word : word;
}

/**
 * The phrases of a language by the stem of their first word, the longest first. A meaning is one word, as the full-text
 * index needs it.
 */
export function meaningTableOf(words: QuestionWords, split: Split): EntryTable {
  const stem = stemmerOf(words, split);
  const phrases = words.same.flatMap((all) => {
    const meaning = (all[0] ?? '').replaceAll(' ', '_');
    return all.map((said) => ({ stems: split(said).map(stem), meaning }));
  });
  return entryTableOf(
    phrases
      .sort((one, other) => other.stems.length - one.stems.length)
      .map(({ stems: [first = '', ...rest], meaning }) => [first, meaning, ...rest]),
  );
}

const littleIn = (light: readonly string[], split: Split): Set<string> =>
  new Set(light.flatMap(split).map(stripApostrophe));

/** Stems words as they stand in a text; one that tells little is left as it is. */
function stemmerOf({ light, endings }: QuestionWords, split: Split): (word: string) => string {
  const little = littleIn(light, split);
  return (word) => {
    const plain = stripApostrophe(word);
    return little.has(plain) ? plain : stemOf(plain, endings);
  };
}

/** What is known of a word. */
interface Known {
  stem: string;
  tellsLittle: boolean;
  /** The phrases that begin with it. */
  phrases: readonly Phrase[];
}

/** Looks words up. A bank has sixty thousand of them and few different ones, so that each is worked out once. */
function wordLookupOf(words: QuestionWords, split: Split, meanings: EntryTable): (word: string) => Known {
  const phrasesFrom = entriesOf(meanings, ([meaning = '', ...rest]): Phrase => ({ rest, meaning }));
  const little = littleIn(words.light, split);
  const stem = stemmerOf(words, split);
  const known = new Map<string, Known>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const stemmed = stem(word);
    const found = { stem: stemmed, tellsLittle: little.has(stemmed), phrases: phrasesFrom(stemmed) };
    known.set(word, found);
    return found;
  };
}

/** Reads questions in one language. `meanings`: the table of its phrases, where it was worked out before. */
export function readingOf(words: QuestionWords, split: Split, meanings = meaningTableOf(words, split)): Reading {
  const knownOf = wordLookupOf(words, split, meanings);
  return {
    stemsOf: (text) => split(text).map((word) => knownOf(word).stem),
    termsOf: (text) => {
      const said = split(text).map(knownOf);
      const read: Terms = { heavy: [], light: [] };
      for (let at = 0; at < said.length; ) {
        const phrase = phraseAt(at, said);
        const word = said[at];
        const term = phrase?.meaning ?? word?.stem ?? '';
        const terms = phrase || !word?.tellsLittle ? read.heavy : read.light;
        if (!terms.includes(term)) terms.push(term);
        at += phrase ? phrase.rest.length + 1 : 1;
      }
      return read;
    },
  };
}

/**
 * The longest phrase that begins at a word. "Evening" and "even" have one stem; one that tells little is none by
 * itself.
 */
function phraseAt(at: number, said: readonly Known[]): Phrase | undefined {
  const first = said[at];
  if (!first) return undefined;
  for (const phrase of first.phrases) {
    if (phrase.rest.length === 0 ? !first.tellsLittle : isFollowedBy(phrase.rest, said, at + 1)) return phrase;
  }
  return undefined;
}

function isFollowedBy(stems: readonly string[], said: readonly Known[], from: number): boolean {
  for (let on = 0; on < stems.length; on++) if (said[from + on]?.stem !== stems[on]) return false;
  return true;
}
