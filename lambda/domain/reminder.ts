// The days and the time of a reminder.

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Once, today or tomorrow; or again and again. */
export const REMINDER_DAYS = ['today', 'tomorrow', 'daily', 'weekdays', 'weekends', ...WEEKDAYS] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/** A time of day by the listener's own clock. */
export interface TimeOfDay {
  /** 0 to 23. */
  hour: number;
  /** 0 to 59. */
  minute: number;
}

export const HALVES_OF_DAY = ['morning', 'evening'] as const;
export type HalfOfDay = (typeof HALVES_OF_DAY)[number];

export interface Reminder {
  days: ReminderDays;
  time: TimeOfDay;
}

/** The hours a clock face has; an hour above tells its half of the day itself. */
const FACE = 12;

/** Seven o'clock may be either of two hours, noon and nineteen o'clock are one. */
export function hasTwoHalves({ hour }: TimeOfDay): boolean {
  return hour >= 1 && hour < FACE;
}

/** The hour of a clock face, in one half of the day. What has no other half stays as it is. */
export function moveToHalf(time: TimeOfDay, half: HalfOfDay): TimeOfDay {
  if (time.hour % FACE === 0) return time;
  return { ...time, hour: (time.hour % FACE) + (half === 'evening' ? FACE : 0) };
}

/** "19:05": how a time of day travels. */
export function clockTimeOf({ hour, minute }: TimeOfDay): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The time of day of "19:05"; null for anything else. */
export function timeOfDayIn(text: string): TimeOfDay | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const time = { hour: Number(hour), minute: Number(minute) };
  return time.hour < 24 && time.minute < 60 ? time : null;
}
