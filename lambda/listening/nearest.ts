// Reads a word that nobody knows as the nearest that is known: slips of the tongue, and of the ear.

/** Longer words may be one or two letters off; a short one would become another word. */
const SHORTEST_SLIP = 6;
const SLIP = 0.2;

/** The nearest of some words, of those as near the one that counts most; the word itself where none is near enough. */
export function nearestOf(word: string, known: Iterable<string>, countOf: (word: string) => number): string {
  if (word.length < SHORTEST_SLIP) return word;
  let nearest = word;
  let least = Math.round(word.length * SLIP) + 1;
  let most = 0;
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least + 1) continue;
    const slips = slipsBetween(word, other, least);
    const count = countOf(other);
    if (slips > least || (slips === least && (nearest === word || count <= most))) continue;
    [nearest, least, most] = [other, slips, count];
  }
  return nearest;
}

/** How many letters have to be put in, left out or changed (Levenshtein); more than `most` where it is more than that. */
function slipsBetween(one: string, other: string, most: number): number {
  let row = [0];
  for (let at = 1; at <= other.length; at++) row.push(at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    let least = at;
    for (let to = 1; to <= other.length; to++) {
      const changed = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      const slips = Math.min(changed, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1);
      next.push(slips);
      if (slips < least) least = slips;
    }
    if (least > most) return least;
    row = next;
  }
  return row[other.length] ?? 0;
}
