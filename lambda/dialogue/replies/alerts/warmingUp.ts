// Replies to the offer of a warm-up timer, and to how setting it went.

import type { Act, Effect, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askFor, mayAskFor } from '../../moments/alerts/permission';
import { ask, type WarmingUp, whyNot } from '../../moments/alerts/warmingUp';
import { leadBack } from '../../moments/questions/answering';
import { beginScreening, openingFor } from '../../moments/screening/screening';
import type { State } from '../../state';
import { tryAgain } from '../../tries';
import { endSession, moveTo, staySilent } from '../../turn';

export type ErrandDone = Extract<Event, { type: 'errandDone' }>;
/** How to do without us; the session ends with it. */
const YOURSELF: Act = { key: 'warmUp.yourself' };
export function declineWarmUp(state: State, moment: WarmingUp, context: Context): Turn {
  const turn = goOn(state, moment, context);
  return { ...turn, effects: [...turn.effects, { type: 'rememberDeclined', offer: 'warmUp' }] };
}

export function tellOutcome(state: State, { outcome, permitted }: ErrandDone, context: Context): Turn {
  if (outcome === 'done')
    return leave(state, [{ key: 'warmUp.done' }], [{ type: 'rememberAccepted', offer: 'warmUp' }]);
  // Refused with the permission just given, it is not asked for again: that could go on for ever.
  if (outcome === 'refused' && !permitted && mayAskFor('timers', context))
    return askFor({ of: 'timers' }, state, [{ key: 'warmUp.why' }]);
  const notDone = outcome === 'unreachable' ? 'warmUp.failed' : 'warmUp.notSet';
  return leave(state, [{ key: outcome === 'refused' ? 'warmUp.app' : notDone }, YOURSELF]);
}

/** The end of the session; a place in the routine is kept for when the muscle is warm. */
function leave(state: State, says: Act[], effects: Effect[] = []): Turn {
  return endSession(state, says, state.plan && state.place ? [...effects, { type: 'savePlace' }] : effects);
}

/** What the listener told Alexa. */
export function hearTimerPermission(
  state: State,
  { answer: told }: Extract<Event, { type: 'permissionAnswered' }>,
  context: Context,
): Turn {
  const { moment } = state;
  const reason = whyNot(state);
  if (reason) return leadBack({ state, says: [reason] }, context);
  if (told === 'denied')
    return leave(
      state,
      // Never to ask again is only promised where it can be remembered.
      [{ key: context.remembered ? 'warmUp.denied' : 'warmUp.left' }, YOURSELF],
      [{ type: 'rememberDeclined', offer: 'timers' }],
    );
  if (told === 'unanswered') return leave(state, [{ key: 'warmUp.unanswered' }, YOURSELF]);
  const here: WarmingUp =
    moment.at === 'warmingUp' ? moment : { at: 'warmingUp', first: true, back: moment, tries: {} };
  return { ...staySilent(moveTo(state, here)), errand: { type: 'setWarmUpTimer' } };
}

export function hearWarmingUp(state: State, event: Event, context: Context, moment: WarmingUp): Turn | null {
  switch (event.type) {
    case 'saidYes':
      return { ...staySilent(state), errand: { type: 'setWarmUpTimer' } };
    case 'errandDone':
      return tellOutcome(state, event, context);
    case 'saidNo':
    case 'saidNone':
      return declineWarmUp(state, moment, context);
    case 'wantedWarmUp':
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedDetails':
    case 'askedHelp':
    case 'askedWhy':
      return ask(state, moment, context, [{ key: 'warmUp.info' }]);
    case 'unclear':
    case 'notUnderstood':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'gaveNumber':
      return tryAgain(
        moment,
        (counted) => ask(state, counted, context),
        () => goOn(state, moment, context),
      );
    default:
      return goOn(state, moment, context);
  }
}

/** On to the questions: the first one with the first words of a session, or the one that was open. */
export function goOn(state: State, moment: WarmingUp, context: Context): Turn {
  if (!moment.first) return leadBack({ state: moveTo(state, moment.back), says: [] }, context);
  const opened = openingFor(state, context);
  return beginScreening(opened.state, context, opened.says);
}
