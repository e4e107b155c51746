// The terms of each topic that may be asked for: those of its wordings, of its own words and of its answer.

import type { BankTerms, TopicTerms } from '../../content/bankTerms';
import { type EntryTable, entryTableOf } from '../../content/readingTables';
import type { Askable, AskedTopic } from './askable';
import type { Reading, Terms } from './terms';

/** Tells each term by its place in a table, which grows. */
export type Numbering = (term: string) => number;

/** A table of terms, and the numbering by it. */
export function numberingOf(): { terms: string[]; numberOf: Numbering } {
  const terms: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (term: string): number => {
    const before = known.get(term);
    if (before !== undefined) return before;
    known.set(term, terms.length);
    return terms.push(term) - 1;
  };
  return { terms, numberOf };
}

/** Reads all topics. */
export function bankTermsOf(
  topics: Readonly<Record<string, AskedTopic>>,
  reading: Reading,
  { terms, numberOf } = numberingOf(),
): BankTerms {
  const read = Object.entries(topics).map(([id, topic]) => [id, topicTermsOf(topic, reading, numberOf)]);
  return { terms, topics: Object.fromEntries(read) as BankTerms['topics'] };
}

function topicTermsOf(
  { title, asked, words, text }: AskedTopic,
  { termsOf }: Reading,
  numberOf: Numbering,
): TopicTerms {
  const wordings = [title, ...asked].map(termsOf);
  const different = new Map(wordings.map((terms) => [`${terms.heavy.join(' ')}|${terms.light.join(' ')}`, terms]));
  const own = new Set<string>();
  for (const { heavy } of [...wordings, ...words.map(termsOf)]) for (const term of heavy) own.add(term);
  const ofText = new Set(termsOf(text).heavy.filter((term) => !own.has(term)));
  const bare = new Set(wordings.filter(({ heavy }) => heavy.length === 0).flatMap(({ light }) => light));
  const flat = [...different.values()].flatMap(({ heavy, light }) => [
    heavy.length,
    light.length,
    ...[...heavy, ...light].map(numberOf),
  ]);
  return {
    own: Uint16Array.from(own, numberOf),
    text: Uint16Array.from(ofText, numberOf),
    bare: Uint16Array.from(bare, numberOf),
    wordings: Uint16Array.from(flat),
  };
}

/** The wordings of a topic. */
export function wordingsIn({ wordings }: TopicTerms, terms: readonly string[]): Terms[] {
  const lines: Terms[] = [];
  // Plain loops: a first question reads some twenty thousand terms before the engine makes anything faster of it.
  for (let at = 0; at < wordings.length; ) {
    const line: Terms = { heavy: [], light: [] };
    const middle = at + 2 + (wordings[at] ?? 0);
    const end = middle + (wordings[at + 1] ?? 0);
    for (at += 2; at < middle; at++) line.heavy.push(terms[wordings[at] ?? 0] ?? '');
    for (; at < end; at++) line.light.push(terms[wordings[at] ?? 0] ?? '');
    lines.push(line);
  }
  return lines;
}

/** The wordings of what may be asked about any exercise, as a table. */
export const aspectTableOf = (aspects: Askable['aspects'], { termsOf }: Reading): EntryTable =>
  entryTableOf(
    Object.entries(aspects).flatMap(([id, asked]) =>
      asked.map(termsOf).map(({ heavy, light }): [string, string, string] => [id, heavy.join(' '), light.join(' ')]),
    ),
  );

/** A wording of the table. */
export const aspectTermsIn = ([heavy, light]: readonly string[]): Terms => ({
  heavy: heavy ? heavy.split(' ') : [],
  light: light ? light.split(' ') : [],
});

/** How many topics have each term of the table for one of their own. */
export function sharesOf({ terms, topics }: BankTerms): Uint16Array {
  const shares = new Uint16Array(terms.length);
  for (const { own } of Object.values(topics)) {
    for (let at = 0; at < own.length; at++) {
      const term = own[at] ?? 0;
      shares[term] = (shares[term] ?? 0) + 1;
    }
  }
  return shares;
}
