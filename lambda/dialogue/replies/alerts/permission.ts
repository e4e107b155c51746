// Replies to what the listener answered when Alexa asked for a permission.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askToRemind } from '../../moments/alerts/reminding';
import { askToWarmUp } from '../../moments/alerts/warmingUp';
import { releaseIfPressing } from '../../moments/breaks/returning';
import { leadBack } from '../../moments/questions/answering';
import type { State } from '../../state';
import { hearReminderPermission } from './reminding';
import { hearTimerPermission } from './warmingUp';

/**
 * Uses the answer in the moment in which Alexa was made to ask, and at the opening of a session. In any other moment
 * the open question is asked again.
 */
export function hearPermission(
  state: State,
  event: Extract<Event, { type: 'permissionAnswered' }>,
  context: Context,
): Turn {
  const { at } = state.moment;
  // The listener may still be pressing. The answer must not be silent, so that the release is heard.
  if (at === 'offeringGuide' && event.answer === 'granted' && releaseIfPressing(context).length > 0)
    return event.permission.of === 'reminders'
      ? askToRemind(state, event.permission.reminder ?? {}, context)
      : askToWarmUp(state, context, true);
  const { of } = event.permission;
  if (at === 'offeringGuide' || at === (of === 'reminders' ? 'reminding' : 'warmingUp'))
    return of === 'reminders'
      ? hearReminderPermission(state, event, context)
      : hearTimerPermission(state, event, context);
  return leadBack({ state, says: [] }, context);
}
