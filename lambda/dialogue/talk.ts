// How much is said: "talk less" and "talk more".

import type { Context } from './context';
import type { State } from './state';

/**
 * Whether the listener wants fewer words: short forms, no tips, and of a hold the countdown alone. What a safety rule
 * says word for word is said all the same.
 */
export function saysLess({ settings }: Pick<State, 'settings'>): boolean {
  return settings.talk === 'less';
}

/** Whether the rules of stretching can be left out: fewer words are wanted, and they were heard in an earlier session. */
export function knowsRules(state: State, { remembered }: Context): boolean {
  if (!saysLess(state) || !remembered) return false;
  return remembered.sessions.some(({ day }) => day < remembered.today);
}
