// Plans spots and stretches for the minutes asked, to within a tenth.

import type { PressTool, Side } from './exercise';
import { fitStretches, lengthOfStretches, type PlanningTables, type Taste } from './fitting';
import { layOutPin, layOutPress } from './pressTimeline';
import { type Choice, firstSideOf, LIGHT_STROKES, otherSideOf, type Plan, type SpotWork } from './routine';
import { type Act, type LengthOf, lengthOfTimeline, roomFor } from './timeline';

/** Checks after a hold: how strong it was, one question on what it felt like, and the offer of more. */
const CHECKS: readonly Act[] = [{ key: 'check.strength' }, { key: 'feeling.sharp' }, { key: 'offer.second' }];
const CLOSING_CHECKS: readonly Act[] = [{ key: 'close.numb' }, { key: 'close.soreness' }];
/** The room a reprompt needs for the safety net and the way back, kept free in every timed answer. */
export const NET_ACTS: readonly Act[] = [{ key: 'close.net' }, { key: 'carry.comeBack' }];

/** The statements of the closing; a brief routine keeps to the safety net. */
export function closingFor(minutes: Choice['minutes'], brief: boolean, pressed: boolean): Act[] {
  const net: Act[] = [{ key: 'close.net' }, { key: 'close.goodbye' }];
  if (brief) return net;
  const after: Act[] = [{ key: 'close.relief' }, { key: 'close.water' }, ...(pressed ? [{ key: 'close.sore' }] : [])];
  if (minutes === 5) return [...after, ...net];
  const care: Act[] = [...(pressed ? [{ key: 'close.often' }] : []), { key: 'close.cold' }, { key: 'close.medicine' }];
  return [...after, ...care, ...net];
}

function lengthOfActs(acts: readonly Act[], lengthOf: LengthOf): number {
  return acts.reduce((sum, act) => sum + lengthOf(act), 0);
}

/** Milliseconds that pressing takes, from "ready" on, with the fixed allowances for finding and answering. */
export function lengthOfPressing(
  tool: PressTool,
  work: readonly SpotWork[],
  brief: boolean,
  tables: PlanningTables,
): number {
  const { exercises, lengthOf, findingMs, checkMs } = tables;
  const checks = brief ? CHECKS.slice(0, 1) : CHECKS;
  const saidMs = brief
    ? lengthOfActs([{ key: 'check.fine' }, ...(tool === 'partner' ? [] : [{ key: 'offer.later' }])], lengthOf)
    : 0;
  const press = exercises.presses[tool];
  const hold = (side: Side, lead: 'first' | 'again', short: boolean) =>
    lengthOf({ key: `press.${tool}.safe`, values: { seconds: press.seconds } }) +
    lengthOfTimeline(
      layOutPress(
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
      const pin = layOutPin({ side: spot.side, reps: exercises.pin.form.reps, lead: 'first' }, exercises, lengthOf);
      ms += lengthOfTimeline(pin, lengthOf) + check(CHECKS[0]);
    }
    return sum + ms;
  }, 0);
}

/** Milliseconds of the closing: two questions, their answers, and what is said last. */
export function lengthOfClosing(choice: Choice, brief: boolean, pressed: boolean, tables: PlanningTables): number {
  const questions = lengthOfActs(CLOSING_CHECKS, tables.lengthOf) + CLOSING_CHECKS.length * tables.checkMs;
  const before = tables.lengthOf({ key: 'close.before', values: { before: 6, now: 4 } });
  return questions + before + lengthOfActs(closingFor(choice.minutes, brief, pressed), tables.lengthOf);
}

/**
 * The spots a routine of this length presses along the planned way: one hold each, and in ten minutes a pin and stretch
 * on the last. A second hold is the listener's choice; the stretches are then fitted to what is left.
 */
export function planWork(choice: Choice, tables: PlanningTables): SpotWork[] {
  if (choice.tool === 'none') return [];
  const first = firstSideOf(choice.side);
  const second = choice.side === 'both' ? otherSideOf(first) : first;
  const sides = choice.minutes === 10 || (choice.minutes === 5 && choice.side === 'both') ? [first, second] : [first];
  const pinnable = choice.minutes === 10 && tables.exercises.presses[choice.tool].pinRegions.includes(choice.region);
  return sides
    .slice(0, tables.press.spots)
    .map((side, index, all) => ({ side, holds: 1, pinned: pinnable && index === all.length - 1 }));
}

/** Prompts and answers between the timed answers of a long row of stretches. */
function lengthOfHandovers(remainingMs: number, tables: PlanningTables): number {
  const answers = Math.max(1, Math.ceil(remainingMs / 185_000));
  return (answers - 1) * (tables.lengthOf({ key: 'between.ready' }) + tables.checkMs);
}

/** The routine for a choice: spots first, then the stretches that fill what is left of the minutes. */
export function planRoutine(choice: Choice, taste: Taste, tables: PlanningTables): Plan {
  const work = taste.pressOff ? [] : planWork(choice, tables);
  const plan: Plan = {
    choice: taste.pressOff ? { ...choice, tool: 'none' } : choice,
    spots: work.map((spot) => spot.side),
    pin: work.some((spot) => spot.pinned),
    // An exercise asked for by name is described in full.
    brief: (choice.minutes === 3 && !taste.first) || (choice.minutes === 5 && work.length > 1),
    stretches: [],
    padMs: 0,
  };
  return refit(plan, work, taste, tables);
}

/** Less than this is no time for a stretch. */
const SHORTEST_STRETCH_MS = 25_000;

/** The same routine with its stretches chosen anew for what pressing has really taken of the minutes. */
export function refit(plan: Plan, work: readonly SpotWork[], taste: Taste, tables: PlanningTables): Plan {
  const { choice } = plan;
  const paced: Taste = { ...taste, pace: { ...taste.pace, brief: plan.brief } };
  const pressedMs = choice.tool === 'none' ? 0 : lengthOfPressing(choice.tool, work, plan.brief, tables);
  const opener: Act = { key: choice.tool === 'partner' && work.length > 0 ? 'stretch.on' : 'stretch.safe' };
  const introMs = tables.lengthOf(opener) + (plan.brief ? 0 : roomFor({ key: 'stretch.intro' }, tables.lengthOf));
  const strokes = choice.tool === 'partner' && work.length > 0 ? [{ id: LIGHT_STROKES, sets: 1 }] : [];
  const strokesMs = lengthOfStretches(choice, strokes, paced.pace, tables);
  const fixedMs = pressedMs + lengthOfClosing(choice, plan.brief, work.length > 0, tables) + introMs + strokesMs;
  const leftMs = choice.minutes * 60_000 - fixedMs;
  // A partner's light strokes are all that three minutes have room for.
  const lying = strokes.length > 0;
  if (lying && leftMs < SHORTEST_STRETCH_MS) return { ...plan, stretches: strokes, padMs: 0 };
  const { stretches, padMs } = fitStretches(choice, leftMs - lengthOfHandovers(leftMs, tables), paced, tables, lying);
  return { ...plan, stretches: [...strokes, ...stretches], padMs };
}
