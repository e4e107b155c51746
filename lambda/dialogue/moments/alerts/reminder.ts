// The sentences that name a reminder, and the questions about it.

import { clockTimeOf, type Reminder } from '../../../domain/reminder';
import type { Act } from '../../act';
import type { Reminding } from '../../state';
import type { Parts } from '../../turn';

/** Says `key` with days and time. The days choose the sentence; the time is filled in as the language says it. */
export function nameReminder(key: string, { days, time }: Reminder): Act[] {
  return [{ key, context: days, values: { time: clockTimeOf(time) } }];
}

/** The open question about a reminder, in other words when it was not answered the first time. */
export function promptForReminder({ asks, days, time, tries }: Reminding): Parts {
  const more = (tries.unrelated ?? 0) > 0;
  switch (asks) {
    case 'days':
      return { asks: { key: more ? 'remind.askDay' : 'remind.askDays' } };
    case 'time':
      return { asks: { key: more ? 'remind.askTimeLike' : 'remind.askTime' } };
    case 'halfDay':
      return { asks: { key: 'remind.askHalf' } };
    case 'confirm':
      return { says: days && time ? nameReminder('remind.what', { days, time }) : [], asks: { key: 'remind.confirm' } };
  }
}
