// Phrases found by their first word: of some thousands, a sentence needs a few.

/** The phrases that begin with a word, in the order they were given. */
export function groupByFirstWord<Item extends { words: readonly string[] }>(
  items: readonly Item[],
): (word: string) => readonly Item[] {
  const table = new Map<string, Item[]>();
  for (const item of items) {
    const word = item.words[0] ?? '';
    const same = table.get(word);
    if (same) same.push(item);
    else table.set(word, [item]);
  }
  return (word) => table.get(word) ?? [];
}
