// Whether Alexa may be made to ask for a permission, and the words before she does.

import type { Act, Permission, Turn } from '../../act';
import type { Context } from '../../context';
import type { State } from '../../state';
import { moveTo } from '../../turn';

/** A no is taken once and for all; where nothing can be remembered, it could not be. */
export function mayAskFor(of: Permission['of'], { remembered }: Context): boolean {
  return remembered !== null && !remembered.declined.includes(of);
}

/** Why first, then Alexa asks herself. The place is kept before: the session may not last as long as her question. */
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
