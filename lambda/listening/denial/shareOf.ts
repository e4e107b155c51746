// What a clause of a denial is, and so what it adds.

import { isNegation, isReason, tellsOnlyWhy } from './clauses';
import { shareOfNo } from './negated';
import type { Part } from './parts';
import { questionsOf, type Share } from './share';
import { isMild, isWell, isWorkingWell, shareOfMild, shareOfWell } from './well';

/**
 * What a clause adds, or null when it belongs to no denial. `denied`: it follows a negation that is not in it; `afterNo`:
 * it follows a bare no.
 */
export function shareOf(clause: readonly Part[], denied: boolean, afterNo: boolean): Share | null {
  // "Well, let me see."
  if (!denied && clause.every(({ kinds }) => kinds.has('fillers')) && saysNothing(clause)) return { of: 'nothing' };
  if (clause.some(({ kinds }) => isMild(kinds))) return shareOfMild(clause);
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

/** "No chill" denies one, whatever "chill" says of somebody else. */
const isDeniedThing = (part: Part, before: Part | undefined): boolean =>
  part.things.size > 0 && !!before?.kinds.has('no');

/** What a clause adds that only goes on with the one before: "and everything", "(I feel well my arms) and my legs". */
export function shareBeside(clause: readonly Part[], clauses: readonly Part[][], at: number): Share | null {
  const [first, ...rest] = clause;
  const before = clauses[at - 1];
  if (isSaidAgain(clause, clauses[at + 1])) return { of: 'nothing' };
  if (!before) return null;
  if (isFronted(clause, before)) return { of: 'nothing' };
  if (rest.length === 0) return null;
  if (!first?.kinds.has('and') || at < clauses.length - 1) return null;
  if (rest.every(({ kinds }) => kinds.has('whole'))) return { of: 'nothing' };
  const well = before.findIndex(isWell);
  const isListing = well >= 0 && before.slice(well).some(({ places }) => places.size > 0);
  const isPlaced = rest.every((part) => part.places.size > 0 || part.kinds.has('fillers'));
  return isListing && isPlaced ? { of: questionsOf([], rest) } : null;
}

/** "It's (it's fine)": begun twice; "I have (I have no)" may be a yes. */
function isSaidAgain(clause: readonly Part[], next: readonly Part[] | undefined): boolean {
  const isSubject = (part: Part | undefined) => !!part?.kinds.has('subjects');
  const isOpening = (part: Part) => (isSubject(part) || part.kinds.has('fillers')) && !part.kinds.has('verbs');
  return isSubject(clause[0]) && isSubject(next?.[0]) && clause.every(isOpening);
}

/** "(No such problem) I am having": the object stands first, and is no symptom by name. */
function isFronted(clause: readonly Part[], before: readonly Part[]): boolean {
  const isNoThing = ({ kinds }: Part) => kinds.has('things') || (kinds.has('no') && !kinds.has('answering'));
  const last = [...before].reverse().find(({ kinds }) => !kinds.has('fillers'));
  const isObject = before.some(isNegation) && !!last && isNoThing(last);
  const [first, ...verbs] = clause;
  const isHaving = ({ kinds, things }: Part) => kinds.has('verbs') && !kinds.has('feel') && things.size === 0;
  const isHad = verbs.length > 0 || !!first?.kinds.has('verbs');
  return isObject && isHad && !!first?.kinds.has('subjects') && verbs.every(isHaving);
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
