// Hears that a part of the body is all right.

import type { Vocabulary, Words } from '../vocabulary';
import { endsWithAny, placeOf } from '../words';
import type { Heard } from './heard';
import { occurrencesIn } from './patterns';
import { type Find, listsOf } from './phrases';

/**
 * "My bladder's fine" and "both legs feel normal" name what a report names, and report nothing. Only what is made of
 * the part alone is taken back: "my chest was fine, then it started hurting" still tells of the pain.
 */
export function isWell(find: Find, heard: Heard, words: Words): boolean {
  const { vocabulary } = words;
  return wellIn(heard, words).some(
    (well) =>
      find.places.some((at) => well.includes(at)) &&
      find.places.every((at) => well.includes(at) || saysNothing(heard, at, vocabulary)),
  );
}

function saysNothing({ words, isPassedOver }: Heard, at: number, { negations, both }: Vocabulary): boolean {
  const word = words[at] ?? '';
  return isPassedOver(at) || negations.includes(word) || both.includes(word);
}

const known = new WeakMap<Heard, number[][]>();

/** The places of what is said to be well, read once for all that a text reports. */
function wellIn(heard: Heard, words: Words): number[][] {
  const read = known.get(heard);
  if (read) return read;
  const found = listsOf(words)
    .well.flatMap((pattern) => occurrencesIn(pattern, heard))
    .filter((places) => !isTakenBack(places, heard, words.vocabulary));
  known.set(heard, found);
  return found;
}

/** "My bladder isn't fine", "I can't breathe okay", "my legs were fine until this morning". */
function isTakenBack(places: readonly number[], heard: Heard, vocabulary: Vocabulary): boolean {
  const { unwell, unwellAfter } = vocabulary;
  const last = places[places.length - 1] ?? 0;
  // "No worries about my bladder" denies only the worries.
  const isDenied = (at: number) => (heard.denials[at] ?? -1) >= 0 && !places.includes(heard.denials[at] ?? -1);
  if (places.some(isDenied)) return true;
  // "I've got a temperature, is it ok?"
  const isAskedAt = (phrase: string) => placeOf(phrase.split(' '), heard.words);
  if (vocabulary.askedIfWell.some((phrase) => isAskedAt(phrase) >= 0 && isAskedAt(phrase) < last)) return true;
  if (endsWithAny(heard.words, vocabulary.grammar.questionEnds)) return true;
  const isSame = (at: number) => heard.thoughts[at] === heard.thoughts[last];
  return heard.words.some(
    (word, at) => (isSame(at) && unwell.includes(word)) || (at > last && unwellAfter.includes(word)),
  );
}
