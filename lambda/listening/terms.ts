// Which meanings are in a question, however it is worded?

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
  /** What is wanted: how long, how often, why; a part of the heavy ones. */
  kinds: string[];
  /** Words that tell little. */
  light: string[];
}

/** Turns texts into terms, or only into stems: words without their endings. */
export interface Reading {
  termsOf(text: string): Terms;
  stemsOf(text: string): string[];
}

interface Phrase {
  words: string[];
  meaning: string;
}

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

/** Phrases by their first word, the longest first. */
function phrasesByFirst(same: QuestionWords['same'], stem: (word: string) => string): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const group of same) {
    const [meaning = ''] = group;
    for (const said of group) {
      const words = bareWords(said).map(stem);
      const [first = ''] = words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, meaning }]);
    }
  }
  for (const phrases of byFirst.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return byFirst;
}

/** Prepares the reading of questions in one language. */
export function readingOf({ light, endings, same, kinds }: QuestionWords): Reading {
  const telling = new Set(light.flatMap(bareWords));
  const stem = (word: string) => (telling.has(word) ? word : stemOf(word, endings));
  const byFirst = phrasesByFirst(same, stem);
  const wanted = new Set(kinds);
  const stemsOf = (text: string) => bareWords(text).map(stem);
  const termsOf = (text: string): Terms => {
    const stems = stemsOf(text);
    const heavy = new Set<string>();
    const little = new Set<string>();
    for (let at = 0; at < stems.length; ) {
      const one = stems[at] ?? '';
      // "Evening" and "even" have one stem; a word that tells little is no phrase by itself.
      const whole = ({ words }: Phrase) => words.every((word, on) => stems[at + on] === word);
      const phrase = byFirst.get(one)?.find((known) => (known.words.length > 1 || !telling.has(one)) && whole(known));
      if (phrase) heavy.add(phrase.meaning);
      else (telling.has(one) ? little : heavy).add(one);
      at += phrase?.words.length ?? 1;
    }
    return { heavy: [...heavy], kinds: [...heavy].filter((one) => wanted.has(one)), light: [...little] };
  };
  return { termsOf, stemsOf };
}
