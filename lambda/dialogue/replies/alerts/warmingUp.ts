// Replies to the offer of a warm-up timer, and to the outcome of setting it.

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

type ErrandDone = Extract<Event, { type: 'errandDone' }>;
/** Tells the listener how to warm up without the timer; the session ends with it. */
const YOURSELF: Act = { key: 'warmUp.yourself' };
/** Remembers a no and goes on. */
function declineWarmUp(state: State, moment: WarmingUp, context: Context): Turn {
  const turn = goOn(state, moment, context);
  return { ...turn, effects: [...turn.effects, { type: 'rememberDeclined', offer: 'warmUp' }] };
}

/** Says how setting the timer went, and asks for the permission when it was refused. */
function tellOutcome(state: State, { outcome, permitted }: ErrandDone, context: Context): Turn {
  if (outcome === 'done')
    return leave(state, [{ key: 'warmUp.done' }], [{ type: 'rememberAccepted', offer: 'warmUp' }]);
  // A timer that is refused although the permission was just given is not asked for again: that could go on for ever.
  if (outcome === 'refused' && !permitted && mayAskFor('timers', context))
    return askFor({ of: 'timers' }, state, [{ key: 'warmUp.why' }]);
  const notDone = outcome === 'unreachable' ? 'warmUp.failed' : 'warmUp.notSet';
  return leave(state, [{ key: outcome === 'refused' ? 'warmUp.app' : notDone }, YOURSELF]);
}

/** Ends the session and keeps a place in the routine until the muscle is warm. */
function leave(state: State, says: Act[], effects: Effect[] = []): Turn {
  return endSession(state, says, state.plan && state.place ? [...effects, { type: 'savePlace' }] : effects);
}

/** Sets the timer after a yes to Alexa; a no is remembered for good. */
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
      // The skill promises never to ask again only when it can remember that.
      [{ key: context.remembered ? 'warmUp.denied' : 'warmUp.left' }, YOURSELF],
      [{ type: 'rememberDeclined', offer: 'timers' }],
    );
  if (told === 'unanswered') return leave(state, [{ key: 'warmUp.unanswered' }, YOURSELF]);
  const here: WarmingUp =
    moment.at === 'warmingUp' ? moment : { at: 'warmingUp', first: true, back: moment, tries: {} };
  return { ...staySilent(moveTo(state, here)), errand: { type: 'setWarmUpTimer' } };
}

/** Replies to the offer of a warm-up timer. */
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
      return tryAgain(
        moment,
        (counted) => ask(state, counted, context),
        () => goOn(state, moment, context),
      );
    default:
      return goOn(state, moment, context);
  }
}

/** Goes on to the health questions, or to the question that was open before. */
function goOn(state: State, moment: WarmingUp, context: Context): Turn {
  if (!moment.first) return leadBack({ state: moveTo(state, moment.back), says: [] }, context);
  const opened = openingFor(state, context);
  return beginScreening(opened.state, context, opened.says);
}
