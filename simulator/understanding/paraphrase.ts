// Finds the sample that says nearly the same.

import { align, FULL, pieceWeight, weightBetween, weightOf } from './alignment';
import type { Catalog, Piece, Template } from './catalog';
import type { Match } from './exact';
import type { HeardSlot } from './model';
import { EXACT_ONLY, NEVER_SPOTTED, OTHERS, SPOTTED_FIRST, TURNING_WORDS } from './service';
import { type SpansAt, spansIn } from './spans';
import { type Heard, saidBetween, type Token } from './words';

/** Share of the weight of both sentences that must agree. Under it nothing is understood. */
export const THRESHOLD = 0.75;
/** From here a paraphrase is preferred to a carrier phrase with free text behind it. */
export const NEARLY_THE_SAME = 0.9;

/** Taken off for each heavy word that was said and stands nowhere in the sample: it may change what is meant. */
const EXTRA_WORD = 0.08;
/** A number in a sentence of light words could mean anything: it has to be said nearly as the sample says it. */
const NUMBER_ALONE = 0.8;
/** Longer utterances are stories, not paraphrases of a sample. */
const LONGEST = 40;
const SHORTLIST = 60;
/** Share of what was said that slot values must make up, when nothing else of a sentence is understood. */
const SPOTTED_SHARE = 0.2;

export interface Paraphrase extends Match {
  score: number;
}

/** A sentence to compare with: a sample, or a value that by itself is one. */
interface Candidate {
  template: Template;
  pieces: Piece[];
  weight: number;
  /** The slot that the whole sentence fills. */
  fills?: { slot: string; value: Omit<HeardSlot, 'value'> };
}

/** Candidates by what makes them worth a look: the stems of their heavy words and the types of their slots. */
interface Index {
  byStem: Map<string, Candidate[]>;
  byType: Map<string, Candidate[]>;
  /** Samples of slots alone, each of a custom type. */
  slotsOnly: Template[];
}

const indexes = new WeakMap<Catalog, Index>();

function file(table: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const list = table.get(key);
  if (!list) table.set(key, [candidate]);
  else if (list.at(-1) !== candidate) list.push(candidate);
}

/** A sample that is one slot alone says each of the slot's values. */
function valuesAsSentences(template: Template, catalog: Catalog): Candidate[] {
  const [piece] = template.pieces;
  if (template.pieces.length !== 1 || !piece || 'text' in piece) return [];
  const vocabulary = catalog.types.get(piece.type);
  return [...(vocabulary?.sentences ?? [])].map(({ pieces, resolved }) => ({
    template,
    pieces,
    weight: weigh(pieces),
    fills: { slot: piece.slot, value: { type: piece.type, resolved } },
  }));
}

function weigh(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + pieceWeight(piece), 0);
}

function indexOf(catalog: Catalog): Index {
  const known = indexes.get(catalog);
  if (known) return known;
  const index: Index = { byStem: new Map(), byType: new Map(), slotsOnly: [] };
  for (const template of catalog.templates) {
    if (template.free || EXACT_ONLY.has(template.intent)) continue;
    const own: Candidate = { template, pieces: template.pieces, weight: weigh(template.pieces) };
    for (const candidate of [own, ...valuesAsSentences(template, catalog)]) enter(candidate, index);
    if (NEVER_SPOTTED.has(template.intent)) continue;
    const custom = template.pieces.every((piece) => 'slot' in piece && catalog.types.has(piece.type));
    if (custom) index.slotsOnly.push(template);
  }
  indexes.set(catalog, index);
  return index;
}

function enter(candidate: Candidate, index: Index): void {
  for (const piece of candidate.pieces) {
    if ('slot' in piece) file(index.byType, piece.type, candidate);
    else if (weightOf(piece.text) === FULL) file(index.byStem, piece.stem, candidate);
  }
}

/** The most that a candidate could agree on, order aside. */
function promiseOf({ pieces, weight }: Candidate, said: Said): number {
  let agreed = 0;
  for (const piece of pieces) {
    if ('slot' in piece) agreed += said.widest(piece.type);
    else agreed += said.stems.has(piece.stem) ? 2 * weightOf(piece.text) : 0;
  }
  return agreed / (said.weight + weight);
}

interface Said {
  tokens: Token[];
  weight: number;
  stems: Set<string>;
  spansAt: SpansAt;
  /** Weight of the longest value of a type anywhere in the utterance, with its slot; nothing when there is none. */
  widest: (type: string) => number;
}

function saidIn(heard: Heard, catalog: Catalog): Said {
  const { tokens } = heard;
  const spansAt = spansIn(heard, catalog, true);
  const widths = new Map<string, number>();
  const widest = (type: string): number => {
    const known = widths.get(type);
    if (known !== undefined) return known;
    const all = tokens.map((_, at) => weightBetween(tokens, at, spansAt(type, at)[0]?.end ?? at));
    const most = Math.max(0, ...all);
    widths.set(type, most > 0 ? most + FULL : 0);
    return widths.get(type) ?? 0;
  };
  const stems = new Set(tokens.map(({ stem }) => stem));
  return { tokens, weight: weightBetween(tokens, 0, tokens.length), stems, spansAt, widest };
}

function shortlist(index: Index, said: Said): { candidate: Candidate; promise: number }[] {
  const found = new Set<Candidate>();
  for (const { text, stem } of said.tokens) {
    if (weightOf(text) === FULL) for (const candidate of index.byStem.get(stem) ?? []) found.add(candidate);
  }
  for (const [type, list] of index.byType) {
    if (said.widest(type) > 0) for (const candidate of list) found.add(candidate);
  }
  return [...found]
    .map((candidate) => ({ candidate, promise: promiseOf(candidate, said) }))
    .filter(({ promise }) => promise >= THRESHOLD)
    .sort((a, b) => b.promise - a.promise || a.candidate.template.order - b.candidate.template.order)
    .slice(0, SHORTLIST);
}

function turns(words: Iterable<string>): string {
  return [...words]
    .filter((word) => TURNING_WORDS.has(word))
    .sort()
    .join(' ');
}

function wordsIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []));
}

/** A candidate whose only weight is a number or a length of time. */
function isNumberAlone(pieces: readonly Piece[], catalog: Catalog): boolean {
  const heavy = pieces.filter((piece) => pieceWeight(piece) === FULL);
  return heavy.every((piece) => 'slot' in piece && !catalog.types.has(piece.type));
}

function compared(candidate: Candidate, heard: Heard, said: Said, catalog: Catalog): Paraphrase | null {
  const { template, pieces, weight, fills } = candidate;
  const alignment = align(said.tokens, pieces, said.spansAt);
  const score = alignment.weight / (said.weight + weight) - EXTRA_WORD * alignment.extra;
  if (score < (isNumberAlone(pieces, catalog) ? NUMBER_ALONE : THRESHOLD)) return null;
  const theirs = turns([...wordsIn(pieces), ...alignment.inside]);
  if (turns(said.tokens.map(({ text }) => text)) !== theirs) return null;
  const ofAnother = said.tokens.some(({ text }) => OTHERS.has(text));
  if (ofAnother && !wordsIn(pieces).some((word) => OTHERS.has(word))) return null;
  const value = saidBetween(heard, 0, said.tokens.length);
  return { template, slots: fills ? { [fills.slot]: { value, ...fills.value } } : alignment.slots, score };
}

/** The nearest sample above the threshold, or null. Never one of the answers that need their own words. */
export function paraphraseOf(heard: Heard, catalog: Catalog): Paraphrase | null {
  if (heard.tokens.length === 0 || heard.tokens.length > LONGEST) return null;
  const said = saidIn(heard, catalog);
  let best: Paraphrase | null = null;
  for (const { candidate, promise } of shortlist(indexOf(catalog), said)) {
    if (best && promise <= best.score) break;
    const next = compared(candidate, heard, said, catalog);
    if (next && next.score > (best?.score ?? 0)) best = next;
  }
  return best;
}

/**
 * Values that make up a good part of a sentence nothing else is known of: "since this morning I have had chest pain
 * when I breathe". A word that could turn the meaning forbids it.
 */
export function spotted(heard: Heard, catalog: Catalog): Match | null {
  if (heard.tokens.length === 0 || heard.tokens.length > LONGEST) return null;
  const said = saidIn(heard, catalog);
  const all = turns(said.tokens.map(({ text }) => text));
  let best: { match: Match; rank: number } | null = null;
  for (const template of indexOf(catalog).slotsOnly) {
    const { weight, slots, inside } = align(said.tokens, template.pieces, said.spansAt);
    const agreed = weight - Object.keys(slots).length * FULL;
    const complete = Object.keys(slots).length === template.pieces.length && turns(inside) === all;
    if (!complete || agreed < said.weight * SPOTTED_SHARE) continue;
    const rank = agreed + (template.intent === SPOTTED_FIRST ? said.weight : 0);
    if (rank > (best?.rank ?? 0)) best = { match: { template, slots }, rank };
  }
  return best?.match ?? null;
}
