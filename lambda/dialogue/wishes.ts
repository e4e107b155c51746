// Remembers wishes through the screening, and turns an exercise asked for by name into wishes.

import type { Place, Region } from '../domain/exercise';
import type { Context } from './context';
import type { Event } from './event';
import type { State } from './state';

/** The settings with the length of holds that was wished for in one breath with the rest. */
export function withHoldWish(state: State): State {
  const { holdSeconds } = state.wishes;
  return holdSeconds === undefined ? state : { ...state, settings: { ...state.settings, holdSeconds } };
}

/** Remembers what the listener wants until the screening is passed. */
export function rememberWish(state: State, event: Extract<Event, { type: 'chose' | 'askedForRoutine' }>): State {
  return withHoldWish({ ...state, wishes: { ...state.wishes, ...event.wishes } });
}

/** The minutes of a routine when only an exercise was asked for: the shortest routine. */
export const MINUTES = 3;
/** The id of the exercise to begin with: some exercises are offered only after another one. */
export function leadingTo(exercise: string, context: Context): string {
  return context.routine.exercises.stretches[exercise]?.follows ?? exercise;
}

/** The exercise in its form for a chair, if there is one and the listener does not get down to the floor. */
export function formFor({ wishes }: State, exercise: string, context: Context): string {
  const stretch = context.routine.exercises.stretches[exercise];
  return wishes.place === 'chair' && stretch?.place === 'floor' ? (stretch.seated ?? exercise) : exercise;
}

/** The state with the wish for a short row of stretches that begins with the exercise; earlier wishes are kept. */
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
