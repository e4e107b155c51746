// Ten warm minutes before the questions: are they wanted, and who keeps the time?

import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { type Moment, type State, tried } from '../../state';
import { answer, at, ends, silent } from '../../turn';
import { wayBack } from '../../wayBack';
import { openingFor } from '../breaks/returning';
import { leadBack } from '../questions/answering';
import { beginScreening } from '../screening/screening';
import { askedFor, mayAskFor } from './permission';

type WarmingUp = Extract<Moment, { at: 'warmingUp' }>;
type ErrandDone = Extract<Event, { type: 'errandDone' }>;

/** How to do without us; the session ends with it. */
const YOURSELF: Act = { key: 'warmUp.yourself' };

/** Said with advice that comes before the first words of a session. */
const GENERAL: Act = { key: 'answer.general' };

/** Heat is not for everybody after a symptom, and a timer is of no use once the routine is open. */
function whyNot(state: State): string | null {
  if (state.guideOff) return 'answer.notNow';
  if (state.pressOff || state.skinNoted) return 'warmUp.notHeat';
  const { moment } = state;
  const begun = state.cleared || state.suspended || (moment.at === 'welcomingBack' && moment.screened);
  return begun ? 'warmUp.later' : null;
}

/** Asked for, at any time before "start". `first`: nothing has been asked yet in this session. */
export function askToWarmUp(state: State, context: Context, first = false): Turn {
  const reason = whyNot(state);
  if (reason) return leadBack({ state, says: [{ key: reason }] }, context);
  const { moment } = state;
  const same = moment.at === 'warmingUp';
  const here: WarmingUp = {
    at: 'warmingUp',
    first: same ? moment.first : first,
    back: wayBack(moment),
    tries: {},
  };
  return ask(state, here, context, here.first ? [{ key: 'warmUp.info' }, GENERAL] : [{ key: 'warmUp.info' }]);
}

/** Offered by itself, to a listener who is coming back, once; a yes makes it welcome again. */
export function offerWarmUp(fresh: State, context: Context): Turn {
  const turn = askToWarmUp(fresh, context, true);
  return {
    ...turn,
    says: [{ key: 'warmUp.welcome' }, ...turn.says],
    effects: [...turn.effects, { type: 'rememberDeclined', offer: 'warmUp' }],
  };
}

/**
 * Whether the offer is due: somebody who was here on an earlier day, has no place left, and has not heard it yet. On the
 * same day the muscle has been worked on, and whatever stopped the session is not remembered.
 */
export function offersWarmUp({ kept, remembered }: Context): boolean {
  const last = remembered?.sessions.at(-1);
  if (kept || !remembered || !last) return false;
  return last.day < remembered.today && !remembered.declined.includes('warmUp');
}

function ask(state: State, moment: WarmingUp, context: Context, says: Act[] = []): Turn {
  return answer(at(state, moment), context, { says, asks: { key: 'warmUp.ask' } });
}

/** On to the questions: the first one with the first words of a session, or the one that was open. */
function goOn(state: State, moment: WarmingUp, context: Context): Turn {
  if (!moment.first) return leadBack({ state: at(state, moment.back), says: [] }, context);
  const opened = openingFor(state);
  return beginScreening(opened.state, context, opened.says);
}

function declined(state: State, moment: WarmingUp, context: Context): Turn {
  const turn = goOn(state, moment, context);
  return { ...turn, effects: [...turn.effects, { type: 'rememberDeclined', offer: 'warmUp' }] };
}

function carriedOut(state: State, { outcome, permitted }: ErrandDone, context: Context): Turn {
  if (outcome === 'done') return ends(state, [{ key: 'warmUp.done' }], [{ type: 'rememberAccepted', offer: 'warmUp' }]);
  // Refused with the permission just given, it is not asked for again: that could go on for ever.
  if (outcome === 'refused' && !permitted && mayAskFor('timers', context))
    return askedFor({ of: 'timers' }, state, [{ key: 'warmUp.why' }]);
  return ends(state, [{ key: outcome === 'refused' ? 'warmUp.app' : 'warmUp.failed' }, YOURSELF]);
}

/** What the listener told Alexa. */
export function warmUpPermitted(
  state: State,
  { answer: told }: Extract<Event, { type: 'permissionAnswered' }>,
  context: Context,
): Turn {
  const { moment } = state;
  const reason = whyNot(state);
  if (reason) return leadBack({ state, says: [{ key: reason }] }, context);
  if (told === 'denied')
    return ends(
      state,
      // Never to ask again is only promised where it can be remembered.
      [{ key: context.remembered ? 'warmUp.denied' : 'warmUp.left' }, YOURSELF],
      [{ type: 'rememberDeclined', offer: 'timers' }],
    );
  if (told === 'unanswered') return ends(state, [{ key: 'warmUp.unanswered' }, YOURSELF]);
  const here: WarmingUp =
    moment.at === 'warmingUp' ? moment : { at: 'warmingUp', first: true, back: moment, tries: {} };
  return { ...silent(at(state, here)), errand: { type: 'setWarmUpTimer' } };
}

export function hearWarmingUp(state: State, moment: WarmingUp, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidYes':
      return { ...silent(state), errand: { type: 'setWarmUpTimer' } };
    case 'errandDone':
      return carriedOut(state, event, context);
    case 'saidNo':
    case 'saidNone':
      return declined(state, moment, context);
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
      if ((moment.tries.unrelated ?? 0) > 0) return goOn(state, moment, context);
      return ask(state, { ...moment, tries: tried(moment.tries, 'unrelated') }, context);
    default:
      return goOn(state, moment, context);
  }
}
