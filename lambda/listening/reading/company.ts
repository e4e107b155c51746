// Do the words around a report leave it standing?

import type { QuestionId } from '../../domain/screening';
import type { SymptomRow } from '../../domain/symptom';
import type { Vocabulary, Words } from '../vocabulary';
import { placeOf } from '../words';
import type { Heard } from './heard';
import { occurrences } from './patterns';
import { type Find, listsOf } from './phrases';

/** What was ever so still counts: injuries, clots and medicines, pregnancy, cancer and the like. */
const COUNTS_EVER: readonly (QuestionId | undefined)[] = ['q5', 'q7', 'q8'];

/** What needs help even when it has passed. */
const URGENT: readonly (SymptomRow | undefined)[] = ['emergency', 'saddle'];

/** How many words around an ambiguous one are its company, and how far before it stands what it speaks of. */
const COMPANY = 3;
const SUBJECT = 4;

/** Is it the speaker's body, now or lately, that a find tells of? */
export function stands(find: Find, heard: Heard, words: Words): boolean {
  return !isDenied(find, heard) && !isAnothers(find, heard, words.vocabulary) && !isOver(find, heard, words);
}

/** A phrase that holds its own negation ("not well") is not denied by it. */
function isDenied({ places }: Find, heard: Heard): boolean {
  return places.some((at) => {
    const negation = heard.denials[at] ?? -1;
    return negation >= 0 && !places.includes(negation);
  });
}

/** "Her arm is numb" is nobody's here, but "he can't breathe" needs help, and what he says of himself now counts. */
function isAnothers({ places, row }: Find, heard: Heard, vocabulary: Vocabulary): boolean {
  const first = places[0] ?? 0;
  const last = places[places.length - 1] ?? first;
  const inside = heard.words.slice(first, last + 2);
  const subject = lastOf(heard.words.slice(0, first + 1), (word, at) => isSubject(word, at, heard, vocabulary));
  if (subject < 0 || !isPerson(heard.words[subject], vocabulary)) return false;
  if (inside.some((word, index) => isOwnAt(word, first + index, heard, vocabulary))) return false;
  if (heard.words.slice(subject, first).some((word) => vocabulary.quoting.includes(word))) return false;
  return row !== 'emergency' || !hasAny(vocabulary.urgent, heard.words);
}

function isSubject(word: string, at: number, heard: Heard, vocabulary: Vocabulary): boolean {
  return isPerson(word, vocabulary) || isOwnAt(word, at, heard, vocabulary);
}

function isPerson(word: string | undefined, { people }: Vocabulary): boolean {
  return word !== undefined && people.includes(word);
}

/** "My" is the speaker's own, but not in "my husband" or "my older sister". */
function isOwnAt(word: string, at: number, heard: Heard, { own, people }: Vocabulary): boolean {
  return own.includes(word) && !heard.words.slice(at + 1, at + 3).some((next) => people.includes(next));
}

/** "I used to get dizzy" and "it went numb last year but it's gone" are over; "numb since last year" is not. */
function isOver(find: Find, heard: Heard, words: Words): boolean {
  const { vocabulary } = words;
  if (COUNTS_EVER.includes(find.question)) return false;
  const passed = listsOf(words)
    .over.flatMap((pattern) => occurrences(pattern, heard))
    .filter((places) => !places.some((at) => find.places.includes(at)));
  const others = heard.words.filter((_, at) => !passed.some((places) => places.includes(at)));
  if (hasAny(vocabulary.lasting, others)) return false;
  if (hasAny(vocabulary.longAgo, heard.words)) return true;
  return passed.length > 0 && !URGENT.includes(find.row) && !hasAny(vocabulary.recent, others);
}

/** A word with other meanings is a symptom beside the body, or where nothing else is named that it could tell of. */
export function isBodily({ places }: Find, heard: Heard, vocabulary: Vocabulary, known: ReadonlySet<string>): boolean {
  const first = places[0] ?? 0;
  const next = (places[places.length - 1] ?? first) + 1;
  const around = [
    ...heard.words.slice(Math.max(0, first - COMPANY), first),
    ...heard.words.slice(next, next + COMPANY),
  ];
  if (around.some((word) => vocabulary.bodily.includes(word))) return true;
  const isKnown = (word: string | undefined) =>
    word === undefined || known.has(word) || vocabulary.familiarEndings.some((ending) => word.endsWith(ending));
  if (!isKnown(heard.words[next])) return false;
  const before = heard.words.slice(Math.max(0, first - SUBJECT), first);
  const stranger = lastOf(before, (word) => !isKnown(word));
  return stranger < 0 || before.slice(stranger).some((word) => vocabulary.own.includes(word));
}

function hasAny(phrases: readonly string[], words: readonly string[]): boolean {
  return phrases.some((phrase) => placeOf(phrase.split(' '), words) >= 0);
}

function lastOf(words: readonly string[], test: (word: string, at: number) => boolean): number {
  for (let at = words.length - 1; at >= 0; at--) if (test(words[at] ?? '', at)) return at;
  return -1;
}
