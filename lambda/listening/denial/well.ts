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

/** "It's not that bad" and "it's mild", and nothing else but how long: "it's mild, started today". */
export function shareOfMild(clause: readonly Part[]): Share | null {
  const passes = ({ kinds, things, places }: Part) =>
    isMild(kinds) ||
    (things.size + places.size === 0 &&
      (['fillers', 'subjects', 'when', 'and'] as const).some((kind) => kinds.has(kind)));
  const isDated = ({ kinds }: Part) => kinds.has('dating') && clause.some(({ reasons }) => reasons.size > 0);
  if (!clause.every((part) => passes(part) || isReason(part) || isDated(part))) return null;
  const reasons = [...new Set(clause.flatMap((part) => [...part.reasons]))];
  const within = reasons.length > 0 ? { within: reasons } : {};
  const of = clause.some(({ kinds }) => kinds.has('mild')) ? 'all' : 'nothing';
  return { of, manner: 'qualified', mild: true, ...within };
}

/** "Not that bad", which denies, or "mild", which only tells. */
export const isMild = (kinds: Part['kinds']): boolean => kinds.has('mild') || kinds.has('slight');

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
