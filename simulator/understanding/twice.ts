// Tells whether a sentence says one thing twice over.

import type { Catalog } from './catalog';
import { exactMatch, type Match } from './exact';
import { EXACT_ONLY } from './service';
import { type Heard, without } from './words';

/** Longer sentences tell of more than one thing. */
const LONGEST = 16;

/** A sample of words alone: of two slots only one could be kept, and it might be the other that matters. */
function closed(heard: Heard, catalog: Catalog): Match | null {
  const match = exactMatch(heard, catalog, false);
  if (!match || EXACT_ONLY.has(match.template.intent)) return null;
  return match.template.pieces.every((piece) => 'text' in piece) ? match : null;
}

/** Two samples of one intent, one after the other: "hang on, I need a minute". */
export function saidTwice(heard: Heard, catalog: Catalog): Match | null {
  const { length } = heard.tokens;
  if (length > LONGEST) return null;
  for (let cut = length - 1; cut > 0; cut--) {
    const first = closed(
      without(heard, (_, at) => at >= cut),
      catalog,
    );
    if (!first) continue;
    const second = closed(
      without(heard, (_, at) => at < cut),
      catalog,
    );
    if (second?.template.intent === first.template.intent) return first;
  }
  return null;
}
