// What the planner is given: tables, allowances, the listener's taste, and the room to fill.

import type { Exercises, PressLimits } from './exercise';
import type { Choice } from './routine';
import type { StretchPace } from './stretchTimeline';
import type { LengthOf } from './timeline';

/** Everything planning needs to know; lengths in milliseconds, as estimated for the locale. */
export interface PlanningTables {
  exercises: Exercises;
  press: PressLimits;
  stretchOrder: Record<Choice['region'], Record<Choice['place'], string[]>>;
  planning: PlanningTable;
  lengthOf: LengthOf;
}

/** What a plan allows for, in milliseconds (content/routines.json "planning"). */
export interface PlanningTable {
  /** The answer to a question, and feeling for a spot once it was said how. */
  answerMs: number;
  findingMs: number;
}

export interface Taste {
  pace: StretchPace;
  /** Leaves demanding exercises out. */
  easier: boolean;
  /** Tones mark the start and the release of each hold of a press. */
  toned?: boolean;
  /** No press: only stretches. */
  pressOff: boolean;
  /** The exercise that was asked for by name: it comes first. */
  first?: string;
  /** Exercises already done, which are not planned again while others are left. */
  done: readonly string[];
  /** Seconds of the first hold on the first spot, and on the spot after it. */
  hold: { first: number; next: number };
}

/** What is to be filled. */
export interface Room {
  /** Milliseconds from the first word of the first stretch to the last one's end. */
  ms: number;
  /** How many milliseconds more may be used while there is too little work. */
  overMs: number;
  /** Milliseconds of work that are wanted. */
  workMs: number;
  /** How many exercises come before more is made of each. */
  exercises: number;
  /** Milliseconds that the first stretch of one side needs more, for what to do about numbness. */
  numbMs?: number;
  /** The listener is on the floor already. */
  lying?: boolean;
}
