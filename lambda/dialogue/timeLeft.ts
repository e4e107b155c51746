// Reckons how many minutes of the routine are left where the listener is.

import { lengthOfClosing, lengthOfPressing, type PressPoint } from '../domain/allowances';
import { lengthOfHandovers, lengthOfIntroduction, planWork, refit } from '../domain/planning';
import { type Plan, type SpotWork, stretchUnitsOf } from '../domain/routine';
import { layOutStretches } from '../domain/stretchTimeline';
import { lengthOfTimeline } from '../domain/timeline';
import type { Context } from './context';
import { paceOf, planningTablesIn, tasteOf, workOf } from './planning';
import { secondsLeftOnSpot } from './rules';
import type { Moment, State } from './state';

/** Whole minutes left of the routine, at least one: what the plan still holds from here. */
export function minutesLeftOf(state: State, context: Context): number {
  if (!state.plan) return 0;
  return Math.max(1, Math.round(msLeftOf(state, state.plan, context) / 60_000));
}

function msLeftOf(state: State, plan: Plan, context: Context): number {
  const tables = planningTablesIn(context);
  const { choice } = plan;
  const closingMs = lengthOfClosing(choice, plan, plan.spots.length > 0, tables);
  if (state.place?.part === 'close') return closingMs;
  if (state.place?.part === 'stretch') return stretchMsFrom(state.place.unit, state, plan, context) + closingMs;
  const work = workAsPlanned(state, plan, context);
  // The plan's own stretches fill the minutes as if no press followed, because silence leads to them.
  const whole = refit(plan, work, tasteOf(state, context), tables);
  const point = pressPointOf(state, work, context);
  const pressMs = point ? lengthOfPressing(choice, work, plan, tables, point) : 0;
  const stretchMs = lengthOfIntroduction(plan, work, tables) + stretchMsFrom(0, state, whole, context);
  return pressMs + stretchMs + closingMs;
}

/** Milliseconds of the stretches from a unit on, what is left of that one, and the prompts between answers. */
function stretchMsFrom(unit: number, state: State, plan: Plan, context: Context): number {
  const tables = planningTablesIn(context);
  const units = stretchUnitsOf(plan, tables.exercises);
  const rest = state.place?.part === 'stretch' ? state.place.restSeconds : undefined;
  const start = { lying: state.lying, ...(rest === undefined ? {} : { restSeconds: rest }) };
  const pace = paceOf({ ...state, plan });
  const slots = layOutStretches(units, unit, units.length, pace, tables.exercises, tables.lengthOf, start);
  const ms = lengthOfTimeline(slots, tables.lengthOf);
  return ms + lengthOfHandovers(ms, tables);
}

/** The presses of the whole routine: what was done on the spots that are over, and what is planned from here on. */
function workAsPlanned(state: State, plan: Plan, context: Context): SpotWork[] {
  if (state.pressOff) return workOf(state);
  const { hold } = tasteOf(state, context);
  const planned = planWork(plan.choice, hold, planningTablesIn(context));
  const done = workOf(state);
  const over = Math.max(0, done.length - 1);
  return [...done.slice(0, over), ...(over < planned.length ? planned.slice(over) : done.slice(over))];
}

/** Where in the presses the listener is; null once they are over. */
function pressPointOf(state: State, work: readonly SpotWork[], context: Context): PressPoint | null {
  const { spots, place, skinClear, soreBefore, pressOff } = state;
  if (pressOff || work.length === 0 || state.plan?.choice.tool === 'none') return null;
  const index = spots.length - 1;
  const spot = spots[index];
  if (!spot) return { spot: 0, step: !skinClear ? 'skin' : soreBefore === null ? 'soreness' : 'search' };
  const asked = routineMomentOf(state.moment).at;
  const broken = place !== null && place.part !== 'find' && (place.restSeconds ?? 0) > 0;
  const rest = broken && place?.restSeconds !== undefined ? { restSeconds: place.restSeconds } : {};
  if (spot.holds === 0 && place?.part === 'find') return { spot: index, step: asked === 'finding' ? 'feel' : 'search' };
  if (spot.holds === 0) return { spot: index, step: 'hold', ...rest };
  if (asked === 'checking' || asked === 'feeling') return { spot: index, step: 'felt' };
  const spent = secondsLeftOnSpot(state, context) < context.routine.press.shortestRestSeconds;
  const over = spot.holds > 1 || spot.pinned || spent;
  if (over) return { spot: index + 1, step: 'search' };
  return asked === 'offering' ? { spot: index, step: 'offer' } : { spot: index, step: 'again', ...rest };
}

/** The moment of the routine that a question, a pause or a doubt came up in. */
function routineMomentOf(moment: Moment): Moment {
  return 'back' in moment && moment.back ? routineMomentOf(moment.back) : moment;
}
