// The bodies of the requests for a reminder and for the warm-up timer.

import type { services } from 'ask-sdk-model';
import { clockTimeOf, type Reminder, type ReminderDays, WEEKDAYS, type Weekday } from '../../domain/reminder';
import { dateOf, type LocalTime, localTimeIn } from '../days';
import type { Access, Wording } from './access';

type ReminderRequest = services.reminderManagement.ReminderRequest;
type TimerRequest = services.timerManagement.TimerRequest;

/** The task that the timer leads to, as skill-package/tasks names it. */
const TASK = { name: 'WarmUp', version: '1' };

/** The warm-up (content/facts.json F225: ten to fifteen minutes), as ISO 8601 has it. */
const WARM_UP = 'PT10M';

/** Two letters a day, as calendars write rules. */
const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Days of the week on which it repeats, Monday first; all of them for every day. */
function daysOf(days: ReminderDays): readonly number[] {
  if (days === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  if (days === 'weekdays') return [0, 1, 2, 3, 4];
  if (days === 'weekends') return [5, 6];
  return [WEEKDAYS.indexOf(days as Weekday)];
}

/**
 * The reminder as the API takes it, in the listener's own time; "past" for a time of today that is over, null for a zone
 * that is not known. `nowMs`: milliseconds since 1970.
 */
export function makeReminderRequest(
  reminder: Reminder,
  { zone, nowMs, locale, words }: { zone: string; nowMs: number; locale: string; words: string },
): ReminderRequest | 'past' | null {
  const now = localTimeIn(zone, nowMs);
  if (!now) return null;
  const trigger = triggerOf(reminder, now);
  if (!trigger) return 'past';
  return {
    requestTime: `${dateOf(now.day)}T${clockTimeOf(now)}:${String(now.second).padStart(2, '0')}.000`,
    trigger: { type: 'SCHEDULED_ABSOLUTE', timeZoneId: zone, ...trigger },
    alertInfo: { spokenInfo: { content: [{ locale, text: words }] } },
    pushNotification: { status: 'ENABLED' },
  };
}

type Trigger = Pick<services.reminderManagement.Trigger, 'scheduledTime' | 'recurrence'>;

function triggerOf({ days, time }: Reminder, now: LocalTime): Trigger | null {
  const isOver = time.hour * 60 + time.minute <= now.hour * 60 + now.minute;
  const at = (day: number): string => `${dateOf(day)}T${clockTimeOf(time)}:00.000`;
  if (days === 'today') return isOver ? null : { scheduledTime: at(now.day) };
  if (days === 'tomorrow') return { scheduledTime: at(now.day + 1) };
  const wanted = daysOf(days);
  const ahead = [0, 1, 2, 3, 4, 5, 6, 7].find(
    (more) => (more > 0 || !isOver) && wanted.includes(weekdayOf(now.day + more)),
  );
  const rule =
    wanted.length === 7 ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${wanted.map((day) => DAY_CODES[day]).join(',')}`;
  return {
    recurrence: {
      // The first time it is due, because no reminder may begin in the past.
      startDateTime: at(now.day + (ahead ?? 1)),
      recurrenceRules: [`${rule};BYHOUR=${time.hour};BYMINUTE=${time.minute};BYSECOND=0;INTERVAL=1;`],
    },
  };
}

/** The day of the week, Monday 0, of a day since 1970, which began on a Thursday. */
const weekdayOf = (day: number): number => (day + 3) % 7;

/** Ten minutes, then Alexa asks whether to go on; a yes opens the skill with the task. */
export function makeTimerRequest({ skill, locale }: Access, { label, over }: Wording): TimerRequest {
  return {
    duration: WARM_UP,
    timerLabel: label,
    creationBehavior: { displayExperience: { visibility: 'VISIBLE' } },
    triggeringBehavior: {
      operation: {
        type: 'LAUNCH_TASK',
        textToConfirm: [{ locale, text: over }],
        task: { name: `${skill}.${TASK.name}`, version: TASK.version, input: {} },
      },
      notificationConfig: { playAudible: true },
    },
  };
}
