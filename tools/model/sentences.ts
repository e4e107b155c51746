// Tells whether a model can already say a sentence, word by word.

import type { Model } from './interaction-model';

/** Samples as a tree of words; a slot is an edge to the tree of its values. Samples with free words are left out. */
export interface Sentences {
  start: Node;
  types: ReadonlyMap<string, Node>;
}

interface Node {
  next: Map<string, Node>;
  /** By the type of the slot; most nodes have none. */
  slots: Map<string, Node>;
  ends: boolean;
}

const FREE = 'AMAZON.SearchQuery';
const NUMBER = 'AMAZON.NUMBER';

const node = (): Node => ({ next: new Map(), slots: new Map(), ends: false });

function add(start: Node, words: readonly string[], typeOf: ReadonlyMap<string, string> = new Map()): void {
  let at = start;
  for (const word of words) {
    const type = typeOf.get(word);
    const edges = type ? at.slots : at.next;
    const next = edges.get(type ?? word) ?? node();
    edges.set(type ?? word, next);
    at = next;
  }
  at.ends = true;
}

const isFree = (typeOf: ReadonlyMap<string, string>) => (word: string) => typeOf.get(word) === FREE;

/** The closed sentences of the intents that `counts` names. */
export function sentencesOf(model: Model, counts: (intent: string) => boolean, numbers: readonly string[]): Sentences {
  const { intents, types } = model.interactionModel.languageModel;
  const start = node();
  for (const { samples, slots = [] } of intents.filter(({ name }) => counts(name))) {
    const typeOf = new Map(slots.map(({ name, type }) => [`{${name}}`, type]));
    const closed = samples.map((sample) => sample.split(' ')).filter((words) => !words.some(isFree(typeOf)));
    for (const words of closed) add(start, words, typeOf);
  }
  const values = types.map(({ name, values: all }) => [
    name,
    all.flatMap((value) => [value.name.value, ...value.name.synonyms]),
  ]) as [string, readonly string[]][];
  return { start, types: new Map([...values, [NUMBER, numbers] as const].map(([name, all]) => [name, tree(all)])) };
}

function tree(values: readonly string[]): Node {
  const start = node();
  for (const value of values) add(start, value.split(' '));
  return start;
}

/** Whether one of the sentences says exactly this. */
export function accepts({ start, types }: Sentences, sentence: string): boolean {
  const words = sentence.split(' ');
  const reaches = (at: Node, from: number): boolean => {
    if (from === words.length) return at.ends;
    const next = at.next.get(words[from] ?? '');
    if (next && reaches(next, from + 1)) return true;
    // This runs a million times for one model, so nothing is made along the way.
    for (const [type, after] of at.slots) {
      let value = types.get(type);
      for (let end = from; value; end++) {
        if (value.ends && reaches(after, end)) return true;
        value = value.next.get(words[end] ?? '');
      }
    }
    return false;
  };
  return reaches(start, 0);
}
