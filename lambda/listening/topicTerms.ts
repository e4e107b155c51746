// The terms of each topic that may be asked for: those of its wordings, of its own words and of its answer.

import type { AskedTopic } from './askable';
import type { Reading, Terms } from './terms';

/** One topic, its texts taken apart into terms. */
export interface TopicTerms {
  /** Each a wording of its own. */
  lines: Terms[];
  /** The heavy terms of its wordings and its words. */
  own: ReadonlySet<string>;
  /** The heavy terms of its answer alone. */
  text: ReadonlySet<string>;
}

/** Reads one topic. */
export function topicTermsOf({ title, asked, words, text }: AskedTopic, { termsOf }: Reading): TopicTerms {
  const wordings = [title, ...asked].map(termsOf);
  const different = new Map(wordings.map((terms) => [`${terms.heavy.join(' ')}|${terms.light.join(' ')}`, terms]));
  const own = new Set<string>();
  for (const { heavy } of [...wordings, ...words.map(termsOf)]) for (const term of heavy) own.add(term);
  const ofText = termsOf(text).heavy.filter((term) => !own.has(term));
  return { lines: [...different.values()], own, text: new Set(ofText) };
}

/** How many topics share each term of their own. */
export function sharesOf(topics: Iterable<TopicTerms>): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { own } of topics) for (const term of own) shares.set(term, (shares.get(term) ?? 0) + 1);
  return shares;
}

/** The terms by which the full-text index finds a topic. */
export function indexedTermsOf({ lines, own, text }: TopicTerms): string[] {
  // A term that one wording alone has would only make the index longer: its other terms find the topic.
  const times = new Map<string, number>();
  for (const { heavy } of lines) for (const term of heavy) times.set(term, (times.get(term) ?? 0) + 1);
  const telling = [...own, ...text].filter((term) => times.get(term) !== 1);
  // "What do I need" is told by its light words alone.
  const light = new Set(lines.filter(({ heavy }) => heavy.length === 0).flatMap((bare) => bare.light));
  return [...telling, ...light];
}
