// Lays out a generated model so that an utterance finds its samples at once.

import type { InteractionModel, ModelType, Resolved } from './model';
import { SERVICE_PHRASES } from './service';
import { hear } from './words';

/** One piece of a sample: a word, or a slot to be filled. */
export type Piece = { text: string; stem: string } | { slot: string; type: string };

/** One sample utterance, cut into pieces. */
export interface Template {
  intent: string;
  pieces: Piece[];
  /** How many of the pieces are words. */
  words: number;
  /** Holds an AMAZON.SearchQuery slot. */
  free: boolean;
  /** One of the service's own phrases, not the skill's. */
  service: boolean;
  order: number;
}

/** Samples with a common beginning share their way from the root. */
export interface Node {
  words: Map<string, Node>;
  slots: Map<string, { slot: string; type: string; node: Node }>;
  ends: Template[];
}

/** The values of one slot type by the words that say them. */
export interface Vocabulary {
  byWords: Map<string, Resolved[]>;
  byStems: Map<string, Resolved[]>;
  /** The values of several words, as sentences. */
  sentences: { pieces: Piece[]; resolved: Resolved[] }[];
  longest: number;
}

export interface Catalog {
  root: Node;
  templates: Template[];
  types: Map<string, Vocabulary>;
  intents: Set<string>;
}

export const FREE_TYPE = 'AMAZON.SearchQuery';

function piecesOf(sample: string, typeOf: Map<string, string>, shortFormsToo: boolean): Piece[] {
  return sample.split(/(\{[^}]*\})/).flatMap((part): Piece[] => {
    if (!part.startsWith('{')) return hear(part, shortFormsToo).tokens.map(({ text, stem }) => ({ text, stem }));
    const slot = part.slice(1, -1).trim();
    return [{ slot, type: typeOf.get(slot) ?? '' }];
  });
}

function emptyNode(): Node {
  return { words: new Map(), slots: new Map(), ends: [] };
}

function nextNode(node: Node, piece: Piece): Node {
  if ('text' in piece) {
    const next = node.words.get(piece.text) ?? emptyNode();
    node.words.set(piece.text, next);
    return next;
  }
  const key = `${piece.slot} ${piece.type}`;
  const branch = node.slots.get(key) ?? { slot: piece.slot, type: piece.type, node: emptyNode() };
  node.slots.set(key, branch);
  return branch.node;
}

function vocabularyOf(type: ModelType, shortFormsToo: boolean): Vocabulary {
  const vocabulary: Vocabulary = { byWords: new Map(), byStems: new Map(), sentences: [], longest: 0 };
  for (const { id, name } of type.values) {
    const resolved = { id: id ?? name.value, name: name.value };
    for (const phrase of [name.value, ...(name.synonyms ?? [])]) {
      const { tokens } = hear(phrase, shortFormsToo);
      vocabulary.longest = Math.max(vocabulary.longest, tokens.length);
      enter(vocabulary.byWords, tokens.map(({ text }) => text).join(' '), resolved);
      enter(vocabulary.byStems, tokens.map(({ stem }) => stem).join(' '), resolved);
      if (tokens.length > 1) vocabulary.sentences.push({ pieces: tokens, resolved: [resolved] });
    }
  }
  return vocabulary;
}

function enter(table: Map<string, Resolved[]>, words: string, resolved: Resolved): void {
  const known = table.get(words) ?? [];
  if (!known.some(({ id }) => id === resolved.id)) known.push(resolved);
  table.set(words, known);
}

function add(catalog: Catalog, intent: string, pieces: Piece[], service: boolean): void {
  if (pieces.length === 0) return;
  const words = pieces.filter((piece) => 'text' in piece).length;
  const free = pieces.some((piece) => 'slot' in piece && piece.type === FREE_TYPE);
  const template = { intent, pieces, words, free, service, order: catalog.templates.length };
  catalog.templates.push(template);
  pieces.reduce(nextNode, catalog.root).ends.push(template);
}

/** Lays a model out. Without `shortFormsToo` a sample means its own words only, short forms included. */
export function catalogOf(model: InteractionModel, shortFormsToo: boolean): Catalog {
  const { intents, types = [] } = model.interactionModel.languageModel;
  const catalog: Catalog = {
    root: emptyNode(),
    templates: [],
    types: new Map(types.map((type) => [type.name, vocabularyOf(type, shortFormsToo)])),
    intents: new Set(intents.map(({ name }) => name)),
  };
  for (const { name, slots = [], samples = [] } of intents) {
    const typeOf = new Map(slots.map((slot) => [slot.name, slot.type]));
    for (const sample of samples) add(catalog, name, piecesOf(sample, typeOf, shortFormsToo), false);
  }
  for (const [name, phrases] of Object.entries(SERVICE_PHRASES)) {
    if (!catalog.intents.has(name)) continue;
    for (const phrase of phrases) add(catalog, name, piecesOf(phrase, new Map(), shortFormsToo), true);
  }
  return catalog;
}
