// On which days and when does somebody want to be reminded?

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Once, today or tomorrow; or again and again. */
export type ReminderDays = 'today' | 'tomorrow' | 'daily' | 'weekdays' | 'weekends' | Weekday;

/** A time of day by the listener's own clock. */
export interface TimeOfDay {
  /** 0 to 23. */
  hour: number;
  /** 0 to 59. */
  minute: number;
}

export interface Reminder {
  days: ReminderDays;
  time: TimeOfDay;
}
