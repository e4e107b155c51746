// What one clause adds to a denial.

import type { QuestionId } from '../../domain/healthQuestions';
import { isThing } from './clauses';
import type { Part } from './parts';

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
 * `rest`: it denies what others leave; `mild`: it only says that something is not so bad, or, denying nothing, is mild.
 */
export interface Share {
  of: QuestionId[] | 'all' | 'nothing';
  within?: QuestionId[];
  manner?: Denial['manner'];
  rest?: boolean;
  mild?: boolean;
}

/** "No pain in my chest" denies what is asked for in both its words. */
export function questionsOf(things: readonly Part[], places: readonly Part[]): Denial['of'] {
  const named = new Set(things.flatMap(({ things: of }) => [...of]));
  const where = places.filter(({ places: of }) => of.size > 0);
  const there = new Set(where.flatMap(({ places: of }) => [...of]));
  if (things.length === 0 && where.length === 0) return 'all';
  if (things.length === 0) return [...there];
  return [...named].filter((question) => where.length === 0 || there.has(question));
}

/** "(No) injury, got a fever" goes on with something else; "(never) been operated or had cancer" does not. */
export function goesOn(parts: readonly Part[]): boolean {
  const isVerb = (part: Part, at: number) =>
    part.kinds.has('verbs') && !isThing(part) && !parts[at - 1]?.kinds.has('ofNo');
  const verb = parts.findIndex((part, at) => at > 0 && isVerb(part, at));
  return verb >= 0 && parts.slice(verb).some((part) => isThing(part) || isSaidOf(part));
}

/** "Down" and "dead": what is said of something, where they are nothing else that may stand in a no. */
const isSaidOf = ({ kinds }: Part): boolean =>
  kinds.has('predicates') && !(['verbs', 'well', 'whole', 'not', 'no'] as const).some((kind) => kinds.has(kind));
