// Keeps many entries in one text, of which a sentence reads only its own.

/** Adds a line under a word. */
export function addLine(table: Record<string, string>, word: string, line: string): void {
  table[word] = Object.hasOwn(table, word) ? `${table[word]}\n${line}` : line;
}

/** The lines under a word; a listener may say "constructor", which every table has and none lists. */
export function linesOf(table: Readonly<Record<string, string>>, word: string): string[] {
  return Object.hasOwn(table, word) ? (table[word] ?? '').split('\n') : [];
}
