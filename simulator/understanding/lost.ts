// Tells whether the service lost words: whether something that was said reaches the skill in no form.

import { FULL, weightOf } from './alignment';
import { type Catalog, FREE_TYPE, type Piece } from './catalog';
import type { HeardSlot } from './model';
import { EDGE_ENDS, EDGE_LEADS, FILLERS } from './service';
import { spansIn } from './spans';
import { type Heard, hear, type Token } from './words';

const says = ({ text }: Token): boolean =>
  weightOf(text) === FULL && ![FILLERS, EDGE_LEADS, EDGE_ENDS].some((words) => words.has(text));

/** The stems that a free slot brings to the skill. */
function stemsIn(slots: readonly HeardSlot[]): string[] {
  const free = slots.filter(({ type }) => type === FREE_TYPE);
  return free.flatMap(({ value }) =>
    [true, false].flatMap((short) => hear(value, short).tokens.map(({ stem }) => stem)),
  );
}

/** Whether a word that tells something stands neither in the sample that was heard nor in a slot. */
export function losesWords(
  heard: Heard,
  pieces: readonly Piece[],
  slots: Record<string, HeardSlot>,
  catalog: Catalog,
): boolean {
  const filled = Object.values(slots);
  const known = new Set([...pieces.flatMap((piece) => ('text' in piece ? [piece.stem] : [])), ...stemsIn(filled)]);
  const spansAt = spansIn(heard, catalog, true);
  const inSlots = new Set<Token>();
  for (const at of heard.tokens.keys())
    for (const { end } of filled.flatMap(({ type }) => (type === FREE_TYPE ? [] : spansAt(type, at).slice(0, 1))))
      for (const token of heard.tokens.slice(at, end)) inSlots.add(token);
  return heard.tokens.some((token) => says(token) && !known.has(token.stem) && !inSlots.has(token));
}
