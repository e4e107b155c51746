// Tests how Alexa asks for a permission, and that the answer is heard even when the session is gone.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { folderLanguages } from '../../content/languages';
import { hearingIn } from '../../lambda/alexa/hearing';
import { understand } from '../../lambda/alexa/understand';
import type { Event } from '../../lambda/dialogue/event';
import { intent, launch, next, requestOf, USER_ID } from '../support/alexa-requests';
import { heardWords } from '../support/heard';
import { type SkillInTest, skillInTest } from '../support/skill';

const hearing = hearingIn(folderLanguages(`${__dirname}/../../content/languages`).of('en-US'));
const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';
const DAILY = { of: 'reminders', reminder: { days: 'daily', time: { hour: 19, minute: 0 } } } as const;

/** Amazon's alerts: refused until the listener says yes, then done. */
function amazon(allowed: () => boolean): { invoke: (request: { url: string }) => Promise<never> } {
  const answer = (statusCode: number, body: unknown) => ({ statusCode, headers: [], body: JSON.stringify(body) });
  return {
    invoke: async ({ url }) => {
      if (url.endsWith('timeZone')) return answer(200, 'America/New_York') as never;
      return (allowed() ? answer(200, { alertToken: 'one', id: 'one' }) : answer(403, {})) as never;
    },
  };
}

const response = (status: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'Connections.Response',
  name: 'AskFor',
  status: { code: '200', message: 'OK' },
  payload: { permissionScope: REMINDERS, status },
  token: 'reminders daily 19:00',
  ...more,
});

async function asked(skill: SkillInTest): Promise<ResponseEnvelope> {
  const opened = await skill.ask(launch());
  const slots = { days: ['every day', 'daily'] as [string, string], time: '19:00' };
  const named = await skill.ask(intent('RemindMeIntent', slots, next(opened)));
  return skill.ask(intent('AMAZON.YesIntent', {}, next(named)));
}

test('Alexa asks in her own words: the reason first, no question beside hers, the session left to her', async () => {
  const answer = await asked(skillInTest({ apiClient: amazon(() => false) }));
  const { directives, shouldEndSession, reprompt } = answer.response;
  expect(directives).toEqual([
    {
      type: 'Connections.SendRequest',
      name: 'AskFor',
      payload: { '@type': 'AskForPermissionsConsentRequest', '@version': '1', permissionScope: REMINDERS },
      token: 'reminders daily 19:00',
    },
  ]);
  expect([shouldEndSession, reprompt]).toEqual([undefined, undefined]);
  expect(JSON.stringify(directives)).not.toContain(USER_ID);
});

test.each([true, false])('granted, the reminder is set at once, the session still there: %s', async (lasted) => {
  let allowed = false;
  const skill = skillInTest({ apiClient: amazon(() => allowed) });
  const before = await asked(skill);
  allowed = true;
  const answer = await skill.ask(requestOf(response('ACCEPTED'), lasted ? next(before) : {}));
  expect(heardWords(answer.response)).toMatch(/^I'll remind you every day at seven in the evening\./);
  expect(heardWords(answer.response)).toMatch(lasted ? /chest pain/ : /Want me to guide you\?$/);
  expect(answer.response.shouldEndSession).toBe(false);
});

test('denied, it is taken as a no once and for all', async () => {
  const skill = skillInTest({ apiClient: amazon(() => false) });
  const answer = await skill.ask(requestOf(response('DENIED'), next(await asked(skill))));
  expect(heardWords(answer.response)).toMatch(/^That's fine, no reminder\./);
  expect(heardWords((await asked(skill)).response)).toMatch(/You can allow it in the Alexa app/);
});

test.each(['reminders daily 19:00', 'timers'])(
  'granted and refused all the same, nobody is asked again: %s',
  async (token) => {
    const skill = skillInTest({ apiClient: amazon(() => false) });
    const answer = await skill.ask(requestOf(response('ACCEPTED', { token }), next(await asked(skill))));
    const anew = await skill.ask(requestOf(response('ACCEPTED', { token })));
    for (const one of [answer, anew]) {
      // Alexa answers for the listener what they have told her before: asking again would never end.
      expect(JSON.stringify(one.response.directives ?? [])).not.toContain('SendRequest');
    }
    expect(heardWords(anew.response)).toMatch(/You can allow it in the Alexa app/);
  },
);

const heard = (request: Record<string, unknown>): Event | null =>
  understand(requestOf(request) as RequestEnvelope, hearing);
const told = (answer: string, permission: unknown = DAILY) => ({ type: 'permissionAnswered', permission, answer });
const AGAIN = { type: 'askedToRepeat' };

test.each<[Record<string, unknown>, unknown]>([
  [response('ACCEPTED'), told('granted')],
  [response('DENIED'), told('denied')],
  [response('NOT_ANSWERED'), told('unanswered')],
  [response('SOMETHING_NEW'), told('unanswered')],
  [response('ACCEPTED', { status: { code: '500' } }), told('unanswered')],
  [response('ACCEPTED', { status: undefined }), told('unanswered')],
  [response('ACCEPTED', { payload: null }), told('unanswered')],
  [response('ACCEPTED', { token: 'timers' }), told('granted', { of: 'timers' })],
  [response('ACCEPTED', { token: '' }), told('granted', { of: 'reminders' })],
  [response('ACCEPTED', { token: 'reminders someday 25:00' }), told('granted', { of: 'reminders' })],
  [response('ACCEPTED', { token: 7, payload: { status: 'ACCEPTED' } }), AGAIN],
  [response('ACCEPTED', { name: 'Buy' }), AGAIN],
])('%j is understood', (request, event) => {
  expect(heard(request)).toEqual(event);
});

const resumed = (cause: unknown) => ({ type: 'SessionResumedRequest', cause });

test.each<[unknown, unknown]>([
  [
    {
      type: 'ConnectionCompleted',
      token: 'reminders daily 19:00',
      status: { code: '200' },
      result: { status: 'ACCEPTED' },
    },
    told('granted'),
  ],
  [
    { type: 'ConnectionCompleted', token: 'timers', status: { code: '200' }, result: { status: 'DENIED' } },
    told('denied', { of: 'timers' }),
  ],
  [{ type: 'ConnectionCompleted', token: 'timers', status: { code: '404' } }, told('unanswered', { of: 'timers' })],
  [{ type: 'ConnectionCompleted', token: 'something else' }, AGAIN],
  [{ type: 'SomethingNew' }, AGAIN],
  [undefined, AGAIN],
])('a session resumed because of %j is understood', (cause, event) => {
  expect(heard(resumed(cause))).toEqual(event);
});

test('a session resumed for no reason we know asks the open question again, or begins', async () => {
  const skill = skillInTest();
  const opened = await skill.ask(launch());
  const two = await skill.ask(intent('AMAZON.NoIntent', {}, next(opened)));
  expect(heardWords((await skill.ask(requestOf(resumed({}), next(two)))).response)).toMatch(/bladder/);
  expect(heardWords((await skill.ask(requestOf(resumed(null)))).response)).toMatch(/^Knot Relief, .*chest pain/);
});

test.each([
  { name: 'amzn1.ask.skill.one.WarmUp', version: '1', input: {} },
  { name: 'another', version: '7' },
])('a launch with the task %j comes to all questions, never to "start"', async (task) => {
  const answer = await skillInTest().ask(requestOf({ type: 'LaunchRequest', task }));
  expect(heardWords(answer.response)).toMatch(/^Knot Relief, .*chest pain/);
  expect(answer.sessionAttributes?.['state']).toMatchObject({ cleared: false, moment: { question: 'q1' } });
});
