// Reads the symptoms that a listener reports in free words.

import type { QuestionId } from '../domain/healthQuestions';
import { SYMPTOM_ROWS, type SymptomRow } from '../domain/symptom';
import { hear, listsOf } from './reading/phrases';
import { doubtsIn, isPaired, reportsIn, rowOf } from './reading/reports';
import type { Words } from './vocabulary';
import { framed, placeOf, wordsIn } from './words';

export { isSupposed } from './reading/supposed';

/**
 * The rows of the symptom table that a text reports, the gravest first. "No numbness" reports nothing, "no numbness
 * but I'm dizzy" reports dizziness; a denial ends wherever it might end. A symptom that is long over,
 * another person's, and a figure of speech report nothing either; in doubt it is a report. Unknown words give no rows.
 */
export function symptomsIn(text: string, words: Words): SymptomRow[] {
  const heard = hear(text, words);
  const rows = new Set(reportsIn(heard, words).map((find) => rowOf(find, heard, words)));
  return SYMPTOM_ROWS.filter((row) => rows.has(row));
}

/**
 * The rows that a text may report, the gravest first: it was long ago, it got better, or a negation leaves something
 * over. One short question settles it.
 */
export function symptomsDoubtedIn(text: string, words: Words): SymptomRow[] {
  const heard = hear(text, words);
  const rows = new Set(doubtsIn(heard, words).map((find) => rowOf(find, heard, words)));
  return SYMPTOM_ROWS.filter((row) => rows.has(row));
}

/**
 * The screening question that a text answers with yes; undefined when it reports nothing, or things of several
 * questions.
 */
export function questionIn(text: string, words: Words): QuestionId | undefined {
  const questions = new Set(reportsIn(hear(text, words), words).map(({ question }) => question));
  return questions.size === 1 ? [...questions][0] : undefined;
}

/** The screening questions of all that a text reports or may report; null when something in it belongs to none. */
export function questionsTold(text: string, words: Words): QuestionId[] | null {
  const heard = hear(text, words);
  const told = [...reportsIn(heard, words), ...doubtsIn(heard, words)].map(({ question }) => question);
  const known = told.filter((question) => question !== undefined);
  return known.length === told.length ? known : null;
}

/** What "I don't have …", "I'm not …" still reports; the negation that Alexa keeps to itself is put back. */
export function symptomsInDenial(query: string, words: Words): SymptomRow[] {
  // "Nope no fever" says its own negation: another in front of it would turn it round.
  if (saysNegation(query, words)) return symptomsIn(query, words);
  // "No numbness except in my thumb": what is left over is asked for by what was denied.
  const heard = wordsIn(query, words.vocabulary);
  const leaves = words.vocabulary.exceptions.some((word) => heard.includes(word));
  if (leaves && heard.some((word) => words.vocabulary.limbs.includes(word)))
    return symptomsIn(withoutExceptions(heard, words), words);
  const read = listsOf(words).spokenNegations.flatMap((negation) => symptomsIn(framed(negation, query), words));
  return SYMPTOM_ROWS.filter((row) => read.includes(row));
}

/** What "I don't have …", "I'm not …" may report; the negation that Alexa keeps to itself is put back. */
export function symptomsDoubtedInDenial(query: string, words: Words): SymptomRow[] {
  if (saysNegation(query, words)) return symptomsDoubtedIn(query, words);
  const read = listsOf(words).spokenNegations.flatMap((negation) => symptomsDoubtedIn(framed(negation, query), words));
  return SYMPTOM_ROWS.filter((row) => read.includes(row));
}

/** Whether a negation stands where a language puts it. */
function saysNegation(query: string, { vocabulary }: Words): boolean {
  const said = wordsIn(query, vocabulary);
  const { denyingBehind = [], denyingAround = [] } = vocabulary.grammar;
  return (
    vocabulary.negations.includes(said[0] ?? '') ||
    [...denyingBehind, ...denyingAround].includes(said[said.length - 1] ?? '')
  );
}

/** The words without those that make an exception. */
function withoutExceptions(heard: readonly string[], { vocabulary }: Words): string {
  return heard.filter((word) => !vocabulary.exceptions.includes(word)).join(' ');
}

/** Do words name something that a screening question names, so that the question can be explained? */
export function isExplained(text: string, words: Words): boolean {
  const said = wordsIn(text, words.vocabulary);
  const { explained } = words.vocabulary;
  return (
    explained.some((word) => placeOf(wordsIn(word, words.vocabulary), said) >= 0) || symptomsIn(text, words).length > 0
  );
}

/** Do words speak of the speaker's own body or moment: "this pain", "my arm"? */
export function isOwn(text: string, { vocabulary }: Words): boolean {
  return wordsIn(text, vocabulary).some((word) => vocabulary.subjects.includes(word) || vocabulary.own.includes(word));
}

/**
 * What "I can't feel …" reports: a part of the body gone numb. The knot, the ball and the like are searched for and
 * not found, and any other word was misheard.
 */
export function symptomsInUnfelt(query: string, words: Words): SymptomRow[] {
  const { vocabulary } = words;
  const rows = symptomsIn(framed(vocabulary.cannotFeel, query), words);
  const heard = wordsIn(query, vocabulary);
  if (vocabulary.saddleParts.some((part) => placeOf(wordsIn(part, vocabulary), heard) >= 0)) return ['saddle'];
  if (rows.length > 0) return rows;
  const names = (list: readonly string[]) => list.some((one) => placeOf(wordsIn(one, vocabulary), heard) >= 0);
  if (names(vocabulary.limbs)) return [isPaired(heard, vocabulary) ? 'numb-both' : 'numb'];
  if (names(vocabulary.touched)) return [];
  return names(vocabulary.unfeltParts) ? ['numb'] : [];
}
