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

/** What terms tell where so many of the topics share each of them; one that none has of its own may mean anything. */
export function weightsIn(shares: Uint16Array, topics: number): Float64Array {
  const most = Math.log(1 + topics);
  const weights = new Float64Array(shares.length);
  for (let at = 0; at < shares.length; at++) {
    const sharing = shares[at] ?? 0;
    weights[at] = sharing === 0 ? UNKNOWN : Math.log(1 + topics / sharing) / most;
  }
  return weights;
}

/** A wording with what it tells; `kinds` are the terms that tell what is wanted. */
export function wordingOf({ heavy, light }: Terms, weightOf: Weight, kinds: ReadonlySet<string>): Wording {
  const terms = [...heavy];
  let told = 0;
  let ofKinds = 0;
  for (const term of heavy) {
    const weight = weightOf(term);
    told += weight;
    if (kinds.has(term)) ofKinds += weight;
  }
  for (const term of light) if (!heavy.includes(term)) terms.push(term);
  return { terms, total: roundWeight(told + light.length * LIGHT), ofKinds: roundWeight(ofKinds) };
}

/** Two wordings that tell as much must tie, in whatever order their weights were added up. */
const roundWeight = (weight: number): number => Math.round(weight * 1e4) / 1e4;
