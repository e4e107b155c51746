// Clauses that say that all is well, or not so bad.

import { isNegation, isReason } from './clauses';
import type { Part } from './parts';
import { goesOn, questionsOf, type Share } from './share';

/** "Fine", "in order". */
export const isWell = ({ kinds }: Part): boolean => kinds.has('well');

/** "Everything's working" tells of no work that brought it on. */
export function isWorkingWell(clause: readonly Part[]): boolean {
  const well = clause.findIndex(isWell);
  const isNamed = clause.slice(0, Math.max(0, well)).some(({ kinds, places }) => kinds.has('whole') || places.size > 0);
  return isNamed && clause.every((part) => isWell(part) || !isReason(part));
}

/** "It's not that bad", and nothing else. */
export function shareOfMild(clause: readonly Part[]): Share | null {
  const passes = ({ kinds, things, places }: Part) =>
    kinds.has('mild') ||
    (things.size + places.size === 0 && (['fillers', 'subjects', 'when'] as const).some((kind) => kinds.has(kind)));
  return clause.every(passes) ? { of: 'all', manner: 'qualified', mild: true } : null;
}

/** "My chest is fine"; not "no good", "my chest isn't fine" and "none of it is fine". */
export function shareOfWell(clause: readonly Part[], well: number, afterNo: boolean): Share | null {
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
