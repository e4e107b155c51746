// Which sample says nearly the same?

import type { Catalog, Piece, Template } from './catalog';
import type { Match } from './exact';
import type { HeardSlot } from './model';
import { EXACT_ONLY, LIGHT_WORDS, TURNING_WORDS } from './service';
import { type SpansAt, spansIn } from './spans';
import type { Heard, Token } from './words';

/** Share of the weight of both sentences that must agree. Under it nothing is understood. */
export const THRESHOLD = 0.75;
/** From here a paraphrase is preferred to a carrier phrase with free text behind it. */
export const NEARLY_THE_SAME = 0.9;

const LIGHT = 0.3;
const FULL = 1;
const INFLECTED = 0.9;
/** Longer utterances are told stories, not paraphrases of a sample. */
const LONGEST = 40;
const SHORTLIST = 80;

export interface Paraphrase extends Match {
  score: number;
}

/** Templates by what makes them worth a look: the stems of their heavy words and the types of their slots. */
interface Index {
  byStem: Map<string, Template[]>;
  byType: Map<string, Template[]>;
  weights: Map<Template, number>;
}

const indexes = new WeakMap<Catalog, Index>();

function weightOf(text: string): number {
  return LIGHT_WORDS.has(text) ? LIGHT : FULL;
}

function pieceWeight(piece: Piece): number {
  return 'text' in piece ? weightOf(piece.text) : FULL;
}

function file(table: Map<string, Template[]>, key: string, template: Template): void {
  const list = table.get(key);
  if (!list) table.set(key, [template]);
  else if (list.at(-1) !== template) list.push(template);
}

function indexOf(catalog: Catalog): Index {
  const known = indexes.get(catalog);
  if (known) return known;
  const index: Index = { byStem: new Map(), byType: new Map(), weights: new Map() };
  for (const template of catalog.templates) {
    if (template.free || EXACT_ONLY.has(template.intent)) continue;
    index.weights.set(template, template.pieces.reduce((sum, piece) => sum + pieceWeight(piece), 0));
    for (const piece of template.pieces) {
      if ('slot' in piece) file(index.byType, piece.type, template);
      else if (weightOf(piece.text) === FULL) file(index.byStem, piece.stem, template);
    }
  }
  indexes.set(catalog, index);
  return index;
}

function turns(words: Iterable<string>): string {
  return [...words].filter((word) => TURNING_WORDS.has(word)).sort().join(' ');
}

function candidates(index: Index, tokens: Token[], spansAt: SpansAt, said: number): Template[] {
  const found = new Map<Template, number>();
  const count = (list: Template[] | undefined, weight: number) => {
    for (const template of list ?? []) found.set(template, (found.get(template) ?? 0) + weight);
  };
  for (const token of tokens) if (weightOf(token.text) === FULL) count(index.byStem.get(token.stem), 2);
  for (const [type, list] of index.byType) {
    const widest = Math.max(0, ...tokens.map((_, at) => weightFrom(tokens, at, spansAt(type, at)[0]?.end ?? at)));
    if (widest > 0) count(list, widest + FULL);
  }
  const promise = (template: Template) => (found.get(template) ?? 0) / (said + (index.weights.get(template) ?? 0));
  return [...found.keys()].sort((a, b) => promise(b) - promise(a) || a.order - b.order).slice(0, SHORTLIST);
}

function weightFrom(tokens: Token[], from: number, to: number): number {
  return tokens.slice(from, to).reduce((sum, token) => sum + weightOf(token.text), 0);
}

interface Aligned {
  weight: number;
  slots: Record<string, HeardSlot>;
  /** Words that turn the meaning and stand inside a slot's value are its own affair. */
  inside: string[];
}

/** The best order-keeping pairing of the words said with the pieces of one sample. */
function align(tokens: Token[], pieces: Piece[], spansAt: SpansAt): Aligned {
  const table: Aligned[][] = Array.from({ length: tokens.length + 1 }, () => []);
  const at = (i: number, j: number): Aligned => table[i]?.[j] ?? { weight: 0, slots: {}, inside: [] };
  for (let i = tokens.length; i >= 0; i--) {
    for (let j = pieces.length; j >= 0; j--) {
      const options = [at(i + 1, j), at(i, j + 1), ...pairings(tokens, pieces, i, j, spansAt, at)];
      const row = table[i];
      if (row) row[j] = options.reduce((best, option) => (option.weight > best.weight ? option : best));
    }
  }
  return at(0, 0);
}

function pairings(
  tokens: Token[], pieces: Piece[], i: number, j: number, spansAt: SpansAt, at: (i: number, j: number) => Aligned,
): Aligned[] {
  const token = tokens[i];
  const piece = pieces[j];
  if (!token || !piece) return [];
  if ('text' in piece) {
    const same = token.text === piece.text ? FULL : token.stem === piece.stem ? INFLECTED : 0;
    const rest = at(i + 1, j + 1);
    return same > 0 ? [{ ...rest, weight: rest.weight + same * (weightOf(token.text) + weightOf(piece.text)) }] : [];
  }
  return spansAt(piece.type, i).map(({ end, slot }) => {
    const rest = at(end, j + 1);
    return {
      weight: rest.weight + weightFrom(tokens, i, end) + FULL,
      slots: { ...rest.slots, [piece.slot]: slot },
      inside: [...tokens.slice(i, end).map(({ text }) => text), ...rest.inside],
    };
  });
}

function sameTurns(tokens: Token[], template: Template, inside: string[]): boolean {
  const words = template.pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []));
  return turns(tokens.map(({ text }) => text)) === turns([...words, ...inside]);
}

/** The nearest sample above the threshold, or null. Never one of the answers that need their own words. */
export function paraphraseOf(heard: Heard, catalog: Catalog): Paraphrase | null {
  const { tokens } = heard;
  if (tokens.length === 0 || tokens.length > LONGEST) return null;
  const index = indexOf(catalog);
  const spansAt = spansIn(heard, catalog, true);
  const said = weightFrom(tokens, 0, tokens.length);
  let best: Paraphrase | null = null;
  for (const template of candidates(index, tokens, spansAt, said)) {
    const { weight, slots, inside } = align(tokens, template.pieces, spansAt);
    const score = weight / (said + (index.weights.get(template) ?? 0));
    if (score < THRESHOLD || score <= (best?.score ?? 0)) continue;
    if (sameTurns(tokens, template, inside)) best = { template, slots, score };
  }
  return best;
}
