// Decides whether the words around a report leave it standing: a no, another person, the past.

import type { QuestionId } from '../../domain/healthQuestions';
import { isUrgent } from '../../domain/symptom';
import type { Vocabulary, Words } from '../vocabulary';
import { placeOf } from '../words';
import type { Heard } from './heard';
import { occurrencesIn } from './patterns';
import { type Find, listsOf } from './phrases';
import { isWell } from './well';

/** Rows that count though they are past: injuries, clots and medicines, pregnancy, cancer and the like. */
const COUNTS_EVER: readonly (QuestionId | undefined)[] = ['q5', 'q7', 'q8'];

/** How many words around an ambiguous one are its company, and how far before it stands what it speaks of. */
const COMPANY = 3;
const SUBJECT = 4;

/** Is it the speaker's body, now or lately, that a find tells of? */
export function isTold(find: Find, heard: Heard, words: Words): boolean {
  if (isDenied(find, heard) || isWell(find, heard, words)) return false;
  return !isAnothers(find, heard, words.vocabulary) && !isOver(find, heard, words);
}

/** A phrase that holds its own negation ("not well") is not denied by it. */
function isDenied({ places }: Find, heard: Heard): boolean {
  return places.some((at) => {
    const negation = heard.denials[at] ?? -1;
    return negation >= 0 && !places.includes(negation);
  });
}

/** "Her arm is numb" is not the listener's, but "he can't breathe" needs help, and what he says of himself counts. */
function isAnothers({ places, row }: Find, { words }: Heard, vocabulary: Vocabulary): boolean {
  const first = places[0] ?? 0;
  const last = places[places.length - 1] ?? first;
  const isOwn = (_: string, at: number) => isOwnAt(words, at, vocabulary);
  const isOther = (_: string, at: number) => isPersonAt(words, at, vocabulary);
  const before = words.slice(0, first + 1);
  const other = lastOf(before, isOther);
  if (other < 0 || other < lastOf(before, isOwn) || lastOf(words.slice(0, last + 1), isOwn) >= first) return false;
  // "Her bag fell on me" is the speaker's; "grandma's on steroids, I take nothing" begins with "I" anew.
  if (isOwn('', last + 1) && !vocabulary.newThoughts.includes(words[last + 1] ?? '')) return false;
  if (hasAny(vocabulary.quoting, before)) return false;
  return row !== 'emergency' || !hasAny(vocabulary.urgent, words);
}

/** Another person, who is not only pictured: "like someone sits on it". */
function isPersonAt(words: readonly string[], at: number, { people, likening }: Vocabulary): boolean {
  return people.includes(words[at] ?? '') && !likening.includes(words[at - 1] ?? '');
}

/** "My" is the speaker's own, but not in "my husband", "my older sister" and "a friend of mine". */
function isOwnAt(words: readonly string[], at: number, { own, people, insideDenial }: Vocabulary): boolean {
  const around = [
    ...words.slice(at + 1, at + 3),
    ...(insideDenial.includes(words[at - 1] ?? '') ? words.slice(at - 2, at - 1) : []),
  ];
  return own.includes(words[at] ?? '') && !around.some((word) => people.includes(word));
}

/**
 * "I used to get dizzy" and "it went numb last year but it's gone" are over; "numb since last year" is not, and
 * neither is what comes after: "the numbness has gone but my leg is weak".
 */
function isOver(find: Find, heard: Heard, words: Words): boolean {
  const { longAgo, lasting, recent } = words.vocabulary;
  if (COUNTS_EVER.includes(find.question)) return false;
  const thought = heard.thoughts[find.places[0] ?? 0] ?? 0;
  const { over, eased } = passedIn(heard, words);
  const isEased = eased.some((places) => shares(places, find.places));
  const since = over.filter(
    (places) => !shares(places, find.places) && (heard.thoughts[places[0] ?? 0] ?? 0) >= thought,
  );
  const isLongAgo = hasAny(
    longAgo,
    heard.words.filter((_, at) => heard.thoughts[at] === thought),
  );
  if (!isEased && !isLongAgo && since.length === 0) return false;
  const others = heard.words.filter((_, at) => ![...since, ...eased].some((places) => places.includes(at)));
  if (hasAny(lasting, others)) return isEased && !isUrgent(find.row);
  return isLongAgo || (!isUrgent(find.row) && (isEased || !hasAny(recent, others)));
}

interface Passed {
  over: readonly number[][];
  eased: readonly number[][];
}

/** What each text says of having passed, read once for all that it reports. */
const passed = new WeakMap<Heard, Passed>();

function passedIn(heard: Heard, words: Words): Passed {
  const known = passed.get(heard);
  if (known) return known;
  const lists = listsOf(words);
  const eased = lists.eased.flatMap((pattern) => occurrencesIn(pattern, heard));
  // "The numbness has gone" tells of the numbness alone.
  const over = lists.over
    .flatMap((pattern) => occurrencesIn(pattern, heard))
    .filter((places) => !eased.some((one) => shares(one, places)));
  passed.set(heard, { over, eased });
  return { over, eased };
}

function shares(some: readonly number[], others: readonly number[]): boolean {
  return some.some((at) => others.includes(at));
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
  const before = heard.words.slice(Math.max(0, first - SUBJECT), first);
  const stranger = lastOf(before, (word) => !isKnown(word));
  // "It's sharp by the window" speaks of what is felt, "cut the lights" and "sharp cheddar" of something else.
  if (before.slice(Math.max(0, stranger)).some((word) => vocabulary.own.includes(word)))
    return isKnown(heard.words[next]);
  return stranger < 0 && heard.words.slice(next, next + COMPANY).every(isKnown);
}

function hasAny(phrases: readonly string[], words: readonly string[]): boolean {
  return phrases.some((phrase) => placeOf(phrase.split(' '), words) >= 0);
}

function lastOf(words: readonly string[], test: (word: string, at: number) => boolean): number {
  for (let at = words.length - 1; at >= 0; at--) if (test(words[at] ?? '', at)) return at;
  return -1;
}
