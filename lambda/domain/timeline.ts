// A timeline: slots of time in order, and how long they last.

/** A `tone` is a short sound without words. */
export type SlotKind = 'instruct' | 'move' | 'hold' | 'count' | 'quiet' | 'release' | 'ask' | 'tone';

/** The values a sentence is filled with; never words a listener said. */
export type Values = Record<string, string | number>;

/** One thing to convey. `key` names a sentence; `context` selects its form (side, region, tool). */
export interface Act {
  key: string;
  context?: string;
  values?: Values;
  /** What it does besides being heard: it ends a press, promises that the place is kept, or refuses an answer. */
  does?: 'releases' | 'promises' | 'refuses';
}

/**
 * One stretch of time. With `ms` it is pinned: it lasts exactly that long, whatever the voice does.
 * Without it, it lasts as long as its words.
 */
export interface Slot {
  kind: SlotKind;
  act?: Act;
  ms?: number;
  exercise?: string;
  side?: 'left' | 'right';
  set?: number;
  /** Index of the stretching unit this slot belongs to. */
  unit?: number;
  /** True while something presses on the back: an interruption here is answered with the release. */
  pressing?: boolean;
}

export type LengthOf = (act: Act) => number;

/** The length of a slot in milliseconds: pinned, or estimated from its words. */
export function lengthOfSlot(slot: Slot, lengthOf: LengthOf): number {
  return slot.ms ?? (slot.act ? lengthOf(slot.act) : 0);
}

/** The length of a whole timeline in milliseconds. */
export function lengthOfTimeline(slots: readonly Slot[], lengthOf: LengthOf): number {
  return slots.reduce((sum, slot) => sum + lengthOfSlot(slot, lengthOf), 0);
}

/** Words fill at most this share of a pinned slot: no voice is cut off (docs/principles.md "Time in an answer"). */
export const FILL = 0.75;

/** A slot length in milliseconds with room for the words of an act, in whole half seconds. */
export function roomFor(act: Act, lengthOf: LengthOf): number {
  return Math.ceil(lengthOf(act) / FILL / 500) * 500;
}

/** How many spoken clips a timeline holds. */
export function clipsIn(slots: readonly Slot[]): number {
  return slots.filter((slot) => slot.act).length;
}
