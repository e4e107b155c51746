// "Remind me": on which days, at what time, and is it wanted as it was heard?

import { hasTwoHalves, inHalf, type Reminder } from '../../../domain/reminder';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event, When } from '../../event';
import { type Reminding, type State, tried } from '../../state';
import { answer, at, silent } from '../../turn';
import { wayBack } from '../../wayBack';
import { leadBack } from '../questions/answering';
import { askedFor, mayAskFor } from './permission';
import { reminderActs, reminderPrompt } from './reminder';

type ErrandDone = Extract<Event, { type: 'errandDone' }>;

/** The first thing that is missing is asked for; after an outcome nothing is planned any more. */
export function askToRemind(state: State, when: When, context: Context): Turn {
  if (state.guideOff) return leadBack({ state, says: [{ key: 'answer.notNow' }] }, context);
  const { moment } = state;
  const begun: Reminding =
    moment.at === 'reminding' ? moment : { at: 'reminding', asks: 'days', back: wayBack(moment), tries: {} };
  return ask(state, withWhen(begun, when), context);
}

/** What was told joins what was known; an hour of the clock face takes the half of the day that was told with it or before. */
function withWhen(moment: Reminding, { days = moment.days, time, half, eitherHalf }: When): Reminding {
  const open = time !== undefined && eitherHalf === true && hasTwoHalves(time);
  const told = time ?? moment.time;
  const wanted = half ?? moment.half;
  const settled = told && wanted ? inHalf(told, wanted) : told;
  const isOpen = (open || (!time && moment.asks === 'halfDay')) && !wanted;
  const rest: Reminding = { at: 'reminding', asks: 'days', back: moment.back, tries: {} };
  return {
    ...rest,
    asks: isOpen ? 'halfDay' : !days ? 'days' : settled ? 'confirm' : 'time',
    ...(days ? { days } : {}),
    ...(settled ? { time: settled } : wanted ? { half: wanted } : {}),
  };
}

function ask(state: State, moment: Reminding, context: Context): Turn {
  return answer(at(state, moment), context, reminderPrompt(moment));
}

function back(state: State, moment: Reminding, context: Context, key: string): Turn {
  return leadBack({ state: at(state, moment.back), says: [{ key }] }, context);
}

/** The reminder, once nothing of it is missing. */
function reminderOf({ days, time }: Reminding): Reminder | null {
  return days && time ? { days, time } : null;
}

function set(state: State, moment: Reminding, context: Context): Turn {
  const reminder = moment.asks === 'confirm' ? reminderOf(moment) : null;
  if (!reminder) return again(state, moment, context);
  return { ...silent(state), errand: { type: 'setReminder', reminder } };
}

/** Asked once more in other words; then nothing is set. */
function again(state: State, moment: Reminding, context: Context): Turn {
  if ((moment.tries.unrelated ?? 0) > 0) return back(state, moment, context, 'remind.left');
  return ask(state, { ...moment, tries: tried(moment.tries, 'unrelated') }, context);
}

/** An hour by itself. */
function byNumber(state: State, moment: Reminding, number: number, context: Context): Turn {
  if (number < 1 || number > 23) return again(state, moment, context);
  return ask(state, withWhen(moment, { time: { hour: number, minute: 0 }, eitherHalf: true }), context);
}

function carriedOut(state: State, moment: Reminding, { outcome, permitted }: ErrandDone, context: Context): Turn {
  const reminder = reminderOf(moment);
  if (!reminder) return back(state, moment, context, 'remind.unreachable');
  switch (outcome) {
    case 'done':
      return leadBack({ state: at(state, moment.back), says: reminderActs('remind.done', reminder) }, context);
    case 'past': {
      // The day that would be true is named, and asked for like any other.
      const turn = ask(state, { ...moment, asks: 'confirm', days: 'tomorrow', tries: {} }, context);
      return { ...turn, says: [{ key: 'remind.past' }, ...turn.says] };
    }
    case 'refused':
      // Alexa tells what she was told before without asking anybody: to ask her again could go on for ever.
      if (permitted || !mayAskFor('reminders', context)) return back(state, moment, context, 'remind.app');
      return askedFor({ of: 'reminders', reminder }, state, [{ key: 'remind.why' }]);
    default:
      return back(state, moment, context, `remind.${outcome}`);
  }
}

/** What the listener told Alexa: set at once, or accepted as a no for good. */
export function remindPermitted(
  state: State,
  { permission, answer: told }: Extract<Event, { type: 'permissionAnswered' }>,
  context: Context,
): Turn {
  if (state.guideOff) return askToRemind(state, {}, context);
  const { moment } = state;
  const known: Reminding =
    moment.at === 'reminding' ? moment : { at: 'reminding', asks: 'days', back: wayBack(moment), tries: {} };
  const here = permission.reminder ? withWhen(known, permission.reminder) : known;
  if (told === 'denied') {
    // Never to ask again is only promised where it can be remembered.
    const turn = back(state, here, context, context.remembered ? 'remind.denied' : 'remind.left');
    return { ...turn, effects: [...turn.effects, { type: 'rememberDeclined', offer: 'reminders' }] };
  }
  if (told === 'unanswered') return back(state, here, context, 'remind.unanswered');
  return here.asks === 'confirm' ? set(at(state, here), here, context) : ask(state, here, context);
}

export function hearReminding(state: State, moment: Reminding, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'wantedReminder':
    case 'toldWhen':
      return Object.keys(event.when).length > 0
        ? ask(state, withWhen(moment, event.when), context)
        : ask(state, moment, context);
    case 'gaveNumber':
      return byNumber(state, moment, event.number, context);
    case 'saidYes':
      return set(state, moment, context);
    case 'errandDone':
      return carriedOut(state, moment, event, context);
    case 'saidNo':
    case 'saidNone':
    case 'wentBack':
    case 'wantedPrevious':
    case 'wantedNext':
    case 'wasReady':
    case 'resumed':
      return back(state, moment, context, 'remind.left');
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedDetails':
    case 'askedHelp':
    case 'askedWhy':
      return ask(state, moment, context);
    default:
      return again(state, moment, context);
  }
}
