// The chances of the simulated world, the same ones for the same seed.

/** A number from 0 up to 1, another one each time. */
export type Chance = () => number;

/** A small seeded generator (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(chance: Chance, least: number, most: number): number {
  return least + chance() * (most - least);
}
