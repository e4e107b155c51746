// Reads the text files of a language: what may be heard, a line at a time.

import { expand } from './template';

/** Gives the text of a file of a folder, empty where there is none, and its path. */
export type Reader = (file: string) => { text: string; path: string };

/** Words that may stand for each other, by the name of the group. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** A line with those that go on with it, and where it stands. */
export interface Line {
  text: string;
  at: string;
}

/** What stands below one heading. */
export interface Section {
  at: string;
  /** Behind `name:`, a list. */
  lists: Record<string, Line>;
  /** Behind `name =`, one text. */
  values: Record<string, Line>;
  /** Lines without a name. */
  lines: Line[];
}

/** The part of a file above its first heading. */
export const HEAD = '';

const LIST = /^([^:=|(]+):(?:\s+(.*))?$/;
const VALUE = /^([^:=|(]+?) = (.*)$/;

/** What is wrong, and where. */
export function faultAt({ at }: { at: string }, fault: string): Error {
  return new Error(`${at}: ${fault}`);
}

/** The sections of a file by their headings; a heading without anything below it is a fault. */
export function sectionsOf(text: string, path: string): Record<string, Section> {
  let section = emptySection(path);
  const sections: Record<string, Section> = { [HEAD]: section };
  for (const line of linesOf(text, path)) {
    const heading = line.text.startsWith('##') ? line.text.slice(2).trim() : undefined;
    if (heading === undefined) {
      addLine(section, line);
      continue;
    }
    if (Object.hasOwn(sections, heading)) throw faultAt(line, `the section "${heading}" stands twice`);
    section = emptySection(line.at);
    sections[heading] = section;
  }
  const bare = Object.entries(sections).find(([name, one]) => name !== HEAD && isEmpty(one));
  if (bare) throw faultAt(bare[1], `nothing stands below "${bare[0]}"`);
  return sections;
}

const emptySection = (at: string): Section => ({ at, lists: {}, values: {}, lines: [] });

const isEmpty = ({ lists, values, lines }: Section): boolean =>
  lines.length + Object.keys(lists).length + Object.keys(values).length === 0;

/** The lines that are no comment; one that is indented goes on with the one above. */
function linesOf(text: string, path: string): Line[] {
  const lines: Line[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    const said = row.trim();
    if (said === '' || (said.startsWith('#') && !said.startsWith('##'))) continue;
    const above = lines.at(-1);
    if (row.startsWith(' ') && above) above.text += ` ${said}`;
    else lines.push({ text: said, at: `${path}:${index + 1}` });
  }
  return lines;
}

function addLine(section: Section, line: Line): void {
  const list = line.text.includes(':') ? LIST.exec(line.text) : null;
  const named = list ?? (line.text.includes(' = ') ? VALUE.exec(line.text) : null);
  if (!named) {
    section.lines.push(line);
    return;
  }
  const [, name = '', text = ''] = named;
  if (Object.hasOwn(section.lists, name) || Object.hasOwn(section.values, name))
    throw faultAt(line, `"${name}" stands twice`);
  (list ? section.lists : section.values)[name] = { at: line.at, text };
}

/** The entries of a list, which commas part. */
export function itemsOf(line: Line): string[] {
  const items = line.text.split(',').map((item) => item.trim());
  if (items.includes('')) throw faultAt(line, 'an entry of the list is empty');
  return items;
}

/** The sections of a file of a folder. */
export function sectionsIn(read: Reader, file: string): Record<string, Section> {
  const { text, path } = read(file);
  return sectionsOf(text, path);
}

/** Words and phrases of a list; `{group}` alone stands for the words of the group, `(a|b) [c]` for several phrases. */
export function wordsOf(line: Line, groups: Groups): string[] {
  if (!/^$|[,{([|]/.test(line.text)) return [line.text];
  const words = itemsOf(line).flatMap((item) => {
    if (!/[{([|]/.test(item)) return item;
    const group = /^\{([^}]+)\}$/.exec(item)?.[1];
    if (group !== undefined) return groupAt(line, group, groups);
    if (item.includes('{')) throw faultAt(line, `a group stands alone in a list of words: "${item}"`);
    return expandedAt(line, item);
  });
  return [...new Set(words)];
}

/** The words of a group, which must be there. */
export function groupAt(line: Line, name: string, groups: Groups): readonly string[] {
  const group = Object.hasOwn(groups, name) ? groups[name] : undefined;
  if (!group) throw faultAt(line, `there is no group {${name}}`);
  return group;
}

/** A template that stands for more phrases than these says the same in too many ways: each is kept and compared. */
const MOST_PHRASES = 400;

export function expandedAt(line: Line, item: string): string[] {
  try {
    const phrases = expand(item);
    if (phrases.length > MOST_PHRASES) throw new Error(`${phrases.length} phrases in one template: "${item}"`);
    return phrases;
  } catch (error) {
    throw faultAt(line, (error as Error).message);
  }
}

/** Names that nothing reads, and lines without one where each needs one, are a fault. */
export function refuseOthers(
  section: Section | undefined,
  names: readonly string[] | 'any',
  lines: 'lines' | 'none',
): void {
  if (!section) return;
  const named = Object.entries({ ...section.lists, ...section.values });
  const other = names === 'any' ? undefined : named.find(([name]) => !names.includes(name));
  if (other) throw faultAt(other[1], `nothing reads "${other[0]}"`);
  if (lines === 'none' && section.lines[0]) throw faultAt(section.lines[0], 'a list has no name');
}

/** A heading must be one of those that something is known of. */
export function refuseUnknown(sections: Record<string, Section>, known: object, what: string): void {
  for (const [id, section] of Object.entries(sections))
    if (!Object.hasOwn(known, id)) throw faultAt(section, `there is no ${what} "${id}"`);
}
