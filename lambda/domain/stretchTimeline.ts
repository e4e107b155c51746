// What happens when while somebody is led through stretches?

import type { Exercises, Stretch } from './exercise';
import { type Counting, countSlots, holdSlots, type Label, secondsPerRep } from './hold';
import { LIGHT_STROKES, type Unit } from './routine';
import { type Act, type LengthOf, roomFor, type Slot } from './timeline';

export interface StretchPace {
  counting: Counting;
  /** 1 is the normal pace; holds keep their seconds at any pace, counts and the time between do not. */
  slowness: number;
  /** Milliseconds of quiet added to the way into each exercise. */
  padMs: number;
  /** Short descriptions throughout. */
  brief: boolean;
  /** Exercises whose long description has been heard. */
  heard: readonly string[];
}

/** Seconds one unit is held or moved for: what a listener means by "how long left". */
export function secondsOf(unit: Unit, exercises: Exercises, slowness: number): number {
  const form = exercises.stretches[unit.exercise]?.form;
  if (!form) return 0;
  return form.kind === 'held' ? form.seconds : Math.round(form.reps * secondsPerRep(form, slowness));
}

function leadIn(
  unit: Unit,
  stretch: Stretch,
  previous: Unit | undefined,
  pace: StretchPace,
  lengthOf: LengthOf,
): Slot[] {
  const prefix = `exercise.${unit.exercise}`;
  const side = unit.side ? { context: unit.side } : {};
  const label: Label = { exercise: unit.exercise, set: unit.set, ...(unit.side ? { side: unit.side } : {}) };
  const slot = (kind: 'instruct' | 'move', act: Act, quietMs: number): Slot => ({
    kind,
    act,
    ms: roomFor(act, lengthOf) + Math.round(quietMs),
    ...label,
  });
  const way: Slot[] = unit.way ? [slot('move', { key: `${prefix}.way_${unit.way}` }, 0)] : [];
  const continues = previous?.exercise === unit.exercise;
  if (!continues) {
    const form = pace.brief || pace.heard.includes(unit.exercise) ? 'short' : 'long';
    const quietMs = stretch.intoSeconds * 1000 * pace.slowness + (unit.first ? pace.padMs : 0);
    return [slot('instruct', { key: `${prefix}.${form}`, ...side }, quietMs), ...way];
  }
  if (previous.set !== unit.set) {
    return [slot('move', { key: `${prefix}.again`, ...side }, stretch.betweenSeconds * 1000 * pace.slowness), ...way];
  }
  if (previous.side !== unit.side) {
    return [slot('move', { key: `${prefix}.switch`, ...side }, stretch.betweenSeconds * 1000 * pace.slowness), ...way];
  }
  return way;
}

function body(unit: Unit, stretch: Stretch, pace: StretchPace, restSeconds: number | undefined): Slot[] {
  const label: Label = { exercise: unit.exercise, set: unit.set, ...(unit.side ? { side: unit.side } : {}) };
  if (stretch.form.kind === 'held') {
    const seconds = restSeconds ?? stretch.form.seconds;
    const variant = unit.set;
    return holdSlots(
      seconds,
      pace.counting,
      { start: { key: 'hold.start', values: { seconds, variant } }, half: { key: 'hold.half', values: { variant } } },
      label,
    );
  }
  const each = secondsPerRep(stretch.form, pace.slowness);
  const reps = restSeconds === undefined ? stretch.form.reps : Math.max(1, Math.round(restSeconds / each));
  return countSlots(stretch.form, reps, pace.slowness, `exercise.${unit.exercise}`, label);
}

/**
 * The slots of units in a row. The first unit is described from its start even in the middle of an exercise, because
 * somebody is coming back to it; `restSeconds` shortens it to what was left.
 */
export function stretchSlots(
  units: readonly Unit[],
  from: number,
  to: number,
  pace: StretchPace,
  exercises: Exercises,
  lengthOf: LengthOf,
  restSeconds?: number,
): Slot[] {
  const slots: Slot[] = [];
  for (let index = from; index < to; index++) {
    const unit = units[index];
    const stretch = unit && exercises.stretches[unit.exercise];
    if (!unit || !stretch) continue;
    const previous = index > from ? units[index - 1] : undefined;
    const rest = index === from ? restSeconds : undefined;
    const laid = [...leadIn(unit, stretch, previous, pace, lengthOf), ...body(unit, stretch, pace, rest)];
    if (unit.last) {
      const out: Act = { key: `exercise.${unit.exercise}.out` };
      laid.push({ kind: 'release', act: out, ms: roomFor(out, lengthOf), exercise: unit.exercise });
    }
    slots.push(
      ...floorWork(unit, units[index + 1], previous, exercises, lengthOf, laid).map((slot) => ({
        ...slot,
        unit: index,
      })),
    );
  }
  return slots;
}

/** Getting down to the floor and up again: what is said, and the quiet to do it in. */
export const FLOOR_WORK: readonly [{ act: Act; quietMs: number }, { act: Act; quietMs: number }] = [
  { act: { key: 'stretch.down' }, quietMs: 3000 },
  { act: { key: 'stretch.rise' }, quietMs: 5000 },
];

/** Getting down to the floor and up again is said, with time for it (safety.md 3.6, "Getting up"). */
function floorWork(
  unit: Unit,
  next: Unit | undefined,
  previous: Unit | undefined,
  exercises: Exercises,
  lengthOf: LengthOf,
  laid: Slot[],
): Slot[] {
  const onFloor = (one: Unit | undefined) => one !== undefined && exercises.stretches[one.exercise]?.place === 'floor';
  const before: Slot[] = [];
  const after: Slot[] = [];
  const moving = ({ act, quietMs }: (typeof FLOOR_WORK)[number]): Slot => ({
    kind: 'move',
    act,
    ms: roomFor(act, lengthOf) + quietMs,
  });
  const [down, rise] = FLOOR_WORK;
  // Somebody who gets light strokes is lying down already.
  if (onFloor(unit) && !onFloor(previous) && unit.exercise !== LIGHT_STROKES) before.push(moving(down));
  if (onFloor(unit) && unit.last && !onFloor(next)) after.push(moving(rise));
  return [...before, ...laid, ...after];
}
