// The ways in which a simulated service understands, and how each is written.

/** Neither: samples first, then what is nearly the same. */
export interface Way {
  /** Samples and free text only. */
  strict?: boolean;
  /** The seed of a service that is as unkind as it can be. */
  wary?: number;
}

/** "strict", "wary" or "wary 7" ("wary=7"); null when it is none of these. */
export function wayIn(text: string): Way | null {
  if (text === 'strict') return { strict: true };
  const [, seed] = /^wary(?:[ =](\d{1,9}))?$/.exec(text) ?? [null, null];
  return seed === null ? null : { wary: Number(seed ?? 1) };
}
