// Finds the phrases and patterns of a language that stand in a sentence.

import { type EntryTable, entriesOf, entryTableOf, type SymptomTables } from '../../../content/readingTables';
import { SYMPTOM_ROWS } from '../../domain/symptom';
import type { RowsById, Vocabulary, Words } from '../vocabulary';
import { framesIn } from './frames';
import { groupEntryIn, groupTableOf } from './groups';
import { type Heard, heardIn, type Listening, listeningOf } from './heard';
import { occurrencesIn, ordersOf, type Pattern, patternOf, patternsOf } from './patterns';
import { type Meaning, meaningOf, type Phrase, phraseIn, phraseTableOf } from './spoken';

/** Words of a sentence that mean something, by their places. */
export interface Find extends Meaning {
  places: readonly number[];
}

interface Lists {
  listening: Listening;
  /** Phrases that begin with a word. */
  phrasesFrom(word: string): readonly Phrase[];
  /** Patterns that begin with a term. */
  patternsFrom(term: string): readonly Telling[];
  over: readonly Pattern[];
  eased: readonly Pattern[];
  ownPresent: readonly Pattern[];
  imagined: readonly Pattern[];
  well: readonly Pattern[];
  growing: readonly Pattern[];
  /** The negations that begin a phrase or stand in a group, as frames: the others only deny. */
  spokenNegations: readonly string[];
  /** Everyday words, and words that are symptoms by themselves: company that changes no meaning. */
  known: ReadonlySet<string>;
  limbs: ReadonlySet<string>;
}

/** A pattern and what it tells. */
interface Telling {
  pattern: Pattern;
  meaning: Meaning;
}

const prepared = new WeakMap<Vocabulary, Lists>();

/** The phrases and patterns of a vocabulary, ready to be looked for. Made once for each vocabulary. */
export function listsOf(words: Words): Lists {
  const known = prepared.get(words.vocabulary);
  if (known) return known;
  const lists = createLists(words);
  prepared.set(words.vocabulary, lists);
  return lists;
}

/** What few sentences need is made with the first of them. */
function createLists({ vocabulary, symptoms, tables = symptomTablesOf(vocabulary, symptoms) }: Words): Lists {
  let spoken: string[] | undefined;
  let known: Set<string> | undefined;
  return {
    listening: listeningOf(vocabulary, entriesOf(tables.groups, groupEntryIn)),
    phrasesFrom: entriesOf(tables.phrases, (columns) => phraseIn(columns, symptoms)),
    patternsFrom: entriesOf(tables.patterns, (columns) => tellingIn(columns, symptoms)),
    over: vocabulary.over.flatMap(patternsOf),
    eased: vocabulary.eased.flatMap(patternsOf),
    ownPresent: vocabulary.ownPresent.flatMap(patternsOf),
    imagined: vocabulary.imagined.flatMap(patternsOf),
    well: vocabulary.well.flatMap(patternsOf),
    growing: vocabulary.growing.flatMap(patternsOf),
    get spokenNegations() {
      spoken ??= negationsSpokenIn(vocabulary, tables.phrases);
      return spoken;
    },
    get known() {
      known ??= wordsKnownTo(vocabulary);
      return known;
    },
    limbs: new Set(vocabulary.limbs),
  };
}

/** What the build works out beforehand. */
export function symptomTablesOf(vocabulary: Vocabulary, symptoms: RowsById): SymptomTables {
  return {
    phrases: phraseTableOf(vocabulary, symptoms),
    patterns: patternTableOf(vocabulary, symptoms),
    groups: groupTableOf(vocabulary),
  };
}

/** The text as it was heard. */
export function hear(text: string, words: Words): Heard {
  return heardIn(text, listsOf(words).listening);
}

/**
 * Everything that might be meant, the most telling first: the longest, and of two alike the harmless before the graver.
 */
export function findsIn(heard: Heard, words: Words): Find[] {
  const finds = [...phrasesIn(heard, words), ...patternsIn(heard, words), ...framesIn(heard, words)];
  return finds.sort((one, other) => other.places.length - one.places.length || gravityOf(one) - gravityOf(other));
}

function phrasesIn(heard: Heard, words: Words): Find[] {
  const { phrasesFrom } = listsOf(words);
  const all = heard.words.map((_, at) => at);
  const kept = all.filter((at) => !heard.isPassedOver(at));
  return all.flatMap((at) =>
    phrasesFrom(heard.words[at] ?? '').flatMap((phrase) => {
      const order = phrase.kept ? kept : all;
      const places = placesWhereStands(phrase, order, order.indexOf(at), heard);
      return places ? [{ ...phrase, places }] : [];
    }),
  );
}

function patternsIn(heard: Heard, words: Words): Find[] {
  const { patternsFrom } = listsOf(words);
  return [...heard.names()].flatMap((name) =>
    patternsFrom(name).flatMap(({ pattern, meaning }) =>
      occurrencesIn(pattern, heard).map((places) => ({ ...meaning, places })),
    ),
  );
}

/** A harmless reading first, then the graver one. */
function gravityOf({ row }: Find): number {
  return row ? SYMPTOM_ROWS.indexOf(row) : -1;
}

function negationsSpokenIn({ negations, wordGroups, grammar }: Vocabulary, phrases: EntryTable): string[] {
  const firstWords = new Set([...Object.keys(phrases), ...Object.values(wordGroups).flat()]);
  const spoken = negations.filter((negation, index) => index === 0 || firstWords.has(negation));
  return spoken.map((negation) => (grammar.denyingBehind?.includes(negation) ? `… ${negation}` : negation));
}

function wordsKnownTo(vocabulary: Vocabulary): Set<string> {
  const alone = Object.values(vocabulary.symptoms)
    .flat()
    .filter((phrase) => !phrase.includes(' '));
  const { familiar, passedOver, subjects, own, turns, and, negations, limbs, unfeltParts } = vocabulary;
  return new Set([familiar, passedOver, subjects, own, turns, and, negations, limbs, unfeltParts, alone].flat());
}

function placesWhereStands(phrase: Phrase, order: readonly number[], from: number, heard: Heard): number[] | null {
  if (from < 0) return null;
  const places = order.slice(from, from + phrase.words.length);
  const isSaid = phrase.words.every((word, index) => heard.words[places[index] ?? -1] === word);
  return isSaid ? places : null;
}

/** Patterns by their first term. */
function patternTableOf(vocabulary: Vocabulary, symptoms: RowsById): EntryTable {
  const telling = Object.entries(vocabulary.symptomPatterns).filter(([id]) => symptoms[id]);
  const entries = (id: string, lines: readonly string[]) =>
    lines.flatMap(ordersOf).map((line): [string, string, string] => [patternOf(line)[0]?.name ?? '', line, id]);
  return entryTableOf([
    ...telling.flatMap(([id, lines]) => entries(id, lines)),
    ...entries('', vocabulary.harmlessPatterns),
  ]);
}

/** A pattern of the table; one without a symptom is harmless. */
function tellingIn([line = '', id = '']: readonly string[], symptoms: RowsById): Telling {
  const symptom = symptoms[id];
  return { pattern: patternOf(line), meaning: symptom ? meaningOf(symptom) : {} };
}
