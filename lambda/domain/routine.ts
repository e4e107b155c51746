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
  /** Milliseconds of quiet added to each stretch so that the whole meets the minutes asked. */
  padMs: number;
}

/** The partner's last strokes: hands on the back, so gone with the pressing. */
export const LIGHT_STROKES = 'light-strokes';

/** What has been done on each spot, or is planned to be: holds, and whether the second is a pin and stretch. */
export interface SpotWork {
  side: Side;
  holds: number;
  pinned: boolean;
}

/** The smallest piece of stretching that can be left and taken up again: one side, or one way, of one set. */
export interface Unit {
  exercise: string;
  set: number;
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

function unitsOf(stretch: Stretch, sets: number, side: Sides): Unit[] {
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
  return plan.stretches.flatMap(({ id, sets }) => {
    const stretch = exercises.stretches[id];
    return stretch ? unitsOf(stretch, sets, plan.choice.side) : [];
  });
}
/** What the listener chose last: tool, minutes and, if it was asked, floor or chair. */
export type Usual = Pick<Choice, 'tool' | 'minutes' | 'place'>;
