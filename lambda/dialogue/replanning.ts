// Makes the rest of the plan anew after a change on the way.

import { fitStretches, lengthOfStretches } from '../domain/fitting';
import { refit } from '../domain/planning';
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
    return { ...state, plan: refit(plan, workOf(state), tasteOf(state), tables) };
  }
  const units = unitsOf(state, context);
  const done = [...new Set(units.slice(0, state.place.unit).map((unit) => unit.exercise))];
  const left = state.plan.stretches.filter(({ id }) => !done.includes(id));
  const leftMs = lengthOfStretches(state.plan.choice, left, tasteOf(state).pace, tables);
  return planStretches({ ...state, plan }, done, leftMs, context);
}

/** Plans stretches that fill `ms` milliseconds, starting now. `done`: ids of exercises that are not repeated. */
export function planStretches(state: State, done: string[], ms: number, context: Context): State {
  if (!state.plan) return state;
  const { stretches, padMs } = fitStretches(state.plan.choice, ms, tasteOf(state, done), planningTablesIn(context));
  return { ...state, plan: { ...state.plan, stretches, padMs }, place: { part: 'stretch', unit: 0 } };
}
