// Makes Alexa ask for a permission, and reads what comes back.

import type { Directive } from 'ask-sdk-model';
import type { Permission } from '../../dialogue/act';
import type { Event } from '../../dialogue/event';
import { clockTimeOf, REMINDER_DAYS, timeOfDayIn } from '../../domain/reminder';
import { fieldsOf, textOf } from '../envelope';

/** What each permission is called in the manifest (ask-smapi-model, PermissionName). */
export const SCOPES: Readonly<Record<Permission['of'], string>> = {
  reminders: 'alexa::alerts:reminders:skill:readwrite',
  timers: 'alexa::alerts:timers:skill:readwrite',
};

/** The name of the first version of voice consent, which answers with a Connections.Response. */
const ASK_FOR = 'AskFor';

/** Alexa's own question. The token carries what it is asked for, because the session may end before the answer. */
export function permissionDirectiveFor(permission: Permission): Directive {
  return {
    type: 'Connections.SendRequest',
    name: ASK_FOR,
    payload: { '@type': 'AskForPermissionsConsentRequest', '@version': '1', permissionScope: SCOPES[permission.of] },
    token: tokenOf(permission),
  };
}

/** "reminders daily 19:00": no id, and nothing about health. */
function tokenOf({ of, reminder }: Permission): string {
  return reminder ? `${of} ${reminder.days} ${clockTimeOf(reminder.time)}` : of;
}

function permissionIn(token: string, scope: string): Permission | null {
  const [name = '', days = '', time = ''] = token.split(' ');
  const of = name === 'reminders' || name === 'timers' ? name : ofScope(scope);
  if (!of) return null;
  const known = REMINDER_DAYS.find((one) => one === days);
  const clock = timeOfDayIn(time);
  return of === 'reminders' && known && clock ? { of, reminder: { days: known, time: clock } } : { of };
}

const ofScope = (scope: string): Permission['of'] | null =>
  scope === SCOPES.reminders ? 'reminders' : scope === SCOPES.timers ? 'timers' : null;

const ANSWERS: Readonly<Record<string, 'granted' | 'denied'>> = { ACCEPTED: 'granted', DENIED: 'denied' };

function readAnswer(token: string, status: unknown, told: Record<string, unknown>): Event | null {
  const permission = permissionIn(token, textOf(told['permissionScope']));
  if (!permission) return null;
  const known = String(fieldsOf(status)['code']) === '200' ? ANSWERS[textOf(told['status'])] : undefined;
  return { type: 'permissionAnswered', permission, answer: known ?? 'unanswered' };
}

/** Asks the open question once more; a launch where none is open. */
const AGAIN: Event = { type: 'askedToRepeat' };

/** What a Connections.Response tells. */
export function readConnectionsResponse(request: Record<string, unknown>): Event {
  const known = textOf(request['name']) === ASK_FOR;
  return (known && readAnswer(textOf(request['token']), request['status'], fieldsOf(request['payload']))) || AGAIN;
}

/** What a SessionResumedRequest tells: the second version of voice consent answers with one. */
export function readSessionResumed(request: Record<string, unknown>): Event {
  const cause = fieldsOf(request['cause']);
  const known = textOf(cause['type']) === 'ConnectionCompleted';
  return (known && readAnswer(textOf(cause['token']), cause['status'], fieldsOf(cause['result']))) || AGAIN;
}
