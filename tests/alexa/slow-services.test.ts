// Tests that waiting for Amazon's services does not use up the patience with the store.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { memoryStore } from '../../lambda/persistence/memory';
import { talkingEcho } from '../../simulator/compose';
import { intent } from '../support/alexa-requests';
import { HandTime } from '../support/hand-time';
import { answerWords } from '../support/heard';
import { START, skillInTest } from '../support/skill';

const ABOUT_TO_BEGIN = [
  ...['open knot relief', ...Array(8).fill('no'), 'start'],
  ...['upper left, with a tennis ball, five minutes', 'no', 'four'],
  'remind me every day at seven in the evening',
];

/** Answers everything, each call after a while. */
const slow = (waiting: HandTime, ms: number) => ({
  invoke: async ({ url }: { url: string }) => {
    waiting.pass(ms);
    const body = url.endsWith('timeZone') ? 'America/New_York' : { alertToken: 'one' };
    return { statusCode: 200, headers: [], body: JSON.stringify(body) };
  },
});

test('a reminder that took two seconds leaves time to keep the place', async () => {
  let last: ResponseEnvelope | undefined;
  let context: RequestEnvelope['context'] | undefined;
  const watch = (request: unknown, response: unknown) => {
    context = (request as RequestEnvelope).context;
    last = response as ResponseEnvelope;
  };
  const store = memoryStore();
  const echo = talkingEcho({ startMs: START, everySentence: true, watch, store });
  for (const said of ABOUT_TO_BEGIN) await echo.say(said);
  const waiting = new HandTime();
  const skill = skillInTest({ store, apiClient: slow(waiting, 1000), waiting, now: () => echo.nowMs() });
  const { user, device } = context?.System ?? {};
  const who = { user: user?.userId ?? '', device: device?.deviceId ?? '' };
  const timestamp = new Date(echo.nowMs()).toISOString();
  const around = { ...who, attributes: last?.sessionAttributes ?? {}, timestamp };
  const answer = await skill.ask(intent('AMAZON.YesIntent', {}, around));
  expect(answerWords(answer)).toMatch(/^I'll remind you every day at seven in the evening\./);
  expect(JSON.stringify(answer.response.reprompt)).toContain('keep your place');
  expect(skill.faults()).toEqual([]);
  expect(waiting.clock()).toBe(2000);
});
