// What a routine is made of, and which piece of it comes next.

import type { Exercises, Minutes, Place, Region, Side, Sides, Stretch, Tool } from './exercise';

/** What was chosen, complete. */
export interface Choice {
  region: Region;
  side: Sides;
  tool: Tool;
  minutes: Minutes;
  place: Place;
}

/** A stretch in the plan, with how often the whole exercise is done. */
export interface PlannedStretch {
  id: string;
  sets: number;
  /** Seconds of one hold, or reps of one count, where they differ from the dose's own. */
  each?: number;
}

/** A routine for one choice. `spots` names the side of each spot to press, in order; empty without pressing. */
export interface Plan {
  choice: Choice;
  spots: Side[];
  /** The second hold of the last spot is a pin and stretch. */
  pin: boolean;
  stretches: PlannedStretch[];
  /** Short forms, no introduction and a short closing: the minutes are tight. */
  brief: boolean;
  /** Not the first visit: the long forms have been heard, so less is said. */
  later?: boolean;
  /** Milliseconds of quiet added to each stretch so that the whole meets the minutes asked. */
  padMs: number;
}

/** The partner's last strokes: hands on the back, so gone with the pressing. */
export const LIGHT_STROKES = 'light-strokes';

/** What has been done on each spot, or is planned to be: the seconds of each hold, and whether a pin and stretch. */
export interface SpotWork {
  side: Side;
  holds: readonly number[];
  pinned: boolean;
}

/** The smallest piece of stretching that can be left and taken up again: one side, or one way, of one set. */
export interface Unit {
  exercise: string;
  set: number;
  /** How many sets there are. */
  sets: number;
  /** Seconds of the hold, or reps of the count. */
  each: number;
  side?: Side;
  way?: string;
  /** The first piece of its exercise carries the description, the last one the way out. */
  first: boolean;
  last: boolean;
}

/** Which side goes first: the knot's own, or the left when both are meant. */
export function firstSideOf(side: Sides): Side {
  return side === 'right' ? 'right' : 'left';
}

export function otherSideOf(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}

/** The seconds or reps that the dose itself gives. */
export function doseOf({ form }: Stretch): number {
  return form.kind === 'held' ? form.seconds : form.reps;
}

function unitsOf(stretch: Stretch, { sets, each = doseOf(stretch) }: PlannedStretch, side: Sides): Unit[] {
  const first = firstSideOf(side);
  const sides: (Side | undefined)[] = stretch.sided ? [first, otherSideOf(first)] : [undefined];
  const ways = stretch.form.kind === 'counted' && stretch.form.ways.length > 0 ? stretch.form.ways : [undefined];
  const units: Unit[] = [];
  for (let set = 1; set <= sets; set++) {
    for (const one of sides) {
      for (const way of ways) {
        units.push({
          exercise: stretch.id,
          set,
          sets,
          each,
          ...(one ? { side: one } : {}),
          ...(way ? { way } : {}),
          first: units.length === 0,
          last: false,
        });
      }
    }
  }
  const final = units.at(-1);
  if (final) final.last = true;
  return units;
}

/** Every stretching piece of a plan, in order. */
export function stretchUnitsOf(plan: Plan, exercises: Exercises): Unit[] {
  return plan.stretches.flatMap((planned) => {
    const stretch = exercises.stretches[planned.id];
    return stretch ? unitsOf(stretch, planned, plan.choice.side) : [];
  });
}

/** What the listener chose last. */
export type Usual = Choice;
