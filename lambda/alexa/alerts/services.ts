// Calls Amazon's services besides speech (reminders, timers, the time zone), and tells how each call went.

import { services } from 'ask-sdk-model';
import type { Outcome } from '../../dialogue/event';
import type { Reminder } from '../../domain/reminder';
import { runWithin, type Waiting } from '../../waiting';
import { fieldsOf, textOf } from '../envelope';
import { SERVICE_PATIENCE_MS, SERVICE_TRY_MS } from '../limits';
import type { Access, Wording } from './access';
import { makeReminderRequest, makeTimerRequest } from './bodies';

/** Amazon's alerts and settings, for one request. Nothing here rejects, and all of it is over in a few seconds. */
export interface Services {
  /** `nowMs`: milliseconds since 1970; `zone`: where the listener lives, as tz names it. */
  setReminder(reminder: Reminder, when: { zone: string; nowMs: number }, wording: Wording): Promise<Outcome>;
  setWarmUpTimer(wording: Wording): Promise<Outcome>;
  /** The time zone of the device, as tz names it; null when nobody tells within `patienceMs`. */
  timeZone(patienceMs?: number): Promise<string | null>;
}

/** The services behind a request's own endpoint. All calls of a turn draw on one patience. */
export function servicesFor(access: Access, apiClient: services.ApiClient, { clock, sleep }: Waiting): Services {
  const configuration = { apiClient, apiEndpoint: access.endpoint, authorizationValue: access.token };
  const untilMs = clock() + SERVICE_PATIENCE_MS;
  const inTime = <T>(call: () => Promise<T>, tryMs = SERVICE_TRY_MS): Promise<T> =>
    runWithin(sleep, Math.min(tryMs, untilMs - clock()), call);
  return {
    async setReminder(reminder, { zone, nowMs }, wording) {
      const request = makeReminderRequest(reminder, { zone, nowMs, locale: access.locale, words: wording.reminder });
      if (request === 'past') return 'past';
      if (request === null) return 'failed';
      const client = new services.reminderManagement.ReminderManagementServiceClient(configuration);
      return outcomeOf(
        inTime(() => client.createReminder(request)),
        'alertToken',
      );
    },
    async setWarmUpTimer(wording) {
      const client = new services.timerManagement.TimerManagementServiceClient(configuration);
      return outcomeOf(
        inTime(() => client.createTimer(makeTimerRequest(access, wording))),
        'id',
      );
    },
    async timeZone(patienceMs) {
      try {
        const client = new services.ups.UpsServiceClient(configuration);
        return textOf(await inTime(() => client.getSystemTimeZone(access.device), patienceMs)) || null;
      } catch {
        return null;
      }
    },
  };
}

/** An answer that does not name what was set is none. */
async function outcomeOf(call: Promise<unknown>, named: string): Promise<Outcome> {
  try {
    return textOf(fieldsOf(await call)[named]) === '' ? 'unreachable' : 'done';
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** Codes by what stands in them: the reference that lists them could not be read in full. */
const FULL = /MAX|LIMIT|EXCEED|TOO_MANY/;
const UNSUPPORTED = /NOT_SUPPORTED|UNSUPPORTED/;

function outcomeOfError(error: unknown): Outcome {
  const { statusCode, response } = fieldsOf(error);
  const code = textOf(fieldsOf(response)['code']).toUpperCase();
  if (statusCode === 429) return 'busy';
  if (typeof statusCode !== 'number' || statusCode >= 500) return 'unreachable';
  if (UNSUPPORTED.test(code)) return 'unsupported';
  if (FULL.test(code)) return 'full';
  // Any other answer below 500 is a no to what was sent: nothing was set.
  return statusCode === 401 || statusCode === 403 ? 'refused' : 'failed';
}
