// Lays out the phrases of a language so that a sentence reads only its own.

import type { QuestionId } from '../../domain/screening';
import type { SymptomRow } from '../../domain/symptom';
import type { LaidOut, PhraseTable, RowsById, Vocabulary } from '../vocabulary';
import { listedWords } from '../words';
import { addLine, linesOf } from './lines';
import { groupTable } from './patterns';

/** What words stand for. A row is absent for harmless words, which are only kept from being read otherwise. */
export interface Meaning {
  row?: SymptomRow;
  question?: QuestionId;
  /** Whether the words have other meanings too, and need company that speaks of the body. */
  ambiguous?: boolean;
}

export interface Phrase extends Meaning {
  words: string[];
  /** Looked for among the words that are not passed over, its own unimportant words left out. */
  kept: boolean;
}

/** Every phrase of a vocabulary under its first word, as text: some thousands, of which a sentence needs a few. */
export function phraseTable(vocabulary: Vocabulary, symptoms: RowsById): PhraseTable {
  const unimportant = { passedOver: new Set(vocabulary.passedOver), negations: new Set(vocabulary.negations) };
  const ambiguous = new Set(vocabulary.ambiguous);
  const table: Record<string, string> = {};
  const add = (id: string, { words, kept }: Pick<Phrase, 'words' | 'kept'>, many: boolean) => {
    addLine(table, words[0] ?? '', [id, kept ? KEPT : '', many ? AMBIGUOUS : '', words.join(' ')].join('|'));
  };
  for (const [id, said] of Object.entries(vocabulary.symptoms)) {
    if (!Object.hasOwn(symptoms, id)) continue;
    for (const phrase of said) {
      for (const way of waysOf(listedWords(phrase, vocabulary), unimportant)) {
        add(id, way, ambiguous.has(phrase) || ambiguous.has(way.words.join(' ')));
      }
    }
  }
  for (const phrase of vocabulary.harmless) add('', { words: listedWords(phrase, vocabulary), kept: false }, false);
  return table;
}

/** Marks in a line. */
const KEPT = 'k';
const AMBIGUOUS = 'a';

/** All that is laid out of a vocabulary. */
export function laidOutOf(vocabulary: Vocabulary, symptoms: RowsById): LaidOut {
  const phrases = phraseTable(vocabulary, symptoms);
  const firstWords = new Set([...Object.keys(phrases), ...Object.values(vocabulary.wordGroups).flat()]);
  return {
    phrases,
    groups: groupTable(vocabulary),
    spokenNegations: vocabulary.negations.filter((negation, index) => index === 0 || firstWords.has(negation)),
    alone: Object.values(vocabulary.symptoms)
      .flat()
      .filter((phrase) => !phrase.includes(' ')),
  };
}

/** The phrases of a table, those of a word read when the word is first heard. */
export function opened(table: PhraseTable, symptoms: RowsById): (word: string) => readonly Phrase[] {
  const read = new Map<string, readonly Phrase[]>();
  return (word) => {
    const known = read.get(word);
    if (known) return known;
    const phrases = linesOf(table, word).map((line) => phraseOf(line, symptoms));
    read.set(word, phrases);
    return phrases;
  };
}

function phraseOf(line: string, symptoms: RowsById): Phrase {
  const [id = '', kept, ambiguous, words = ''] = line.split('|');
  const meaning = Object.hasOwn(symptoms, id) ? symptoms[id] : undefined;
  return {
    words: words.split(' '),
    kept: kept === KEPT,
    ambiguous: ambiguous === AMBIGUOUS,
    ...(meaning ? meaningOf(meaning) : {}),
  };
}

export function meaningOf({ row, question }: RowsById[string]): Meaning {
  return question ? { row, question } : { row };
}

/** A phrase as it is, and without its unimportant words. */
function waysOf(
  words: string[],
  { passedOver, negations }: Record<'passedOver' | 'negations', ReadonlySet<string>>,
): Pick<Phrase, 'words' | 'kept'>[] {
  const kept = words.filter((word) => !passedOver.has(word));
  const telling = kept.filter((word) => !negations.has(word));
  // One word left of several ("it's hot", "has no feeling") would be found in harmless sentences.
  return telling.length > 1 && kept.length < words.length
    ? [
        { words, kept: false },
        { words: kept, kept: true },
      ]
    : [{ words, kept: telling.length > 1 }];
}
