// Gives the planner what it needs of state and context: tables, pace, taste and the work done.

import { planRoutine } from '../domain/planning';
import type { PlanningTables, Taste } from '../domain/planningTables';
import {
  type Choice,
  LIGHT_STROKES,
  type Plan,
  type PlannedStretch,
  type SpotWork,
  stretchUnitsOf,
  type Unit,
} from '../domain/routine';
import type { StretchPace } from '../domain/stretchTimeline';
import type { Context } from './context';
import { plannedHolds } from './holdLength';
import { mayHaveTones } from './sounding';
import type { State } from './state';
import { saysLess } from './talk';

/** The content tables that the planner reads, with the length of sentences. */
export function planningTablesIn(context: Context): PlanningTables {
  return { ...context.routine, lengthOf: context.lengthOf };
}

/** A slower pace lengthens counts and the time between positions by a quarter; holds keep their seconds. */
const SLOWNESS = 1.25;

/**
 * How fast and how briefly stretches are led. `slowness` multiplies lengths, `padMs` is quiet added to each exercise.
 */
export function paceOf(state: State): StretchPace {
  return {
    counting: state.settings.counting,
    slowness: state.settings.pace === 'slow' ? SLOWNESS : 1,
    padMs: state.plan?.padMs ?? 0,
    brief: state.plan?.brief === true || saysLess(state),
    quiet: saysLess(state),
    heard: state.heard,
    toned: mayHaveTones('stretch', state.settings),
  };
}

/** What the listener's tastes mean for the choice of stretches. `done`: ids of exercises that are not chosen again. */
export function tasteOf(state: State, context: Context, done: readonly string[] = []): Taste {
  const { exercise } = state.wishes;
  const first = exercise && !done.includes(exercise) ? { first: exercise } : {};
  const hold = plannedHolds(state, context);
  const toned = mayHaveTones('press', state.settings);
  return { pace: paceOf(state), easier: state.easier, pressOff: state.pressOff, done, hold, toned, ...first };
}

/** The stretching units of the plan, in order; none without a plan. */
export function unitsOf(state: State, context: Context): Unit[] {
  return state.plan ? stretchUnitsOf(state.plan, context.routine.exercises) : [];
}

/** The pressing done so far, spot by spot. */
export function workOf(state: State): SpotWork[] {
  return state.spots.map(({ side, holds, pinned, pressedSeconds }) => {
    const parts = Math.max(1, holds + (pinned ? 1 : 0));
    return { side, holds: Array.from({ length: holds }, () => Math.round(pressedSeconds / parts)), pinned };
  });
}

/** The routine for a choice, fitted to its minutes. Whoever has been here before hears the short forms. */
export function planFor(choice: Choice, state: State, context: Context): Plan {
  const later = (context.remembered?.sessions.length ?? 0) > 0;
  return planRoutine(choice, later, tasteOf(state, context), planningTablesIn(context));
}

/** The side of the spot that is being worked on. */
export function spotSideOf(state: State): 'left' | 'right' {
  return state.spots.at(-1)?.side ?? state.plan?.spots[0] ?? 'left';
}

/** The plan without its pressing, when that is over or closed. */
export function withoutPressing(plan: Plan): Plan {
  const choice: Choice = { ...plan.choice, tool: 'none' };
  const stretches = plan.stretches.filter(({ id }) => id !== LIGHT_STROKES);
  return { ...plan, choice, spots: [], pin: false, stretches };
}

/** The planned stretches from the present one on; none once the closing has begun. */
export function stretchesLeftOf(state: State, context: Context): PlannedStretch[] {
  const { plan, place } = state;
  if (!plan || place?.part === 'close') return [];
  if (place?.part !== 'stretch') return plan.stretches;
  const here = unitsOf(state, context)[place.unit]?.exercise;
  const index = plan.stretches.findIndex(({ id }) => id === here);
  return index < 0 ? [] : plan.stretches.slice(index);
}
