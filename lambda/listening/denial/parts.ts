// What each word of a denial may be in it.

import type { QuestionId } from '../../domain/healthQuestions';
import type { DenialKind, Words } from '../vocabulary';
import { plainWordsIn } from '../words';

/** `answering`: a bare no that may go on; `person`: another person; `other`: a symptom that no question asks for. */
export type PartKind = DenialKind | 'answering' | 'person' | 'other';

/** One entry of the lists, by all that it may be. */
export interface Part {
  /** It is one word. */
  isWord: boolean;
  kinds: ReadonlySet<PartKind>;
  /** The questions that ask for it, and those that ask for something there. */
  things: ReadonlySet<QuestionId>;
  places: ReadonlySet<QuestionId>;
  /** The questions that it answers with no by itself, and those in which it may go with a no. */
  causes: ReadonlySet<QuestionId>;
  reasons: ReadonlySet<QuestionId>;
}

/** The parts a text is made of, the longest first at each place; null at the first word that is none. */
export function partsOf(said: readonly string[], words: Words): Part[] | null {
  const { table, longest } = tableOf(words);
  const parts: Part[] = [];
  for (let at = 0; at < said.length; ) {
    let length = Math.min(longest, said.length - at);
    while (length > 0 && !table.has(said.slice(at, at + length).join(' '))) length--;
    const part = table.get(said.slice(at, at + length).join(' '));
    if (!part) return null;
    parts.push(part);
    at += length;
  }
  return parts;
}

interface Row {
  isWord: boolean;
  kinds: Set<PartKind>;
  things: Set<QuestionId>;
  places: Set<QuestionId>;
  causes: Set<QuestionId>;
  reasons: Set<QuestionId>;
}

interface Table {
  table: ReadonlyMap<string, Row>;
  /** Words in the longest entry. */
  longest: number;
}

const known = new WeakMap<Words['vocabulary'], Table>();

function tableOf(words: Words): Table {
  const made = known.get(words.vocabulary) ?? createTable(words);
  known.set(words.vocabulary, made);
  return made;
}

/** The lists that name what belongs to a health question. */
const BY_QUESTION = [
  ['deniedThings', 'things'],
  ['deniedPlaces', 'places'],
  ['deniedCauses', 'causes'],
  ['deniedReasons', 'reasons'],
] as const;

function createTable(words: Words): Table {
  const { vocabulary } = words;
  const rows = new Map<string, Row>();
  const row = (phrase: string): Row => {
    const key = plainWordsIn(phrase, vocabulary).join(' ');
    const found = rows.get(key) ?? {
      isWord: !key.includes(' '),
      kinds: new Set(),
      things: new Set(),
      places: new Set(),
      causes: new Set(),
      reasons: new Set(),
    };
    rows.set(key, found);
    return found;
  };
  const note = (phrases: readonly string[], kind: PartKind) => {
    for (const phrase of phrases) row(phrase).kinds.add(kind);
  };
  for (const [kind, phrases] of Object.entries(vocabulary.denialWords)) note(phrases, kind as DenialKind);
  note(vocabulary.denying.answering, 'answering');
  note(vocabulary.people, 'person');
  for (const [list, field] of BY_QUESTION)
    for (const [question, phrases] of Object.entries(vocabulary[list]))
      for (const phrase of phrases) row(phrase)[field].add(question as QuestionId);
  for (const { phrase, question } of symptomsDenied(words)) {
    if (question) row(phrase).things.add(question);
    else row(phrase).kinds.add('other');
  }
  for (const [phrase, found] of rows) if (isPredicate(phrase.split(' '), vocabulary)) found.kinds.add('predicates');
  return { table: rows, longest: Math.max(...[...rows.keys()].map((phrase) => phrase.split(' ').length)) };
}

/** Every symptom that is a thing one may have: a phrase without a subject, a negation or a turn in it. */
function symptomsDenied({ vocabulary, symptoms }: Words): { phrase: string; question: QuestionId | undefined }[] {
  const { negations, turns, subjects, own, denying, denialWords } = vocabulary;
  const barred = new Set([negations, turns, subjects, own, denying.verbs, denialWords.not, denialWords.well].flat());
  const barredFirst = new Set([denialWords.holding, denialWords.verbs, denialWords.total].flat());
  const isBarred = (words: readonly string[]) =>
    barredFirst.has(words[0] ?? '') || words.some((word) => barred.has(word));
  return Object.entries(vocabulary.symptoms).flatMap(([id, phrases]) =>
    phrases
      .filter((phrase) => !isBarred(plainWordsIn(phrase, vocabulary)))
      .map((phrase) => ({ phrase, question: symptoms[id]?.question })),
  );
}

/** "Gave way" and "chest tight": what is said of somebody, and no thing one has. */
function isPredicate(phrase: readonly string[], { denialWords, denying }: Words['vocabulary']): boolean {
  const last = phrase[phrase.length - 1] ?? '';
  return (
    (phrase.length > 1 && denialWords.holding.includes(phrase[0] ?? '')) ||
    denialWords.predicates.includes(last) ||
    phrase.some((word) => denying.verbs.includes(word) || denialWords.verbs.includes(word))
  );
}
