// Which meanings are in a question, however it is worded?

import { wordsIn } from './words';

/** How a language's questions are read; written beside its answers. */
export interface QuestionWords {
  /** Words that tell nothing about what is asked. */
  light: readonly string[];
  /** Endings that are cut, the longest first. */
  endings: readonly string[];
  /** Words and short phrases that mean the same here; the first names the meaning. */
  same: readonly (readonly string[])[];
  /** The first words of groups that tell what is wanted of a thing: how long, how often, why. */
  kinds: readonly string[];
}

export interface Terms {
  /** Each meaning once, in the order said; what is wanted of a thing is left out. */
  about: string[];
  /** What is wanted: how long, how often, why; empty when nothing told it. */
  kinds: string[];
}

/** Turns texts into terms. */
export type TermsOf = (text: string) => Terms;

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

/** Prepares the reading of questions in one language. */
export function termsIn({ light, endings, same, kinds }: QuestionWords): TermsOf {
  const dropped = new Set(light);
  const stem = (word: string) => stemOf(word, endings);
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
  const wanted = new Set(kinds);
  return (text) => {
    const said = bareWords(text);
    const stems = said.map(stem);
    const found: string[] = [];
    for (let at = 0; at < stems.length; ) {
      const phrase = byFirst
        .get(stems[at] ?? '')
        ?.find(({ words }) => words.every((one, on) => stems[at + on] === one));
      if (phrase) found.push(phrase.meaning);
      else if (!dropped.has(said[at] ?? '')) found.push(stems[at] ?? '');
      at += phrase?.words.length ?? 1;
    }
    const meanings = [...new Set(found)];
    return {
      about: meanings.filter((one) => !wanted.has(one)),
      kinds: meanings.filter((one) => wanted.has(one)),
    };
  };
}
