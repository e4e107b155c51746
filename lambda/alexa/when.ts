// Reads the days and the time of a reminder from the slots.

import type { When } from '../dialogue/event';
import { HALVES_OF_DAY, type HalfOfDay, REMINDER_DAYS, timeOfDayIn } from '../domain/reminder';
import { type HeardSlots, numberIn } from './slots';

/** Words that name the half of the day with the day. */
const BOTH: Readonly<Record<string, When>> = {
  tonight: { days: 'today', half: 'evening' },
  everyMorning: { days: 'daily', half: 'morning' },
  everyEvening: { days: 'daily', half: 'evening' },
};

/** Parts of the day as AMAZON.TIME names them, next to "HH:MM". */
const PARTS: Readonly<Record<string, HalfOfDay>> = {
  MO: 'morning',
  AM: 'morning',
  AF: 'evening',
  EV: 'evening',
  NI: 'evening',
  PM: 'evening',
};

function daysIn(id: string | null | undefined): When {
  const known = REMINDER_DAYS.find((days) => days === id);
  return known ? { days: known } : (BOTH[id ?? ''] ?? {});
}

/** An hour by itself, with minutes where they were said; the half of the day is still open. */
function hourIn({ hour, minute }: HeardSlots, numberWords: readonly string[]): When {
  const said = numberIn(hour, numberWords);
  const more = Number(minute?.id ?? 0);
  if (said === null || said < 0 || said > 23 || !(more < 60)) return {};
  return { time: { hour: said, minute: more }, eitherHalf: true };
}

/** What the slots tell about when the listener wants to be reminded; empty when they tell nothing. */
export function whenIn(slots: HeardSlots, numberWords: readonly string[]): When {
  const said = slots['time']?.words.toUpperCase() ?? '';
  const time = timeOfDayIn(said);
  const half = PARTS[said];
  const told = HALVES_OF_DAY.find((one) => one === slots['half']?.id);
  return {
    ...daysIn(slots['days']?.id),
    ...hourIn(slots, numberWords),
    ...(time ? { time } : {}),
    ...(half ? { half } : {}),
    ...(told ? { half: told } : {}),
  };
}
