// Finds the utterances that two intents of a model can both produce.

import type { Model, ModelIntent } from '../../tools/model/interaction-model';
import { SERVICE_PHRASES } from '../../tools/model/service-phrases';

interface Node {
  words: Map<string, Node>;
  slots: Map<string, Node>;
  ends: boolean;
}

/** Somewhere in an intent's sentences; inside a slot value, `back` is where the sentence goes on. */
interface Place {
  node: Node;
  back?: Node;
}

export interface Machine {
  start: Node;
  types: Map<string, Node>;
}

const node = (): Node => ({ words: new Map(), slots: new Map(), ends: false });

/**
 * The sentences of one intent as a tree of words, slots being trees of their values. SearchQuery samples are left out.
 */
export function machineOf(intent: ModelIntent, model: Model, numbers: readonly string[]): Machine {
  const start = node();
  const typeOf = new Map((intent.slots ?? []).map(({ name, type }) => [`{${name}}`, type]));
  const types = new Map<string, Node>();
  for (const type of typeOf.values()) types.set(type, valueTree(type, model, numbers));
  for (const sample of [...intent.samples, ...(SERVICE_PHRASES[intent.name] ?? [])]) {
    const words = sample.toLowerCase().split(' ');
    const isFree = sample.match(/\{\w+\}/g)?.some((slot) => typeOf.get(slot) === 'AMAZON.SearchQuery');
    if (!isFree) add(start, sample.includes('{') ? sample.split(' ') : words, typeOf);
  }
  return { start, types };
}

function add(start: Node, words: readonly string[], typeOf: ReadonlyMap<string, string> = new Map()): void {
  let at = start;
  for (const word of words) {
    const edges = word.startsWith('{') ? at.slots : at.words;
    const label = typeOf.get(word) ?? word;
    const next = edges.get(label) ?? node();
    edges.set(label, next);
    at = next;
  }
  at.ends = true;
}

/** The words a slot of this type may be filled with. */
export function valuesOf(type: string, model: Model, numbers: readonly string[]): string[] {
  if (type === 'AMAZON.NUMBER') return [...numbers];
  if (type === 'AMAZON.TIME') return timesIn(numbers);
  const values = model.interactionModel.languageModel.types.find(({ name }) => name === type)?.values ?? [];
  return values.flatMap(({ name }) => [name.value, ...name.synonyms]);
}

/** Times of day as they are said, one of each kind for every hour of a clock face. */
function timesIn(numbers: readonly string[]): string[] {
  const hours = numbers.slice(1, 13);
  const halves = ['', " o'clock", ' thirty', ' in the morning', ' in the evening', ' thirty in the evening'];
  return ['noon', 'midnight', ...hours.flatMap((hour) => halves.map((half) => `${hour}${half}`))];
}

function valueTree(type: string, model: Model, numbers: readonly string[]): Node {
  const start = node();
  for (const value of valuesOf(type, model, numbers)) add(start, value.toLowerCase().split(' '));
  return start;
}

/** Up to `limit` utterances that both machines accept, found by walking them together. */
export function common(one: Machine, other: Machine, limit: number): string[] {
  const found: string[] = [];
  const walk = (ones: Place[], others: Place[], said: string[]): void => {
    if (found.length >= limit) return;
    if (ends(ones) && ends(others)) found.push(said.join(' '));
    for (const word of wordsFrom(ones)) {
      const next = step(others, word, other);
      if (next.length > 0) walk(step(ones, word, one), next, [...said, word]);
    }
  };
  walk(open([{ node: one.start }], one), open([{ node: other.start }], other), []);
  return found;
}

const ends = (places: readonly Place[]) => places.some((place) => place.node.ends && !place.back);
const wordsFrom = (places: readonly Place[]) => new Set(places.flatMap((place) => [...place.node.words.keys()]));

function step(places: readonly Place[], word: string, machine: Machine): Place[] {
  const next = places.flatMap(({ node: at, back }) => {
    const to = at.words.get(word);
    return to ? [back ? { node: to, back } : { node: to }] : [];
  });
  return open(next, machine);
}

/** The places with those that need no further word: into a slot, and out of it at the end of a value. */
function open(places: readonly Place[], machine: Machine): Place[] {
  const all = [...places];
  for (let index = 0; index < all.length; index++) {
    const { node: at, back } = all[index] as Place;
    if (back && at.ends) all.push({ node: back });
    if (back) continue;
    for (const [type, after] of at.slots) {
      const values = machine.types.get(type);
      if (values) all.push({ node: values, back: after });
    }
  }
  return all;
}
