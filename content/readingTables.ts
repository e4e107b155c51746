// The long lists of a language by the word that an entry begins with: of some ten thousand entries, a sentence needs a few.

/**
 * Entries by the word they begin with, or by an id, one a line, its columns parted by tabs: read as fast as a text, and
 * taken apart when they are looked up.
 */
export type EntryTable = Readonly<Record<string, string>>;

/** What symptoms are read with. */
export interface SymptomTables {
  /** The phrases of symptoms, and harmless ones. */
  phrases: EntryTable;
  /** The patterns of symptoms, and harmless ones. */
  patterns: EntryTable;
  /** The entries of the groups that patterns name. */
  groups: EntryTable;
}

/** What sentences are read with, worked out from the lists of a locale. */
export interface ReadingTables extends SymptomTables {
  /** The words and short phrases of questions that mean the same. */
  meanings: EntryTable;
  /** What may be asked about any exercise, by the id of the aspect: the heavy terms of each wording, and the light ones. */
  aspects: EntryTable;
}

/** All locales of a language: what each does not have of its own is as in the first. */
export interface KeptTables {
  /** The mark of the words they were worked out from: what belongs to others is not used. */
  mark: number;
  locales: Readonly<Record<string, ReadingTables>>;
}

/** What stands where a locale has no entries that begin so, and another has. */
const NO_LINES = '';

/** Entries by what stands first in each, in the order they are given. */
export function entryTableOf(entries: readonly (readonly [first: string, ...columns: string[]])[]): EntryTable {
  const lines = new Map<string, string[]>();
  for (const [first, ...columns] of entries) {
    const same = lines.get(first);
    const line = columns.join('\t');
    if (same) same.push(line);
    else lines.set(first, [line]);
  }
  return Object.fromEntries([...lines].map(([first, all]) => [first, all.join('\n')]));
}

/** Looks entries up, those that begin alike taken apart once. */
export function entriesOf<Entry>(
  table: EntryTable,
  entryOf: (columns: readonly string[]) => Entry,
): (first: string) => readonly Entry[] {
  const known = new Map<string, readonly Entry[]>();
  return (first) => {
    if (!Object.hasOwn(table, first)) return [];
    const entries = known.get(first) ?? (table[first] ?? '').split('\n').map((line) => entryOf(line.split('\t')));
    known.set(first, entries);
    return entries;
  };
}

/** The tables of every locale, all but the first with the words alone for which they have other entries. */
export function keptOnce(mark: number, locales: Readonly<Record<string, ReadingTables>>): KeptTables {
  const [[id = '', first] = [], ...others] = Object.entries(locales);
  if (!first) return { mark, locales };
  const differing = others.map(([locale, tables]) => [
    locale,
    mapTables((name) => differenceOf(tables[name], first[name])),
  ]);
  return { mark, locales: { [id]: first, ...Object.fromEntries(differing) } };
}

function differenceOf(table: EntryTable, other: EntryTable): EntryTable {
  const words = new Set([...Object.keys(table), ...Object.keys(other)]);
  const differing = [...words].filter((word) => table[word] !== other[word]);
  return Object.fromEntries(differing.map((word) => [word, table[word] ?? NO_LINES]));
}

/** The tables of one locale. */
export function tablesOfLocale({ locales }: KeptTables, locale: string): ReadingTables | undefined {
  const [first] = Object.values(locales);
  const own = locales[locale];
  if (!first || !own || own === first) return first;
  return mapTables((name) => {
    const joined = Object.entries({ ...first[name], ...own[name] });
    return Object.fromEntries(joined.filter(([, lines]) => lines !== NO_LINES));
  });
}

function mapTables(of: (name: keyof ReadingTables) => EntryTable): ReadingTables {
  return {
    phrases: of('phrases'),
    patterns: of('patterns'),
    groups: of('groups'),
    meanings: of('meanings'),
    aspects: of('aspects'),
  };
}
