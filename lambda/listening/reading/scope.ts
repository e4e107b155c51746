// How far the words of a sentence reach: windows of counted words, and what each negation denies.

import type { Window } from '../../../content/grammar';
import type { Heard, Listening, PhrasesByWord } from './sentence';

/** Words of a sentence, and which of them windows count. */
type Said = Pick<Heard, 'words' | 'thoughts' | 'isCounted'>;

/** The place behind the last of so many counted words from one on, or before the first of so many before it. */
export function windowEnd(
  from: number,
  step: 1 | -1,
  count: number,
  { words, isCounted }: Omit<Said, 'thoughts'>,
): number {
  let at = from;
  for (let left = count; at >= 0 && at < words.length; at += step) if (isCounted(at) && left-- === 0) break;
  return at;
}

/** The words within a window before a place, and those within one from a place on. */
export function wordsBefore(at: number, window: Window, heard: Heard): readonly string[] {
  return heard.words.slice(windowEnd(at - 1, -1, heard.windows[window], heard) + 1, at);
}
export function wordsFrom(at: number, window: Window, heard: Heard): readonly string[] {
  return heard.words.slice(at, windowEnd(at, 1, heard.windows[window], heard));
}

/** The place of the negation over each word, whichever way it reaches. */
export function denialsIn(said: Said, listening: Listening): number[] {
  const idle = placesOfAny(listening.notDenying, said.words);
  const denials = denialsAhead(said, idle, listening);
  const { denyingBehind = [], denyingAround = [] } = listening.vocabulary.grammar;
  said.words.forEach((word, at) => {
    const isBehind = denyingBehind.includes(word) || (denyingAround.includes(word) && isLast(at, said, listening));
    if (isBehind && !idle.has(at)) for (const before of deniedBehind(at, said, listening)) denials[before] = at;
  });
  return denials;
}

/** "No numbness but I'm dizzy": a negation ends at a turn, at a new subject, and after a few words. */
function denialsAhead(said: Said, idle: ReadonlySet<number>, { vocabulary, ends, disclaiming }: Listening): number[] {
  const { words } = said;
  const { windows, denyingBehind } = vocabulary.grammar;
  const disclaimed = placesOfAny(disclaiming, words);
  // Counted anew at every "or".
  const lastFrom = (at: number) => windowEnd(at + 1, 1, windows.denied, said) - 1;
  let denying = -1;
  let last = 0;
  let subjectUntil = -1;
  return words.map((word, at) => {
    // "I didn't sit down, I passed out."
    const before = words[at - 1] ?? '';
    const isSubject = vocabulary.newThoughts.includes(word) && !vocabulary.passing.pronouns.includes(word);
    const isAnew = isSubject && !vocabulary.negations.includes(before);
    const isInside = at <= subjectUntil || (!isAnew && vocabulary.insideDenial.includes(before));
    const isNegation = vocabulary.negations.includes(word) && !denyingBehind?.includes(word);
    if (disclaimed.has(at) && !idle.has(at)) {
      denying = at;
      last = lastFrom(at);
      subjectUntil = windowEnd(at + 1, 1, windows.disclaimedSubject, said) - 1;
    } else if (isNegation && !idle.has(at)) {
      denying = at;
      last = lastFrom(at);
    } else if (at > last || (ends.has(word) && !isInside)) denying = -1;
    else if (denying >= 0 && vocabulary.joins.includes(word)) last = lastFrom(at);
    return denying;
  });
}

/** Whether nothing that could be denied follows a negation in its thought. */
function isLast(at: number, { words, thoughts, isCounted }: Said, { ends }: Listening): boolean {
  for (let next = at + 1; next < words.length && thoughts[next] === thoughts[at]; next++) {
    if (ends.has(words[next] ?? '')) return true;
    if (isCounted(next)) return false;
  }
  return true;
}

/** "Brustschmerzen habe ich keine": the counted words right before a negation, and those joined to them by "or". */
function deniedBehind(at: number, { words, thoughts, isCounted }: Said, { vocabulary }: Listening): number[] {
  const { joins, turns, and, negations, grammar } = vocabulary;
  const { deniedBehind: reach, near } = grammar.windows;
  const stops = [...turns, ...and, ...negations, ...(grammar.clauseEnds ?? [])];
  const denied: number[] = [];
  let counted = 0;
  for (let before = at - 1; before >= 0 && thoughts[before] === thoughts[at] && counted <= near; before--) {
    const word = words[before] ?? '';
    if (stops.includes(word)) break;
    // "Oder nicht" joins no second thing.
    if (joins.includes(word) && denied.length === 0) break;
    if (joins.includes(word)) counted = 0;
    else if (isCounted(before) && counted++ < reach) denied.push(before);
  }
  return denied;
}

/** The places of all words of the phrases that stand in a sentence. */
function placesOfAny(phrases: PhrasesByWord, words: readonly string[]): Set<number> {
  const places = new Set<number>();
  words.forEach((word, at) => {
    for (const phrase of phrases.get(word) ?? []) {
      if (!phrase.every((one, index) => words[at + index] === one)) continue;
      for (let index = 0; index < phrase.length; index++) places.add(at + index);
    }
  });
  return places;
}
