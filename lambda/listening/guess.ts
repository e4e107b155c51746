// Guesses the topic of a question from its words, pairs of words and groups of letters, as learnt from the wordings.

import { type Learnt, markOf } from '../../content/learnt';
import { type Split, splitAtSpaces } from '../../content/writing';

/** How near a question is to each topic: the logarithm of how probable it is. */
export type Guess = (question: string) => ReadonlyMap<string, number>;

/** Whatever may stand in a question falls into one of so many rows. */
export const ROWS = 4096;
/** How many letters are looked at together. */
const GROUPS = [3, 4] as const;
/** How sharply weights tell topics apart. */
const SHARPNESS = 4;

/** The rows of a text, each once: its words, its pairs of words, and the groups of letters in its words. `all`: how many there are. */
export function rowsOf(text: string, split: Split = splitAtSpaces, all = ROWS): number[] {
  const rows = new Set<number>();
  let before = '';
  for (const word of split(text)) {
    rows.add(markOf(`w${word}`) % all).add(markOf(`p${before} ${word}`) % all);
    const bounded = `_${word}_`;
    for (const length of GROUPS) {
      for (let from = 0; from + length <= bounded.length; from++) {
        rows.add(markOf(bounded.slice(from, from + length)) % all);
      }
    }
    before = word;
  }
  return [...rows];
}

/** What one row of a text counts for: long texts have many, and are no surer for it. */
export const shareOfRow = (rows: readonly number[]): number => SHARPNESS / Math.sqrt(rows.length);

/** A guess by what was learnt. */
export function guessBy({ topics, scale, weights }: Learnt, split?: Split): Guess {
  const rowCount = weights.length / topics.length;
  return (question) => {
    const rows = rowsOf(question, split, rowCount);
    const sums = new Float32Array(topics.length);
    for (const row of rows) {
      const from = row * topics.length;
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (weights[from + at] ?? 0);
    }
    const share = rows.length === 0 ? 0 : shareOfRow(rows) * scale;
    const all = Math.log(sums.reduce((total, sum) => total + Math.exp(sum * share), 0));
    return new Map(topics.map((topic, at) => [topic, (sums[at] ?? 0) * share - all]));
  };
}
