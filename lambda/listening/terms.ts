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

/** The phrases of a language by the stem of their first word: the other stems, and what the phrase means. */
export type Phrases = Record<string, [rest: string[], meaning: string][]>;

/** A stem that is shorter tells too little. */
const SHORTEST_STEM = 3;

/** Cuts an ending and what its spelling left: "pressing" and "pressed", "massages" and "massage", "rubbing" and "rub". */
function stemOf(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  const cut = ending ? word.slice(0, -ending.length) : word;
  const undoubled = ending && cut.length > SHORTEST_STEM ? cut.replace(/([^aeiouslz])\1$/, '$1') : cut;
  return undoubled.length > SHORTEST_STEM ? undoubled.replace(/[ei]$/, '') : undoubled;
}

/** The bare words of a text: possessives and contractions without what follows their apostrophe. */
function bareWords(text: string): string[] {
  return wordsIn(text).map((word) => word.replace(/'.*$/, '') || word);
}

/** The phrases of a language, the longest first. A meaning is one word, so that lists of them can be kept as text. */
export function phrasesOf(words: QuestionWords): Phrases {
  const stem = stemmerOf(words);
  const phrases: Phrases = {};
  for (const [meaning = '', ...others] of words.same) {
    for (const said of [meaning, ...others]) {
      const [first = '', ...rest] = bareWords(said).map(stem);
      phrases[first] = [...(phrases[first] ?? []), [rest, meaning.replaceAll(' ', '_')]];
    }
  }
  for (const list of Object.values(phrases)) list.sort(([one], [other]) => other.length - one.length);
  return phrases;
}

function stemmerOf({ light, endings }: Pick<QuestionWords, 'light' | 'endings'>): (word: string) => string {
  const telling = new Set(light.flatMap(bareWords));
  const known = new Map<string, string>();
  return (word) => {
    const stem = known.get(word) ?? (telling.has(word) ? word : stemOf(word, endings));
    known.set(word, stem);
    return stem;
  };
}

/** Reads questions in one language. */
export function readingOf(words: Omit<QuestionWords, 'same'>, phrases: Phrases): Reading {
  const little = new Set(words.light.flatMap(bareWords));
  const stem = stemmerOf(words);
  const stemsOf = (text: string) => bareWords(text).map(stem);
  const termsOf = (text: string): Terms => {
    const stems = stemsOf(text);
    const heavy = new Set<string>();
    const light = new Set<string>();
    for (let at = 0; at < stems.length; ) {
      const one = stems[at] ?? '';
      // "Evening" and "even" have one stem; a word that tells little is no phrase by itself.
      const phrase = (Object.hasOwn(phrases, one) ? phrases[one] : undefined)?.find(
        ([rest]) => (rest.length > 0 || !little.has(one)) && rest.every((word, on) => stems[at + on + 1] === word),
      );
      if (phrase) heavy.add(phrase[1]);
      else (little.has(one) ? light : heavy).add(one);
      at += phrase ? phrase[0].length + 1 : 1;
    }
    return { heavy: [...heavy], light: [...light] };
  };
  return { termsOf, stemsOf };
}
