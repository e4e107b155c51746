// Checks that a kept routine, and the place in it, can be played with today's tables.

import { exercises, routineTables } from '../../../content';
import type { KeptPlace } from '../../dialogue/context';
import type { RoutinePlace, Spot } from '../../dialogue/state';
import { MINUTES as ALL_MINUTES, SIDES as ONE_SIDE, PLACES, REGIONS, SIDE_CHOICES, TOOLS } from '../../domain/exercise';
import { type Choice, doseOf, type Plan, type PlannedStretch, stretchUnitsOf } from '../../domain/routine';
import { fieldsOf } from '../envelope';
import { among, flag, listOf, number, optional, orNull, type Shape, table, text, whole } from './shape';

/** Longest a part of a routine can be; whatever is longer is a mistake. */
export const SECONDS = number(0, 600);
/** Milliseconds since 1970. */
export const INSTANT = number(0, 1e14);
/** A routine has some ten stretches; no list of its parts is longer than this. */
export const MOST_PARTS = 60;

/** Digest of the id of a voice that Alexa recognised. */
export const PERSON = text(/^[0-9a-f]{16}$/);

export const SIDE = among(ONE_SIDE);
export const SIDES = among(SIDE_CHOICES);
export const TOOL = among(TOOLS);
export const REGION = among(REGIONS);
export const PLACE = among(PLACES);
export const MINUTES = among(ALL_MINUTES);

const choice = table<Choice>({ region: REGION, side: SIDES, tool: TOOL, minutes: MINUTES, place: PLACE });

/** What was chosen last. */
export const USUAL: Shape = choice;

/** An exercise of the tables, no more often than its dose. */
const planned: Shape = (value) => {
  const { id, sets, each } = fieldsOf(value) as Partial<Record<keyof PlannedStretch, unknown>>;
  const stretch =
    typeof id === 'string' && Object.hasOwn(exercises.stretches, id) ? exercises.stretches[id] : undefined;
  const most = stretch && Math.max(stretch.form.longest ?? 0, doseOf(stretch));
  return stretch !== undefined && whole(1, stretch.sets.most)(sets) && optional(whole(1, most ?? 0))(each);
};

export const plan = table<Plan>({
  choice,
  spots: listOf(SIDE, routineTables.press.spots),
  pin: flag,
  stretches: listOf(planned, MOST_PARTS),
  brief: flag,
  later: optional(flag),
  padMs: number(0, 600_000),
});

export const place = table<RoutinePlace>({
  part: among(['find', 'press', 'pin', 'stretch', 'close']),
  unit: whole(0, 1000),
  restSeconds: optional(SECONDS),
});

const worked = { side: SIDE, pressedSeconds: SECONDS, holds: whole(0, MOST_PARTS), pinned: flag };

export const spots = listOf(table<Spot>({ ...worked, strength: orNull(number(0, 10)) }), routineTables.press.spots);

/** A place and where it was left; `content` is the version of the tables it points into. */
export interface DevicePlace extends KeptPlace {
  device: string;
  content: string;
  /** Whose voice Alexa recognised in that session; absent where she recognised none. */
  person?: string;
}

const kept = table<DevicePlace>({
  plan,
  place,
  spots: listOf(table<KeptPlace['spots'][number]>(worked), routineTables.press.spots),
  recheckUntilMs: orNull(INSTANT),
  pressingUntilMs: orNull(INSTANT),
  endsAtMs: INSTANT,
  device: text(/^.{0,200}$/),
  content: text(/^.{1,200}$/),
  person: optional(PERSON),
});

/** How many pieces of stretching a routine has; a place may stand behind the last. */
export const unitsIn = (routine: Plan): number => stretchUnitsOf(routine, exercises).length;

/** The place left in a routine, as a store brings it back. */
export function isKeptPlace(value: unknown): value is DevicePlace {
  if (!kept(value)) return false;
  const { plan: routine, place: left } = value as KeptPlace;
  return left.unit <= unitsIn(routine);
}
