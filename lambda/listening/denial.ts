// Reads a no in free words: what it denies, and whether it is a whole one.
//
// A no is made of clauses, and each must be one of a few kinds: a bare no, a negated clause whose object is known, a
// clause that says all is well, a harmless cause or reason, or words that say nothing ("well", "doctor"). A single word
// that is not known to belong to one of them ("but", "funny") and the text is no denial.

import type { QuestionId } from '../domain/healthQuestions';
import { clausesOf, isBareNo, isNegation, isReason, isThing, isTopic, tellsOnlyWhy } from './denial/clauses';
import { type Part, type PartKind, partsOf } from './denial/parts';
import type { Words } from './vocabulary';
import { plainWordsIn } from './words';

/**
 * `of`: the health questions whose things are denied; `all` when none is named. `fine`: it says that all is well;
 * `new`: it denies only what is new; `qualified`: it leaves something over.
 */
export interface Denial {
  of: QuestionId[] | 'all';
  manner: 'plain' | 'fine' | 'new' | 'qualified';
}

/**
 * What a clause adds to a denial: what it denies, or nothing of its own; `within`: the questions that it can stand in;
 * `rest`: it denies what others leave; `mild`: it only says that something is not so bad.
 */
interface Share {
  of: QuestionId[] | 'all' | 'nothing';
  within?: QuestionId[];
  manner?: Denial['manner'];
  rest?: boolean;
  mild?: boolean;
}

/** The question that asks how bad the pain is and how long it has lasted: "not so bad, since Monday" is a whole no to it. */
const ASKS_HOW_BAD: QuestionId = 'q6';

/**
 * The denial that a text is, or null. `denied`: a negation before the text was kept by Alexa.
 */
export function denialIn(text: string, denied: boolean, words: Words): Denial | null {
  const parts = partsOf(plainWordsIn(text, words.vocabulary), words);
  if (!parts || parts.length === 0 || parts.some(({ kinds }) => kinds.has('never'))) return null;
  if (isBareDoubled(parts, denied)) return null;
  const shares: Share[] = [];
  const clauses = clausesOf(parts, denied);
  for (const [at, clause] of clauses.entries()) {
    const share =
      shareBeside(clause, clauses, at) ?? shareOf(clause, denied && at === 0, isBareNo(clauses[at - 1] ?? []));
    // "No, but" goes on to nothing, or to something else.
    if (!share || (clause[0]?.kinds.has('but') && share.of === 'nothing')) return null;
    shares.push(share);
  }
  return denialOf(shares, denied);
}

/** "No no", and a "not" of which Alexa kept the "maybe". */
function isBareDoubled(parts: readonly Part[], denied: boolean): boolean {
  const isAnswer = ({ kinds }: Part) => kinds.has('answering') || (kinds.has('not') && !kinds.has('no'));
  const isOne = parts.length === 1 && parts[0]?.isWord && parts[0].kinds.has('no');
  return parts.every(isAnswer) && (denied || !isOne);
}

/** The denial of several clauses: no clearer than the least clear of them. */
function denialOf(shares: readonly Share[], denied: boolean): Denial | null {
  const denying = shares.filter(({ of }) => of !== 'nothing');
  const isCompleted = denied || shares.some(({ rest }) => rest);
  if (denying.length === 0 && !(isCompleted && shares.some(({ within }) => within))) return null;
  const of = withinReasons(unionOf(denying), shares);
  if (of !== 'all' && of.length === 0) return null;
  const isShort = shares.some(({ within }) => within?.includes(ASKS_HOW_BAD));
  const counted = isShort ? denying.filter(({ mild }) => !mild) : denying;
  const has = (manner: Denial['manner']) => counted.some((share) => share.manner === manner);
  if (isShort && denying.some(({ mild }) => mild) && !has('qualified')) return { of: [ASKS_HOW_BAD], manner: 'plain' };
  if (has('qualified')) return { of, manner: 'qualified' };
  if (has('new')) return { of, manner: 'new' };
  return { of, manner: of === 'all' && has('fine') ? 'fine' : 'plain' };
}

/** What several clauses deny: the things that any of them names; all, where none does. */
function unionOf(shares: readonly Share[]): Denial['of'] {
  const named = shares.flatMap(({ of }) => (typeof of === 'string' ? [] : of));
  return shares.some(({ of }) => Array.isArray(of)) ? [...new Set(named)].sort() : 'all';
}

/** "No, I slept funny" is a no only where what caused it was asked for. */
function withinReasons(of: Denial['of'], shares: readonly Share[]): Denial['of'] {
  return shares.reduce<Denial['of']>((left, { within }) => {
    if (!within) return left;
    return left === 'all' ? within : left.filter((question) => within.includes(question));
  }, of);
}

/** "Severe" is asked for by one question; beside what another asks for it only says how bad that is. */
function isOnlyHowBad(parts: readonly Part[]): boolean {
  const things = parts.filter(({ things: of }) => of.size > 0);
  const isHowBad = ({ things: of }: Part) => of.size === 1 && of.has('q6');
  return things.length > 1 && things.some(isHowBad) && !things.every(({ things: all }) => all.has('q6'));
}

/**
 * What a clause adds, or null when it belongs to no denial. `denied`: it follows a negation that is not in it; `afterNo`:
 * it follows a bare no.
 */
function shareOf(clause: readonly Part[], denied: boolean, afterNo: boolean): Share | null {
  if (clause.length === 0) return { of: 'nothing' };
  if (clause.some(({ kinds }) => kinds.has('mild'))) return shareOfMild(clause);
  if (isWorkingWell(clause)) return shareOfWell(clause, clause.findIndex(isWell), afterNo);
  if (clause.some(isReason) || (!clause.some(isNegation) && !denied && clause.some(tellsWhy)))
    return shareOfReason(clause);
  if (clause.some(tellsOnlyWhy)) return null;
  const well = clause.findIndex((part, at) => isWell(part) && !isDeniedThing(part, clause[at - 1]));
  if (well >= 0) return shareOfWell(clause, well, afterNo);
  const at = clause.findIndex(isNegation);
  if (at < 0 && !denied) return saysNothing(clause) ? { of: 'nothing', rest: isRest(clause) } : null;
  return shareOfNo(clause, at);
}

const isWell = ({ kinds }: Part): boolean => kinds.has('well');

/** "No chill" denies one, whatever "chill" says of somebody else. */
const isDeniedThing = (part: Part, before: Part | undefined): boolean =>
  part.things.size > 0 && !!before?.kinds.has('no');

/** "Everything's working" tells of no work that brought it on. */
function isWorkingWell(clause: readonly Part[]): boolean {
  const well = clause.findIndex(isWell);
  const isNamed = clause.slice(0, Math.max(0, well)).some(({ kinds, places }) => kinds.has('whole') || places.size > 0);
  return isNamed && clause.every((part) => isWell(part) || !isReason(part));
}

/** "It's not that bad", and nothing else. */
function shareOfMild(clause: readonly Part[]): Share | null {
  const passes = ({ kinds, things, places }: Part) =>
    kinds.has('mild') ||
    (things.size + places.size === 0 && (['fillers', 'subjects', 'when'] as const).some((kind) => kinds.has(kind)));
  return clause.every(passes) ? { of: 'all', manner: 'qualified', mild: true } : null;
}

/** What a clause adds that only goes on with the one before: "and everything", "(I feel well my arms) and my legs". */
function shareBeside(clause: readonly Part[], clauses: readonly Part[][], at: number): Share | null {
  const [first, ...rest] = clause;
  const before = clauses[at - 1];
  if (!before || rest.length === 0) return null;
  if (isFronted(clause, before)) return { of: 'nothing' };
  if (!first?.kinds.has('and') || at < clauses.length - 1) return null;
  if (rest.every(({ kinds }) => kinds.has('whole'))) return { of: 'nothing' };
  const well = before.findIndex(isWell);
  const isListing = well >= 0 && before.slice(well).some(({ places }) => places.size > 0);
  const isPlaced = rest.every((part) => part.places.size > 0 || part.kinds.has('fillers'));
  return isListing && isPlaced ? { of: questionsOf([], rest) } : null;
}

/** "(No such problem) I am having": the object stands first, and is no symptom by name. */
function isFronted(clause: readonly Part[], before: readonly Part[]): boolean {
  const isObject = before.length > 1 && before.some(isNegation) && !!before[before.length - 1]?.kinds.has('things');
  const [first, ...verbs] = clause;
  const isHaving = ({ kinds, things }: Part) => kinds.has('verbs') && things.size === 0;
  return isObject && !!first?.kinds.has('subjects') && verbs.every(isHaving);
}

const tellsWhy = ({ causes, reasons }: Part): boolean => causes.size + reasons.size > 0;

/** "No to the rest", and "none of the others". */
const isRest = (clause: readonly Part[]): boolean => clause.some(({ kinds }) => kinds.has('rest'));

const saysNothing = (clause: readonly Part[]): boolean =>
  clause.every(
    ({ kinds, things, places }) =>
      (['fillers', 'when', 'rest', 'and'] as const).some((kind) => kinds.has(kind)) &&
      !kinds.has('total') &&
      things.size + places.size === 0,
  );

/** A cause denies an injury by itself; a reason only goes with a no. Neither is denied, and neither names anything else. */
function shareOfReason(clause: readonly Part[]): Share | null {
  const told = clause.filter(tellsWhy);
  const others = clause.filter((part) => !told.includes(part));
  const passes = ({ kinds }: Part) =>
    [
      'fillers',
      'subjects',
      'when',
      'person',
      'causing',
      'answering',
      'and',
      'whole',
      'verbs',
      'well',
      'qualifiers',
    ].some((kind) => kinds.has(kind as 'fillers'));
  if (!others.every(passes)) return null;
  const causes = [...new Set(told.flatMap((part) => [...part.causes]))];
  const within = [...new Set(told.flatMap((part) => [...part.causes, ...part.reasons]))];
  return { of: causes.length > 0 ? causes : 'nothing', within };
}

/** "My chest is fine"; not "no good", "my chest isn't fine" and "none of it is fine". */
function shareOfWell(clause: readonly Part[], well: number, afterNo: boolean): Share | null {
  const before = clause.slice(0, well);
  const named = before.some(({ kinds, places }) => kinds.has('subjects') || kinds.has('whole') || places.size > 0);
  const isDenied = clause.some((part, at) => isNegation(part) && !(at === 0 && part.kinds.has('answering')));
  const isWhole = clause[well]?.kinds.has('whole') || (afterNo && well === 0);
  if ((!named && !isWhole) || isDenied) return null;
  const things = clause.filter((part) => part.things.size > 0 && part.places.size === 0 && !part.kinds.has('well'));
  // "Everything is fine, my leg feels dead."
  if (goesOn(clause.slice(well))) return null;
  // "It's fine now" tells of what was.
  if (things.length > 0 || clause.some(({ kinds }) => kinds.has('when'))) return null;
  const of = questionsOf([], clause);
  // "Really fine" is more than fine, "much of it is fine" is less.
  const isQualified = clause.some(({ kinds }) => kinds.has('qualifiers') && !kinds.has('fillers'));
  return { of, manner: isQualified ? 'qualified' : of === 'all' ? 'fine' : 'plain' };
}

/** A negated clause: its object is what is asked for, or anything; or what is asked for stands before the negation. */
function shareOfNo(clause: readonly Part[], at: number): Share | null {
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
  if (things.length === 0 && places.length > 0 && !has('things') && !isTopical) return null;
  return { of: questionsOf(things, places), manner: mannerOfNo(clause, object) };
}

/** "I really don't" is a plain no, "not really" is none. */
function mannerOfNo(clause: readonly Part[], object: readonly Part[]): Denial['manner'] {
  if (object.some(({ kinds }) => kinds.has('qualifiers')) || isOnlyHowBad(clause)) return 'qualified';
  return clause.some(({ kinds }) => kinds.has('new')) ? 'new' : 'plain';
}

const isNot = ({ kinds }: Part): boolean => kinds.has('not') && !kinds.has('no');
const names = (parts: readonly Part[]): boolean => parts.some((part) => isThing(part) || part.places.size > 0);

/** "Fever", "with the bladder"; not "I have chest pain", which an "or not" may follow. */
function isPlainTopic(topic: readonly Part[]): boolean {
  const named = topic.findIndex((part) => names([part]));
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

/** "(No) injury, got a fever" goes on with something else. */
function goesOn(parts: readonly Part[]): boolean {
  const verb = parts.findIndex((part, at) => at > 0 && part.kinds.has('verbs') && !isThing(part));
  return verb >= 0 && parts.slice(verb).some((part) => isThing(part) || isSaidOf(part));
}

/** "Down" and "dead": what is said of something, where they are nothing else that may stand in a no. */
const isSaidOf = ({ kinds }: Part): boolean =>
  kinds.has('predicates') && !(['verbs', 'well', 'whole', 'not', 'no'] as const).some((kind) => kinds.has(kind));

/** "None, my leg is numb" goes on; "none of my fingers are numb" does not. */
function tellsOfPlace(object: readonly Part[]): boolean {
  const place = object.findIndex(({ places }) => places.size > 0);
  if (place < 0 || object[0]?.kinds.has('holding')) return false;
  const verb = object.findIndex(({ kinds }, at) => at > place && kinds.has('verbs'));
  return verb >= 0 && object.slice(verb).some(isThing);
}

/** "Weakness", and "weak" alone, which says the same behind a no in the mouth of a learner. */
const isNoun = (part: Part, isAlone: boolean): boolean =>
  !isThing(part) || !part.kinds.has('predicates') || (isAlone && part.isWord);

/** "No pain in my chest" denies what is asked for in both its words. */
function questionsOf(things: readonly Part[], places: readonly Part[]): Denial['of'] {
  const named = new Set(things.flatMap(({ things: of }) => [...of]));
  const where = places.filter(({ places: of }) => of.size > 0);
  const there = new Set(where.flatMap(({ places: of }) => [...of]));
  if (things.length === 0 && where.length === 0) return 'all';
  if (things.length === 0) return [...there];
  return [...named].filter((question) => where.length === 0 || there.has(question));
}
