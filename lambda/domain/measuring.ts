// How long a row of stretches takes, and how much of it is work.

import type { Exercises, Stretch } from './exercise';
import type { PlanningTables } from './planningTables';
import { type Choice, type Plan, type PlannedStretch, stretchUnitsOf } from './routine';
import { FLOOR_WORK, layOutStretches, lengthOfMove, type StretchPace, secondsOf } from './stretchTimeline';
import { type LengthOf, lengthOfTimeline, type Slot } from './timeline';
import { plannedTones } from './tones';

const planOf = (choice: Choice, stretches: readonly PlannedStretch[]): Plan => ({
  choice,
  spots: [],
  pin: false,
  brief: false,
  stretches: [...stretches],
  padMs: 0,
});

function slotsOf(
  choice: Choice,
  stretches: readonly PlannedStretch[],
  pace: StretchPace,
  tables: PlanningTables,
  lying: boolean,
): Slot[] {
  const units = stretchUnitsOf(planOf(choice, stretches), tables.exercises);
  return layOutStretches(units, 0, units.length, { ...pace, padMs: 0 }, tables.exercises, tables.lengthOf, { lying });
}

/** Milliseconds of stretches in a row, getting down and up included. */
export function lengthWithFloor(
  choice: Choice,
  stretches: readonly PlannedStretch[],
  pace: StretchPace,
  tables: PlanningTables,
  lying: boolean,
): number {
  return lengthOfTimeline(plannedTones(slotsOf(choice, stretches, pace, tables, lying), pace.toned), tables.lengthOf);
}

/** Milliseconds of stretches in a row, without the prompts between answers and without getting down and up. */
export function lengthOfStretches(
  choice: Choice,
  stretches: readonly PlannedStretch[],
  pace: StretchPace,
  tables: PlanningTables,
): number {
  const slots = slotsOf(choice, stretches, pace, tables, false);
  const still = slots.filter((slot) => !FLOOR_WORK.some(({ act }) => act.key === slot.act?.key));
  return lengthOfTimeline(plannedTones(still, pace.toned), tables.lengthOf);
}

/** Milliseconds of stretches in which something is held or counted. */
export function workOfStretches(
  choice: Choice,
  stretches: readonly PlannedStretch[],
  pace: StretchPace,
  exercises: Exercises,
): number {
  const units = stretchUnitsOf(planOf(choice, stretches), exercises);
  return units.reduce((sum, unit) => sum + secondsOf(unit, exercises, pace.slowness), 0) * 1000;
}

/** Milliseconds of getting down to the floor and up again among these exercises. */
export function lengthOfMoves(chosen: readonly Stretch[], lying: boolean, lengthOf: LengthOf): number {
  const [downMs, riseMs] = [lengthOfMove(FLOOR_WORK[0], lengthOf), lengthOfMove(FLOOR_WORK[1], lengthOf)];
  const floors = [lying, ...chosen.map(({ place }) => place === 'floor'), false];
  return floors.reduce((sum, floor, at) => {
    const before = floors[at - 1] ?? floor;
    return sum + (floor === before ? 0 : floor ? downMs : riseMs);
  }, 0);
}
