// Tells a report that stands by itself from words of a symptom that may speak of something else.

import type { QuestionId } from '../../domain/healthQuestions';
import type { Vocabulary, Words } from '../vocabulary';
import { placeOf } from '../words';
import type { Heard } from './heard';
import { type Find, listsOf } from './phrases';
import { wordsBefore } from './scope';
import { isOwnAt, isPersonAt } from './speakers';

const TELLS_STORIES: QuestionId = 'q5';

/** Whether a find is plainly of the speaker's own body; what is not is asked about. */
export function isPlain(find: Find, heard: Heard, words: Words): boolean {
  const { vocabulary } = words;
  const first = find.places[0] ?? 0;
  const last = find.places[find.places.length - 1] ?? first;
  const behind = heard.words.slice(last + 1);
  if (vocabulary.unsaying.some((phrase) => placeOf(phrase.split(' '), behind) >= 0)) return false;
  // "Numb no it's only hard": the no answers the word before it.
  const { answering, behind: denyingBehind } = vocabulary.denying;
  if (answering.includes(behind[0] ?? '')) return false;
  if (denyingBehind.some((phrase) => phrase.split(' ').every((word, at) => behind[at] === word))) return false;
  if (isRetold(first, heard, vocabulary)) return false;
  // What is asked about in general is told from a report elsewhere.
  if (isAsked(heard, vocabulary)) return true;
  if (isOwned(first, last, heard, vocabulary)) return true;
  return !isLinked(behind, vocabulary) && !isOfOthers(find, heard, vocabulary) && !isStrange(find, heard, words);
}

/** "I was reading about numbness", "when you ask me about chest pain": a symptom that is only spoken of. */
function isRetold(first: number, { words, thoughts }: Heard, { retelling, subjects }: Vocabulary): boolean {
  const isOpen = (from: number) =>
    from <= first &&
    thoughts[from] === thoughts[first] &&
    !words.slice(from, first + 1).some((word) => subjects.includes(word));
  return retelling.some((phrase) => {
    const told = phrase.split(' ');
    return words.some((_, at) => told.every((word, index) => words[at + index] === word) && isOpen(at + told.length));
  });
}

function isAsked({ words }: Heard, { supposing, causing, questionStarts }: Vocabulary): boolean {
  const placeIn = (phrase: string) => placeOf(phrase.split(' '), words);
  return (
    [...supposing, ...causing].some((phrase) => placeIn(phrase) >= 0) ||
    questionStarts.some((one) => placeIn(one) === 0)
  );
}

/** "My arm", "I feel dizzy", "it's burning me": the speaker stands just before it, in it or right behind it. */
function isOwned(first: number, last: number, heard: Heard, vocabulary: Vocabulary): boolean {
  const { words } = heard;
  const from = first - wordsBefore(first, 'ownBefore', heard).length;
  const { ownBody, newThoughts, things } = vocabulary;
  // "My phone" is nobody's body.
  const isOfThing = (at: number) => !newThoughts.includes(words[at] ?? '') && things.includes(words[at + 1] ?? '');
  const isOwn = (word: string, at: number) =>
    ownBody.includes(word) && isOwnAt(words, at, vocabulary) && !isOfThing(at);
  return words.some((word, at) => at >= from && at <= last + 1 && isOwn(word, at));
}

/** "Numb is what my brain is": a word of a symptom as the subject of a sentence. */
function isLinked(behind: readonly string[], { linking }: Vocabulary): boolean {
  return linking.some((phrase) => phrase.split(' ').every((word, at) => behind[at] === word));
}

/** "Pins and needles me nan's got", "the radiator's burning hot": it is somebody else's, or a thing's. */
function isOfOthers(find: Find, heard: Heard, vocabulary: Vocabulary): boolean {
  const { things, ownBody } = vocabulary;
  const last = find.places[find.places.length - 1] ?? 0;
  const isPerson = (_: string, at: number) => at > last && isPersonAt(heard.words, at, vocabulary);
  const thought = heard.thoughts[last];
  const isOwn = (word: string, at: number) =>
    at > last && heard.thoughts[at] === thought && ownBody.includes(word) && isOwnAt(heard.words, at, vocabulary);
  if (heard.words.some(isPerson) && !heard.words.some(isOwn)) return true;
  const isThing = (at: number) =>
    heard.thoughts[at] === thought && things.includes(heard.words[at] ?? '') && !find.places.includes(at);
  // Of a fall any things may be told; only what stands right before it is what fell.
  const isTold = find.question === TELLS_STORIES;
  return isTold ? isThing(subjectOf(find, heard)) : heard.words.some((_, at) => isThing(at));
}

/** The place of the word before a find, those left out that are passed over. */
function subjectOf({ places }: Find, heard: Heard): number {
  let at = (places[0] ?? 0) - 1;
  while (heard.isPassedOver(at)) at--;
  return at;
}

/** "Feverfew is coming up lovely in the garden": words that no list knows, and none for the speaker. */
function isStrange({ places, question }: Find, heard: Heard, words: Words): boolean {
  // Of a fall any words may be told.
  const { strangers = Number.POSITIVE_INFINITY } = words.vocabulary.grammar;
  if (question === TELLS_STORIES) return false;
  const { known } = listsOf(words);
  const { bodily, familiarEndings, own, ownBody, people } = words.vocabulary;
  const isKnown = (word: string) =>
    known.has(word) ||
    bodily.includes(word) ||
    people.includes(word) ||
    familiarEndings.some((ending) => word.endsWith(ending));
  const thought = heard.thoughts[places[0] ?? 0];
  const others = heard.words.filter(
    (_, at) => heard.thoughts[at] === thought && !places.includes(at) && !heard.isPassedOver(at),
  );
  const last = places[places.length - 1] ?? 0;
  if (heard.words.some((word, at) => ownBody.includes(word) || (at < last && own.includes(word)))) return false;
  return others.filter((word) => !isKnown(word)).length >= strangers;
}
