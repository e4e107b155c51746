// Replies to what the listener answered when Alexa asked for a permission.

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { askToRemind } from '../../moments/alerts/reminding';
import { releaseIfPressing } from '../../moments/breaks/returning';
import { leadBack } from '../../moments/questions/answering';
import { wayBackFrom } from '../../momentTable';
import type { State } from '../../state';
import { moveTo } from '../../turn';
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
      : leadBack({ state, says: [{ key: 'warmUp.later' }] }, context);
  const { of } = event.permission;
  if (at === 'offeringGuide' || at === (of === 'reminders' ? 'reminding' : 'warmingUp'))
    return of === 'reminders'
      ? hearReminderPermission(state, event, context)
      : hearTimerPermission(state, event, context);
  // For a timer nothing is asked, so what was asked before it is open.
  const here = at === 'warmingUp' ? moveTo(state, wayBackFrom(state.moment)) : state;
  return leadBack({ state: here, says: [] }, context);
}
