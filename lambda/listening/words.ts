// Splits a text into words in the one form that the lists know, and finds a phrase among them.

import { splitOf, type Written } from '../../content/writing';

/** The words of a text in small letters, without markup, signs and stray apostrophes. */
export const wordsIn = (text: string, written: Written): string[] => splitOf(written)(text);

/** How a language runs words together, and what they are apart: "cant" is "can't", "arm's" is "arm is". */
export interface Contractions extends Written {
  /** Words, or two words together, that are written in more ways than one. */
  contractions: Readonly<Record<string, string>>;
  /** Endings that are words of their own. */
  endings: Readonly<Record<string, string>>;
  /** Words with such an ending that are listed as they are. */
  wholeWords: readonly string[];
}

/** The words of a text or of a phrase of the lists, each in the one form that the lists know. */
export function plainWordsIn(text: string, spelling: Contractions): string[] {
  return spellPlainly(wordsIn(text, spelling), spelling);
}

function spellPlainly(words: readonly string[], contractions: Contractions): string[] {
  const { pairs, partsOf } = spellingOf(contractions);
  const apart: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const pair = pairs.get(word)?.get(words[at + 1] ?? '');
    if (pair) at++;
    apart.push(...(pair ?? partsOf(word)));
  }
  return apart;
}

/** Contractions as they are looked up, some ten thousand times in the lists of a language. */
interface Spelling {
  /** What two words together are, by the first and the second. */
  pairs: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** The words that one word is made of. */
  partsOf(word: string): readonly string[];
}

const spellings = new WeakMap<Contractions, Spelling>();

function spellingOf(contractions: Contractions): Spelling {
  const spelling = spellings.get(contractions) ?? createSpelling(contractions);
  spellings.set(contractions, spelling);
  return spelling;
}

function createSpelling({ contractions, endings, wholeWords }: Contractions): Spelling {
  const pairs = new Map<string, Map<string, readonly string[]>>();
  const known = new Map<string, readonly string[]>(wholeWords.map((word) => [word, [word]]));
  for (const [written, meant] of Object.entries(contractions)) {
    const [first = '', second] = written.split(' ');
    const parts = meant.split(' ');
    if (second === undefined) known.set(first, parts);
    else pairs.set(first, (pairs.get(first) ?? new Map<string, readonly string[]>()).set(second, parts));
  }
  return { pairs, partsOf: (word) => known.get(word) ?? withoutEnding(word, endings) };
}

function withoutEnding(word: string, endings: Contractions['endings']): readonly string[] {
  for (const ending in endings) {
    const isLonger = word.length > ending.length && word.endsWith(ending);
    if (isLonger) return [word.slice(0, -ending.length), endings[ending] ?? ''];
  }
  return [word];
}

/** Words with those that a carrier keeps to itself: in front of them, or round them where it has a gap ("… why"). */
export function framed(frame: string, words: string): string {
  return frame.includes(GAP) ? frame.replace(GAP, words) : [frame, words].filter(Boolean).join(' ');
}

const GAP = '…';

/** Where `phrase` stands in `words` from `from` on, or -1. */
export function placeOf(phrase: readonly string[], words: readonly string[], from = 0): number {
  if (phrase.length === 0) return -1;
  for (let at = from; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, index) => words[at + index] === word)) return at;
  }
  return -1;
}

/** Whether a sentence ends with a phrase, or with one of several. */
export function endsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length <= words.length && placeOf(phrase, words, words.length - phrase.length) >= 0;
}
export const endsWithAny = (words: readonly string[], phrases: readonly string[] = []): boolean =>
  phrases.some((phrase) => endsWith(words, phrase.split(' ')));

/** The id whose longest phrase stands in the text; undefined when none does. */
export function longestIn<Id extends string>(
  words: readonly string[],
  table: Partial<Record<Id, readonly string[]>>,
  written: Written,
): { id: Id; at: number; length: number } | undefined {
  let found: { id: Id; at: number; length: number } | undefined;
  for (const [id, phrases] of Object.entries(table) as [Id, readonly string[]][]) {
    for (const phrase of phrases) {
      const sought = wordsIn(phrase, written);
      if (found && sought.length <= found.length) continue;
      const at = placeOf(sought, words);
      if (at >= 0) found = { id, at, length: sought.length };
    }
  }
  return found;
}
