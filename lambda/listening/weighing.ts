// How much a term tells about what is asked.

import type { Terms } from './terms';

/** A word that stands nowhere in the bank may mean anything. */
export const UNKNOWN = 1;
/** A word that only joins others tells this much, so that the same sentence is nearer than one of the same words. */
export const LIGHT = 0.18;

/** What a heavy term tells: one that few topics share tells most, up to 1. */
export type Weight = (term: string) => number;

/** One way of asking. */
export interface Wording {
  /** Its terms, heavy and light, each once. */
  terms: readonly string[];
  /** What they tell together, and those alone that tell what is wanted: how long, how often, why. */
  total: number;
  ofKinds: number;
}

/** What terms tell where so many of the topics share each of them. */
export function weightsIn(shares: ReadonlyMap<string, number>, topics: number): Weight {
  const most = Math.log(1 + topics);
  return (term) => {
    const sharing = shares.get(term);
    return sharing === undefined ? UNKNOWN : Math.log(1 + topics / sharing) / most;
  };
}

/** A wording with what it tells; `kinds` are the terms that tell what is wanted. */
export function wordingOf({ heavy, light }: Terms, weightOf: Weight, kinds: ReadonlySet<string>): Wording {
  let told = 0;
  let ofKinds = 0;
  for (const term of heavy) {
    const weight = weightOf(term);
    told += weight;
    if (kinds.has(term)) ofKinds += weight;
  }
  return {
    terms: [...heavy, ...light.filter((term) => !heavy.includes(term))],
    total: roundWeight(told + light.length * LIGHT),
    ofKinds: roundWeight(ofKinds),
  };
}

/** Two wordings that tell as much must tie, in whatever order their weights were added up. */
const roundWeight = (weight: number): number => Math.round(weight * 1e4) / 1e4;
