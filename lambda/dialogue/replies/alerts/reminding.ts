// Replies to the questions about a reminder, and to the outcome of setting it.

import type { Reminder } from '../../../domain/reminder';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askFor, mayAskFor } from '../../moments/alerts/permission';
import { nameReminder } from '../../moments/alerts/reminder';
import { ask, askToRemind, withWhen } from '../../moments/alerts/reminding';
import { leadBack } from '../../moments/questions/answering';
import { wayBackFrom } from '../../momentTable';
import type { Reminding, State } from '../../state';
import { tryAgain } from '../../tries';
import { moveTo, staySilent } from '../../turn';

type ErrandDone = Extract<Event, { type: 'errandDone' }>;
/** Says `key` and leads back to the moment before the reminder. */
function goBack(state: State, moment: Reminding, context: Context, key: string): Turn {
  return leadBack({ state: moveTo(state, moment.back), says: [{ key }] }, context);
}

/** The reminder; null while something of it is missing. */
function reminderOf({ days, time }: Reminding): Reminder | null {
  return days && time ? { days, time } : null;
}

/** Sets the reminder after a yes, or asks again while something is missing. */
function setReminder(state: State, moment: Reminding, context: Context): Turn {
  const reminder = moment.asks === 'confirm' ? reminderOf(moment) : null;
  if (!reminder) return askDifferently(state, moment, context);
  return { ...staySilent(state), errand: { type: 'setReminder', reminder } };
}

/** Asks once more in other words; after that no reminder is set. */
function askDifferently(state: State, moment: Reminding, context: Context): Turn {
  return tryAgain(
    moment,
    (counted) => ask(state, counted, context),
    () => goBack(state, moment, context, 'remind.left'),
  );
}

/** Takes a number by itself as an hour. */
function takeHour(state: State, moment: Reminding, number: number, context: Context): Turn {
  if (number < 1 || number > 23) return askDifferently(state, moment, context);
  return ask(state, withWhen(moment, { time: { hour: number, minute: 0 }, eitherHalf: true }), context);
}

/** Says how setting the reminder went, and asks for the permission when it was refused. */
function tellOutcome(state: State, moment: Reminding, { outcome, permitted }: ErrandDone, context: Context): Turn {
  const reminder = reminderOf(moment);
  if (!reminder) return goBack(state, moment, context, 'remind.unreachable');
  switch (outcome) {
    case 'done':
      return leadBack({ state: moveTo(state, moment.back), says: nameReminder('remind.done', reminder) }, context);
    case 'past': {
      // Tomorrow is proposed, and confirmed like any other day.
      const turn = ask(state, { ...moment, asks: 'confirm', days: 'tomorrow', tries: {} }, context);
      return { ...turn, says: [{ key: 'remind.past' }, ...turn.says] };
    }
    case 'refused':
      // Alexa may repeat an earlier answer without asking the listener, so asking her again could go on for ever.
      if (permitted || !mayAskFor('reminders', context)) return goBack(state, moment, context, 'remind.app');
      return askFor({ of: 'reminders', reminder }, state, [{ key: 'remind.why' }]);
    default:
      return goBack(state, moment, context, `remind.${outcome}`);
  }
}

/** Sets the reminder after a yes to Alexa; a no is remembered for good. */
export function hearReminderPermission(
  state: State,
  { permission, answer: told }: Extract<Event, { type: 'permissionAnswered' }>,
  context: Context,
): Turn {
  if (state.guideOff) return askToRemind(state, {}, context);
  const { moment } = state;
  const known: Reminding =
    moment.at === 'reminding' ? moment : { at: 'reminding', asks: 'days', back: wayBackFrom(moment), tries: {} };
  const here = permission.reminder ? withWhen(known, permission.reminder) : known;
  if (told === 'denied') {
    // The skill promises never to ask again only when it can remember that.
    const turn = goBack(state, here, context, context.remembered ? 'remind.denied' : 'remind.left');
    return { ...turn, effects: [...turn.effects, { type: 'rememberDeclined', offer: 'reminders' }] };
  }
  if (told === 'unanswered') return goBack(state, here, context, 'remind.unanswered');
  return here.asks === 'confirm' ? setReminder(moveTo(state, here), here, context) : ask(state, here, context);
}

/** Replies to the questions about a reminder. */
export function hearReminding(state: State, event: Event, context: Context, moment: Reminding): Turn | null {
  switch (event.type) {
    case 'wantedReminder':
    case 'toldWhen':
      return Object.keys(event.when).length > 0
        ? ask(state, withWhen(moment, event.when), context)
        : ask(state, moment, context);
    case 'gaveNumber':
      return takeHour(state, moment, event.number, context);
    case 'saidYes':
      return setReminder(state, moment, context);
    case 'errandDone':
      return tellOutcome(state, moment, event, context);
    case 'saidNo':
    case 'saidNone':
    case 'wentBack':
    case 'wantedPrevious':
    case 'wantedNext':
    case 'wasReady':
    case 'resumed':
      return goBack(state, moment, context, 'remind.left');
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedDetails':
    case 'askedHelp':
    case 'askedWhy':
      return ask(state, moment, context);
    default:
      return askDifferently(state, moment, context);
  }
}
