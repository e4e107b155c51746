// Which phrases report a symptom, ready to be looked for?

import type { QuestionId } from '../domain/screening';
import type { SymptomRow } from '../domain/symptom';
import type { RowsById, Vocabulary, Words } from './vocabulary';
import { wordsIn } from './words';

export interface SoughtPhrase {
  words: string[];
  /** Looked for among the words that are not passed over, its own unimportant words left out. */
  kept: boolean;
  /** Absent for a harmless sentence, which only keeps its words from being read otherwise. */
  row?: SymptomRow;
  question?: QuestionId;
}

/** The phrases by their first word, each with its turn: the longest has the first. */
type Sought = Map<string, { turn: number; phrase: SoughtPhrase }[]>;

const prepared = new WeakMap<Vocabulary, Sought>();

/** Every symptom phrase of a vocabulary, whole and without unimportant words, the longest first. Made once for each vocabulary. */
function phrasesOf(words: Words): Sought {
  const known = prepared.get(words.vocabulary);
  if (known) return known;
  const { symptoms, harmless } = words.vocabulary;
  const phrases = Object.entries(symptoms).flatMap(([id, said]) => {
    const symptom = words.symptoms[id];
    return symptom ? said.flatMap((phrase) => waysOf(phrase, words.vocabulary, meaningOf(symptom))) : [];
  });
  phrases.push(...harmless.map((phrase) => ({ words: wordsIn(phrase), kept: false })));
  phrases.sort((one, other) => other.words.length - one.words.length || Number(one.kept) - Number(other.kept));
  const byFirstWord: Sought = new Map();
  phrases.forEach((phrase, turn) => {
    const first = phrase.words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { turn, phrase }]);
  });
  prepared.set(words.vocabulary, byFirstWord);
  return byFirstWord;
}

/** The phrases that may stand in these words, the longest first. */
export function phrasesFor(said: readonly string[], words: Words): SoughtPhrase[] {
  const sought = phrasesOf(words);
  const possible = [...new Set(said)].flatMap((word) => sought.get(word) ?? []);
  return possible.sort((one, other) => one.turn - other.turn).map(({ phrase }) => phrase);
}

type Meaning = Pick<SoughtPhrase, 'row' | 'question'>;

function meaningOf({ row, question }: RowsById[string]): Meaning {
  return question ? { row, question } : { row };
}

function waysOf(phrase: string, vocabulary: Vocabulary, meaning: Meaning): SoughtPhrase[] {
  const words = wordsIn(phrase);
  const kept = words.filter((word) => !vocabulary.passedOver.includes(word));
  const telling = kept.filter((word) => !vocabulary.negations.includes(word));
  const whole = { words, kept: false, ...meaning };
  // One word left of several ("it's hot", "has no feeling") would be found in harmless sentences.
  return telling.length > 1 ? [whole, { words: kept, kept: true, ...meaning }] : [whole];
}
