// How many cases of one kind run every day; all of them run under EXHAUSTIVE=1.

/** All cases of every kind are run. */
export const isExhaustive = process.env['EXHAUSTIVE'] === '1';

/**
 * An evenly spread sample of `count` cases, the first and the last among them; every case when EXHAUSTIVE is 1.
 *
 * @throws where there is no case at all: a test over nothing would pass with nothing checked.
 */
export function everyday<T>(cases: readonly T[], count: number): T[] {
  if (cases.length === 0) throw new Error('There is no case to try');
  if (isExhaustive || count >= cases.length) return [...cases];
  if (count < 2) return cases.slice(0, 1);
  const step = (cases.length - 1) / (count - 1);
  return cases.filter((_, index) => isPicked(index, step));
}

/** Is this index the nearest to a multiple of the step? Multiples are rounded, so each picks one index. */
const isPicked = (index: number, step: number): boolean => Math.round(Math.round(index / step) * step) === index;

/** How many runs of a property: `count` every day, `all` where all cases run. */
export const runs = (count: number, all: number): number => (isExhaustive ? all : count);
