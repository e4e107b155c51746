// The regions, sides, tools, minutes and places a routine can have, and the shape of an exercise.

export const REGIONS = ['upper', 'middle', 'lower'] as const;
export type Region = (typeof REGIONS)[number];

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** What can be chosen as a side: `both` is one after the other. */
export const SIDE_CHOICES = [...SIDES, 'both'] as const;
export type Sides = (typeof SIDE_CHOICES)[number];

export const PRESS_TOOLS = ['ball', 'roller', 'hook', 'hands', 'partner'] as const;
export type PressTool = (typeof PRESS_TOOLS)[number];

/** `none` is a session of stretches alone. */
export const TOOLS = [...PRESS_TOOLS, 'none'] as const;
export type Tool = (typeof TOOLS)[number];

export const MINUTES = [3, 5, 10] as const;
export type Minutes = (typeof MINUTES)[number];

/** Where the stretches are done: on the floor, or on a chair or standing. */
export const PLACES = ['floor', 'chair'] as const;
export type Place = (typeof PLACES)[number];

/** One breath-long part of a counted movement; its cue is the sentence `exercise.<id>.<cue>`. */
export interface Phase {
  cue: string;
  ms: number;
}

/** A position that is kept still for `seconds` on each side. */
export interface HeldForm {
  kind: 'held';
  seconds: number;
  /** What the seconds may grow to where there is time. */
  longest?: number;
}

/** A movement counted aloud: `reps` times through `phases`, once for each of `ways` (forward, back). */
export interface CountedForm {
  kind: 'counted';
  reps: number;
  phases: Phase[];
  /** Named directions, each a full count of its own; empty when there is one way only. */
  ways: string[];
  /** How many of the first reps carry the spoken cue of every phase; later reps carry the number only. */
  cuedReps: number;
  /** What the reps may grow to where there is time, and shrink to in three minutes. */
  longest?: number;
  fewest?: number;
}

/** A stretch or movement. Its words live in the language folders under its id. */
export interface Stretch {
  id: string;
  family: 'stretch';
  regions: Region[];
  place: Place;
  form: HeldForm | CountedForm;
  /** Done once for each side when true, the first side being the knot's own. */
  sided: boolean;
  /** How often the whole exercise is done in one routine: the dose's own count, and the most when there is time. */
  sets: { least: number; most: number };
  /** Seconds of quiet to get into the position, beyond the words that describe it. */
  intoSeconds: number;
  /** Seconds of quiet to change sides. */
  betweenSeconds: number;
  /** Only planned after this other exercise: an option for a listener to whom the first felt fine. */
  follows?: string;
  /** The form of a floor exercise for a chair. */
  seated?: string;
  /** Left out when the listener asks for something easier. */
  demanding?: boolean;
  /** Its long form holds a caution, and is said the first time however tight the minutes are. */
  cautioned?: boolean;
  sources: string[];
}

/** Pressing with one tool: find, hold, release. */
export interface Press {
  id: string;
  family: 'press';
  tool: PressTool;
  regions: Region[];
  /** Seconds of one hold. A hook presses in `rounds` of `seconds` with `offSeconds` between. */
  seconds: number;
  rounds: number;
  offSeconds: number;
  /** Seconds off between the first and the second hold on one spot. */
  restSeconds: number;
  /** Needs getting down to the floor (roller). */
  place: Place;
  /** The second hold of the second spot may be a pin and stretch, in these regions. */
  pinRegions: Region[];
  sources: string[];
}

/** A pressed spot with a slowly moving arm; counted, and only after a hold of five or less. */
export interface PinAndStretch {
  id: string;
  family: 'pin';
  form: CountedForm;
  sources: string[];
}

export interface Exercises {
  stretches: Record<string, Stretch>;
  presses: Record<PressTool, Press>;
  pin: PinAndStretch;
}

/** How long one spot is pressed in all, and how many spots a session presses (docs/safety.md "Limits of pressing"). */
export interface PressLimits {
  spotSeconds: number;
  spots: number;
  /** A rest shorter than this is not taken up again: the hold is finished. */
  shortestRestSeconds: number;
}
