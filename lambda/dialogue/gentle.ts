// Keeps a session gentle once a listener has said an age of seventy or more.

import { tablesWithin } from '../domain/age';
import type { Context } from './context';
import type { State } from './state';

/** The context with the tables of a gentle session, where it is one. */
export function contextWithinAge(state: Pick<State, 'gentle'> | null, context: Context): Context {
  if (!state?.gentle) return context;
  return { ...context, routine: tablesWithin(context.routine, context.routine.gentle) };
}
