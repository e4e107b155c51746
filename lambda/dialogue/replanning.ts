// Makes the rest of the plan anew after a change on the way.

import { fitStretches } from '../domain/fitting';
import { lengthOfStretches } from '../domain/measuring';
import { planWork, refit } from '../domain/planning';
import type { Choice, Plan } from '../domain/routine';
import type { Context } from './context';
import { planningTablesIn, tasteOf, unitsOf, workOf } from './planning';
import type { State } from './state';

/** Plans the rest of the routine with the present wishes, pace and tastes. What was done stays done. */
export function planAnew(state: State, context: Context): State {
  if (!state.plan) return state;
  const { place: wishedPlace } = state.wishes;
  const choice: Choice = { ...state.plan.choice, ...(wishedPlace ? { place: wishedPlace } : {}) };
  const plan: Plan = { ...state.plan, choice };
  const tables = planningTablesIn(context);
  if (state.place?.part !== 'stretch') {
    const taste = tasteOf(state, context);
    const work = workOf(state);
    // Before anything is pressed the whole plan is pressed.
    const ahead = work.length === 0 && !state.pressOff ? planWork(choice, taste.hold, tables) : work;
    return { ...state, plan: refit(plan, ahead, taste, tables) };
  }
  const units = unitsOf(state, context);
  const done = [...new Set(units.slice(0, state.place.unit).map((unit) => unit.exercise))];
  const left = state.plan.stretches.filter(({ id }) => !done.includes(id));
  const leftMs = lengthOfStretches(state.plan.choice, left, tasteOf(state, context).pace, tables);
  return planStretches({ ...state, plan }, done, leftMs, context);
}

/** About how long one stretch is. */
const STRETCH_MS = 60_000;

/** Plans stretches that fill `ms` milliseconds, starting now. `done`: ids of exercises that are not repeated. */
export function planStretches(state: State, done: string[], ms: number, context: Context): State {
  if (!state.plan) return state;
  const { choice } = state.plan;
  const room = { ms, overMs: 0, workMs: 0, exercises: Math.max(1, Math.round(ms / STRETCH_MS)), lying: state.lying };
  const { stretches, padMs } = fitStretches(choice, room, tasteOf(state, context, done), planningTablesIn(context));
  return { ...state, plan: { ...state.plan, stretches, padMs }, place: { part: 'stretch', unit: 0 } };
}
