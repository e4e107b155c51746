// Tells a symptom that is only supposed, or asked about in general, from one that is reported.

import type { Vocabulary, Words } from '../vocabulary';
import { endsWithAny, placeOf } from '../words';
import type { Heard } from './heard';
import { occurrencesIn } from './patterns';
import { hear, listsOf } from './phrases';
import { reportsIn } from './reports';

/**
 * "What if it goes numb" supposes, "can pressing cause tingling" asks in general; "what if my arm has gone numb" may be
 * so already. Where no symptom is named none is supposed. Only words of supposing make a supposition; any sign of the
 * speaker's present body ends it, and in doubt it is none.
 */
export function isSupposed(text: string, words: Words): boolean {
  const { vocabulary } = words;
  const heard = hear(text, words);
  if (isPresent(heard, words)) return false;
  const reports = reportsIn(heard, words).map((find) => find.places[0] ?? 0);
  if (reports.length === 0) return false;
  const first = Math.min(...reports);
  const { supposingBehind = [], questionEnds } = vocabulary.grammar;
  if (placesWhereSaid(supposingBehind, heard).some((at) => at > first)) return true;
  const ifs = placesWhereSaid(vocabulary.supposing, heard).filter((at) => at <= first);
  if (ifs.length > 0) return !isConsequence(heard, ifs[0] ?? 0, first, vocabulary);
  const isAsked = placesWhereSaid(vocabulary.asking, heard).length > 0;
  if (isAsked && placesWhereSaid(vocabulary.supposingStarts, heard).includes(0)) return true;
  const isQuestion =
    placesWhereSaid(vocabulary.questionStarts, heard).includes(0) || endsWithAny(heard.words, questionEnds);
  const isGeneral = isQuestion || placesWhereSaid(vocabulary.causing, heard).length > 0;
  return isGeneral && !heard.words.some((word) => vocabulary.ownBody.includes(word));
}

/**
 * Does a word tell of the speaker's body at present, where it is not only pictured: "what happens if I can't breathe"?
 */
function isPresent(heard: Heard, words: Words): boolean {
  const { ownPresent, imagined } = listsOf(words);
  const found = ownPresent.flatMap((pattern) => occurrencesIn(pattern, heard));
  if (found.length === 0) return false;
  const pictured = new Set(imagined.flatMap((pattern) => occurrencesIn(pattern, heard)).flat());
  return found.some((one) => !one.some((at) => pictured.has(at)));
}

/** "If I press, my arm tingles" tells what happens; "what happens if I press and it tingles" asks. */
function isConsequence({ words }: Heard, from: number, to: number, vocabulary: Vocabulary): boolean {
  const subjects = words.slice(from, to).filter((word) => vocabulary.own.includes(word));
  return subjects.length > 1 && placesWhereSaid(vocabulary.asking, { words }).length === 0;
}

function placesWhereSaid(phrases: readonly string[], { words }: Pick<Heard, 'words'>): number[] {
  return phrases.map((phrase) => placeOf(phrase.split(' '), words)).filter((at) => at >= 0);
}
