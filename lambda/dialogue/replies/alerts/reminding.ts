// Replies to the questions about a reminder, and to how setting it went.

import type { Reminder } from '../../../domain/reminder';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askedFor, mayAskFor } from '../../moments/alerts/permission';
import { reminderActs } from '../../moments/alerts/reminder';
import { ask, askToRemind, withWhen } from '../../moments/alerts/reminding';
import { leadBack } from '../../moments/questions/answering';
import { wayBack } from '../../momentTable';
import type { Reminding, State } from '../../state';
import { tryAgain } from '../../tries';
import { at, silent } from '../../turn';

export type ErrandDone = Extract<Event, { type: 'errandDone' }>;
export function back(state: State, moment: Reminding, context: Context, key: string): Turn {
  return leadBack({ state: at(state, moment.back), says: [{ key }] }, context);
}

/** The reminder, once nothing of it is missing. */
function reminderOf({ days, time }: Reminding): Reminder | null {
  return days && time ? { days, time } : null;
}

export function set(state: State, moment: Reminding, context: Context): Turn {
  const reminder = moment.asks === 'confirm' ? reminderOf(moment) : null;
  if (!reminder) return again(state, moment, context);
  return { ...silent(state), errand: { type: 'setReminder', reminder } };
}

/** Asked once more in other words; then nothing is set. */
function again(state: State, moment: Reminding, context: Context): Turn {
  return tryAgain(
    moment,
    (counted) => ask(state, counted, context),
    () => back(state, moment, context, 'remind.left'),
  );
}

/** An hour by itself. */
function byNumber(state: State, moment: Reminding, number: number, context: Context): Turn {
  if (number < 1 || number > 23) return again(state, moment, context);
  return ask(state, withWhen(moment, { time: { hour: number, minute: 0 }, eitherHalf: true }), context);
}

export function carriedOut(
  state: State,
  moment: Reminding,
  { outcome, permitted }: ErrandDone,
  context: Context,
): Turn {
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

export function hearReminding(state: State, event: Event, context: Context, moment: Reminding): Turn | null {
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
