// Which symptoms does somebody report in their own words?

import type { QuestionId } from '../domain/screening';
import { SYMPTOM_ROWS, type SymptomRow } from '../domain/symptom';
import { phrasesFor, type SoughtPhrase } from './phrases';
import type { Vocabulary, Words } from './vocabulary';
import { placeOf, wordsIn } from './words';

/** A word of the text that still counts, with its place among all words; said twice is read twice. */
interface Word {
  text: string;
  at: number;
}

/** A text's words, and those of them that are not passed over. */
interface Heard {
  all: Word[];
  kept: Word[];
}

/**
 * The rows of the symptom table that a text reports, the gravest first. "No numbness" reports nothing, "no numbness
 * but I'm dizzy" reports dizziness; a denial ends wherever it might end. Words that say nothing known give no rows.
 */
export function symptomsIn(text: string, words: Words): SymptomRow[] {
  const said = wordsIn(text);
  const rows = new Set(reportsIn(said, words).flatMap(({ row }) => row ?? []));
  const grave = onBothSides(rows, said, words.vocabulary);
  return SYMPTOM_ROWS.filter((row) => grave.has(row));
}

/** The screening question that a text answers with yes; undefined when it reports nothing, or things of several questions. */
export function questionIn(text: string, words: Words): QuestionId | undefined {
  const reports = reportsIn(wordsIn(text), words).filter(({ row }) => row);
  const questions = new Set(reports.map(({ question }) => question));
  return questions.size === 1 ? [...questions][0] : undefined;
}

/** The symptom phrases that a text says and does not deny. */
function reportsIn(said: readonly string[], words: Words): SoughtPhrase[] {
  const all = said.map((text, at) => ({ text, at }));
  const heard: Heard = { all, kept: all.filter(({ text }) => !words.vocabulary.passedOver.includes(text)) };
  const denied = deniedPlaces(said, words.vocabulary);
  // Longer phrases first: "can't feel my legs" must not be taken for a leg alone. A word is used once.
  const used = new Set<number>();
  return phrasesFor(said, words).filter((sought) => {
    const places = runs(sought.words, sought.kept ? heard.kept : heard.all, used);
    for (const place of places.flat()) used.add(place);
    // A phrase that begins with its own negation ("not well") is not denied by it.
    return places.some(([at = 0]) => !denied.has(at) || isNegation(said[at], words.vocabulary));
  });
}

/** What "I don't have …", "I'm not …" still reports; the negation that Alexa keeps to itself is put back. */
export function symptomsDenied(query: string, words: Words): SymptomRow[] {
  const read = words.vocabulary.negations.flatMap((negation) => symptomsIn(`${negation} ${query}`, words));
  return SYMPTOM_ROWS.filter((row) => read.includes(row));
}

/** Do words name something that a screening question names, so that the question can be explained? */
export function isExplained(text: string, words: Words): boolean {
  const said = wordsIn(text);
  const { explained } = words.vocabulary;
  return explained.some((word) => placeOf(wordsIn(word), said) >= 0) || symptomsIn(text, words).length > 0;
}

/** Do words speak of the speaker's own body or moment: "this pain", "my arm"? */
export function isOwn(text: string, { vocabulary }: Words): boolean {
  return wordsIn(text).some((word) => vocabulary.subjects.includes(word));
}

/**
 * What "I can't feel …" reports: a part of the body gone numb. The knot, the ball and the like are searched for and
 * not found, and any other word was misheard.
 */
export function symptomsUnfelt(query: string, words: Words): SymptomRow[] {
  const { vocabulary } = words;
  const rows = symptomsIn(`${vocabulary.unfelt} ${query}`, words);
  const heard = wordsIn(query);
  if (vocabulary.saddleParts.some((part) => placeOf(wordsIn(part), heard) >= 0)) return ['saddle'];
  if (rows.length > 0) return rows;
  const names = (list: readonly string[]) => list.some((one) => placeOf(wordsIn(one), heard) >= 0);
  if (names(vocabulary.limbs)) return [isPaired(heard, vocabulary) ? 'numb-both' : 'numb'];
  if (names(vocabulary.touched)) return [];
  return names(vocabulary.unfeltParts) ? ['numb'] : [];
}

/** The places of the text that stand under a negation. */
function deniedPlaces(heard: readonly string[], vocabulary: Vocabulary): Set<number> {
  const ends = new Set([...vocabulary.turns, ...vocabulary.and, ...vocabulary.subjects]);
  const denied = new Set<number>();
  let denying = false;
  heard.forEach((word, at) => {
    if (isNegation(word, vocabulary)) denying = true;
    else if (ends.has(word)) denying = false;
    if (denying) denied.add(at);
  });
  return denied;
}

function isNegation(word: string | undefined, vocabulary: Vocabulary): boolean {
  return word !== undefined && vocabulary.negations.includes(word);
}

/** Each place where a phrase stands in words not yet used. */
function runs(phrase: readonly string[], words: readonly Word[], used: Set<number>): number[][] {
  const found: number[][] = [];
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (!phrase.every((word, index) => words[at + index]?.text === word)) continue;
    const places = words.slice(at, at + phrase.length).map((word) => word.at);
    if (!places.some((place) => used.has(place))) found.push(places);
  }
  return found;
}

/** Numbness or weakness becomes its graver row when the text speaks of both sides. */
function onBothSides(rows: Set<SymptomRow>, heard: readonly string[], vocabulary: Vocabulary): Set<SymptomRow> {
  if (!isPaired(heard, vocabulary)) return rows;
  const graver: Partial<Record<SymptomRow, SymptomRow>> = { numb: 'numb-both', weak: 'weak-both' };
  return new Set([...rows].map((row) => graver[row] ?? row));
}

function isPaired(heard: readonly string[], vocabulary: Vocabulary): boolean {
  return heard.some((word) => vocabulary.both.includes(word) || vocabulary.paired.includes(word));
}
