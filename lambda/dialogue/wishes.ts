// How wishes are remembered through the screening, and what an exercise asked for by name wishes.

import type { Place, Region } from '../domain/exercise';
import type { Context } from './context';
import type { Event } from './event';
import type { State } from './state';

/** What somebody wants is remembered through the screening. */
export function rememberWish(state: State, event: Extract<Event, { type: 'chose' | 'askedForRoutine' }>): State {
  return { ...state, wishes: { ...state.wishes, ...event.wishes } };
}

/** The shortest routine, when an exercise is all that was asked for. */
export const MINUTES = 3;
/** An option for whom another exercise felt fine comes with that other one first. */
export function leadingTo(exercise: string, context: Context): string {
  return context.routine.exercises.stretches[exercise]?.follows ?? exercise;
}

/** Who does not get down to the floor is led through the form for a chair, where there is one. */
export function formFor({ wishes }: State, exercise: string, context: Context): string {
  const stretch = context.routine.exercises.stretches[exercise];
  return wishes.place === 'chair' && stretch?.place === 'floor' ? (stretch.seated ?? exercise) : exercise;
}

/** The wish for a short row of stretches that begins with the exercise, unless more has been wished already. */
export function wishFor(state: State, asked: string, context: Context): State {
  const exercise = formFor(state, leadingTo(asked, context), context);
  const stretch = context.routine.exercises.stretches[exercise];
  if (!stretch) return state;
  const { region } = state.wishes;
  const fitting: Region = region && stretch.regions.includes(region) ? region : (stretch.regions[0] ?? 'middle');
  const place: Place = stretch.place;
  return {
    ...state,
    wishes: { tool: 'none', minutes: MINUTES, ...state.wishes, region: fitting, place, exercise },
  };
}
