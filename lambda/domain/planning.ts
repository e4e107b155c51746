// Plans spots and stretches for the minutes asked, to within a tenth.

import { type Form, lengthOfClosing, lengthOfPressing, workOfPressing } from './allowances';
import type { Exercises, Minutes } from './exercise';
import { fitAfterStrokes, fitStretches } from './fitting';
import { lengthWithFloor, workOfStretches } from './measuring';
import type { PlanningTables, Room, Taste } from './planningTables';
import { type Choice, firstSideOf, otherSideOf, type Plan, type SpotWork } from './routine';
import { type Act, roomFor } from './timeline';

/** The room a reprompt needs for the safety net and the way back, kept free in every timed answer. */
export const NET_ACTS: readonly Act[] = [{ key: 'close.net' }, { key: 'carry.comeBack' }];

/** How much of the minutes is work on a first visit and later: holds and counted movements (docs/principles.md "The minutes"). */
const WORK_SHARE: Readonly<Record<Minutes, { first: number; later: number }>> = {
  3: { first: 0.35, later: 0.45 },
  5: { first: 0.45, later: 0.5 },
  10: { first: 0.5, later: 0.5 },
};
/** How far over the minutes a routine may be planned while it holds too little work; a tenth is promised. */
const OVER_SHARE = 0.094;

/** Exercises beside the presses, and without pressing one more in the place of each hold. */
const STRETCHES: Readonly<Record<Minutes, { after: number; alone: number }>> = {
  3: { after: 1, alone: 2 },
  5: { after: 2, alone: 4 },
  10: { after: 4, alone: 6 },
};

/**
 * The holds of a routine along the planned way: one in three minutes, two in five, four on two spots in ten. A second
 * hold is the rest of the spot's minute; in ten minutes a pin and stretch may stand in its place on the last spot.
 */
export function planWork(choice: Choice, hold: Taste['hold'], tables: PlanningTables): SpotWork[] {
  const { tool, minutes, region, side } = choice;
  if (tool === 'none') return [];
  const first = firstSideOf(side);
  const second = side === 'both' ? otherSideOf(first) : first;
  const sides = minutes === 10 || (minutes === 5 && side === 'both') ? [first, second] : [first];
  const once = pressesOnce(choice);
  const press = tables.exercises.presses[tool];
  const pinnable = minutes === 10 && press.pinRegions.includes(region) && hold.next === press.seconds;
  return sides.slice(0, tables.press.spots).map((one, index, all) => {
    const seconds = holdIn(choice, index === 0 ? hold.first : hold.next, tables.exercises);
    const rest = tables.press.spotSeconds - seconds;
    const pinned = pinnable && index === all.length - 1;
    const again = once || pinned || rest < tables.press.shortestRestSeconds ? [] : [rest];
    return { side: one, holds: [seconds, ...again], pinned };
  });
}

/** Whether each spot is pressed once: the minutes are tight. */
const pressesOnce = ({ minutes, side }: Choice): boolean => minutes === 3 || (minutes === 5 && side === 'both');

/**
 * Seconds of a hold where `wished` are wished for. A hook presses in whole rounds of ten; its rests, and a partner's way
 * off the floor, leave tight minutes no room for a long hold.
 */
export function holdIn(choice: Choice, wished: number, exercises: Exercises): number {
  const press = choice.tool === 'none' ? null : exercises.presses[choice.tool];
  if (!press) return wished;
  const whole = press.seconds * press.rounds;
  const isSlow = press.rounds > 1 || choice.tool === 'partner';
  if (isSlow && pressesOnce(choice)) return Math.min(wished, whole);
  return press.rounds === 1 ? wished : wished < 2 * whole ? whole : 2 * whole;
}

/** The routine for a choice: spots first, then the stretches that fill what is left of the minutes. */
export function planRoutine(choice: Choice, later: boolean, taste: Taste, tables: PlanningTables): Plan {
  const work = taste.pressOff ? [] : planWork(choice, taste.hold, tables);
  const plan: Plan = {
    choice: taste.pressOff ? { ...choice, tool: 'none' } : choice,
    spots: work.map((spot) => spot.side),
    pin: work.some((spot) => spot.pinned),
    // An exercise asked for by name is described in full.
    brief: (choice.minutes === 3 && !taste.first) || (choice.minutes === 5 && work.length > 1),
    later,
    stretches: [],
    padMs: 0,
  };
  return refit(plan, work, taste, tables);
}

const secondsIn = (work: readonly SpotWork[]): number =>
  work.reduce((sum, { holds }) => holds.reduce((all, seconds) => all + seconds, sum), 0);

/**
 * Whether more is pressed than planned: then the stretches stay, and the routine runs over by a minute at most.
 */
export function runsOver(plan: Plan, work: readonly SpotWork[], taste: Taste, tables: PlanningTables): boolean {
  return secondsIn(work) > secondsIn(planWork(plan.choice, taste.hold, tables));
}

/** The same routine with its stretches chosen anew for what pressing has really taken of the minutes. */
export function refit(plan: Plan, done: readonly SpotWork[], taste: Taste, tables: PlanningTables): Plan {
  const { choice } = plan;
  const work = runsOver(plan, done, taste, tables) ? planWork(choice, taste.hold, tables) : done;
  const pressed = choice.tool !== 'none' && work.length > 0;
  const leftMs = choice.minutes * 60_000 - fixedMsOf(plan, work, taste, tables);
  const room: Room = {
    ms: leftMs - lengthOfHandovers(leftMs, tables),
    overMs: choice.minutes * 60_000 * OVER_SHARE,
    workMs: workWanted(plan) - workOfPressing(work, tables),
    numbMs: warnsOfNumbness(plan) ? lengthOfWarning(tables) : 0,
    exercises: STRETCHES[choice.minutes][pressed ? 'after' : 'alone'],
  };
  const paced: Taste = { ...taste, pace: { ...taste.pace, brief: plan.brief } };
  const chooseStretches = choice.tool === 'partner' && pressed ? fitAfterStrokes : fitStretches;
  return { ...plan, ...chooseStretches(choice, room, paced, tables) };
}

/** Milliseconds of work that a plan owes. */
export function workWanted({ choice: { minutes }, later }: Plan): number {
  return minutes * 60_000 * WORK_SHARE[minutes][later ? 'later' : 'first'];
}

/** Milliseconds of all but the stretches. */
function fixedMsOf(plan: Plan, work: readonly SpotWork[], { hold, toned }: Taste, tables: PlanningTables): number {
  const { choice } = plan;
  const isLonger = holdIn(choice, hold.next, tables.exercises) > holdIn(choice, hold.first, tables.exercises);
  const form: Form = { ...plan, owed: !plan.later && isLonger, ...(toned ? { toned } : {}) };
  return (
    lengthOfPressing(choice, work, form, tables) +
    lengthOfIntroduction(plan, work, tables) +
    lengthOfClosing(choice, plan, work.length > 0, tables)
  );
}

/** What opens the stretches: the rules on a first visit, a word of them later or where the minutes are tight, or nothing. */
export function openerOf({ later, brief, choice }: Pick<Plan, 'later' | 'brief' | 'choice'>): Act[] {
  if (later && brief) return [];
  if (later || brief) return [{ key: 'stretch.begin' }];
  // Of stretches alone the plan has just said what they are.
  return [choice.tool === 'none' ? { key: 'stretch.safe', context: 'only' } : { key: 'stretch.safe' }];
}

/** Milliseconds of what is said before the first stretch. */
export function lengthOfIntroduction(plan: Plan, work: readonly SpotWork[], { lengthOf }: PlanningTables): number {
  // A partner is led on to the strokes by what was said of the hold.
  const opened = plan.choice.tool === 'partner' && work.length > 0;
  return opened ? 0 : openerOf(plan).reduce((sum, act) => sum + lengthOf(act), 0);
}

const lengthOfWarning = ({ lengthOf }: PlanningTables): number => roomFor({ key: 'stretch.numb' }, lengthOf);

/**
 * Whether what to do about numbness is said, before the first stretch of one side: on a first visit, and where the
 * minutes are not tight.
 */
export const warnsOfNumbness = ({ brief, later }: Pick<Plan, 'brief' | 'later'>): boolean => !brief && !later;

/** How long stretches may be that one answer leads through, and what an answer holds of a longer row on average. */
const ONE_ANSWER_MS = 180_000;
const ANSWER_MS = 165_000;

/** Prompts and answers between the timed answers of a long row of stretches. */
export function lengthOfHandovers(remainingMs: number, { lengthOf, planning }: PlanningTables): number {
  const answers = remainingMs <= ONE_ANSWER_MS ? 1 : Math.ceil(remainingMs / ANSWER_MS);
  const on: Act = { key: 'stretch.on', values: { variant: 1 } };
  return (answers - 1) * (lengthOf({ key: 'between.ready' }) + planning.answerMs + lengthOf(on));
}

/** Milliseconds of a whole routine from "start" to the last word, and of the work in it. */
export function measurePlan(
  plan: Plan,
  work: readonly SpotWork[],
  taste: Taste,
  tables: PlanningTables,
): { ms: number; workMs: number } {
  const { choice, stretches } = plan;
  const pace = { ...taste.pace, brief: plan.brief };
  const stretchMs = lengthWithFloor(choice, stretches, pace, tables, false);
  const warned = warnsOfNumbness(plan) && stretches.some(({ id }) => tables.exercises.stretches[id]?.sided);
  const fixedMs =
    fixedMsOf(plan, work, taste, tables) + stretches.length * plan.padMs + (warned ? lengthOfWarning(tables) : 0);
  const workMs = workOfPressing(work, tables) + workOfStretches(choice, stretches, pace, tables.exercises);
  return { ms: fixedMs + stretchMs + lengthOfHandovers(stretchMs, tables), workMs };
}
