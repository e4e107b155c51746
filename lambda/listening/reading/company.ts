// Decides whether the words around a report leave it standing: a no, another person, the past.

import type { QuestionId } from '../../domain/healthQuestions';
import { isUrgent } from '../../domain/symptom';
import type { Vocabulary, Words } from '../vocabulary';
import { placeOf } from '../words';
import type { Heard } from './heard';
import { occurrencesIn } from './patterns';
import { type Find, listsOf } from './phrases';
import { wordsBefore, wordsFrom } from './scope';
import { isOwnAt, isPersonAt, namesPersonAt } from './speakers';
import { isPlain } from './surety';
import { isWell } from './well';

/** Questions whose things count though they are past: clots and medicines, pregnancy, cancer and the like. */
const COUNTS_EVER: readonly (QuestionId | undefined)[] = ['q7', 'q8'];

/** What becomes of a find: a report, nothing, or one short question. */
export type Verdict = 'reported' | 'denied' | 'doubtful';

/**
 * Whether it is the speaker's body, now or lately, that a find tells of. Only a bare denial of it denies, and another
 * person; whatever else may take it back leaves a doubt.
 */
export function verdictOn(find: Find, heard: Heard, words: Words): Verdict {
  const negation = negationOver(find, heard, words.vocabulary);
  if (negation >= 0) return judgeDenial(find, negation, heard, words);
  if (isDeniedBehind(find, heard, words.vocabulary)) return 'denied';
  if (isWell(find, heard, words)) return 'denied';
  if (isAnothers(find, heard, words.vocabulary)) {
    if (find.row !== 'emergency' || !hasAny(words.vocabulary.urgent, heard.words))
      return isJoinedOn(find, heard, words.vocabulary) ? 'doubtful' : 'denied';
    // "My mum had a stroke last year, so now we stretch" needs no help this minute.
    if (!isNow(find, heard, words.vocabulary)) return 'doubtful';
  }
  return isOver(find, heard, words) || !isPlain(find, heard, words) ? 'doubtful' : 'reported';
}

/** The place of the negation over a find, or -1. A phrase that holds its own negation ("not well") is not denied by it. */
function negationOver({ places }: Find, heard: Heard, { negations }: Vocabulary): number {
  // Nor is "I can't feel nothing down there", which says its own twice.
  const isSaidTwice = (negation: number) =>
    places.some((at) => at < negation && negations.includes(heard.words[at] ?? ''));
  return (
    places.map((at) => heard.denials[at] ?? -1).find((at) => at >= 0 && !places.includes(at) && !isSaidTwice(at)) ?? -1
  );
}

/** "Chest pain no", "fever and all I am not having": the no that ends a sentence is about what stands before it. */
function isDeniedBehind({ places }: Find, heard: Heard, { denying: { behind, between } }: Vocabulary): boolean {
  const last = places[places.length - 1] ?? 0;
  const after = heard.words.slice(last + 1);
  return behind.some((phrase) => {
    const denial = phrase.split(' ');
    const rest = after.slice(0, after.length - denial.length);
    return (
      after.slice(rest.length).join(' ') === phrase &&
      after.length >= denial.length &&
      rest.every((word) => between.includes(word))
    );
  });
}

/**
 * "No numbness" denies; "no can't breathe" answers and goes on; "never had chest pain like this" and "no chest pain
 * until I leaned on it" tell of one; "no numbness, but still" may.
 */
function judgeDenial(find: Find, negation: number, heard: Heard, { vocabulary }: Words): Verdict {
  const first = find.places[0] ?? 0;
  const last = find.places[find.places.length - 1] ?? first;
  const behind = heard.words.slice(last + 1);
  const { answering, ofClauses, verbs, affirming, unsure } = vocabulary.denying;
  // "No" denies the noun behind it, never a clause with a verb: "no both my legs are numb".
  const hasVerb = heard.words.slice(negation + 1, last + 1).some((word) => verbs.includes(word));
  if (hasVerb && answering.includes(heard.words[negation] ?? '')) {
    // "No numbness is there" may deny it.
    const next = heard.words[first] ?? '';
    return first === negation + 1 && ![...verbs, ...vocabulary.both].includes(next) ? 'doubtful' : 'reported';
  }
  const affirmed = affirming.map((phrase) => placeOf(phrase.split(' '), behind)).filter((at) => at >= 0);
  // "I'm not poorly, I've just got a face like this" begins anew before it.
  const anew = behind.findIndex((word) => vocabulary.newThoughts.includes(word));
  if (affirmed.length > 0) return anew >= 0 && affirmed.every((at) => at > anew) ? 'doubtful' : 'reported';
  const around = [...heard.words.slice(negation + 1, first), ...behind];
  // "I've not fainted" denies the verb; "not, fainted" may answer and go on.
  const isOfVerb = isPerfect(heard.words, negation, vocabulary);
  const isOfClause = hasVerb && ofClauses.includes(heard.words[negation] ?? '') && !isOfVerb;
  const isBare = !around.some((word) => unsure.includes(word)) && !isOfClause;
  return isBare ? 'denied' : 'doubtful';
}

/** "Have not lost", where nothing can come between. */
function isPerfect(
  words: readonly string[],
  negation: number,
  { denying: { auxiliaries, verbs } }: Vocabulary,
): boolean {
  return auxiliaries.includes(words[negation - 1] ?? '') && verbs.includes(words[negation + 1] ?? '');
}

/** Whether something joins the find to a person named before it: "my husband went out and both legs are weak". */
function isJoinedOn({ places }: Find, { words }: Heard, vocabulary: Vocabulary): boolean {
  const { and, breaks } = vocabulary;
  const first = places[0] ?? 0;
  const person = lastOf(words.slice(0, first), (_, at) => namesPersonAt(words, at, vocabulary));
  return words.slice(person + 1, first).some((word) => and.includes(word) || breaks.includes(word));
}

/** Whether what another person has is of this minute: not of long ago, and not where only the speaker is told of now. */
function isNow(find: Find, heard: Heard, vocabulary: Vocabulary): boolean {
  if (isLongAgo(find, heard, vocabulary)) return false;
  const { words, thoughts } = heard;
  const isOfOther = (thought: number | undefined) =>
    words.some((_, at) => thoughts[at] === thought && isPersonAt(words, at, vocabulary));
  const others = words.filter((_, at) => thoughts[at] === thoughts[find.places[0] ?? 0] || isOfOther(thoughts[at]));
  return hasAny(vocabulary.urgent, others);
}

/** "Her arm is numb" is not the listener's, but "he can't breathe" needs help, and what he says of himself counts. */
function isAnothers({ places }: Find, { words }: Heard, vocabulary: Vocabulary): boolean {
  const last = places[places.length - 1] ?? 0;
  const isOwn = (_: string, at: number) => isOwnAt(words, at, vocabulary);
  const isOther = (_: string, at: number) => isPersonAt(words, at, vocabulary);
  // "Le bras de mon mari" names him behind the arm.
  const first = vocabulary.grammar.ownerBehind ? last : (places[0] ?? 0);
  const before = words.slice(0, first + 1);
  const other = lastOf(before, isOther);
  if (other < 0 || other < lastOf(before, isOwn) || lastOf(words.slice(0, last + 1), isOwn) >= first) return false;
  // "Her bag fell on me" is the speaker's; "grandma's on steroids, I take nothing" begins with "I" anew.
  const isTime = vocabulary.recent.some((phrase) => placeOf(phrase.split(' '), words.slice(last + 1)) === 0);
  if (isOwn('', last + 1) && !isTime && !vocabulary.newThoughts.includes(words[last + 1] ?? '')) return false;
  return !hasAny(vocabulary.quoting, before);
}

/** Whether a text speaks of another person and not of the speaker. */
export function isOfAnother(words: readonly string[], vocabulary: Vocabulary): boolean {
  const isOwn = words.some((word, at) => vocabulary.ownBody.includes(word) && isOwnAt(words, at, vocabulary));
  return !isOwn && words.some((_, at) => isPersonAt(words, at, vocabulary));
}

/**
 * "I used to get dizzy" and "it went numb last year but it's gone" are over; "numb since last year" is not, and
 * neither is what comes after: "the numbness has gone but my leg is weak".
 */
function isOver(find: Find, heard: Heard, words: Words): boolean {
  const { lasting, recent } = words.vocabulary;
  if (COUNTS_EVER.includes(find.question)) return false;
  const thought = heard.thoughts[find.places[0] ?? 0] ?? 0;
  const { over, eased } = passedIn(heard, words);
  const told = find.places.filter((at) => !heard.isPassedOver(at));
  const isEased = eased.some(
    (places) =>
      shares(places, find.places) && !isOfSomethingElse(places[places.length - 1] ?? 0, find, heard, words.vocabulary),
  );
  const since = over.filter(
    (places) =>
      !shares(places, told) &&
      (heard.thoughts[places[0] ?? 0] ?? 0) >= thought &&
      !isOfSomethingElse(places[0] ?? 0, find, heard, words.vocabulary),
  );
  const wasLongAgo = isLongAgo(find, heard, words.vocabulary);
  if (!isEased && !wasLongAgo && since.length === 0) return false;
  const others = heard.words.filter((_, at) => ![...since, ...eased].some((places) => places.includes(at)));
  if (hasAny(lasting, others)) return isEased && !isUrgent(find.row);
  return wasLongAgo || (!isUrgent(find.row) && (isEased || !hasAny(recent, others)));
}

/** Whether what has passed is named, and is neither the find nor "it": "my leg is weak but my back is better now". */
export function isOfSomethingElse(at: number, { places }: Find, heard: Heard, vocabulary: Vocabulary): boolean {
  const { words, thoughts } = heard;
  const { named, naming, pronouns } = vocabulary.passing;
  const told = new Set(places.filter((place) => !heard.isPassedOver(place)).map((place) => words[place]));
  const first = at - wordsBefore(at, 'passedSubject', heard).length;
  for (let before = at - 1; before >= first && thoughts[before] === thoughts[at]; before--) {
    const word = words[before] ?? '';
    if (pronouns.includes(word) || told.has(word)) return false;
    if (named.includes(word) && (before === 0 || naming.includes(words[before - 1] ?? ''))) return true;
  }
  return false;
}

const isLongAgo = (find: Find, heard: Heard, vocabulary: Vocabulary): boolean =>
  vocabulary.longAgo.some((phrase) => isTimeOf(phrase.split(' '), find, heard, vocabulary));

/**
 * Whether a time is the time of a find: not, where another verb stands between ("I had this years ago too my chest
 * hurts"); "I fainted once, but that was years ago" tells it behind.
 */
function isTimeOf(time: readonly string[], { places }: Find, heard: Heard, vocabulary: Vocabulary): boolean {
  const { words, thoughts } = heard;
  const first = places[0] ?? 0;
  return words.some((_, at) => {
    if (!time.every((word, index) => words[at + index] === word)) return false;
    if (thoughts[at] !== thoughts[first]) return at > first && isOfPronoun(at, heard, vocabulary);
    if (at >= first) return true;
    const starts = (word: string) => vocabulary.ownBody.includes(word);
    const isAnothersVerb = words.slice(0, at).some(starts) && words.slice(at + time.length, first + 1).some(starts);
    return !isAnothersVerb;
  });
}

/** "That was forty years ago": a pronoun and one word more, as "it was fine ten years ago" has not. */
function isOfPronoun(at: number, { words, isPassedOver }: Heard, { passing }: Vocabulary): boolean {
  const pronoun = lastOf(words.slice(0, at), (word) => passing.pronouns.includes(word));
  return (
    pronoun >= 0 && words.slice(pronoun + 1, at).filter((_, index) => !isPassedOver(pronoun + 1 + index)).length <= 1
  );
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
    .filter((places) => !eased.some((one) => shares(one, places)) && !isDeniedAt(places, heard));
  passed.set(heard, { over, eased });
  return { over, eased };
}

/** "It never healed". */
function isDeniedAt([first = 0, ...rest]: readonly number[], { denials }: Heard): boolean {
  const by = denials[first] ?? -1;
  return by >= 0 && by !== first && !rest.includes(by);
}

function shares(some: readonly number[], others: readonly number[]): boolean {
  return some.some((at) => others.includes(at));
}

/** A word with other meanings is a symptom beside the body, or where nothing else is named that it could tell of. */
export function isBodily({ places }: Find, heard: Heard, vocabulary: Vocabulary, known: ReadonlySet<string>): boolean {
  const first = places[0] ?? 0;
  const next = (places[places.length - 1] ?? first) + 1;
  const after = wordsFrom(next, 'company', heard);
  const around = [...wordsBefore(first, 'company', heard), ...after];
  if (around.some((word) => vocabulary.bodily.includes(word))) return true;
  const isKnown = (word: string | undefined) =>
    word === undefined || known.has(word) || vocabulary.familiarEndings.some((ending) => word.endsWith(ending));
  const before = wordsBefore(first, 'subject', heard);
  const stranger = lastOf(before, (word) => !isKnown(word));
  // "It's sharp by the window" speaks of what is felt, "cut the lights" and "sharp cheddar" of something else.
  if (before.slice(Math.max(0, stranger)).some((word) => vocabulary.own.includes(word)))
    return isKnown(heard.words[next]);
  return stranger < 0 && after.every(isKnown);
}

function hasAny(phrases: readonly string[], words: readonly string[]): boolean {
  return phrases.some((phrase) => placeOf(phrase.split(' '), words) >= 0);
}

function lastOf(words: readonly string[], test: (word: string, at: number) => boolean): number {
  for (let at = words.length - 1; at >= 0; at--) if (test(words[at] ?? '', at)) return at;
  return -1;
}
