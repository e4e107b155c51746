// Whole sentences by what they mean, for words that come as they were said: the samples of the model, all of them.

import intentTable from './intents.json';
import type { Phrases } from './phrases';
import { expand, slotsOf } from './template';

/** Sentences as a tree of words and slots; what ends at a node means its intent. */
export interface SentenceTree {
  intent?: string;
  words?: Record<string, SentenceTree>;
  /** By the name of the slot, which has one type in all intents. */
  slots?: Record<string, SentenceTree>;
}

/** What whole sentences are known by, worked out from the phrases of a locale. */
export interface KnownSentences {
  /** The sentences without free words. */
  tree: SentenceTree;
  /** The words before the free ones, by the intent. */
  carriers: Record<string, string[]>;
}

/** The sentences of a language and those that its regions add, by folder, and the mark of the words they come from. */
export interface KeptSentences {
  mark: number;
  folders: Readonly<Record<string, KnownSentences>>;
}

const FREE = 'AMAZON.SearchQuery';
/** A slot whose names are looked for by their words, and not among sentences. */
const FOUND_OTHERWISE = 'Topic';

/** The sentences of a language, or those that a region adds. `listOf`: the list of names that a template "@name" stands for. */
export function sentencesIn({ phrases, parts }: Phrases, listOf: (name: string) => string[]): KnownSentences {
  const known: KnownSentences = { tree: {}, carriers: {} };
  for (const { alexa, slots } of intentTable.intents as unknown as { alexa: string; slots: Record<string, string> }[]) {
    for (const template of phrases[alexa] ?? []) {
      for (const sentence of template.startsWith('@') ? listOf(template.slice(1)) : expand(template, parts)) {
        const types = slotsOf(sentence).map((slot) => slots[slot]);
        if (types.includes(FREE)) {
          const carrier = sentence.slice(0, sentence.lastIndexOf(' '));
          known.carriers[alexa] = [...(known.carriers[alexa] ?? []), carrier];
        } else if (!types.includes(FOUND_OTHERWISE)) add(known.tree, sentence.split(' '), alexa);
      }
    }
  }
  return known;
}

/** Of two intents with the same sentence the first one means it. */
function add(tree: SentenceTree, words: readonly string[], intent: string): void {
  let at = tree;
  for (const word of words) at = word.startsWith('{') ? step(at, 'slots', word.slice(1, -1)) : step(at, 'words', word);
  at.intent ??= intent;
}

/** The node behind a word or a slot, made where there is none yet. */
function step(from: SentenceTree, kind: 'words' | 'slots', name: string): SentenceTree {
  const edges = from[kind] ?? {};
  from[kind] = edges;
  const next = edges[name] ?? {};
  edges[name] = next;
  return next;
}
