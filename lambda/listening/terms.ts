// Turns a question into its meanings, however it is worded.

import { wordsIn } from './words';

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

/** The phrases of a language by the stem of their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** A stem that is shorter tells too little. */
const SHORTEST_STEM = 3;

/** Cuts an ending and what its spelling left: "pressing" and "pressed", "massages" and "massage", "rubbing" and "rub". */
function stemOf(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  const cut = ending ? word.slice(0, -ending.length) : word;
  const undoubled = ending && cut.length > SHORTEST_STEM ? cut.replace(/([^aeiouslz])\1$/, '$1') : cut;
  return undoubled.length > SHORTEST_STEM ? undoubled.replace(/[ei]$/, '') : undoubled;
}

/** A word without what follows its apostrophe: possessives and contractions. */
function bare(word: string): string {
  return word.includes("'") ? word.replace(/'.*$/, '') || word : word;
}

/** The phrases of a language. A meaning is one word, as the full-text index needs it. */
export function phrasesOf(words: QuestionWords): Phrases {
  const stem = stemmerOf(words);
  const phrases = new Map<string, Phrase[]>();
  for (const [meaning = '', ...others] of words.same) {
    for (const said of [meaning, ...others]) {
      const [first = '', ...rest] = wordsIn(said).map(stem);
      phrases.set(first, [...(phrases.get(first) ?? []), { rest, meaning: meaning.replaceAll(' ', '_') }]);
    }
  }
  for (const list of phrases.values()) list.sort((one, other) => other.rest.length - one.rest.length);
  return phrases;
}

/** Stems words as they stand in a text. A bank has sixty thousand of them and few different ones: each is stemmed once. */
function stemmerOf({ light, endings }: Pick<QuestionWords, 'light' | 'endings'>): (word: string) => string {
  const little = littleIn(light);
  const known = new Map<string, string>();
  return (word) => {
    const stemmed = known.get(word);
    if (stemmed !== undefined) return stemmed;
    const plain = bare(word);
    const stem = little.has(plain) ? plain : stemOf(plain, endings);
    known.set(word, stem);
    return stem;
  };
}

const littleIn = (light: readonly string[]): Set<string> => new Set(light.flatMap(wordsIn).map(bare));

/** Reads questions in one language. */
export function readingOf(words: QuestionWords): Reading {
  const phrases = phrasesOf(words);
  const little = littleIn(words.light);
  const stem = stemmerOf(words);
  const stemsOf = (text: string) => wordsIn(text).map(stem);
  const termsOf = (text: string): Terms => {
    const stems = stemsOf(text);
    const read: Terms = { heavy: [], light: [] };
    for (let at = 0; at < stems.length; ) {
      const one = stems[at] ?? '';
      const tellsLittle = little.has(one);
      const phrase = phraseAt(at, stems, phrases.get(one), tellsLittle);
      const term = phrase ? phrase.meaning : one;
      const terms = phrase || !tellsLittle ? read.heavy : read.light;
      if (!terms.includes(term)) terms.push(term);
      at += phrase ? phrase.rest.length + 1 : 1;
    }
    return read;
  };
  return { termsOf, stemsOf };
}

/** "Evening" and "even" have one stem; a word that tells little is no phrase by itself. */
function phraseAt(
  at: number,
  stems: readonly string[],
  phrases: readonly Phrase[] | undefined,
  tellsLittle: boolean,
): Phrase | undefined {
  if (!phrases) return undefined;
  for (const phrase of phrases) {
    const { rest } = phrase;
    if (rest.length === 0 ? !tellsLittle : stands(rest, stems, at + 1)) return phrase;
  }
  return undefined;
}

function stands(words: readonly string[], stems: readonly string[], from: number): boolean {
  for (let on = 0; on < words.length; on++) if (stems[from + on] !== words[on]) return false;
  return true;
}
