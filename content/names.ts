// Makes the tables of words and symptoms of the text files of a language.

import {
  expandedAt,
  faultAt,
  type Groups,
  groupAt,
  HEAD,
  itemsOf,
  type Line,
  type Reader,
  refuseOthers,
  refuseUnknown,
  type Section,
  sectionsIn,
  wordsOf,
} from './lines';
import redFlags from './red-flags.json';

type Table = Record<string, unknown>;

/** The lists and tables of each file of words, so that a misspelt one is noticed. */
const NAMES: Readonly<Record<string, string>> = {
  'body.txt': `both limbs paired saddleParts unfeltParts touched bodily regions leftOut otherParts sides body wordGroups`,
  'troubles.txt': `things explained ambiguous familiar familiarEndings soft cannot cannotFeel noI noThing why how partWell tellingStarts plainTroubles troubles soundsLike vague deniedThings
    deniedPlaces passing`,
  'words.txt': `startWord askForWords yes no none negations and subjects turns passedOver minuteWords tools hardTools holdLengths
    holdChanges heldFor talks places exercises stretchesOnly upward emergencyNumbers commands stretching wishing helping
    willing helperWords aspects contractions endings wholeWords joins newThoughts own ownBody people quoting urgent
    longAgo recent lasting supposing causing asking askedOutright notDenying breaks likening insideDenial questionStarts
    openers closers askingFirst definitionStarts normalStarts unwell
    unwellAfter disclaiming supposingStarts askedIfWell exceptions reminderDays reminderMinutes halvesOfDay which manners
    denialWords remarks denying talk unsaying retelling linking deniedCauses
    deniedReasons ages answers handingOver`,
};
const GROUPS = 'wordGroups';
const SYMPTOMS_FILE = 'symptoms.txt';
/** Lists of patterns at the head of the symptoms. */
const PATTERN_LISTS = ['over', 'eased', 'well', 'ownPresent', 'imagined', 'growing'];
const HARMLESS = 'harmless';
const PATTERNS = 'patterns';

/** Everything a folder says of words and symptoms; `known` are groups of words that it may name besides its own. */
export function namesIn(read: Reader, known: Groups = {}): Table {
  const groups: Record<string, readonly string[]> = { ...known };
  const tables = Object.keys(NAMES).map((file) => tablesOf(file, sectionsIn(read, file), groups));
  return Object.assign({}, ...tables, symptomsIn(read, groups)) as Table;
}

/** The lists and tables of a file; its groups, which stand in the first file, are added to the others. */
function tablesOf(file: string, sections: Record<string, Section>, groups: Record<string, readonly string[]>): Table {
  const { [HEAD]: head, [GROUPS]: own, ...others } = sections;
  const names = NAMES[file]?.split(/\s+/) ?? [];
  refuseOthers(head, names, 'none');
  const tables: Table = own ? { [GROUPS]: groupsIn(own, groups) } : {};
  if (head) Object.assign(tables, entriesOf(head, groups));
  for (const [name, section] of Object.entries(others)) {
    if (!names.includes(name)) throw faultAt(section, `nothing reads "${name}"`);
    if (name in tables) throw faultAt(section, `"${name}" stands twice`);
    refuseOthers(section, 'any', 'none');
    tables[name] = entriesOf(section, groups);
  }
  return tables;
}

/** The named lists and texts of a section. */
function entriesOf({ lists, values }: Section, groups: Groups): Table {
  const read = Object.entries(lists).map(([name, line]) => [name, wordsOf(line, groups)]);
  return Object.fromEntries([...read, ...Object.entries(values).map(([name, { text }]) => [name, text])]) as Table;
}

/** The groups of a section; each may name those that stand before it. */
function groupsIn(section: Section, groups: Record<string, readonly string[]>): Groups {
  refuseOthers(section, Object.keys(section.lists), 'none');
  for (const [name, line] of Object.entries(section.lists)) groups[name] = wordsOf(line, groups);
  return Object.fromEntries(Object.keys(section.lists).map((name) => [name, groups[name] ?? []]));
}

/** Patterns keep their groups, which must be there; `(a|b) [c]` stands for several. */
function patternsOf(line: Line | undefined, groups: Groups): string[] {
  if (!line) return [];
  for (const [, name = ''] of line.text.matchAll(/\{([^}]+)\}/g)) groupAt(line, name, groups);
  return itemsOf(line).flatMap((item) => (/[([|]/.test(item) ? expandedAt(line, item) : item));
}

function symptomsIn(read: Reader, groups: Groups): Table {
  const { [HEAD]: head, [HARMLESS]: harmless, ...symptoms } = sectionsIn(read, SYMPTOMS_FILE);
  refuseUnknown(symptoms, redFlags.symptoms, 'symptom');
  const phrases = ({ lines }: Section) => lines.flatMap((line) => wordsOf(line, groups));
  const patterned = Object.entries(symptoms).filter(([, { lists }]) => lists[PATTERNS]);
  const lists = Object.entries(head?.lists ?? {});
  refuseOthers(head, PATTERN_LISTS, 'none');
  for (const section of [...Object.values(symptoms), harmless]) refuseOthers(section, [PATTERNS], 'lines');
  const told: Table = Object.fromEntries(lists.map(([name, line]) => [name, patternsOf(line, groups)]));
  if (harmless) told['harmless'] = phrases(harmless);
  if (harmless) told['harmlessPatterns'] = patternsOf(harmless.lists[PATTERNS], groups);
  if (Object.keys(symptoms).length === 0) return told;
  return {
    ...told,
    symptoms: Object.fromEntries(Object.entries(symptoms).map(([id, section]) => [id, phrases(section)])),
    symptomPatterns: Object.fromEntries(
      patterned.map(([id, { lists: named }]) => [id, patternsOf(named[PATTERNS], groups)]),
    ),
  };
}
