// Tests that reminders and timers are set as Amazon wants them, and that every way to fail is told apart.

import { DefaultApiClient } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Access } from '../../lambda/alexa/alerts/access';
import { type Services, servicesFor } from '../../lambda/alexa/alerts/services';
import type { Outcome } from '../../lambda/dialogue/event';
import type { Reminder } from '../../lambda/domain/reminder';
import { DEVICE_ID, intent, launch, next, SKILL_ID, USER_ID } from '../support/alexa-requests';
import { FakeAmazon, type Manner } from '../support/fake-amazon';
import { HandTime } from '../support/hand-time';
import { heardWords } from '../support/heard';
import { START, skillInTest } from '../support/skill';

let amazon: FakeAmazon;
/** Moves only while Amazon keeps the skill waiting. */
let waiting: HandTime;
beforeAll(async () => {
  amazon = await FakeAmazon.start();
});
beforeEach(() => {
  waiting = new HandTime();
  amazon.goes();
  amazon.onSilence = () => waiting.passToNext();
});
afterAll(() => amazon.stop());

/** A Saturday, 7:00:05 in the morning in New York. */
const NOW = Date.parse('2026-11-21T12:00:05Z');
const WORDING = { reminder: 'Time for it.', label: 'Warm-up', over: 'Go on to {continueWithSkillName}?' };
const DAILY: Reminder = { days: 'daily', time: { hour: 19, minute: 0 } };
const ZONE = 'America/New_York';

function services(over: Partial<Access> = {}): Services {
  const access = { endpoint: amazon.url, token: 'a-token', device: DEVICE_ID, skill: SKILL_ID, locale: 'en-GB' };
  return servicesFor({ ...access, ...over }, new DefaultApiClient(), waiting);
}
const remind = (reminder: Reminder = DAILY, zone = ZONE) =>
  services().setReminder(reminder, { zone, nowMs: NOW }, WORDING);
const bodyOf = (call = 0) => amazon.calls[call]?.body as Record<string, Record<string, unknown>>;

test("a reminder carries the token, the zone, the words in the listener's language, and nothing about anybody", async () => {
  expect(await remind()).toBe('done');
  const [call] = amazon.calls;
  expect(call).toMatchObject({ method: 'POST', path: '/v1/alerts/reminders' });
  expect(call?.headers).toMatchObject({ authorization: 'Bearer a-token', 'content-type': 'application/json' });
  expect(call?.body).toEqual({
    requestTime: '2026-11-21T07:00:05.000',
    trigger: {
      type: 'SCHEDULED_ABSOLUTE',
      timeZoneId: ZONE,
      recurrence: {
        startDateTime: '2026-11-21T19:00:00.000',
        recurrenceRules: ['FREQ=DAILY;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'],
      },
    },
    alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: 'Time for it.' }] } },
    pushNotification: { status: 'ENABLED' },
  });
});

test.each<[Reminder['days'], [number, number], string, string]>([
  ['weekdays', [7, 30], '2026-11-23T07:30:00.000', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=7;BYMINUTE=30;'],
  ['weekends', [7, 30], '2026-11-21T07:30:00.000', 'FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=7;BYMINUTE=30;'],
  ['weekends', [6, 0], '2026-11-22T06:00:00.000', 'FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=6;BYMINUTE=0;'],
  ['saturday', [6, 0], '2026-11-28T06:00:00.000', 'FREQ=WEEKLY;BYDAY=SA;BYHOUR=6;BYMINUTE=0;'],
  ['thursday', [0, 0], '2026-11-26T00:00:00.000', 'FREQ=WEEKLY;BYDAY=TH;BYHOUR=0;BYMINUTE=0;'],
  ['daily', [7, 0], '2026-11-22T07:00:00.000', 'FREQ=DAILY;BYHOUR=7;BYMINUTE=0;'],
])('%s at %j begins when it is next due, and repeats', async (days, [hour, minute], begins, rule) => {
  expect(await remind({ days, time: { hour, minute } })).toBe('done');
  const { startDateTime, recurrenceRules } = (bodyOf()['trigger']?.['recurrence'] ?? {}) as Record<string, unknown>;
  expect([startDateTime, recurrenceRules]).toEqual([begins, [`${rule}BYSECOND=0;INTERVAL=1;`]]);
});

test('once is once: today while it is to come, tomorrow over the end of a month and of summer time', async () => {
  await remind({ days: 'today', time: { hour: 7, minute: 1 } });
  expect(bodyOf()['trigger']).toEqual({
    type: 'SCHEDULED_ABSOLUTE',
    timeZoneId: ZONE,
    scheduledTime: '2026-11-21T07:01:00.000',
  });
  amazon.goes();
  const nowMs = Date.parse('2026-10-31T23:30:00Z');
  await services().setReminder(
    { days: 'tomorrow', time: { hour: 9, minute: 5 } },
    { zone: 'Europe/London', nowMs },
    WORDING,
  );
  expect(bodyOf()['trigger']).toMatchObject({ scheduledTime: '2026-11-01T09:05:00.000' });
});

test('a time of today that is over is said to be, and nothing is sent', async () => {
  expect(await remind({ days: 'today', time: { hour: 7, minute: 0 } })).toBe('past');
  expect(amazon.calls).toEqual([]);
});

test('a zone that nobody knows sets nothing', async () => {
  expect(await remind(DAILY, 'Nowhere/Land')).toBe('failed');
  expect(amazon.calls).toEqual([]);
});

test('the timer leads to the task of this skill after ten minutes, and asks before it does', async () => {
  expect(await services().setWarmUpTimer(WORDING)).toBe('done');
  const [call] = amazon.calls;
  expect(call).toMatchObject({ method: 'POST', path: '/v1/alerts/timers' });
  expect(call?.headers).toMatchObject({ authorization: 'Bearer a-token' });
  expect(call?.body).toEqual({
    duration: 'PT10M',
    timerLabel: 'Warm-up',
    creationBehavior: { displayExperience: { visibility: 'VISIBLE' } },
    triggeringBehavior: {
      operation: {
        type: 'LAUNCH_TASK',
        textToConfirm: [{ locale: 'en-GB', text: 'Go on to {continueWithSkillName}?' }],
        task: { name: `${SKILL_ID}.WarmUp`, version: '1', input: {} },
      },
      notificationConfig: { playAudible: true },
    },
  });
});

test('the zone is asked of the device', async () => {
  expect(await services().timeZone()).toBe(ZONE);
  expect(amazon.calls[0]).toMatchObject({
    method: 'GET',
    path: `/v2/devices/${encodeURIComponent(DEVICE_ID)}/settings/System.timeZone`,
  });
});

const WRONG: readonly [Manner, Outcome][] = [
  [{ status: 400, body: { code: 'BAD_REQUEST', message: 'no' } }, 'failed'],
  [{ status: 400 }, 'failed'],
  [{ status: 401, body: { code: 'INVALID_BEARER_TOKEN' } }, 'refused'],
  [{ status: 403, body: { code: 'FORBIDDEN' } }, 'refused'],
  [{ status: 403 }, 'refused'],
  [{ status: 403, body: { code: 'MAX_REMINDERS_EXCEEDED' } }, 'full'],
  [{ status: 403, body: { code: 'DEVICE_NOT_SUPPORTED' } }, 'unsupported'],
  [{ status: 400, body: { code: 'DEVICE_NOT_SUPPORTED' } }, 'unsupported'],
  [{ status: 404 }, 'failed'],
  [{ status: 409, body: { code: 'CONFLICT' } }, 'failed'],
  [{ status: 429, body: { code: 'TOO_MANY_REQUESTS' } }, 'busy'],
  [{ status: 500 }, 'unreachable'],
  [{ status: 503, body: { code: 'LIMIT' } }, 'unreachable'],
  [{ status: 504 }, 'unreachable'],
  [{ status: 200, body: {} }, 'unreachable'],
  [{ status: 200, body: 7 }, 'unreachable'],
  [{ status: 204 }, 'unreachable'],
  ['garbage', 'unreachable'],
  ['hangs up', 'unreachable'],
];

test.each(WRONG)('an answer of %j means %s, for a reminder and for a timer', async (manner, outcome) => {
  amazon.goes({ reminders: manner, timers: manner });
  expect([await remind(), await services().setWarmUpTimer(WORDING)]).toEqual([outcome, outcome]);
});

test.each(WRONG)('a zone answered with %j is none', async (manner) => {
  amazon.goes({ zone: manner });
  expect(await services().timeZone()).toBeNull();
});

test.each<Manner>(['silent', 'half'])(
  'whoever stays %s is not waited for: three calls are over in two and a half seconds',
  async (manner) => {
    amazon.goes({ reminders: manner, timers: manner, zone: manner });
    const one = services();
    expect(await one.timeZone()).toBeNull();
    expect(await one.setReminder(DAILY, { zone: ZONE, nowMs: NOW }, WORDING)).toBe('unreachable');
    expect(await one.setWarmUpTimer(WORDING)).toBe('unreachable');
    expect(waiting.clock()).toBe(2_500);
    expect(waiting.asleep).toBe(0);
  },
);

test('an endpoint where nobody listens is unreachable', async () => {
  const nobody = services({ endpoint: 'http://127.0.0.1:1' });
  expect(await nobody.setWarmUpTimer(WORDING)).toBe('unreachable');
  expect(await services({ endpoint: 'not an address' }).timeZone()).toBeNull();
});

/** A request as it comes from a device whose endpoint is the fake one. */
function from(request: RequestEnvelope): RequestEnvelope {
  const { System } = request.context;
  return { ...request, context: { ...request.context, System: { ...System, apiEndpoint: amazon.url } } };
}

async function askedFor(manner: Manner | null): Promise<{ words: string; log: string[]; answer: ResponseEnvelope }> {
  amazon.goes(manner ? { reminders: manner } : {});
  const skill = skillInTest({ now: () => START, waiting, apiClient: new DefaultApiClient() });
  let answer = await skill.ask(from(launch()));
  const slots = { days: ['every day', 'daily'] as [string, string], time: '19:00' };
  answer = await skill.ask(from(intent('RemindMeIntent', slots, next(answer))));
  expect(heardWords(answer.response)).toBe('Every day at seven in the evening. Shall I set that reminder?');
  answer = await skill.ask(from(intent('AMAZON.YesIntent', {}, next(answer))));
  return { words: heardWords(answer.response), log: skill.log, answer };
}

test.each<[string, Manner | null, RegExp]>([
  ['done', null, /^I'll remind you every day at seven in the evening\. Today, have you/],
  ['refused', { status: 403 }, /^For that I need your permission to set reminders\. Alexa will ask you now\.$/],
  ['full', { status: 403, body: { code: 'MAX_REMINDERS_EXCEEDED' } }, /list of reminders is full, so nothing was set/],
  ['busy', { status: 429 }, /Nothing was set\. Please ask me again later/],
  ['unsupported', { status: 403, body: { code: 'DEVICE_NOT_SUPPORTED' } }, /This device can't/],
  ['turned down', { status: 400, body: { code: 'BAD_REQUEST' } }, /^I couldn't set it\. Today, have you/],
  ['sent nowhere', { status: 404 }, /^I couldn't set it\. Today, have you/],
  ['down', { status: 503 }, /Your reminders didn't answer, so it may not be set/],
  ['silent', 'silent', /Your reminders didn't answer, so it may not be set/],
])('somebody whose reminder is %s hears it said, and the log says nothing of it', async (_, manner, words) => {
  const heard = await askedFor(manner);
  expect(heard.words).toMatch(words);
  const lines = heard.log.join('\n');
  for (const told of [USER_ID, DEVICE_ID, 'token', 'daily', '19:00', amazon.url, 'New_York'])
    expect(lines).not.toContain(told);
  expect(lines).not.toContain('"error"');
});

test('without a zone there is no reminder, rather than one at a wrong time', async () => {
  amazon.goes({ zone: { status: 500 } });
  const skill = skillInTest({ apiClient: new DefaultApiClient() });
  let answer = await skill.ask(from(launch()));
  const slots = { days: ['every day', 'daily'] as [string, string], time: '19:00' };
  answer = await skill.ask(from(intent('RemindMeIntent', slots, next(answer))));
  answer = await skill.ask(from(intent('AMAZON.YesIntent', {}, next(answer))));
  expect(heardWords(answer.response)).toMatch(/^I couldn't set it\./);
  expect(amazon.calls.map(({ path }) => path).filter((path) => path.includes('alerts'))).toEqual([]);
});
