// Reads what a sentence reports, by the rows of the symptom table.

import { isUrgent, type SymptomRow } from '../../domain/symptom';
import type { Vocabulary, Words } from '../vocabulary';
import { isBodily, isOfSomethingElse, type Verdict, verdictOn } from './company';
import { framesIn } from './frames';
import type { Heard } from './heard';
import { occurrencesIn } from './patterns';
import { type Find, findsIn, hear, listsOf } from './phrases';
import { wordsBefore, wordsFrom } from './scope';

/** What a text says of the speaker's body and does not deny. */
export const reportsIn = (heard: Heard, words: Words): Find[] =>
  judged(heard, words).flatMap(({ find, verdict }) => (verdict === 'reported' ? [find] : []));

/**
 * What a text may say of the speaker's body: something takes it back, and no plain denial does; or a word of it sounds
 * like one that would tell of a symptom.
 */
export const doubtsIn = (heard: Heard, words: Words): Find[] => [
  ...judged(heard, words).flatMap(({ find, verdict }) => (verdict === 'doubtful' ? [find] : [])),
  ...soundingLike(heard, words),
];

/** Parts of the speaker's body with a trouble, one of them said in a word that sounds like it: "my hand is num". */
function soundingLike(heard: Heard, words: Words): Find[] {
  const { soundsLike, ownBody } = words.vocabulary;
  const meant = heard.words.map((word) => (Object.hasOwn(soundsLike, word) ? (soundsLike[word] ?? word) : word));
  const changed = meant.map((word, at) => word !== heard.words[at]);
  if (!changed.includes(true)) return [];
  const sounded = hear(meant.join(' '), words);
  return framesIn(sounded, words).filter((find) => {
    const first = find.places[0] ?? 0;
    const before = [...wordsBefore(first, 'ownBefore', sounded), sounded.words[first] ?? ''];
    const isOwn = before.some((word) => ownBody.includes(word));
    return isOwn && find.places.some((at) => changed[at]) && verdictOn(find, sounded, words) !== 'denied';
  });
}

/** Whether a text names something of the symptom table, whatever becomes of it. */
export const namesSymptom = (heard: Heard, words: Words): boolean => judged(heard, words).length > 0;

const known = new WeakMap<Heard, { find: Find; verdict: Verdict }[]>();

/** Every find that stands, with what becomes of it; read once for a text. */
function judged(heard: Heard, words: Words): { find: Find; verdict: Verdict }[] {
  const read =
    known.get(heard) ?? findsThatStand(heard, words).map((find) => ({ find, verdict: verdictOn(find, heard, words) }));
  known.set(heard, read);
  return read;
}

/** The finds of a text, each word used once, and none of harmless words. */
function findsThatStand(heard: Heard, words: Words): Find[] {
  // Longer finds first: "can't feel my legs" must not be taken for a leg alone. A word is used once, a limb's aside.
  const used = new Set<number>();
  const harmless = new Set<number>();
  const { known: plain, limbs } = listsOf(words);
  return findsIn(heard, words).filter((find) => {
    const shared = find.places.filter((at) => used.has(at)).length;
    if (shared > 0 && !(shared < find.places.length && mayShare(find, heard))) return false;
    if (find.row === undefined) {
      if (isPartedByAnd(find, heard, words.vocabulary)) return false;
      // "Is it a pulled muscle or a pinched nerve" is harmless twice over.
      for (const at of find.places) harmless.add(at);
      return false;
    }
    if (find.places.some((at) => harmless.has(at))) return false;
    if (find.ambiguous && !isBodily(find, heard, words.vocabulary, plain)) return false;
    // "A fizzy feeling going down my arm" says two things of one arm.
    for (const at of find.places) if (!limbs.has(heard.words[at] ?? '')) used.add(at);
    return true;
  });
}

/**
 * "Chest pain radiating to my arm" tells of the chest, however long the words for the arm are; what a no
 * stands over has been read: "no chest pain, no trouble breathing" tells of no pain in breathing.
 */
function mayShare({ row, places }: Find, { denials }: Heard): boolean {
  return isUrgent(row) && places.every((at) => (denials[at] ?? -1) < 0);
}

/** "I feel sick and the knot is gone" does not feel the knot. */
function isPartedByAnd({ places }: Find, heard: Heard, { and }: Vocabulary): boolean {
  const [first = 0] = places;
  const last = places[places.length - 1] ?? first;
  return heard.words.slice(first, last).some((word, index) => !places.includes(first + index) && and.includes(word));
}

const GRAVER: Partial<Record<SymptomRow, SymptomRow>> = { numb: 'numb-both', weak: 'weak-both' };

/** Numbness or weakness becomes its graver row when it is told of both sides, or grows. */
export function rowOf(find: Find, heard: Heard, words: Words): SymptomRow {
  const plain = find.row ?? 'emergency';
  const graver = GRAVER[plain];
  if (!graver) return plain;
  return isOfBoth(find, heard, words.vocabulary) || isGrowing(find, heard, words) ? graver : plain;
}

/** "My leg is weak and it gets worse every hour": what grows is the find, and nothing else that is named. */
function isGrowing(find: Find, heard: Heard, words: Words): boolean {
  const { vocabulary } = words;
  const first = find.places[0] ?? 0;
  // A pain that shoots into a leg and grows is no weakness that grows.
  if (find.places.some((at) => vocabulary.troubles['pain']?.includes(heard.words[at] ?? ''))) return false;
  // "It's past my knee, the numbness" names it last; what another sentence says before it is of something else.
  const isBefore = (last: number) =>
    heard.thoughts[last] === heard.thoughts[first] &&
    !heard.words.slice(last, first).some((word) => vocabulary.and.includes(word));
  return listsOf(words)
    .growing.flatMap((pattern) => occurrencesIn(pattern, heard))
    .some((places) => {
      const at = places[0] ?? 0;
      const isNear = at >= first || isBefore(places[places.length - 1] ?? at);
      return isNear && !isOfSomethingElse(at, find, heard, vocabulary);
    });
}

function isOfBoth({ places }: Find, heard: Heard, vocabulary: Vocabulary): boolean {
  const first = places[0] ?? 0;
  const last = places[places.length - 1] ?? first;
  const near = heard.words.slice(first, last + 1);
  const named = near.some((word) => vocabulary.limbs.includes(word));
  const reach = named ? 'both' : 'limb';
  const after = wordsFrom(last + 1, reach, heard);
  const before = wordsBefore(first, reach, heard);
  const isNamedPaired =
    isPaired(near, vocabulary) || [...before, ...after].some((word) => vocabulary.both.includes(word));
  return isNamedPaired || (!named && isNearestPaired([...before].reverse(), after, vocabulary));
}

/** Whether the nearest limb before or after a report is one of two. */
function isNearestPaired(before: readonly string[], after: readonly string[], vocabulary: Vocabulary): boolean {
  const limb = (word: string) => vocabulary.limbs.includes(word) || vocabulary.paired.includes(word);
  const [first, second] = [before.findIndex(limb), after.findIndex(limb)];
  const nearest = second >= 0 && (first < 0 || second <= first) ? after[second] : before[first];
  return nearest !== undefined && vocabulary.paired.includes(nearest);
}

/** Do words name both of something, or a limb of which one says "both"? */
export function isPaired(heard: readonly string[], vocabulary: Vocabulary): boolean {
  return heard.some((word) => vocabulary.both.includes(word) || vocabulary.paired.includes(word));
}
