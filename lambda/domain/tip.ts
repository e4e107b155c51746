// Which one tip a visit ends with, and which other tips hold as well.

/** What the closing can tell after a press and after stretches alone, in the order of visits: `close.tip_<id>`. */
const PRESSED = ['sore', 'warm', 'often', 'move', 'bruised', 'later'] as const;
const STRETCHED = ['move', 'warm', 'daily', 'later'] as const;

export type Tip = (typeof PRESSED)[number] | (typeof STRETCHED)[number];

/** After so many visits both rows begin anew together. */
export const TURNS = 12;

/** What a session was like, as far as a tip depends on it. */
export interface Visit {
  /** Something pressed on the back. */
  pressed: boolean;
  /** The muscle was warmed before. */
  warmed: boolean;
  /** Nothing is said of heat, because the skin was reported or pressing was closed. */
  heatOff: boolean;
}

/** The tips that hold after this visit, from the one whose turn it is round to the one before it. `turn`: below `TURNS`. */
export function tipsFor({ pressed, warmed, heatOff }: Visit, turn: number): Tip[] {
  const row: readonly Tip[] = pressed ? PRESSED : STRETCHED;
  const first = turn % row.length;
  const untrue: Tip[] = [...(warmed || heatOff ? (['warm'] as const) : []), ...(heatOff ? (['later'] as const) : [])];
  return [...row.slice(first), ...row.slice(0, first)].filter((tip) => !untrue.includes(tip));
}

/**
 * Whose turn it is at the next visit. It counts visits, not tips: which tip was left out, and why, would say something of
 * the listener's health.
 */
export const turnAfter = (turn: number): number => (turn + 1) % TURNS;
