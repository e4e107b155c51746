// Chooses the stretches that fill a given time with work.

import type { Minutes, Stretch } from './exercise';
import { GROWTHS, type Growth, planned, stepsFor } from './growing';
import { lengthOfMoves, lengthOfStretches, lengthWithFloor, workOfStretches } from './measuring';
import type { PlanningTables, Room, Taste } from './planningTables';
import { type Choice, LIGHT_STROKES, type Plan, type PlannedStretch } from './routine';

/** The exercises that may be chosen, the most useful first. */
function usableFor(choice: Choice, taste: Taste, tables: PlanningTables): Stretch[] {
  const ids = tables.stretchOrder[choice.region][choice.place];
  const asked = ids.filter((id) => id === taste.first);
  const usable = [...asked, ...ids.filter((id) => id !== taste.first)].flatMap((id) => {
    const stretch = tables.exercises.stretches[id];
    return stretch && !(taste.easier && stretch.demanding) ? [stretch] : [];
  });
  // The form for a chair stands in the list of the floor for routines too short to get down.
  const long = choice.minutes === 10 ? usable.filter(({ id }) => !usable.some(({ seated }) => seated === id)) : usable;
  const fresh = long.filter(({ id }) => !taste.done.includes(id));
  return fresh.length > 0 ? fresh : long;
}

/** Longest quiet that may be added to the way into one exercise. */
const MOST_PAD_MS = 4000;

/** The stretches of a plan, and the quiet added to each. */
export type Fitted = Pick<Plan, 'stretches' | 'padMs'>;

/** What a row of stretches costs, in milliseconds one would give up for something better; the weights are ours. */
const COST = {
  /** Every millisecond of work that is missing. */
  work: 20,
  /** Every millisecond off, and what it costs besides once that is too far. */
  off: 0.4,
  farOff: 100,
  /** Standing all the time, where the floor was chosen. */
  standing: 30_000,
  /** An exercise more or less than wanted. */
  count: 8000,
  /** Each place down the order. */
  order: 4000,
  /** A set less than the dose: where the minutes are tight, once is better than not at all. */
  missingSet: 6000,
} as const;

/** What something takes and gives, in milliseconds. */
interface Weight {
  ms: number;
  workMs: number;
}
type Weigh = (one: PlannedStretch) => Weight;

/** A row of stretches with what it takes and gives. */
interface Row extends Weight {
  list: PlannedStretch[];
}

/**
 * The stretches that fill `room` with work: of every choice of exercises that fits, each with the longest holds and the
 * most sets there is time for, the cheapest. Never empty: stretching after pressing is part of every routine (F47).
 */
export function fitStretches(choice: Choice, room: Room, taste: Taste, tables: PlanningTables): Fitted {
  const usable = usableFor(choice, taste, tables);
  const weigh = weigherFor(choice, taste, tables);
  const choices = choicesOf(usable, taste.first, room.exercises + 2).flatMap((chosen) => {
    const movesMs = lengthOfMoves(chosen, room.lying ?? false, tables.lengthOf);
    const numbMs = chosen.some(({ sided }) => sided) ? (room.numbMs ?? 0) : 0;
    const begun = rowOf(chosen, choice.minutes, movesMs + numbMs, weigh);
    const fits = chosen.length === 1 || begun.ms <= room.ms + room.overMs;
    return fits ? [{ chosen, begun }] : [];
  });
  const isOnFloor = ({ id }: PlannedStretch) => tables.exercises.stretches[id]?.place === 'floor';
  const cost = ({ list, ms, workMs }: Row): number => {
    const spareMs = room.ms - ms;
    const off = spareMs < 0 ? -spareMs : Math.max(0, spareMs - list.length * MOST_PAD_MS);
    const tooMuch = Math.max(0, ms - room.ms - room.overMs);
    return (
      Math.max(0, room.workMs - workMs) * COST.work +
      off * COST.off +
      (Math.max(0, off - room.overMs) + tooMuch) * COST.farOff +
      Math.abs(list.length - room.exercises) * COST.count +
      (choice.place === 'floor' && choice.minutes > 3 && !list.some(isOnFloor) ? COST.standing : 0) +
      list.reduce((sum, one) => sum + costOf(one, usable), 0)
    );
  };
  const bestOf = (rows: readonly Row[]): Row => rows.reduce((one, other) => (cost(other) < cost(one) ? other : one));
  const grown = (growth: Growth): Row[] =>
    choices.map(({ chosen, begun }) => grow(begun, chosen, room, choice.minutes, growth, weigh));
  const [dose, ...thrifty] = GROWTHS;
  const usual = bestOf(grown(dose));
  // Doses come first; only where they leave too little work is more made of fewer exercises.
  const best = usual.workMs < room.workMs ? bestOf([usual, ...thrifty.flatMap(grown)]) : usual;
  const padMs = Math.floor((room.ms - best.ms) / Math.max(1, best.list.length));
  return { stretches: best.list, padMs: Math.max(0, Math.min(MOST_PAD_MS, padMs)) };
}

/** The least of each chosen exercise. `besideMs`: what is said and done between them. */
function rowOf(chosen: readonly Stretch[], minutes: Minutes, besideMs: number, weigh: Weigh): Row {
  const list = chosen.map((stretch) => planned(stretch, minutes));
  return list
    .map(weigh)
    .reduce<Row>((row, { ms, workMs }) => ({ list, ms: row.ms + ms, workMs: row.workMs + workMs }), {
      list,
      ms: besideMs,
      workMs: 0,
    });
}

function costOf({ id, sets }: PlannedStretch, usable: readonly Stretch[]): number {
  const at = usable.findIndex((one) => one.id === id);
  return at * COST.order + Math.max(0, (usable[at]?.sets.least ?? 1) - sets) * COST.missingSet;
}

/** What each form of a stretch takes and gives; each is laid out once. */
function weigherFor(choice: Choice, taste: Taste, tables: PlanningTables) {
  const known = new Map<string, Weight>();
  return (one: PlannedStretch): Weight => {
    const name = `${one.id} ${one.sets} ${one.each ?? ''}`;
    const weight = known.get(name) ?? {
      ms: lengthOfStretches(choice, [one], taste.pace, tables),
      workMs: workOfStretches(choice, [one], taste.pace, tables.exercises),
    };
    known.set(name, weight);
    return weight;
  };
}

/**
 * Every choice of exercises in their order: one that needs another comes after it, one that was asked for
 * is in it, and none stands beside its own form for a chair.
 */
function choicesOf(usable: readonly Stretch[], asked: string | undefined, most: number): Stretch[][] {
  const all: Stretch[][] = [[]];
  for (const stretch of usable) {
    const longer = all
      .filter((chosen) => chosen.length < most)
      .filter((chosen) => !stretch.follows || chosen.some(({ id }) => id === stretch.follows))
      .filter((chosen) => chosen.every(({ seated }) => seated !== stretch.id))
      .map((chosen) => [...chosen, stretch]);
    all.push(...longer);
  }
  const needed = usable[0]?.id === asked ? asked : undefined;
  return all.filter((chosen) => chosen.length > 0 && (!needed || chosen[0]?.id === needed));
}

/** Makes more of a row while it fits: into the room first, and over it only while there is too little work. */
function grow(begun: Row, chosen: readonly Stretch[], room: Room, minutes: Minutes, growth: Growth, weigh: Weigh): Row {
  let row = begun;
  for (;;) {
    const most = room.ms + (row.workMs < room.workMs ? room.overMs : 0);
    const next = stepsFor(row.list, chosen, minutes, growth).find(
      ({ from, to }) => row.ms + weigh(to).ms - weigh(from).ms <= most,
    );
    if (!next) return row;
    const { from, to } = next;
    row = {
      list: row.list.map((one) => (one === from ? to : one)),
      ms: row.ms + weigh(to).ms - weigh(from).ms,
      workMs: row.workMs + weigh(to).workMs - weigh(from).workMs,
    };
  }
}

/** How long a partner's light strokes may be, in seconds. */
const STROKE_SECONDS = [30, 35, 40, 45, 50, 55, 60] as const;

/**
 * A partner's light strokes, and stretches after them where there is room: of all lengths of strokes, alone and not, the
 * one that comes nearest to the work that is owed and to the room.
 */
export function fitAfterStrokes(choice: Choice, room: Room, taste: Taste, tables: PlanningTables): Fitted {
  const options = STROKE_SECONDS.flatMap((each): Fitted[] => {
    const strokes: PlannedStretch = { id: LIGHT_STROKES, sets: 1, ...(each === STROKE_SECONDS[0] ? {} : { each }) };
    const strokesMs = lengthOfStretches(choice, [strokes], taste.pace, tables);
    const left: Room = { ...room, ms: room.ms - strokesMs, workMs: room.workMs - each * 1000, lying: true };
    const { stretches, padMs } = fitStretches(choice, left, taste, tables);
    return [
      { stretches: [strokes], padMs: 0 },
      { stretches: [strokes, ...stretches], padMs },
    ];
  });
  const cost = ({ stretches, padMs }: Fitted): number => {
    const numbMs = stretches.some(({ id }) => tables.exercises.stretches[id]?.sided) ? (room.numbMs ?? 0) : 0;
    const ms = lengthWithFloor(choice, stretches, taste.pace, tables, false) + (stretches.length - 1) * padMs + numbMs;
    const missing = room.workMs - workOfStretches(choice, stretches, taste.pace, tables.exercises);
    const off = Math.abs(room.ms - ms);
    const few = Math.abs(stretches.length - 1 - room.exercises) * COST.count;
    return Math.max(0, missing) * COST.work + off * COST.off + Math.max(0, off - room.overMs) * COST.farOff + few;
  };
  return options.reduce((best, one) => (cost(one) < cost(best) ? one : best));
}
