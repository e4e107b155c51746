// Parts the words of a denial into clauses.

import type { Part } from './parts';

export const isNegation = ({ kinds }: Part): boolean => kinds.has('no') || kinds.has('not');

/** What some question asks for by name; "change" is asked for by one, and may be anything. */
export const isThing = ({ things, kinds }: Part): boolean =>
  !kinds.has('things') && (things.size > 0 || kinds.has('other'));
const names = (part: Part): boolean => isThing(part) || part.places.size > 0;

/** Whether parts only name something, so that what is said of it comes behind: "fever I do not have". */
export function isTopic(clause: readonly Part[]): boolean {
  return clause.some(names) && !clause.some((part) => isNegation(part) || part.kinds.has('well'));
}

const isNot = ({ kinds }: Part): boolean => kinds.has('not') && !kinds.has('no');

/** What a place is spoken of with: "my arms and legs are". */
const isOfTopic = (part: Part): boolean =>
  !isThing(part) && (part.places.size > 0 || part.kinds.has('and') || part.kinds.has('fillers'));

const isOpen = (clause: readonly Part[]): boolean =>
  !clause.some((part) => isNegation(part) || part.kinds.has('well') || part.kinds.has('subjects'));

/** The clauses of a text. `denied`: a negation before it was kept by Alexa, and belongs to the first of them. */
export function clausesOf(parts: readonly Part[], denied: boolean): Part[][] {
  let clause: Part[] = [];
  const clauses = [clause];
  parts.forEach((part, at) => {
    const isDenied = denied && clauses.length === 1;
    const isBegun = isDenied ? beginsBehindNo(part, clause) : begins(part, clause, parts[at - 1]);
    if (isBegun || (!isDenied && beginsTopic(parts.slice(at), clause))) {
      clause = [];
      clauses.push(clause);
    }
    clause.push(part);
  });
  return clauses;
}

/** "No, arms and legs are all good", and "nothing like that, my bladder is fine": what is said of a place stands behind it. */
function beginsTopic(parts: readonly Part[], clause: readonly Part[]): boolean {
  const isBare = isBareNo(clause);
  if (!isBare && (isAwaiting(clause) || isLinking(parts[0]))) return false;
  const end = parts.findIndex((part) => part.kinds.has('well') || isNegation(part) || !isOfTopic(part));
  const said = parts[end];
  if (!said || !parts.slice(0, end).some(({ places }) => places.size > 0)) return false;
  return said.kinds.has('well') || (isBare ? isNegation(said) : isNot(said));
}

/** Whether a clause goes on: nothing is said in it yet, or its last word but such as "my" and "mate" wants another. */
function isAwaiting(clause: readonly Part[]): boolean {
  const last = [...clause].reverse().find((part) => isLinking(part) || !part.kinds.has('fillers') || names(part));
  const isSaid = clause.some((one) => isNegation(one) || one.kinds.has('well') || isReason(one));
  return !isSaid || !last || isLinking(last) || isNot(last);
}

const isLinking = (part: Part | undefined): boolean =>
  !!part &&
  !names(part) &&
  !isNegation(part) &&
  (['holding', 'ofNo', 'verbs'] as const).some((kind) => part.kinds.has(kind)) &&
  !part.kinds.has('things');

/** "(No) I had one" tells of one, and "(no) fever I do not have" denies twice. */
function beginsBehindNo(part: Part, clause: readonly Part[]): boolean {
  const { kinds } = part;
  if (kinds.has('subjects') || kinds.has('and') || kinds.has('not')) return true;
  return (kinds.has('no') && clause.length > 0) || begins(part, clause, undefined);
}

/** Whether a part begins a new clause behind those of the present one. */
function begins(part: Part, clause: readonly Part[], before: Part | undefined): boolean {
  const { kinds } = part;
  if (clause.length === 0) return false;
  if (kinds.has('but')) return true;
  if (kinds.has('and')) return !isTopic(clause) || clause.some(isReason);
  if (isBareNo(clause)) return !mayBeDenied(part) || isNegation(part);
  if (isTopicDenied(clause)) return !kinds.has('answering') && !(kinds.has('things') && !clause.some(isThing));
  const isSaid = clause.some(
    (one) => isNegation(one) || one.kinds.has('well') || one.kinds.has('mild') || isReason(one),
  );
  if (kinds.has('subjects'))
    return (!isOpen(clause) || clause.some(isReason)) && !before?.kinds.has('holding') && !before?.kinds.has('inverts');
  if (kinds.has('no') || kinds.has('mild')) return isSaid;
  if (kinds.has('not'))
    return isSaid && clause.some((one) => !one.kinds.has('not') || one.kinds.has('no')) && isEnded(clause);
  if (isReason(part) || tellsOnlyWhy(part)) return isSaid && isComplete(clause) && !clause.some(isReason);
  // "No surgery, bones are strong."
  if (part.places.size > 0 && clause.some(isThing) && clause.some(isNegation))
    return !isJoined(before) && !isThing(part);
  if (kinds.has('well') && !clause.some(isThing) && (before?.kinds.has('verbs') || before?.places.size)) return false;
  return kinds.has('whole') && isSaid && !before?.kinds.has('holding');
}

/** "Chest pain, no" and "fever isn't there", and not "with the bladder I have no ...". */
function isTopicDenied(clause: readonly Part[]): boolean {
  const before = clause.slice(0, -1);
  const last = clause[clause.length - 1];
  const isAnswered = !!last && (last.kinds.has('answering') || (isNot(last) && last.kinds.has('complete')));
  return isAnswered && isTopic(before) && !before.some(({ kinds }) => kinds.has('subjects'));
}

/** "No", and "and no". */
export function isBareNo(clause: readonly Part[]): boolean {
  const [first, ...rest] = clause[0]?.kinds.has('and') ? clause.slice(1) : clause;
  return rest.length === 0 && !!first?.kinds.has('answering');
}

/** What a bare no may deny stands right behind it. */
const mayBeDenied = (part: Part): boolean =>
  names(part) || (['ofNo', 'qualifiers', 'new', 'things'] as const).some((kind) => part.kinds.has(kind));

/** A cause or a reason; a word for a time is one only where nothing is denied. */
export const isReason = (part: Part | undefined): boolean =>
  !!part && part.causes.size + part.reasons.size > 0 && !part.kinds.has('when') && !part.kinds.has('fillers');

/** "Not swollen, not hot": what was begun has its object. */
const isEnded = (clause: readonly Part[]): boolean =>
  clause.some((one) => one.kinds.has('no') || one.kinds.has('well') || isReason(one)) ||
  names(clause[clause.length - 1] as Part);

/** "I didn't fall" may be followed by how it came; "it isn't" goes on: "it isn't getting better". */
const isComplete = (clause: readonly Part[]): boolean =>
  clause.some(({ kinds }) => kinds.has('no') || kinds.has('things') || kinds.has('well')) || clause.some(names);

const isJoined = (part: Part | undefined): boolean =>
  !part || part.places.size > 0 || (['holding', 'ofNo', 'fillers'] as const).some((kind) => part.kinds.has(kind));

/** Words that are at home in a cause or a reason alone. */
export const tellsOnlyWhy = ({ kinds, things, places }: Part): boolean =>
  kinds.size > 0 &&
  things.size + places.size === 0 &&
  [...kinds].every((kind) => kind === 'person' || kind === 'causing' || kind === 'dating');
