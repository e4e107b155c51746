// Leads through the stretches in as few answers as they fit into.

import { openerOf, refit } from '../../../domain/planning';
import type { Plan, Unit } from '../../../domain/routine';
import { LIGHT_STROKES } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { planningTablesIn, tasteOf, unitsOf, workOf } from '../../planning';
import { mayStretch } from '../../rules';
import type { RoutinePlace, State } from '../../state';
import { knowsRules } from '../../talk';
import {
  answer,
  fitUnits,
  introduces,
  isOnFloor,
  lengthOfNet,
  lengthOfSays,
  moveTo,
  unitAfterExercise,
} from '../../turn';
import { askClosing } from './closing';

/** Begins the stretches, chosen anew for the minutes that are left. */
export function beginStretches(state: State, context: Context, says: Act[]): Turn {
  if (!state.plan) return askClosing(state, context, says);
  const spots = workOf(state);
  const fitted = refit(
    state.plan,
    state.pressOff && spots.length === 0 ? [] : spots,
    tasteOf(state, context),
    planningTablesIn(context),
  );
  // Where pressing is closed, a partner's hands leave the back too.
  const stretches = fitted.stretches.filter(({ id }) => !state.pressOff || id !== LIGHT_STROKES);
  const plan: Plan = { ...fitted, stretches };
  return continueStretches({ ...state, plan, place: { part: 'stretch', unit: 0 } }, context, says);
}

/** Plays as many exercises from the place on as fit one answer. The closing question follows the last one. */
export function continueStretches(state: State, context: Context, says: Act[]): Turn {
  const units = unitsOf(state, context);
  const place: RoutinePlace = state.place ?? { part: 'stretch', unit: 0 };
  if (!mayStretch(state) || place.unit >= units.length) return askClosing(state, context, says);
  const strokes = units[place.unit]?.exercise === LIGHT_STROKES;
  const intro = introduces(state, context);
  const known = strokes || state.heard.includes('stretch.safe') || knowsRules(state, context);
  const opener: Act[] =
    known || !state.plan ? [{ key: 'stretch.on', values: { variant: place.unit } }] : openerOf(state.plan);
  // A partner is led on to the light strokes by what was said of the hold.
  const spoken: Act[] = strokes && says.length > 0 ? says : [...says, ...opener];
  const room = {
    ms:
      context.limits.responseMs -
      lengthOfSays(spoken, context) -
      lengthOfNet(context) -
      context.lengthOf({ key: 'close.numb' }) -
      2000,
    clips: context.limits.clips - 2,
  };
  const start = { intro, lying: state.lying, ...(place.restSeconds ? { restSeconds: place.restSeconds } : {}) };
  const block = fitUnits(state, context, place.unit, room, start, true);
  const final = block.to >= units.length;
  const stretches = units.slice(place.unit, block.to).some(({ exercise }) => exercise !== LIGHT_STROKES);
  const said = stretches ? [...(known ? [] : ['stretch.safe']), ...(intro ? ['stretch.numb'] : [])] : [];
  const heard = [...new Set([...state.heard, ...said])];
  const sent: State = { ...moveTo(state, { at: 'stretching' }), heard, place: { part: 'stretch', unit: place.unit } };
  const lying = isOnFloor(state, context, block.to - 1) && isOnFloor(state, context, block.to);
  return answer(sent, context, {
    says: spoken,
    block,
    asks: { key: final ? 'close.numb' : 'between.ready' },
    carriesOn: { unit: block.to, lying },
  });
}

/** Goes to the next exercise and skips the rest of this one. */
export function goToNextExercise(state: State, context: Context, says: Act[]): Turn {
  const place: RoutinePlace = { part: 'stretch', unit: unitAfterExercise(state, context) };
  return continueStretches({ ...state, place }, context, says);
}

/** Index of the first unit of the exercise at `unit`. */
function startOf(units: readonly Unit[], unit: number): number {
  const id = units[unit]?.exercise;
  let start = unit;
  while (start > 0 && units[start - 1]?.exercise === id) start--;
  return start;
}

/** Plays this exercise again from its beginning, in the form in which it was explained. */
export function repeatExercise(state: State, context: Context): Turn {
  const units = unitsOf(state, context);
  const unit = startOf(units, Math.min(state.place?.unit ?? 0, units.length - 1));
  const heard = state.heard.filter((id) => id !== units[unit]?.exercise);
  return continueStretches({ ...state, heard, place: { part: 'stretch', unit } }, context, []);
}

/** Plays the exercise before this one from its start. */
export function goToPreviousExercise(state: State, context: Context): Turn {
  const units = unitsOf(state, context);
  const start = startOf(units, Math.min(state.place?.unit ?? 0, units.length - 1));
  const unit = start > 0 ? startOf(units, start - 1) : 0;
  return continueStretches({ ...state, place: { part: 'stretch', unit } }, context, []);
}
