// Which phrases and patterns of a language stand in a sentence?

import type { QuestionId } from '../../domain/screening';
import type { SymptomRow } from '../../domain/symptom';
import type { RowsById, Vocabulary, Words } from '../vocabulary';
import { plainWords } from '../words';
import { type Heard, heardIn } from './heard';
import { type Groups, groupsOf, occurrences, type Pattern, patternsOf } from './patterns';

/** What words stand for. A row is absent for harmless words, which are only kept from being read otherwise. */
interface Meaning {
  row?: SymptomRow;
  question?: QuestionId;
  /** Whether the words have other meanings too, and need company that speaks of the body. */
  ambiguous?: boolean;
}

interface Phrase extends Meaning {
  words: string[];
  /** Looked for among the words that are not passed over, its own unimportant words left out. */
  kept: boolean;
}

/** Words of a sentence that mean something, by their places. */
export interface Find extends Meaning {
  places: readonly number[];
}

interface Lists {
  groups: Groups;
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  patterns: readonly (Meaning & { pattern: Pattern })[];
  over: readonly Pattern[];
  /** The negations that begin a phrase or stand in a group: the others only deny. */
  spokenNegations: readonly string[];
  /** Everyday words, and words that are symptoms by themselves: company that changes no meaning. */
  known: ReadonlySet<string>;
}

const prepared = new WeakMap<Vocabulary, Lists>();

/** The phrases and patterns of a vocabulary, ready to be looked for. Made once for each vocabulary. */
export function listsOf({ vocabulary, symptoms }: Words): Lists {
  const known = prepared.get(vocabulary);
  if (known) return known;
  const phrases = allPhrases(vocabulary, symptoms);
  const firstWords = new Set([...phrases.keys(), ...Object.values(vocabulary.wordGroups).flat()]);
  const lists = {
    groups: groupsOf(vocabulary),
    phrases,
    patterns: allPatterns(vocabulary, symptoms),
    over: vocabulary.over.flatMap(patternsOf),
    spokenNegations: vocabulary.negations.filter((negation, index) => index === 0 || firstWords.has(negation)),
    known: knownWords(vocabulary),
  };
  prepared.set(vocabulary, lists);
  return lists;
}

/** The text as it was heard. */
export function hear(text: string, words: Words): Heard {
  return heardIn(text, words.vocabulary, listsOf(words).groups);
}

/** Everything that might be meant, the most telling first: the longest, and of two alike the harmless one. */
export function findsIn(heard: Heard, words: Words): Find[] {
  const { phrases, patterns } = listsOf(words);
  const kept = heard.words.map((_, at) => at).filter((at) => !heard.isPassedOver(at));
  const all = heard.words.map((_, at) => at);
  const finds: Find[] = [];
  all.forEach((at) => {
    for (const phrase of phrases.get(heard.words[at] ?? '') ?? []) {
      const places = phrase.kept ? standsAt(phrase, kept, kept.indexOf(at), heard) : standsAt(phrase, all, at, heard);
      if (places) finds.push({ ...phrase, places });
    }
  });
  for (const { pattern, ...meaning } of patterns) {
    for (const places of occurrences(pattern, heard)) finds.push({ ...meaning, places });
  }
  return finds.sort((one, other) => other.places.length - one.places.length || Number(!!one.row) - Number(!!other.row));
}

function knownWords(vocabulary: Vocabulary): Set<string> {
  const { familiar, passedOver, subjects, own, turns, and, negations, limbs, unfeltParts } = vocabulary;
  const alone = Object.values(vocabulary.symptoms).flat();
  return new Set([familiar, passedOver, subjects, own, turns, and, negations, limbs, unfeltParts, alone].flat());
}

function standsAt(phrase: Phrase, order: readonly number[], from: number, heard: Heard): number[] | null {
  if (from < 0) return null;
  const places = order.slice(from, from + phrase.words.length);
  const isSaid = phrase.words.every((word, index) => heard.words[places[index] ?? -1] === word);
  return isSaid ? places : null;
}

function allPhrases(vocabulary: Vocabulary, symptoms: RowsById): Map<string, Phrase[]> {
  const phrases = Object.entries(vocabulary.symptoms).flatMap(([id, said]) => {
    const meaning = symptoms[id];
    return meaning ? said.flatMap((phrase) => waysOf(phrase, vocabulary, meaningOf(meaning))) : [];
  });
  phrases.push(...vocabulary.harmless.map((phrase) => ({ words: plainWords(phrase, vocabulary), kept: false })));
  const byFirstWord = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? '';
    const others = byFirstWord.get(first);
    if (others) others.push(phrase);
    else byFirstWord.set(first, [phrase]);
  }
  return byFirstWord;
}

function allPatterns(vocabulary: Vocabulary, symptoms: RowsById): (Meaning & { pattern: Pattern })[] {
  const telling = Object.entries(vocabulary.symptomPatterns).flatMap(([id, lines]) => {
    const meaning = symptoms[id];
    return meaning ? lines.flatMap(patternsOf).map((pattern) => ({ pattern, ...meaningOf(meaning) })) : [];
  });
  return [...telling, ...vocabulary.harmlessPatterns.flatMap(patternsOf).map((pattern) => ({ pattern }))];
}

function meaningOf({ row, question }: RowsById[string]): Meaning {
  return question ? { row, question } : { row };
}

function waysOf(phrase: string, vocabulary: Vocabulary, meaning: Meaning): Phrase[] {
  const words = plainWords(phrase, vocabulary);
  const kept = words.filter((word) => !vocabulary.passedOver.includes(word));
  const telling = kept.filter((word) => !vocabulary.negations.includes(word));
  const ambiguous = vocabulary.ambiguous.includes(phrase);
  const whole = { words, kept: false, ambiguous, ...meaning };
  // One word left of several ("it's hot", "has no feeling") would be found in harmless sentences.
  return telling.length > 1 ? [whole, { words: kept, kept: true, ambiguous, ...meaning }] : [whole];
}
