// Every phrase of a vocabulary that may tell of a symptom, and what it tells.

import { type EntryTable, entryTableOf } from '../../../content/readingTables';
import type { QuestionId } from '../../domain/healthQuestions';
import type { SymptomRow } from '../../domain/symptom';
import type { RowsById, Vocabulary } from '../vocabulary';
import { plainWordsIn } from '../words';

/** What words stand for. A row is absent for harmless words, which are only kept from being read otherwise. */
export interface Meaning {
  row?: SymptomRow;
  question?: QuestionId;
  /** Whether the words have other meanings too, and need company that speaks of the body. */
  ambiguous?: boolean;
}

export interface Phrase extends Meaning {
  words: readonly string[];
  /** Looked for among the words that are not passed over, its own unimportant words left out. */
  kept: boolean;
}

/** Every phrase of a vocabulary by its first word: those of the symptoms, then the harmless ones. */
export function phraseTableOf(vocabulary: Vocabulary, symptoms: RowsById): EntryTable {
  const ambiguous = new Set(vocabulary.ambiguous);
  const passedOver = new Set(vocabulary.passedOver);
  const negations = new Set(vocabulary.negations);
  const telling = Object.entries(vocabulary.symptoms).flatMap(([id, said]) => {
    if (!Object.hasOwn(symptoms, id)) return [];
    return said.flatMap((phrase) =>
      waysOf(plainWordsIn(phrase, vocabulary), passedOver, negations).map(({ words, kept }) => {
        const isAmbiguous = ambiguous.has(phrase) || ambiguous.has(words.join(' '));
        return entryOf(words, id, kept ? YES : NO, isAmbiguous ? YES : NO);
      }),
    );
  });
  const harmless = vocabulary.harmless.map((phrase) => entryOf(plainWordsIn(phrase, vocabulary)));
  return entryTableOf([...telling, ...harmless]);
}

const YES = 'y';
const NO = '';

const entryOf = (words: readonly string[], ...columns: string[]): [string, ...string[]] => [
  words[0] ?? '',
  words.join(' '),
  ...columns,
];

/** A phrase of the table; one without a symptom is harmless. */
export function phraseIn([text = '', id, kept, ambiguous]: readonly string[], symptoms: RowsById): Phrase {
  const phrase = { words: text.split(' '), kept: kept === YES };
  const meaning = id ? symptoms[id] : undefined;
  return meaning ? { ...phrase, ...meaningOf(meaning), ambiguous: ambiguous === YES } : phrase;
}

export function meaningOf({ row, question }: RowsById[string]): Meaning {
  return question ? { row, question } : { row };
}

/** A phrase as it is, and without its unimportant words. */
function waysOf(
  words: string[],
  passedOver: ReadonlySet<string>,
  negations: ReadonlySet<string>,
): Pick<Phrase, 'words' | 'kept'>[] {
  const kept = words.filter((word) => !passedOver.has(word));
  const telling = kept.filter((word) => !negations.has(word));
  // One word left of several ("it's hot", "has no feeling") would be found in harmless sentences.
  if (telling.length <= 1 || kept.length === words.length) return [{ words, kept: telling.length > 1 }];
  return [
    { words, kept: false },
    { words: kept, kept: true },
  ];
}
