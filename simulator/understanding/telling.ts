// Finds the intent that the telling words of a sentence belong to.

import { FULL, weightOf } from './alignment';
import type { Catalog, Piece, Template } from './catalog';
import type { Match } from './exact';
import { EXACT_ONLY, OTHERS, TURNING_WORDS } from './service';
import { spansIn } from './spans';
import type { Heard } from './words';

/** Share of what a sentence tells that one intent must account for, and by how much it must lead. */
const SHARE = 0.55;
const LEAD = 0.15;
/** Longer sentences tell of more than one thing. */
const LONGEST = 10;
/** A word that no sample has counts as this share of one that a single intent has: it may be what matters. */
const UNKNOWN = 0.9;
/** A turning word must be at home in the intent. */
const TURNED_SHARE = 0.05;
const DANGER = 'Symptom';
/** What has passed may let a press go on: only its own words may say so. */
const OWN_WORDS_ONLY = 'GoneIntent';

interface Told {
  /** How much of a word is each intent's, by stem. */
  shares: Map<string, Map<string, number>>;
  /** One sample of each intent, to answer with. */
  samples: Map<string, Template>;
}

const learnt = new WeakMap<Catalog, Told>();

const isTelling = (text: string): boolean => weightOf(text) === FULL;

function stemsOf(pieces: readonly Piece[]): Set<string> {
  return new Set(pieces.flatMap((piece) => ('text' in piece && isTelling(piece.text) ? [piece.stem] : [])));
}

/** Intents that are told by their words alone: what fills a slot is spotted elsewhere. */
function plainSamples(catalog: Catalog): Template[] {
  // Free words turn on their carrier; a sentence without it is not told by the rest.
  const free = new Set(catalog.templates.filter((template) => template.free).map(({ intent }) => intent));
  const closed = ({ intent }: Template) => !free.has(intent) && !EXACT_ONLY.has(intent) && intent !== OWN_WORDS_ONLY;
  const plain = catalog.templates.filter(({ pieces }) => pieces.every((piece) => 'text' in piece));
  return plain.filter(closed);
}

function learn(catalog: Catalog): Told {
  const known = learnt.get(catalog);
  if (known) return known;
  const told: Told = { shares: new Map(), samples: new Map() };
  const sizes = new Map<string, number>();
  for (const template of plainSamples(catalog)) {
    if (!told.samples.has(template.intent)) told.samples.set(template.intent, template);
    sizes.set(template.intent, (sizes.get(template.intent) ?? 0) + 1);
    for (const stem of stemsOf(template.pieces)) count(told.shares, stem, template.intent);
  }
  for (const counts of told.shares.values()) normalise(counts, sizes);
  learnt.set(catalog, told);
  return told;
}

function count(table: Told['shares'], stem: string, intent: string): void {
  const counts = table.get(stem) ?? new Map<string, number>();
  counts.set(intent, (counts.get(intent) ?? 0) + 1);
  table.set(stem, counts);
}

/**
 * An intent with many samples has more of every word; the square root evens that out without drowning the large ones.
 */
function normalise(counts: Map<string, number>, sizes: ReadonlyMap<string, number>): void {
  for (const [intent, times] of counts) counts.set(intent, times / Math.sqrt(sizes.get(intent) ?? 1));
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  for (const [intent, share] of counts) counts.set(intent, share / all);
}

/** How much a word tells: one that a single intent uses tells most. */
function tells(shares: ReadonlyMap<string, number> | undefined, intents: number): number {
  const most = Math.log(intents + 1);
  return shares ? most - Math.log(shares.size) : most * UNKNOWN;
}

function isForeign(heard: Heard, catalog: Catalog): boolean {
  const spansAt = spansIn(heard, catalog, true);
  return heard.tokens.some(({ text }, at) => OTHERS.has(text) || spansAt(DANGER, at).length > 0);
}

/** The intent that most of a short sentence's telling words are used for, or null when several could be or none is. */
export function toldBy(heard: Heard, catalog: Catalog): Match | null {
  const { tokens } = heard;
  if (tokens.length === 0 || tokens.length > LONGEST || isForeign(heard, catalog)) return null;
  const { shares, samples } = learn(catalog);
  const telling = [...new Set(tokens.filter(({ text }) => isTelling(text)).map(({ stem }) => stem))];
  if (!telling.some((stem) => shares.has(stem) && !TURNING_WORDS.has(stem))) return null;
  const turned = tokens.filter(({ text }) => TURNING_WORDS.has(text));
  const scores = new Map<string, number>();
  let whole = 0;
  for (const stem of telling) {
    const weight = tells(shares.get(stem), samples.size);
    whole += weight;
    for (const [intent, share] of shares.get(stem) ?? [])
      scores.set(intent, (scores.get(intent) ?? 0) + weight * share);
  }
  const [best, second] = [...scores].sort((one, other) => other[1] - one[1]);
  if (!best || best[1] < whole * SHARE || best[1] - (second?.[1] ?? 0) < whole * LEAD) return null;
  // "It hasn't gone" must not be taken for what "it's gone" says.
  if (turned.some(({ stem }) => (shares.get(stem)?.get(best[0]) ?? 0) < TURNED_SHARE)) return null;
  const template = samples.get(best[0]);
  return template ? { template, slots: {} } : null;
}
