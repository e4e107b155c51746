// Clauses that deny: "no chest pain", "my legs aren't numb", "fever I don't have".

import { isThing, isTopic } from './clauses';
import type { Part, PartKind } from './parts';
import { type Denial, goesOn, questionsOf, type Share } from './share';

/** "Severe" is asked for by one question; beside what another asks for it only says how bad that is. */
function isOnlyHowBad(parts: readonly Part[]): boolean {
  const things = parts.filter(({ things: of }) => of.size > 0);
  const isHowBad = ({ things: of }: Part) => of.size === 1 && of.has('q6');
  return things.length > 1 && things.some(isHowBad) && !things.every(({ things: all }) => all.has('q6'));
}

/** A negated clause: its object is what is asked for, or anything; or what is asked for stands before the negation. */
export function shareOfNo(clause: readonly Part[], at: number): Share | null {
  if (clause.filter(isNot).length > 1) return null;
  const topic = clause.slice(0, Math.max(0, at));
  const object = clause.slice(at + 1);
  const isTopical = isTopic(topic);
  // "(My legs are good and) my arms aren't": what they aren't was said before.
  if (isTopical && object.length === 0 && isNot(clause[at] as Part) && !topic.some(isThing)) return null;
  if (isTopical ? !isPlainTopic(topic) || !mayFollow(clause[at], object, topic) : !isObjectOf(clause[at], object))
    return null;
  const has = (kind: PartKind) => clause.some(({ kinds }) => kinds.has(kind));
  const things = clause.filter(isThing);
  const places = clause.filter(({ places: of }) => of.size > 0);
  const isNamed = names(clause);
  if (has('rest') && !isNamed) return { of: 'nothing', rest: true };
  if (has('feel') && things.length === 0) return null;
  // "Not now" tells of what may be.
  if (has('when') && !isNamed && !has('things') && !has('no')) return null;
  if (things.length === 0 && places.length > 0 && !has('things') && !isTopical && !isNeither(clause)) return null;
  return { of: questionsOf(things, places), manner: mannerOfNo(clause, object) };
}

/** "Neither in the arms nor in the legs", and nothing else. */
const isNeither = ([first, ...rest]: readonly Part[]): boolean =>
  !!first?.kinds.has('inverts') &&
  !first.kinds.has('not') &&
  rest.every(
    ({ kinds, places }) => places.size > 0 || kinds.has('inverts') || (kinds.has('fillers') && !kinds.has('verbs')),
  );

/** "I really don't" is a plain no, "not really" is none. */
function mannerOfNo(clause: readonly Part[], object: readonly Part[]): Denial['manner'] {
  if (object.some(({ kinds }) => kinds.has('qualifiers')) || isOnlyHowBad(clause)) return 'qualified';
  return clause.some(({ kinds }) => kinds.has('new')) ? 'new' : 'plain';
}

const isNot = ({ kinds }: Part): boolean => kinds.has('not') && !kinds.has('no');

const names = (parts: readonly Part[]): boolean => parts.some((part) => isThing(part) || part.places.size > 0);

/** "Fever", "with the bladder"; not "I have chest pain", which an "or not" may follow, nor "(my) foot is numb". */
function isPlainTopic(topic: readonly Part[]): boolean {
  const named = topic.findIndex((part) => names([part]));
  const verb = topic.findIndex(({ kinds }, at) => at > named && kinds.has('verbs'));
  if (verb >= 0 && topic.slice(verb + 1).some(isThing)) return false;
  return !topic.slice(0, named).some(({ kinds }) => kinds.has('subjects') || kinds.has('verbs') || kinds.has('total'));
}

/** "Chest pain, no trouble breathing" has one of them, and "my legs aren't numb" denies what is said of a place. */
function mayFollow(negation: Part | undefined, object: readonly Part[], topic: readonly Part[]): boolean {
  if (!names(object)) return true;
  return !!negation?.kinds.has('not') && !topic.some(isThing) && !object.some(({ places }) => places.size > 0);
}

/**
 * Whether words behind a negation are its object. "No" denies the noun right behind it and nothing else: "no both legs
 * numb" and "no on blood thinners" answer and go on. "Not" denies whatever it is: "I'm not on blood thinners".
 */
function isObjectOf(negation: Part | undefined, object: readonly Part[]): boolean {
  const first = object.findIndex((part) => isThing(part) || part.kinds.has('things'));
  const before = first < 0 ? object : object.slice(0, first);
  if (before.some(({ kinds }) => kinds.has('total') || kinds.has('whole'))) return false;
  if (first < 0) return true;
  if (goesOn(object.slice(first))) return false;
  if (!negation) return true;
  if (negation.kinds.has('complete')) return !object.some(isThing);
  if (!negation.kinds.has('not') && tellsOfPlace(object)) return false;
  if (!negation.kinds.has('answering')) return true;
  const isPlaced = before.some(({ places }) => places.size > 0) || !object.slice(first).every(mayStandByNoun);
  const mayStand = ({ kinds, places }: Part) =>
    places.size > 0 || (['ofNo', 'qualifiers', 'new'] as const).some((kind) => kinds.has(kind));
  return before.every(mayStand) && object.slice(first).every((part) => isNoun(part, !isPlaced));
}

/** "(No) fell yesterday" is no noun. */
const mayStandByNoun = (part: Part): boolean => isThing(part) || part.places.size > 0 || part.kinds.has('fillers');

/** "None, my leg is numb" goes on; "none of my fingers are numb" does not. */
function tellsOfPlace(object: readonly Part[]): boolean {
  const place = object.findIndex(({ places }) => places.size > 0);
  if (place < 0 || object[0]?.kinds.has('holding')) return false;
  const verb = object.findIndex(({ kinds }, at) => at > place && kinds.has('verbs'));
  return verb >= 0 && object.slice(verb).some(isThing);
}

/** "Weakness", and "weak" alone, which says the same behind a no in the mouth of a learner. */
const isNoun = (part: Part, isAlone: boolean): boolean =>
  !isThing(part) || !part.kinds.has('predicates') || part.kinds.has('ofNo') || (isAlone && part.isWord);
