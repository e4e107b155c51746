// Finds where a pattern of words stands in a sentence.
//
// A pattern is a row of terms: a word, or a {group} of words that mean the same. Between two terms stand only words
// that are passed over; "..." lets up to six others stand there, ".." up to four; "&" is "..." in either order; "$" is
// the end of the sentence. No pattern reaches from one thought of a sentence into the next.

import type { GroupTable, Vocabulary } from '../vocabulary';
import { listedWords } from '../words';
import type { Heard } from './heard';
import { addLine, linesOf } from './lines';

/** A group's name, or a word as it is, and how many words may stand before it. */
interface Term {
  name: string;
  gap: number;
  /** Whether any words may stand in the gap, or only those passed over. */
  any: boolean;
}

export type Pattern = readonly Term[];

/** The groups whose entries begin with a word, the longest entry first. */
export type Groups = (word: string) => readonly GroupEntry[];

interface GroupEntry {
  group: string;
  words: string[];
}

const GAPS: Readonly<Record<string, number>> = { '..': 4, '...': 6 };
/** The most words that are put between "my" and what it is: "my whole left lower". */
const PASSED = 5;
const END = '$';

/** Every entry of every group under its first word, as a line: `group|its words`. */
export function groupTable(vocabulary: Vocabulary): GroupTable {
  const table: Record<string, string> = {};
  for (const [name, entries] of Object.entries(vocabulary.wordGroups)) {
    for (const entry of entries) {
      const words = listedWords(entry, vocabulary);
      addLine(table, words[0] ?? '', `${name}|${words.join(' ')}`);
    }
  }
  return table;
}

/** The groups of a table, those of a word read when the word is first heard. */
export function groupsOf(table: GroupTable): Groups {
  const read = new Map<string, readonly GroupEntry[]>();
  return (word) => {
    const known = read.get(word);
    if (known) return known;
    const entries = linesOf(table, word).map((line) => {
      const [group = '', words = ''] = line.split('|');
      return { group: `{${group}}`, words: words.split(' ') };
    });
    entries.sort((one, other) => other.words.length - one.words.length);
    read.set(word, entries);
    return entries;
  };
}

/** The patterns that one line of the content stands for. */
export function patternsOf(line: string): Pattern[] {
  const [one, other] = line.split(' & ');
  if (one === undefined || other === undefined) return [patternOf(line)];
  return [patternOf(`${one} ... ${other}`), patternOf(`${other} ... ${one}`)];
}

function patternOf(line: string): Pattern {
  const terms: Term[] = [];
  let gap: number | undefined;
  for (const name of line.split(' ')) {
    if (name in GAPS) gap = GAPS[name];
    else {
      terms.push({ name, gap: gap ?? PASSED, any: gap !== undefined });
      gap = undefined;
    }
  }
  return terms;
}

/** The places of each of a pattern's occurrences, those of its gaps left out. */
export function occurrences(pattern: Pattern, heard: Heard): number[][] {
  const [first, ...rest] = pattern;
  if (!first || !rest.every(({ name }) => name === END || heard.has(name))) return [];
  return heard.placesOf(first.name).flatMap((at) => {
    const length = heard.lengthAt(first.name, at);
    const found = follow(rest, at + length, heard);
    return found ? [[...places(at, length), ...found]] : [];
  });
}

/** The places of the remaining terms behind `from`, or null. */
function follow(terms: Pattern, from: number, heard: Heard): number[] | null {
  const [term, ...rest] = terms;
  if (!term) return [];
  if (term.name === END) return from === heard.words.length ? [] : null;
  for (let at = from; at <= from + term.gap && at < heard.words.length; at++) {
    if (heard.thoughts[at] !== heard.thoughts[from - 1]) return null;
    const length = heard.lengthAt(term.name, at);
    const found = length > 0 ? follow(rest, at + length, heard) : null;
    if (found) return [...places(at, length), ...found];
    if (!term.any && !heard.isPassedOver(at)) return null;
  }
  return null;
}

function places(at: number, length: number): number[] {
  return Array.from({ length }, (_, index) => at + index);
}
