// Tests that a listener who opens the skill again in the middle of a press loses nothing and presses no longer.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { memoryStore } from '../../lambda/persistence/memory';
import { talkingEcho } from '../../simulator/compose';
import type { Happening } from '../../simulator/device';
import { intent, launch } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { START, skillInTest } from '../support/skill';

const SCREENED = ['open knot relief', ...Array(8).fill('no'), 'start'];
const UNTIL_PRESS = [...SCREENED, 'upper left, with a tennis ball, five minutes', 'no', 'four', 'ready'];

const turnIn = ([first]: Happening[]) => {
  if (first?.type !== 'turn') throw new Error('no answer');
  return first;
};

async function inMidPress() {
  const sessions: unknown[] = [];
  const watch = (request: unknown, response: unknown) => sessions.push({ request, response });
  const store = memoryStore();
  const echo = talkingEcho({ startMs: START, everySentence: true, watch, store });
  for (const said of UNTIL_PRESS) await echo.say(said);
  await echo.wait(25_000);
  return { echo, store, exchanges: sessions as { request: RequestEnvelope; response: ResponseEnvelope }[] };
}

test('in a new session, without a notice about the old one: let go first, then on from the same place', async () => {
  const { echo } = await inMidPress();
  const welcome = turnIn(await echo.say('open knot relief'));
  expect(welcome.speech).toMatch(/^(Step|Lift|Let|Take|Hands|Stop there)\b/);
  expect(welcome.state).toBe('welcomingBack');
});

test('by asking for something in the same breath: let go first', async () => {
  const { echo } = await inMidPress();
  const answer = turnIn(await echo.say('ask knot relief how to do cat cow'));
  expect(answer.speech).toMatch(/^(Step|Lift|Let|Take|Hands|Stop there)\b/);
});

test('in the same session, should a device keep it: let go first, and the place is still there', async () => {
  const { exchanges, store } = await inMidPress();
  const { user, device } = exchanges.at(-1)?.request.context.System ?? {};
  const state = exchanges.at(-1)?.response.sessionAttributes?.['state'] as { playing: { sentAtMs: number } };
  const timestamp = new Date(state.playing.sentAtMs + 25_000).toISOString();
  const skill = skillInTest({ store, now: () => state.playing.sentAtMs + 25_000 });
  const answer = await skill.ask(
    launch({ attributes: { state }, timestamp, user: user?.userId ?? '', device: device?.deviceId ?? '' }),
  );
  expect(answerWords(answer)).toMatch(/^(Step|Lift|Let|Take|Hands|Stop there)\b/);
  expect(answer.sessionAttributes?.['state']).toMatchObject({ moment: { at: 'welcomingBack' } });
});

test('hours later nobody is told to let go', async () => {
  const { echo } = await inMidPress();
  await echo.end();
  await echo.wait(3 * 3_600_000);
  expect(turnIn(await echo.say('open knot relief')).speech).toMatch(/^Welcome back\. Is someone new/);
});

test('a first word of a session that is no launch opens with the questions', async () => {
  const answer = await skillInTest().ask(intent('ReadyIntent'));
  expect(answerWords(answer)).toMatch(/^Knot Relief, /);
});
