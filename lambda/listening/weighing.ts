// How much a term tells about what is asked.

import { heavyIn, type Line, lightIn, type Sign, type SignReader } from './signs';

/** A word that stands nowhere in the bank may mean anything. */
export const UNKNOWN = 1;
/** A word that only joins others tells this much, so that the same sentence is nearer than one of the same words. */
export const LIGHT = 0.18;

/** What a term tells: one that few topics share tells most, up to 1. */
export type Weight = (sign: Sign) => number;

/** Ways of asking, and what the terms of each tell: together, and those alone that tell what is wanted. */
export interface Wordings {
  lines: readonly Line[];
  totals: number[];
  ofKinds: number[];
}

/** What terms tell where so many topics share each of them. */
export function weightsIn({ sharesOf }: SignReader, topics: number): Weight {
  const most = Math.log(1 + topics);
  return (sign) => {
    const shares = sharesOf(sign);
    return shares > 0 ? Math.log(1 + topics / shares) / most : UNKNOWN;
  };
}

/** Lines with what they tell; `kinds` are the signs that tell what is wanted. */
export function wordingsOf(lines: readonly Line[], weightOf: Weight, kinds: ReadonlySet<Sign>): Wordings {
  const told = (signs: readonly Sign[]) => signs.reduce((sum, sign) => sum + weightOf(sign), 0);
  const rounded = (weight: number) => Number(weight.toFixed(4));
  const heavy = lines.map((line) => [...heavyIn(line)]);
  return {
    lines,
    totals: lines.map((line, at) => rounded(told(heavy[at] ?? []) + lightIn(line).length * LIGHT)),
    ofKinds: heavy.map((signs) => rounded(told(signs.filter((sign) => kinds.has(sign))))),
  };
}
