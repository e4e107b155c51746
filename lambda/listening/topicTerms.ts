// The terms of each topic that may be asked for: those of its wordings, of its own words and of its answer.

import type { BankTerms, TopicTerms } from '../../content/bankTerms';
import type { AskedTopic } from './askable';
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
  const named = (from: number, to: number) => Array.from(wordings.subarray(from, to), (at) => terms[at] ?? '');
  for (let at = 0; at < wordings.length; ) {
    const middle = at + 2 + (wordings[at] ?? 0);
    const end = middle + (wordings[at + 1] ?? 0);
    lines.push({ heavy: named(at + 2, middle), light: named(middle, end) });
    at = end;
  }
  return lines;
}

/** How many topics share each term of their own. */
export function sharesOf({ terms, topics }: BankTerms): Map<string, number> {
  const counts = new Uint16Array(terms.length);
  for (const { own } of Object.values(topics)) for (const at of own) counts[at] = (counts[at] ?? 0) + 1;
  const shares = new Map<string, number>();
  for (const [at, count] of counts.entries()) if (count > 0) shares.set(terms[at] ?? '', count);
  return shares;
}
