// Finds the samples that are these very words.

import { type Catalog, FREE_TYPE, type Node, type Template } from './catalog';
import type { HeardSlot } from './model';
import { LIGHT_WORDS, TURNING_WORDS } from './service';
import { type Span, spansIn } from './spans';
import { type Heard, saidBetween } from './words';

export interface Match {
  template: Template;
  slots: Record<string, HeardSlot>;
}

interface Search {
  heard: Heard;
  catalog: Catalog;
  spansAt: (type: string, at: number) => Span[];
  matches: Match[];
}

/** Longest value that may be heard in a slot whose list does not hold it. */
const LONGEST_UNKNOWN = 3;

function freeSpans({ heard }: Search, node: Node, at: number): Span[] {
  const last = heard.tokens.length;
  const endsHere = node.words.size === 0 && node.slots.size === 0;
  const ends = endsHere ? [last] : Array.from({ length: last - at }, (_, step) => last - step);
  return ends
    .filter((end) => end > at)
    .map((end) => ({ end, slot: { value: saidBetween(heard, at, end), type: FREE_TYPE } }));
}

function walk(search: Search, node: Node, at: number, slots: Record<string, HeardSlot>): void {
  const token = search.heard.tokens[at];
  if (!token) {
    for (const template of node.ends) search.matches.push({ template, slots });
    return;
  }
  const next = node.words.get(token.text);
  if (next) walk(search, next, at + 1, slots);
  for (const { slot, type, node: after } of node.slots.values()) {
    if (slot in slots) continue;
    const spans = type === FREE_TYPE ? freeSpans(search, after, at) : search.spansAt(type, at);
    for (const span of spans) walk(search, after, span.end, { ...slots, [slot]: span.slot });
  }
}

/** Literal words before slots, slots before free text, the skill's own before the service's. */
function compare(a: Match, b: Match): number {
  return (
    Number(a.template.free) - Number(b.template.free) ||
    b.template.words - a.template.words ||
    a.template.pieces.length - b.template.pieces.length ||
    Number(a.template.service) - Number(b.template.service) ||
    a.template.order - b.template.order
  );
}

/** The best sample that says exactly these words, or null. */
export function exactMatch(heard: Heard, catalog: Catalog, inflected: boolean): Match | null {
  const search: Search = { heard, catalog, spansAt: spansIn(heard, catalog, inflected), matches: [] };
  if (heard.tokens.length > 0) walk(search, catalog.root, 0, {});
  return search.matches.sort(compare)[0] ?? null;
}

function unknownSpans(search: Search, type: string, at: number): Span[] {
  const spans: Span[] = [];
  for (let end = at + 1; end <= Math.min(search.heard.tokens.length, at + LONGEST_UNKNOWN); end++) {
    const word = search.heard.tokens[end - 1]?.text ?? '';
    if (TURNING_WORDS.has(word) || word === 'and' || word === 'or') break;
    spans.push({ end, slot: { value: saidBetween(search.heard, at, end), type, resolved: [] } });
  }
  return spans;
}

function carries({ template }: Match): boolean {
  const words = template.pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []));
  return !template.free && words.length >= 2 && words.some((word) => !LIGHT_WORDS.has(word));
}

/** A sample whose own words were all said while a slot holds something its list does not know ("swap to a frisbee"). */
export function unresolvedMatch(heard: Heard, catalog: Catalog): Match | null {
  const known = spansIn(heard, catalog, true);
  const search: Search = { heard, catalog, matches: [], spansAt: known };
  search.spansAt = (type, at) => {
    const found = known(type, at);
    return found.length > 0 || !catalog.types.has(type) ? found : unknownSpans(search, type, at);
  };
  walk(search, catalog.root, 0, {});
  return search.matches.filter(carries).sort(compare)[0] ?? null;
}
