// The pain rule: what follows the number a listener gives.

/**
 * `second`: the second hold may be offered. `lighter`: only lighter. `off`: no more pressure today. `again`: not on the
 * scale.
 */
export type PainVerdict = 'second' | 'lighter' | 'off' | 'again';

/**
 * What follows a number on the article's scale of one to ten (docs/safety.md "The rules of pressing", F233): zero counts
 * as one, anything above ten is asked again.
 */
export function judgePain(level: number): PainVerdict {
  if (!Number.isFinite(level) || level < 0 || level > 10) return 'again';
  if (level <= 5) return 'second';
  if (level <= 7) return 'lighter';
  return 'off';
}
