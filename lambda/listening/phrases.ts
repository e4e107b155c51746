// Which phrases report a symptom, ready to be looked for?

import type { QuestionId } from '../domain/screening';
import type { SymptomRow } from '../domain/symptom';
import type { RowsById, Vocabulary, Words } from './vocabulary';
import { wordsIn } from './words';

export interface SoughtPhrase {
  words: string[];
  /** The phrase without unimportant words; absent when too little would be left to know it by. */
  kept?: string[];
  /** Absent for a harmless sentence, which only keeps its words from being read otherwise. */
  row?: SymptomRow;
  question?: QuestionId;
}

const prepared = new WeakMap<Vocabulary, SoughtPhrase[]>();

/** Every symptom phrase of a vocabulary, the longest first. Made once for each vocabulary. */
export function phrasesOf(words: Words): SoughtPhrase[] {
  const known = prepared.get(words.vocabulary);
  if (known) return known;
  const phrases: SoughtPhrase[] = Object.entries(words.vocabulary.symptoms).flatMap(([id, said]) => {
    const symptom = words.symptoms[id];
    return symptom ? said.map((phrase) => ({ ...soughtPhrase(phrase, words.vocabulary), ...meaningOf(symptom) })) : [];
  });
  phrases.push(...words.vocabulary.harmless.map((phrase) => ({ words: wordsIn(phrase) })));
  phrases.sort((one, other) => other.words.length - one.words.length);
  prepared.set(words.vocabulary, phrases);
  return phrases;
}

function meaningOf({ row, question }: RowsById[string]): Pick<SoughtPhrase, 'row' | 'question'> {
  return question ? { row, question } : { row };
}

function soughtPhrase(phrase: string, vocabulary: Vocabulary): Pick<SoughtPhrase, 'words' | 'kept'> {
  const words = wordsIn(phrase);
  const kept = words.filter((word) => !vocabulary.passedOver.includes(word));
  // One word left of several ("it's hot") would be found in harmless sentences.
  return kept.length > 1 ? { words, kept } : { words };
}
