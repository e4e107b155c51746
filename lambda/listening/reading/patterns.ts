// Finds where a pattern of words stands in a sentence.
//
// A pattern is a row of terms: a word, or a {group} of words that mean the same. Between two terms stand only words
// that are passed over; "..." lets some others stand there, ".." fewer (windows `far` and `near`); "&" is "..." in either order; "$" is
// the end of the sentence. No pattern reaches from one thought of a sentence into the next.

import type { Window } from '../../../content/grammar';
import type { Heard } from './heard';

/** A group's name, or a word as it is, and the window of words that may stand before it. */
interface Term {
  name: string;
  gap: Window;
  /** Whether any words may stand in the gap, or only those passed over. */
  any: boolean;
}

export type Pattern = readonly Term[];

const GAPS: Readonly<Record<string, Window>> = { '..': 'near', '...': 'far' };
const END = '$';

/** The patterns that one line of the content stands for. */
export const patternsOf = (line: string): Pattern[] => ordersOf(line).map(patternOf);

/** A line for each order that a line of the content allows. */
export function ordersOf(line: string): string[] {
  const [one, other] = line.split(' & ');
  return one === undefined || other === undefined ? [line] : [`${one} ... ${other}`, `${other} ... ${one}`];
}

/** The pattern of a line that allows one order. */
export function patternOf(line: string): Pattern {
  const terms: Term[] = [];
  let gap: Window | undefined;
  for (const name of line.split(' ')) {
    if (name in GAPS) gap = GAPS[name];
    else {
      terms.push({ name, gap: gap ?? 'passedOver', any: gap !== undefined });
      gap = undefined;
    }
  }
  return terms;
}

/** The places of each of a pattern's occurrences, those of its gaps left out. */
export function occurrencesIn(pattern: Pattern, heard: Heard): number[][] {
  const [first, ...rest] = pattern;
  if (!first || !rest.every(({ name }) => name === END || heard.has(name))) return [];
  return heard.placesOf(first.name).flatMap((at) => {
    const length = heard.lengthAt(first.name, at);
    const found = follow(rest, at + length, heard);
    return found ? [[...placesFrom(at, length), ...found]] : [];
  });
}

/** The places of the remaining terms behind `from`, or null. */
function follow(terms: Pattern, from: number, heard: Heard): number[] | null {
  const [term, ...rest] = terms;
  if (!term) return [];
  if (term.name === END) return from === heard.words.length ? [] : null;
  let left = heard.windows[term.gap];
  for (let at = from; at < heard.words.length; at++) {
    if (heard.thoughts[at] !== heard.thoughts[from - 1]) return null;
    const length = heard.lengthAt(term.name, at);
    const found = length > 0 ? follow(rest, at + length, heard) : null;
    if (found) return [...placesFrom(at, length), ...found];
    if (!term.any && !heard.isPassedOver(at)) return null;
    if (heard.isCounted(at) && left-- === 0) return null;
  }
  return null;
}

/** The places of so many words from one on. */
export function placesFrom(at: number, length: number): number[] {
  return Array.from({ length }, (_, index) => at + index);
}
