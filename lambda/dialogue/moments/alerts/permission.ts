// Decides whether Alexa may ask for a permission, and says why before she does.

import type { Act, Permission, Turn } from '../../act';
import type { Context } from '../../context';
import type { State } from '../../state';
import { moveTo } from '../../turn';

/** Whether Alexa may be made to ask for a permission. Not after a no, and not when a no could not be remembered. */
export function mayAskFor(of: Permission['of'], { remembered }: Context): boolean {
  return remembered !== null && !remembered.declined.includes(of);
}

/** Says why, then lets Alexa ask. The place is saved first, because the session may end before the listener answers. */
export function askFor(permission: Permission, state: State, says: Act[]): Turn {
  const keeps = state.plan !== null && state.place !== null;
  return {
    state: moveTo(state, state.moment),
    says,
    plays: [],
    asks: null,
    reprompt: null,
    effects: keeps ? [{ type: 'savePlace' }] : [],
    permission,
  };
}
