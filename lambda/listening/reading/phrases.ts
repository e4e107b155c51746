// Finds the phrases and patterns of a language that stand in a sentence.

import { SYMPTOM_ROWS } from '../../domain/symptom';
import type { RowsById, Vocabulary, Words } from '../vocabulary';
import { groupByFirstWord } from './firstWord';
import { framesIn } from './frames';
import { groupsOf } from './groups';
import { type Heard, heardIn, type Listening, listeningOf } from './heard';
import { occurrencesIn, type Pattern, patternsOf } from './patterns';
import { type Meaning, meaningOf, type Phrase, phrasesOf } from './spoken';

/** Words of a sentence that mean something, by their places. */
export interface Find extends Meaning {
  places: readonly number[];
}

interface Lists {
  listening: Listening;
  /** Phrases that begin with a word. */
  phrasesFrom(word: string): readonly Phrase[];
  /** By the first term. */
  patterns: ReadonlyMap<string, readonly { pattern: Pattern; meaning: Meaning }[]>;
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

const prepared = new WeakMap<Vocabulary, Lists>();

/** The phrases and patterns of a vocabulary, ready to be looked for. Made once for each vocabulary. */
export function listsOf({ vocabulary, symptoms }: Words): Lists {
  const known = prepared.get(vocabulary);
  if (known) return known;
  const phrases = phrasesOf(vocabulary, symptoms);
  const lists = {
    listening: listeningOf(vocabulary, groupsOf(vocabulary)),
    phrasesFrom: groupByFirstWord(phrases),
    patterns: patternsByTerm(vocabulary, symptoms),
    over: vocabulary.over.flatMap(patternsOf),
    eased: vocabulary.eased.flatMap(patternsOf),
    ownPresent: vocabulary.ownPresent.flatMap(patternsOf),
    imagined: vocabulary.imagined.flatMap(patternsOf),
    well: vocabulary.well.flatMap(patternsOf),
    growing: vocabulary.growing.flatMap(patternsOf),
    spokenNegations: negationsSpokenIn(vocabulary, phrases),
    known: wordsKnownTo(vocabulary),
    limbs: new Set(vocabulary.limbs),
  };
  prepared.set(vocabulary, lists);
  return lists;
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
  const { patterns } = listsOf(words);
  return [...heard.names()].flatMap((name) =>
    (patterns.get(name) ?? []).flatMap(({ pattern, meaning }) =>
      occurrencesIn(pattern, heard).map((places) => ({ ...meaning, places })),
    ),
  );
}

/** A harmless reading first, then the graver one. */
function gravityOf({ row }: Find): number {
  return row ? SYMPTOM_ROWS.indexOf(row) : -1;
}

function negationsSpokenIn({ negations, wordGroups, grammar }: Vocabulary, phrases: readonly Phrase[]): string[] {
  const firstWords = new Set([...phrases.map(({ words }) => words[0]), ...Object.values(wordGroups).flat()]);
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

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Patterns by their first term. */
function patternsByTerm(
  vocabulary: Vocabulary,
  symptoms: RowsById,
): Map<string, { pattern: Pattern; meaning: Meaning }[]> {
  const byFirst = new Map<string, { pattern: Pattern; meaning: Meaning }[]>();
  const add = (line: string, meaning: Meaning) => {
    for (const pattern of patternsOf(line)) addTo(byFirst, pattern[0]?.name ?? '', { pattern, meaning });
  };
  for (const [id, lines] of Object.entries(vocabulary.symptomPatterns)) {
    const meaning = symptoms[id];
    if (meaning) for (const line of lines) add(line, meaningOf(meaning));
  }
  for (const line of vocabulary.harmlessPatterns) add(line, {});
  return byFirst;
}
