// Replies to an age: from seventy on the session is a gentle one, which is said once and kindly.

import { limitsForAge } from '../../domain/age';
import type { Act, Turn } from '../act';
import { pressToolOf } from '../blocks';
import type { Context } from '../context';
import { contextWithinAge } from '../gentle';
import { SHORT_HOLD } from '../holdLength';
import { askAgain } from '../prompts';
import { planAnew } from '../replanning';
import type { State } from '../state';
import { replan } from './replanning';

const SAYS: Act[] = [{ key: 'age.gentle' }];

/** The state of a gentle session, with what is said about it; null when the age changes nothing. */
export function becomeGentle(state: State, years: number, context: Context): { state: State; says: Act[] } | null {
  if (state.gentle || !limitsForAge(years, context.routine.gentle)) return null;
  return { state: { ...state, gentle: true, easier: true, place: withShortRest(state.place) }, says: SAYS };
}

/** A hold that was broken off, with no more left than a gentle session may hold at once. */
function withShortRest(place: State['place']): State['place'] {
  if (place?.part !== 'press' || place.restSeconds === undefined) return place;
  return { ...place, restSeconds: Math.min(place.restSeconds, SHORT_HOLD) };
}

/** Replies to an age in any moment; null when it changes nothing. */
export function hearAge(before: State, years: number, given: Context): Turn | null {
  if (before.guideOff) return null;
  // Said once: whoever says it again is asked what was open.
  if (before.gentle && limitsForAge(years, given.routine.gentle)) return askAgain(before, given);
  const gentle = becomeGentle(before, years, given);
  if (!gentle) return null;
  const { state, says } = gentle;
  const context = contextWithinAge(state, given);
  // A doubt stays open; the tool that is left out presses no more (`mayPress`).
  const isDoubting = state.moment.at === 'doubting';
  if (!state.plan || state.place?.part === 'close' || isDoubting) return askAgain(state, context, says);
  const tool = pressToolOf(state);
  const swapped =
    tool && given.routine.gentle.withoutTools.includes(tool)
      ? replan(state, { type: 'lacksTool', tool }, context)
      : null;
  if (!swapped) return askAgain(planAnew(state, context), context, says);
  const release = swapped.says.filter(({ does }) => does === 'releases');
  return { ...swapped, says: [...release, ...says, ...swapped.says.filter(({ does }) => does !== 'releases')] };
}
