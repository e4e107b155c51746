// Hears as the unkindest service might: what is no exact sample goes where it would do most harm.

import type { Chance } from '../sound/chance';
import { type Catalog, FREE_TYPE, type Template } from './catalog';
import { exactMatch, type Match } from './exact';
import type { HeardSlot } from './model';
import { type Span, spansIn } from './spans';
import type { Heard } from './words';

/** One sentence in so many is not understood at all, and one value in so many is not resolved. */
const TO_FALLBACK = 0.1;
const UNRESOLVED = 0.1;
/** How often free words behind a carrier phrase arrive. */
const CARRIED = 0.5;

/** Intents that begin a press, lead to one, or go on with it: the most harmful first. */
const HARMFUL: readonly string[] = [
  'ReadyIntent',
  'AMAZON.ResumeIntent',
  'AMAZON.YesIntent',
  'AMAZON.NextIntent',
  'OneMoreIntent',
  'BeginIntent',
  'NotStartIntent',
  'TimeLeftIntent',
  'RemarkIntent',
  'MoreIntent',
  'CountMoreIntent',
  'CountLessIntent',
];

const isBuiltIn = (intent: string): boolean => intent.startsWith('AMAZON.');

/** Samples without free text by each of their words, and the slots that each intent has. */
interface Index {
  byWord: Map<string, Template[]>;
  slots: Map<string, Map<string, string>>;
}

const indexes = new WeakMap<Catalog, Index>();

function indexOf(catalog: Catalog): Index {
  const known = indexes.get(catalog);
  if (known) return known;
  const index: Index = { byWord: new Map(), slots: new Map() };
  for (const template of catalog.templates) {
    const slots = index.slots.get(template.intent) ?? new Map<string, string>();
    index.slots.set(template.intent, slots);
    for (const piece of template.pieces) if ('slot' in piece) slots.set(piece.slot, piece.type);
    if (template.free) continue;
    const words = new Set(template.pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [])));
    for (const word of words) {
      const list = index.byWord.get(word);
      if (list) list.push(template);
      else index.byWord.set(word, [template]);
    }
  }
  indexes.set(catalog, index);
  return index;
}

const beginsWith = ({ pieces: [first] }: Template, word: string | undefined): boolean =>
  first !== undefined && 'text' in first && first.text === word;

/** The nearest sample of each intent that shares the first word of a sentence, or most of its words. */
function plausible(heard: Heard, catalog: Catalog): Template[] {
  const said = new Set(heard.tokens.map(({ text }) => text));
  const shared = new Map<Template, number>();
  for (const word of said)
    for (const template of indexOf(catalog).byWord.get(word) ?? [])
      shared.set(template, (shared.get(template) ?? 0) + 1);
  const nearest = new Map<string, Template>();
  const strange = (template: Template): number => template.pieces.length - 2 * (shared.get(template) ?? 0);
  for (const [template, count] of shared) {
    if (count * 2 <= said.size && !beginsWith(template, heard.tokens[0]?.text)) continue;
    const before = nearest.get(template.intent);
    if (!before || strange(template) < strange(before)) nearest.set(template.intent, template);
  }
  return [...nearest.values()].sort((one, other) => one.order - other.order);
}

/**
 * The worst of the plausible samples: one of a harmful intent, else of a built-in one, else any. Which does most harm
 * depends on the moment, so chance takes each of them, and the first ones more often.
 */
function worstOf(all: readonly Template[], chance: Chance): Template | undefined {
  const harmful = HARMFUL.flatMap((name) => all.filter(({ intent }) => intent === name));
  const builtIn = all.filter(({ intent }) => isBuiltIn(intent));
  const worst = [harmful, builtIn, all].find((some) => some.length > 0) ?? [];
  return worst[Math.floor(chance() ** 2 * worst.length)];
}

/** The values of an intent's slots that really stand in a sentence; free text is lost. */
function valuesIn(heard: Heard, intent: string, catalog: Catalog): Record<string, HeardSlot> {
  const spansAt = spansIn(heard, catalog, false);
  const taken = new Set<number>();
  const slots: Record<string, HeardSlot> = {};
  const isFree = (at: number, { end }: Span): boolean =>
    heard.tokens.slice(at, end).every((_, on) => !taken.has(at + on));
  for (const [slot, type] of indexOf(catalog).slots.get(intent) ?? []) {
    if (type === FREE_TYPE) continue;
    const spans = heard.tokens.flatMap((_, at) => spansAt(type, at).map((span) => ({ at, span })));
    const found = spans.find(({ at, span }) => isFree(at, span));
    if (!found) continue;
    for (let at = found.at; at < found.span.end; at++) taken.add(at);
    slots[slot] = found.span.slot;
  }
  return slots;
}

/** Now and then a value of a list arrives as its words alone. */
function resolvedByChance({ template, slots }: Match, chance: Chance): Match {
  const entries = Object.entries(slots).map(([name, slot]) =>
    slot.resolved && chance() < UNRESOLVED ? [name, { ...slot, resolved: [] }] : [name, slot],
  );
  return { template, slots: Object.fromEntries(entries) };
}

/** What a sentence is taken for, and whether it is a sample; null where nothing is understood. */
export function hearWarily(
  heard: Heard,
  catalog: Catalog,
  chance: Chance,
): { match: Match; by: 'sample' | 'guess' } | null {
  const exact = exactMatch(heard, catalog, false);
  const itself = exact && !exact.template.free;
  if (itself) return { match: resolvedByChance(exact, chance), by: 'sample' };
  if (chance() < TO_FALLBACK) return null;
  if (exact && chance() < CARRIED) return { match: exact, by: 'sample' };
  const template = worstOf(plausible(heard, catalog), chance);
  if (!template) return null;
  return {
    match: resolvedByChance({ template, slots: valuesIn(heard, template.intent, catalog) }, chance),
    by: 'guess',
  };
}
