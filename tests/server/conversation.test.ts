// Tests that a listener does not notice that the skill runs on a server, or that it was started again.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { fileStore } from '../../lambda/persistence/file';
import { generatedModel } from '../../simulator/compose';
import { Echo, type Happening } from '../../simulator/device';
import { houseFaults } from '../support/house-rules';
import { ownFolder } from '../support/own-folder';
import { post, type Served, served, stopServers } from '../support/served';
import { bareSkill, START } from '../support/skill';

const UNTIL_PRESS = [
  ...['open knot relief', ...Array(8).fill('no'), 'start'],
  ...['upper left, with a tennis ball, five minutes', 'slower', 'no', 'four', 'ready', 'ready'],
];

const dir = ownFolder();
beforeEach(stopServers);
afterAll(stopServers);

/** A simulated Echo whose skill is reached over HTTP, wherever it runs at the moment. */
function echoOverHttp() {
  let server: Served;
  const handler = async (request: RequestEnvelope): Promise<ResponseEnvelope> => {
    const response = await post(server.url, JSON.stringify(request));
    expect(response.status).toBe(200);
    const answer = (await response.json()) as ResponseEnvelope;
    expect(houseFaults(request, answer)).toEqual([]);
    return answer;
  };
  const echo = new Echo({ handler, modelOf: generatedModel, startMs: START });
  const log: string[] = [];
  const start = async () => {
    const keep = (line: string) => {
      if (JSON.parse(line).level === 'error') log.push(line);
    };
    const skill = bareSkill({ store: fileStore(dir()), now: () => echo.nowMs(), log: keep });
    server = await served({ skill, skillId: null, log: keep });
  };
  return { echo, log, start, stop: () => server.stop() };
}

const turnIn = ([first]: Happening[]) => {
  if (first?.type !== 'turn') throw new Error('no answer');
  return first;
};

test('in the middle of the questions the server may be changed for a new one', async () => {
  const { echo, start, stop, log } = echoOverHttp();
  await start();
  await echo.say('open knot relief');
  expect(turnIn(await echo.say('no')).state).toBe('screening q2');
  await stop();
  await start();
  expect(turnIn(await echo.say('no')).state).toBe('screening q3');
  expect(log).toEqual([]);
});

test('the place and the pace are still there when the server comes back over the same folder', async () => {
  const { echo, start, stop, log } = echoOverHttp();
  await start();
  for (const said of UNTIL_PRESS) await echo.say(said);
  await echo.wait(25_000);
  await echo.end();
  await stop();
  await start();
  expect(turnIn(await echo.say('open knot relief')).state).toBe('welcomingBack');
  const [record = ''] = readdirSync(dir()).map((name) => readFileSync(join(dir(), name), 'utf8'));
  expect(record).toContain('"pace":"slow"');
  expect(record).not.toContain('amzn1');
  expect(log).toEqual([]);
});

test('over an empty folder they are not', async () => {
  const { echo, start, stop } = echoOverHttp();
  await start();
  for (const said of UNTIL_PRESS) await echo.say(said);
  await echo.end();
  await stop();
  rmSync(dir(), { recursive: true });
  await start();
  expect(turnIn(await echo.say('open knot relief')).state).not.toBe('welcomingBack');
});
