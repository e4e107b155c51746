// Chooses the stretches that fill a given time best.

import type { Exercises, PressLimits } from './exercise';
import { type Choice, type Plan, type PlannedStretch, stretchUnitsOf } from './routine';
import { FLOOR_WORK, layOutStretches, type StretchPace } from './stretchTimeline';
import { type LengthOf, lengthOfTimeline, roomFor } from './timeline';

/** Everything planning needs to know; lengths in milliseconds, as estimated for the locale. */
export interface PlanningTables {
  exercises: Exercises;
  press: PressLimits;
  stretchOrder: Record<Choice['region'], Record<Choice['place'], string[]>>;
  /** What finding one spot counts for. */
  findingMs: number;
  /** What the answer to one check counts for. */
  checkMs: number;
  lengthOf: LengthOf;
}

export interface Taste {
  pace: StretchPace;
  /** Leaves demanding exercises out. */
  easier: boolean;
  /** No press: only stretches. */
  pressOff: boolean;
  /** The exercise that was asked for by name: it comes first. */
  first?: string;
  /** Exercises already done, which are not planned again while others are left. */
  done: readonly string[];
}

interface Candidate {
  id: string;
  /** Milliseconds and price of each number of sets. */
  bySets: { sets: number; ms: number; price: number }[];
  floor: boolean;
  follows: string | undefined;
}

function candidatesFor(choice: Choice, taste: Taste, tables: PlanningTables): Candidate[] {
  const order = tables.stretchOrder[choice.region][choice.place];
  const usable = order.filter((id) => {
    const stretch = tables.exercises.stretches[id];
    return stretch !== undefined && !(taste.easier && stretch.demanding);
  });
  const asked = usable.filter((id) => id === taste.first);
  const ordered = [...asked, ...usable.filter((id) => id !== taste.first)];
  const fresh = ordered.filter((id) => !taste.done.includes(id));
  return (fresh.length > 0 ? fresh : ordered).map((id) => {
    const stretch = tables.exercises.stretches[id];
    const { least, most } = stretch?.sets ?? { least: 1, most: 1 };
    const bySets = Array.from({ length: most }, (_, index) => {
      const sets = index + 1;
      const price = sets < least ? (least - sets) * COST.missingSet : (sets - least) * COST.extraSet;
      return { sets, ms: lengthOfStretches(choice, [{ id, sets }], taste.pace, tables), price };
    });
    return { id, bySets, floor: stretch?.place === 'floor', follows: stretch?.follows };
  });
}

/** Milliseconds of getting down to the floor, and of getting up again. */
function floorWorkIn(tables: PlanningTables): { downMs: number; riseMs: number } {
  const [downMs, riseMs] = FLOOR_WORK.map(({ act, quietMs }) => roomFor(act, tables.lengthOf) + quietMs);
  return { downMs: downMs ?? 0, riseMs: riseMs ?? 0 };
}

/** Milliseconds of stretches in a row, without the prompts between answers and without getting down and up. */
export function lengthOfStretches(
  choice: Choice,
  stretches: PlannedStretch[],
  pace: StretchPace,
  tables: PlanningTables,
): number {
  const plan: Plan = { choice, spots: [], pin: false, brief: false, stretches, padMs: 0 };
  const units = stretchUnitsOf(plan, tables.exercises);
  const slots = layOutStretches(units, 0, units.length, { ...pace, padMs: 0 }, tables.exercises, tables.lengthOf);
  const still = slots.filter((slot) => !FLOOR_WORK.some(({ act }) => act.key === slot.act?.key));
  return lengthOfTimeline(still, tables.lengthOf);
}

/** Longest quiet that may be added to the way into one exercise. */
const MOST_PAD_MS = 10_000;

interface Chosen {
  id: string;
  sets: number;
  ms: number;
}

/**
 * What a selection of stretches costs, in milliseconds one would give up for something better; the weights are ours.
 */
const COST = {
  /** Every millisecond off, and what it costs once the routine is off by more than the free share. */
  off: 0.4,
  farOff: 4,
  /** The share of the minutes by which a routine may be off freely; a tenth is promised. */
  freeShare: 0.045,
  /** Leaving out an exercise that stands earlier in the order. */
  skipped: 3000,
  /** A further set, where another exercise could stand. */
  extraSet: 12_000,
  /** A set less than the dose: where the minutes are tight, once is better than a stretch for another region. */
  missingSet: 12_000,
  /** Each exercise brings variety. */
  variety: -5000,
} as const;

/**
 * The stretches that come nearest to `remainingMs`, earlier ones preferred, and the quiet that makes up the rest.
 * `lying`: the listener is on the floor already. Never empty: stretching after pressing is part of every routine
 * (F47).
 */
export function fitStretches(
  choice: Choice,
  remainingMs: number,
  taste: Taste,
  tables: PlanningTables,
  lying = false,
): { stretches: PlannedStretch[]; padMs: number } {
  const all = candidatesFor(choice, taste, tables);
  const { downMs, riseMs } = floorWorkIn(tables);
  const freeMs = choice.minutes * 60_000 * COST.freeShare;
  let best: { cost: number; totalMs: number; chosen: Chosen[] } = {
    cost: Number.POSITIVE_INFINITY,
    totalMs: 0,
    chosen: [],
  };
  const walk = (index: number, chosen: Chosen[], soFarMs: number, price: number, onFloor: boolean) => {
    const totalMs = soFarMs + (onFloor ? riseMs : 0);
    const cost = price + costOfMissing(remainingMs - totalMs, chosen.length, freeMs);
    if (chosen.length > 0 && cost < best.cost) best = { cost, totalMs, chosen };
    if (totalMs > remainingMs + freeMs) return;
    const last = chosen.length === 0 && all[0]?.id === taste.first ? 1 : all.length;
    for (let next = index; next < last; next++) {
      const candidate = all[next];
      if (!candidate || (candidate.follows && !chosen.some(({ id }) => id === candidate.follows))) continue;
      const movingMs = candidate.floor === onFloor ? 0 : candidate.floor ? downMs : riseMs;
      for (const { sets, ms, price: ofSets } of candidate.bySets) {
        const paid = price + (next - index) * COST.skipped + ofSets + COST.variety;
        walk(next + 1, [...chosen, { id: candidate.id, sets, ms }], soFarMs + movingMs + ms, paid, candidate.floor);
      }
    }
  };
  walk(0, [], 0, 0, lying);
  const { chosen, totalMs } = best;
  const perExercise = Math.floor((remainingMs - totalMs) / Math.max(1, chosen.length));
  return {
    stretches: chosen.map(({ id, sets }) => ({ id, sets })),
    padMs: Math.max(0, Math.min(MOST_PAD_MS, perExercise)),
  };
}

/** What it costs to be off by `missingMs`, when each exercise can take up some quiet. */
function costOfMissing(missingMs: number, exercises: number, freeMs: number): number {
  const off = missingMs < 0 ? -missingMs : Math.max(0, missingMs - exercises * MOST_PAD_MS);
  return off * COST.off + Math.max(0, off - freeMs) * COST.farOff;
}
