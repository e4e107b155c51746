// Which symptoms does somebody report in their own words?

import { SYMPTOM_ROWS, type SymptomRow } from '../domain/symptom';
import { phrasesOf, type SoughtPhrase } from './phrases';
import type { Vocabulary, Words } from './vocabulary';
import { placeOf, wordsIn } from './words';

/** A word of the text that still counts, with its place among all words; said twice is read twice. */
interface Word {
  text: string;
  at: number;
}

/**
 * The rows of the symptom table that a text reports, the gravest first. "No numbness" reports nothing, "no numbness
 * but I'm dizzy" reports dizziness; a denial ends wherever it might end. Words that say nothing known give no rows.
 */
export function symptomsIn(text: string, words: Words): SymptomRow[] {
  const heard = wordsIn(text);
  const denied = deniedPlaces(heard, words.vocabulary);
  const rows = new Set<SymptomRow>();
  // Longer phrases first: "can't feel my legs" must not be taken for a leg alone. A word is used once.
  const used = new Set<number>();
  for (const sought of phrasesOf(words)) {
    for (const places of placesOf(sought, heard, words.vocabulary, used)) {
      for (const place of places) used.add(place);
      // A phrase that begins with its own negation ("not well") is not denied by it.
      if (!denied.has(places[0] ?? 0) || isNegation(heard[places[0] ?? 0], words.vocabulary)) rows.add(sought.row);
    }
  }
  return SYMPTOM_ROWS.filter((row) => onBothSides(rows, heard, words.vocabulary).has(row));
}

/** What "I don't have …", "I'm not …" still reports; the negation that Alexa keeps to itself is put back. */
export function symptomsDenied(query: string, words: Words): SymptomRow[] {
  const read = words.vocabulary.negations.flatMap((negation) => symptomsIn(`${negation} ${query}`, words));
  return SYMPTOM_ROWS.filter((row) => read.includes(row));
}

/**
 * What "I can't feel …" reports. Whatever is named counts as a part of the body gone numb, the knot, the ball and
 * the like excepted: those are searched for and not found.
 */
export function symptomsUnfelt(query: string, words: Words): SymptomRow[] {
  const { vocabulary } = words;
  const rows = symptomsIn(`${vocabulary.unfelt} ${query}`, words);
  const heard = wordsIn(query);
  if (vocabulary.saddleParts.some((part) => placeOf(wordsIn(part), heard) >= 0)) return ['saddle'];
  if (rows.length > 0) return rows;
  const names = (list: readonly string[]) => list.some((one) => placeOf(wordsIn(one), heard) >= 0);
  if (names(vocabulary.limbs)) return [isPaired(heard, vocabulary) ? 'numb-both' : 'numb'];
  return names(vocabulary.touched) ? [] : ['numb'];
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

/** Each place where a phrase stands in words not yet used: as it is, then with unimportant words passed over. */
function placesOf(
  sought: SoughtPhrase,
  heard: readonly string[],
  vocabulary: Vocabulary,
  used: Set<number>,
): number[][] {
  const all = heard.map((text, at) => ({ text, at }));
  const kept = sought.kept ? all.filter(({ text }) => !vocabulary.passedOver.includes(text)) : [];
  return [...runs(sought.words, all, used), ...(sought.kept ? runs(sought.kept, kept, used) : [])];
}

function runs(phrase: readonly string[], words: readonly Word[], used: Set<number>): number[][] {
  const texts = words.map(({ text }) => text);
  const found: number[][] = [];
  for (let at = placeOf(phrase, texts); at >= 0; at = placeOf(phrase, texts, at + 1)) {
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
