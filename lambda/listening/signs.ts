// Keeps thousands of lines of a few thousand terms small and quick to search.

import type { Terms } from './terms';

/** A term as one character of the private use area, which no word is written with. */
export type Sign = string;

/** The signs of heavy terms, a bar, those of light terms: a term is looked for without taking the line apart. */
export type Line = string;

/** Every term that has a sign, in the order of the signs, and how many topics share each. */
export interface SignList {
  terms: string;
  shares: number[];
}

const FIRST = 0xe000;
const MOST = 0xf8ff - FIRST + 1;
const BAR = '|';

/** Gives each of `terms` a sign, the earlier the more often it stands there: so a packed file of them is smaller. */
export class Signs {
  private readonly signs: ReadonlyMap<string, Sign>;

  /** Throws when a language has more terms than there are signs. */
  constructor(terms: readonly string[]) {
    const times = new Map<string, number>();
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
    if (times.size > MOST) throw new Error('a language with more terms than signs');
    const often = [...times].sort(([, one], [, other]) => other - one);
    this.signs = new Map(often.map(([term], at) => [term, String.fromCharCode(FIRST + at)]));
  }

  /** The signs of terms, in an order of their own. */
  row(terms: readonly string[]): string {
    const signs = terms.map((term) => this.signs.get(term) ?? '');
    return signs.sort().join('');
  }

  line({ heavy, light }: Terms): Line {
    return `${this.row(heavy)}${BAR}${this.row(light)}`;
  }

  /** The list by which what has been written is read again. */
  list(shares: ReadonlyMap<string, number>): SignList {
    const terms = [...this.signs.keys()];
    return { terms: terms.join(' '), shares: terms.map((term) => shares.get(term) ?? 0) };
  }
}

/** The heavy terms of a line. */
export const heavyIn = (line: Line): string => line.slice(0, line.indexOf(BAR));

/** The light terms of a line. */
export const lightIn = (line: Line): string => line.slice(line.indexOf(BAR) + 1);

/** Reads signs. What has none stays a word, which stands in no line. */
export interface SignReader {
  signOf(term: string): Sign;
  termOf(sign: Sign): string;
  /** How many topics share a term; 0 for one that none has. */
  sharesOf(sign: Sign): number;
}

export function signReader({ terms, shares }: SignList): SignReader {
  const list = terms.split(' ');
  const signs = new Map(list.map((term, at) => [term, String.fromCharCode(FIRST + at)]));
  // A word of another script may open with any character, but none with one of these.
  const placeOf = (sign: Sign) => sign.charCodeAt(0) - FIRST;
  return {
    signOf: (term) => signs.get(term) ?? term,
    termOf: (sign) => list[placeOf(sign)] ?? sign,
    sharesOf: (sign) => shares[placeOf(sign)] ?? 0,
  };
}
