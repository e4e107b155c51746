// Replies to the outcome of setting a warm-up timer, and to Alexa's question for the permission.

import type { Act, Effect, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askFor, mayAskFor } from '../../moments/alerts/permission';
import { type WarmingUp, whyNot } from '../../moments/alerts/warmingUp';
import { releaseIfPressing } from '../../moments/breaks/returning';
import { leadBack } from '../../moments/questions/answering';
import { openScreening } from '../../moments/screening/screening';
import { wayBackFrom } from '../../momentTable';
import type { State } from '../../state';
import { endSession, moveTo, releaseFor, staySilent } from '../../turn';

type ErrandDone = Extract<Event, { type: 'errandDone' }>;

/** Says how setting the timer went, and asks for the permission when it was refused. */
function tellOutcome(state: State, { outcome, permitted }: ErrandDone, context: Context): Turn {
  const release = releaseFirst(state, context, permitted);
  if (outcome === 'done') return leave(state, [...release, { key: 'warmUp.done' }]);
  // A timer that is refused although the permission was just given is not asked for again: that could go on for ever.
  if (outcome === 'refused' && !permitted && mayAskFor('timers', context))
    return askFor({ of: 'timers' }, state, [...release, { key: 'warmUp.why' }]);
  const notDone = outcome === 'unreachable' ? 'warmUp.failed' : 'warmUp.notSet';
  return goOn(state, release, { key: outcome === 'refused' ? 'warmUp.app' : notDone }, context);
}

/**
 * Goes on without a timer: says that there is none, and asks again what was open. A listener who warms up all the same
 * can pause or stop.
 */
function goOn(state: State, release: Act[], said: Act, context: Context, effects: Effect[] = []): Turn {
  const here = moveTo(state, wayBackFrom(state.moment));
  const turn = leadBack({ state: here, says: [...release, said] }, context);
  return { ...turn, effects: [...effects, ...turn.effects] };
}

/**
 * A listener who was feeling for the spot may lean on the tool, and one who opens the skill anew may press. `wasAsked`:
 * Alexa has asked for the permission, and the release was said before.
 */
function releaseFirst(state: State, context: Context, wasAsked = false): Act[] {
  const { moment, place } = state;
  if (moment.at !== 'warmingUp') return [];
  if (moment.first) return releaseIfPressing(context);
  if (wasAsked) return [];
  return moment.back.at === 'interrupted' && place?.part === 'find' ? [releaseFor(state)] : [];
}

/** Ends the session and keeps a place in the routine until the muscle is warm. */
function leave(state: State, says: Act[], effects: Effect[] = []): Turn {
  const kept: Effect[] = state.plan && state.place ? [{ type: 'savePlace' }] : [];
  return endSession(state, says, [...effects, ...kept]);
}

/** Sets the timer after a yes to Alexa; a no is remembered for good. */
export function hearTimerPermission(
  state: State,
  { answer: told }: Extract<Event, { type: 'permissionAnswered' }>,
  context: Context,
): Turn {
  const { moment } = state;
  const reason = whyNot(state);
  if (reason) return leadBack({ state: moveTo(state, wayBackFrom(moment)), says: [reason] }, context);
  const release = releaseFirst(state, context, true);
  if (told === 'denied') {
    // The skill promises never to ask again only when it can remember that.
    const said: Act = { key: context.remembered ? 'warmUp.denied' : 'warmUp.left' };
    return goOn(state, release, said, context, [{ type: 'rememberDeclined', offer: 'timers' }]);
  }
  if (told === 'unanswered') return goOn(state, release, { key: 'warmUp.unanswered' }, context);
  const here: WarmingUp = moment.at === 'warmingUp' ? moment : { at: 'warmingUp', first: true, back: moment };
  return { ...staySilent(moveTo(state, here)), errand: { type: 'setWarmUpTimer' } };
}

/** Replies to the outcome of setting the timer; anything else goes on where the listener was. */
export function hearWarmingUp(state: State, event: Event, context: Context, moment: WarmingUp): Turn | null {
  if (event.type === 'errandDone') return tellOutcome(state, event, context);
  if (!moment.first) return leadBack({ state: moveTo(state, moment.back), says: [] }, context);
  return openScreening(state, context);
}
