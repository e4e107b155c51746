// Finds the words of an utterance that can fill a slot of a type.

import type { Catalog, Vocabulary } from './catalog';
import type { HeardSlot, Resolved } from './model';
import { durationsAt, numbersAt, type Reading } from './numbers';
import { timesAt } from './times';
import { type Heard, saidBetween } from './words';

/** A stretch of words that fills a slot: up to (not including) token `end`. */
export interface Span {
  end: number;
  slot: HeardSlot;
}

export type SpansAt = (type: string, at: number) => Span[];

function readings(type: string, words: string[], at: number): Reading[] {
  if (type === 'AMAZON.NUMBER') return numbersAt(words, at);
  if (type === 'AMAZON.TIME') return timesAt(words, at);
  return type === 'AMAZON.DURATION' ? durationsAt(words, at) : [];
}

function resolve(vocabulary: Vocabulary, heard: Heard, from: number, to: number, inflected: boolean): Resolved[] {
  const tokens = heard.tokens.slice(from, to);
  const exact = vocabulary.byWords.get(tokens.map(({ text }) => text).join(' '));
  if (exact || !inflected) return exact ?? [];
  return vocabulary.byStems.get(tokens.map(({ stem }) => stem).join(' ')) ?? [];
}

function valuesAt(vocabulary: Vocabulary, type: string, heard: Heard, at: number, inflected: boolean): Span[] {
  const spans: Span[] = [];
  const furthest = Math.min(heard.tokens.length, at + vocabulary.longest);
  for (let end = furthest; end > at; end--) {
    const resolved = resolve(vocabulary, heard, at, end, inflected);
    if (resolved.length > 0) spans.push({ end, slot: { value: saidBetween(heard, at, end), type, resolved } });
  }
  return spans;
}

/** Looks slot values up in one utterance and remembers them; `inflected` accepts "tennis balls" for "tennis ball". */
export function spansIn(heard: Heard, catalog: Catalog, inflected: boolean): SpansAt {
  const words = heard.tokens.map(({ text }) => text);
  const known = new Map<string, Span[]>();
  return (type, at) => {
    const key = `${type} ${at}`;
    const before = known.get(key);
    if (before) return before;
    const vocabulary = catalog.types.get(type);
    const found = vocabulary
      ? valuesAt(vocabulary, type, heard, at, inflected)
      : readings(type, words, at).map(({ end, value }) => ({ end, slot: { value, type } }));
    known.set(key, found);
    return found;
  };
}
