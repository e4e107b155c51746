// Which spots and stretches fill the minutes asked, to within a tenth?

import type { Exercises, PressLimits, Side } from './exercise';
import { holdTimeline, type PressTool, pinTimeline } from './pressTimeline';
import {
  type Choice,
  firstSide,
  LIGHT_STROKES,
  otherSide,
  type Plan,
  type PlannedStretch,
  stretchUnits,
} from './routine';
import { FLOOR_WORK, type StretchPace, stretchSlots } from './stretchTimeline';
import { type Act, type LengthOf, lengthOfTimeline, roomFor } from './timeline';

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

/** What has been done on each spot, or is planned to be: holds, and whether the second is a pin and stretch. */
export interface SpotWork {
  side: Side;
  holds: number;
  pinned: boolean;
}

export interface Taste {
  pace: StretchPace;
  /** Leaves demanding exercises out. */
  easier: boolean;
  /** No press: only stretches. */
  pressOff: boolean;
  /** Exercises already done, which are not planned again while others are left. */
  done: readonly string[];
}

/** Checks after a hold: how strong it was, one question on what it felt like, and the offer of more. */
const CHECKS: readonly Act[] = [{ key: 'check.strength' }, { key: 'feeling.sharp' }, { key: 'offer.second' }];
const CLOSING_CHECKS: readonly Act[] = [{ key: 'close.numb' }, { key: 'close.soreness' }];
/** The room a reprompt needs for the safety net and the way back, kept free in every timed answer. */
export const NET_ACTS: readonly Act[] = [{ key: 'close.net' }, { key: 'carry.comeBack' }];

/** The statements of the closing; a brief routine keeps to the safety net. */
export function closingActs(minutes: Choice['minutes'], brief: boolean, pressed: boolean): Act[] {
  const net: Act[] = [{ key: 'close.net' }, { key: 'close.goodbye' }];
  if (brief) return net;
  const after: Act[] = [{ key: 'close.relief' }, { key: 'close.water' }, ...(pressed ? [{ key: 'close.sore' }] : [])];
  if (minutes === 5) return [...after, ...net];
  const care: Act[] = [...(pressed ? [{ key: 'close.often' }] : []), { key: 'close.cold' }, { key: 'close.medicine' }];
  return [...after, ...care, ...net];
}

function saying(acts: readonly Act[], lengthOf: LengthOf): number {
  return acts.reduce((sum, act) => sum + lengthOf(act), 0);
}

/** Milliseconds that pressing takes, from "ready" on, with the fixed allowances for finding and answering. */
export function pressingMs(tool: PressTool, work: readonly SpotWork[], brief: boolean, tables: PlanningTables): number {
  const { exercises, lengthOf, findingMs, checkMs } = tables;
  const checks = brief ? CHECKS.slice(0, 1) : CHECKS;
  const saidMs = brief
    ? saying([{ key: 'check.fine' }, ...(tool === 'partner' ? [] : [{ key: 'offer.later' }])], lengthOf)
    : 0;
  const press = exercises.presses[tool];
  const hold = (side: Side, lead: 'first' | 'again', short: boolean) =>
    lengthOf({ key: `press.${tool}.safe`, values: { seconds: press.seconds } }) +
    lengthOfTimeline(
      holdTimeline(
        { tool, side, seconds: press.seconds * press.rounds, lead, rule: false, brief: short, counting: 'normal' },
        exercises,
        lengthOf,
      ),
      lengthOf,
    );
  const check = (act: Act | undefined) => (act ? lengthOf(act) + checkMs : 0);
  return work.reduce((sum, spot, index) => {
    // What has been heard for the first spot is said short for the second.
    const short = brief || index > 0;
    if (spot.holds === 0 && !spot.pinned) return sum;
    let ms = findingMs + hold(spot.side, 'first', short) + saidMs + checks.reduce((all, act) => all + check(act), 0);
    if (spot.holds > 1) ms += press.restSeconds * 1000 + hold(spot.side, 'again', short) + check(CHECKS[0]);
    if (spot.pinned) {
      const pin = pinTimeline({ side: spot.side, reps: exercises.pin.form.reps, lead: 'first' }, exercises, lengthOf);
      ms += lengthOfTimeline(pin, lengthOf) + check(CHECKS[0]);
    }
    return sum + ms;
  }, 0);
}

/** Milliseconds of the closing: two questions, their answers, and what is said last. */
export function closingMs(choice: Choice, brief: boolean, pressed: boolean, tables: PlanningTables): number {
  const questions = saying(CLOSING_CHECKS, tables.lengthOf) + CLOSING_CHECKS.length * tables.checkMs;
  const before = tables.lengthOf({ key: 'close.before', values: { before: 6, now: 4 } });
  return questions + before + saying(closingActs(choice.minutes, brief, pressed), tables.lengthOf);
}

interface Candidate {
  id: string;
  /** Milliseconds for each number of sets that is allowed. */
  bySets: { sets: number; ms: number }[];
  floor: boolean;
  follows: string | undefined;
}

function candidates(choice: Choice, taste: Taste, tables: PlanningTables): Candidate[] {
  const order = tables.stretchOrder[choice.region][choice.place];
  const usable = order.filter((id) => {
    const stretch = tables.exercises.stretches[id];
    return stretch !== undefined && !(taste.easier && stretch.demanding);
  });
  const fresh = usable.filter((id) => !taste.done.includes(id));
  return (fresh.length > 0 ? fresh : usable).map((id) => {
    const { least, most } = tables.exercises.stretches[id]?.sets ?? { least: 1, most: 1 };
    const bySets = Array.from({ length: most - least + 1 }, (_, extra) => {
      const sets = least + extra;
      return { sets, ms: stretchMs(choice, [{ id, sets }], taste.pace, tables) };
    });
    const stretch = tables.exercises.stretches[id];
    return { id, bySets, floor: stretch?.place === 'floor', follows: stretch?.follows };
  });
}

/** Milliseconds of getting down to the floor, and of getting up again. */
function floorWork(tables: PlanningTables): { downMs: number; riseMs: number } {
  const [downMs, riseMs] = FLOOR_WORK.map(({ act, quietMs }) => roomFor(act, tables.lengthOf) + quietMs);
  return { downMs: downMs ?? 0, riseMs: riseMs ?? 0 };
}

/** Milliseconds of stretches in a row, without the prompts between answers and without getting down and up. */
export function stretchMs(
  choice: Choice,
  stretches: PlannedStretch[],
  pace: StretchPace,
  tables: PlanningTables,
): number {
  const plan: Plan = { choice, spots: [], pin: false, brief: false, stretches, padMs: 0 };
  const units = stretchUnits(plan, tables.exercises);
  const slots = stretchSlots(units, 0, units.length, { ...pace, padMs: 0 }, tables.exercises, tables.lengthOf);
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

/** What a selection of stretches costs, in milliseconds one would give up for something better; the weights are ours. */
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
  /** Each exercise brings variety. */
  variety: -5000,
} as const;

/**
 * The stretches that come nearest to `remainingMs`, earlier ones preferred, and the quiet that makes up the rest.
 * `lying`: the listener is on the floor already. Never empty: stretching after pressing is part of every routine
 * (facts.md F47).
 */
export function fitStretches(
  choice: Choice,
  remainingMs: number,
  taste: Taste,
  tables: PlanningTables,
  lying = false,
): { stretches: PlannedStretch[]; padMs: number } {
  const all = candidates(choice, taste, tables);
  const { downMs, riseMs } = floorWork(tables);
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
    for (let next = index; next < all.length; next++) {
      const candidate = all[next];
      if (!candidate || (candidate.follows && !chosen.some(({ id }) => id === candidate.follows))) continue;
      const movingMs = candidate.floor === onFloor ? 0 : candidate.floor ? downMs : riseMs;
      for (const [extra, { sets, ms }] of candidate.bySets.entries()) {
        const paid = price + (next - index) * COST.skipped + extra * COST.extraSet + COST.variety;
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

/**
 * The spots a routine of this length presses along the planned way: one hold each, and in ten minutes a pin and stretch
 * on the last. A second hold is the listener's choice; the stretches are then fitted to what is left.
 */
export function plannedWork(choice: Choice, tables: PlanningTables): SpotWork[] {
  if (choice.tool === 'none') return [];
  const first = firstSide(choice.side);
  const second = choice.side === 'both' ? otherSide(first) : first;
  const sides = choice.minutes === 10 || (choice.minutes === 5 && choice.side === 'both') ? [first, second] : [first];
  const pinnable = choice.minutes === 10 && tables.exercises.presses[choice.tool].pinRegions.includes(choice.region);
  return sides
    .slice(0, tables.press.spots)
    .map((side, index, all) => ({ side, holds: 1, pinned: pinnable && index === all.length - 1 }));
}

/** Prompts and answers between the timed answers of a long row of stretches. */
function handoverMs(remainingMs: number, tables: PlanningTables): number {
  const answers = Math.max(1, Math.ceil(remainingMs / 185_000));
  return (answers - 1) * (tables.lengthOf({ key: 'between.ready' }) + tables.checkMs);
}

/** The routine for a choice: spots first, then the stretches that fill what is left of the minutes. */
export function planRoutine(choice: Choice, taste: Taste, tables: PlanningTables): Plan {
  const work = taste.pressOff ? [] : plannedWork(choice, tables);
  const plan: Plan = {
    choice: taste.pressOff ? { ...choice, tool: 'none' } : choice,
    spots: work.map((spot) => spot.side),
    pin: work.some((spot) => spot.pinned),
    brief: choice.minutes === 3 || (choice.minutes === 5 && work.length > 1),
    stretches: [],
    padMs: 0,
  };
  return refitted(plan, work, taste, tables);
}

/** Less than this is no time for a stretch. */
const SHORTEST_STRETCH_MS = 25_000;

/** The same routine with its stretches chosen anew for what pressing has really taken of the minutes. */
export function refitted(plan: Plan, work: readonly SpotWork[], taste: Taste, tables: PlanningTables): Plan {
  const { choice } = plan;
  const paced: Taste = { ...taste, pace: { ...taste.pace, brief: plan.brief } };
  const pressedMs = choice.tool === 'none' ? 0 : pressingMs(choice.tool, work, plan.brief, tables);
  const opener: Act = { key: choice.tool === 'partner' && work.length > 0 ? 'stretch.on' : 'stretch.safe' };
  const introMs = tables.lengthOf(opener) + (plan.brief ? 0 : roomFor({ key: 'stretch.intro' }, tables.lengthOf));
  const strokes = choice.tool === 'partner' && work.length > 0 ? [{ id: LIGHT_STROKES, sets: 1 }] : [];
  const strokesMs = stretchMs(choice, strokes, paced.pace, tables);
  const fixedMs = pressedMs + closingMs(choice, plan.brief, work.length > 0, tables) + introMs + strokesMs;
  const leftMs = choice.minutes * 60_000 - fixedMs;
  // A partner's light strokes are all that three minutes have room for.
  const lying = strokes.length > 0;
  if (lying && leftMs < SHORTEST_STRETCH_MS) return { ...plan, stretches: strokes, padMs: 0 };
  const { stretches, padMs } = fitStretches(choice, leftMs - handoverMs(leftMs, tables), paced, tables, lying);
  return { ...plan, stretches: [...strokes, ...stretches], padMs };
}
