// The timelines of stretches, getting down to the floor and up again included.

import type { Exercises, Stretch } from './exercise';
import { type Counting, type Label, layOutCount, layOutHold, secondsPerRep } from './hold';
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
  /** Of a hold only the countdown is said. */
  quiet?: boolean;
  /** Exercises whose long description has been heard. */
  heard: readonly string[];
  /** Tones mark the start and the release of what is held: for planning, the timeline itself gets them when it is sent. */
  toned?: boolean;
}

/** Seconds one unit is held or moved for: what a listener means by "how long left". */
export function secondsOf(unit: Unit, exercises: Exercises, slowness: number): number {
  const form = exercises.stretches[unit.exercise]?.form;
  if (!form) return 0;
  return form.kind === 'held' ? unit.each : Math.round(unit.each * secondsPerRep(form, slowness));
}

function layOutLeadIn(
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
    ms: roomWithQuiet(act, Math.round(quietMs), lengthOf),
    ...label,
  });
  const way: Slot[] = unit.way ? [slot('move', { key: `${prefix}.way_${unit.way}` }, 0)] : [];
  const continues = previous?.exercise === unit.exercise;
  if (!continues) {
    const known = pace.heard.includes(unit.exercise) || (pace.brief && !stretch.cautioned);
    const form = known ? 'short' : 'long';
    const quietMs = stretch.intoSeconds * 1000 * pace.slowness + (unit.first ? pace.padMs : 0);
    return [slot('instruct', { key: `${prefix}.${form}`, ...side }, quietMs), ...way];
  }
  if (previous.set !== unit.set) {
    return [
      slot('move', { key: 'stretch.set', context: `${unit.set}_${unit.sets}` }, 0),
      slot('move', { key: `${prefix}.again`, ...side }, stretch.betweenSeconds * 1000 * pace.slowness),
      ...way,
    ];
  }
  if (previous.side !== unit.side) {
    return [slot('move', { key: `${prefix}.switch`, ...side }, stretch.betweenSeconds * 1000 * pace.slowness), ...way];
  }
  return way;
}

function layOutBody(unit: Unit, stretch: Stretch, pace: StretchPace, restSeconds: number | undefined): Slot[] {
  const label: Label = { exercise: unit.exercise, set: unit.set, ...(unit.side ? { side: unit.side } : {}) };
  if (stretch.form.kind === 'held') {
    const seconds = restSeconds ?? unit.each;
    const variant = unit.set;
    const startKey = unit.exercise === LIGHT_STROKES ? `exercise.${LIGHT_STROKES}.start` : 'hold.start';
    return layOutHold(
      seconds,
      pace.counting,
      {
        start: { key: startKey, values: { seconds, variant } },
        half: pace.quiet ? null : { key: 'hold.half', values: { variant } },
      },
      label,
    );
  }
  const each = secondsPerRep(stretch.form, pace.slowness);
  const reps = restSeconds === undefined ? unit.each : Math.max(1, Math.round(restSeconds / each));
  return layOutCount(stretch.form, reps, pace.slowness, `exercise.${unit.exercise}`, label);
}

/**
 * The slots of units in a row. The first unit is described from its start even in the middle of an exercise, because
 * the listener is coming back to it; `restSeconds` shortens it to what was left, `lying` leaves out getting down.
 */
export function layOutStretches(
  units: readonly Unit[],
  from: number,
  to: number,
  pace: StretchPace,
  exercises: Exercises,
  lengthOf: LengthOf,
  start: { restSeconds?: number; lying?: boolean } = {},
): Slot[] {
  const onFloor = (unit: Unit | undefined) =>
    unit !== undefined && exercises.stretches[unit.exercise]?.place === 'floor';
  const moving = (move: FloorMove): Slot => ({ kind: 'move', act: move.act, ms: lengthOfMove(move, lengthOf) });
  const slots: Slot[] = [];
  let lying = start.lying ?? false;
  for (let index = from; index < to; index++) {
    const unit = units[index];
    const stretch = unit && exercises.stretches[unit.exercise];
    if (!unit || !stretch) continue;
    const laid: Slot[] = [];
    // A listener who gets light strokes is lying down already.
    if (onFloor(unit) && !lying && unit.exercise !== LIGHT_STROKES) laid.push(moving(FLOOR_WORK[0]));
    if (!onFloor(unit) && lying) laid.push(moving(FLOOR_WORK[1]));
    const previous = index > from ? units[index - 1] : undefined;
    laid.push(...layOutLeadIn(unit, stretch, previous, pace, lengthOf));
    laid.push(...layOutBody(unit, stretch, pace, index === from ? start.restSeconds : undefined));
    if (unit.last) laid.push(layOutWayOut(unit, lengthOf));
    lying = onFloor(unit);
    if (unit.last && lying && !onFloor(units[index + 1])) {
      laid.push(moving(FLOOR_WORK[1]));
      lying = false;
    }
    // Made just now for this list alone: planning lays out thousands, and a copy of each would be as much again.
    for (const slot of laid) slot.unit = index;
    slots.push(...laid);
  }
  return slots;
}

/** Words and the quiet to move in: the quiet is also the room that a slower voice needs. */
function roomWithQuiet(act: Act, quietMs: number, lengthOf: LengthOf): number {
  return Math.max(roomFor(act, lengthOf), Math.ceil((lengthOf(act) + quietMs) / 500) * 500);
}

function layOutWayOut(unit: Unit, lengthOf: LengthOf): Slot {
  const act: Act = { key: `exercise.${unit.exercise}.out` };
  return { kind: 'release', act, ms: roomFor(act, lengthOf), exercise: unit.exercise };
}

/** Milliseconds of getting down to the floor, or of getting up. */
export function lengthOfMove({ act, quietMs }: FloorMove, lengthOf: LengthOf): number {
  return roomWithQuiet(act, quietMs, lengthOf);
}

export interface FloorMove {
  act: Act;
  quietMs: number;
}

/**
 * Getting down to the floor and up again: what is said, and the quiet to do it in (docs/safety.md "Getting up").
 */
export const FLOOR_WORK: readonly [FloorMove, FloorMove] = [
  { act: { key: 'stretch.down' }, quietMs: 3000 },
  { act: { key: 'stretch.rise' }, quietMs: 5000 },
];
