// Tests that the server stops without cutting a listener off, and without waiting for none.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { launch } from '../support/alexa-requests';
import { HandTime } from '../support/hand-time';
import { ownFolder } from '../support/own-folder';
import { post, served, stopServers } from '../support/served';

beforeEach(stopServers);
afterAll(stopServers);

const LAUNCH = JSON.stringify(launch());
const ANSWER: ResponseEnvelope = { version: '1.0', response: {} };

/** A skill that answers when it is told to. */
function slowSkill() {
  let finish: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const skill = () =>
    new Promise<ResponseEnvelope>((resolve) => {
      finish = () => resolve(ANSWER);
      arrived();
    });
  return { skill, asked, finish: () => finish() };
}

test('a request in flight is answered, and no new connection is taken', async () => {
  const { skill, asked, finish } = slowSkill();
  const { url, stop } = await served({ skill });
  const answer = post(url, LAUNCH);
  await asked;
  const stopped = stop();
  await expect(fetch(`${url}/health`)).rejects.toThrow();
  finish();
  expect(await (await answer).json()).toEqual(ANSWER);
  await stopped;
});

test('who is still connected while it stops hears from its health that it does', async () => {
  const { skill, asked, finish } = slowSkill();
  const { url, port, stop } = await served({ skill });
  const early = connect(port, '127.0.0.1');
  await once(early, 'connect');
  const answer = post(url, LAUNCH);
  await asked;
  const stopped = stop();
  early.write('GET /health HTTP/1.1\r\nHost: server\r\n\r\n');
  const [bytes] = (await once(early, 'data')) as [Buffer];
  expect(bytes.toString()).toMatch(/^HTTP\/1\.1 503 /);
  expect(bytes.toString().toLowerCase()).toContain('connection: close');
  finish();
  await Promise.all([answer, stopped]);
});

test('connections that a proxy keeps open do not hold it up', async () => {
  const { url, port, stop } = await served();
  const agent = new Agent({ keepAlive: true });
  const [response] = await once(get(`${url}/health`, { agent }), 'response');
  response.resume();
  await once(response, 'end');
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  // Time stands still, so it is not the grace that ends it.
  await expect(stop()).resolves.toBeUndefined();
  agent.destroy();
  silent.destroy();
});

test('a request that never ends is given up after the grace', async () => {
  const { skill, asked } = slowSkill();
  const waiting = new HandTime();
  const { url, stop } = await served({ skill, sleep: waiting.sleep });
  const answer = post(url, LAUNCH).then(
    () => 'answered',
    () => 'cut off',
  );
  await asked;
  const stopped = stop();
  waiting.pass(7_999);
  expect(waiting.asleep).toBe(1);
  waiting.pass(1);
  await stopped;
  expect(await answer).toBe('cut off');
});

test('stopping twice is stopping once', async () => {
  const { stop } = await served();
  await Promise.all([stop(), stop()]);
  await expect(stop()).resolves.toBeUndefined();
});

test('a port that is taken is said, not waited for', async () => {
  const { port } = await served();
  await expect(served({ port })).rejects.toThrow(/EADDRINUSE/);
});

test('what is to be done once a day is done at the start and each day until it stops, and may fail', async () => {
  let times = 0;
  const waiting = new HandTime();
  const { url, log, stop } = await served({
    sleep: waiting.sleep,
    daily: async () => {
      times += 1;
      throw new Error('a name');
    },
  });
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(times).toBe(1);
  expect(log.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ during: 'daily', error: 'Error' })]);
  waiting.passToNext();
  await new Promise(setImmediate);
  expect([times, waiting.clock()]).toEqual([2, 86_400_000]);
  await stop();
  expect(waiting.asleep).toBe(0);
});

describe('as a process of its own', () => {
  const ROOT = join(__dirname, '../..');
  const dir = ownFolder();
  let program: ChildProcess | undefined;

  const end = () => {
    if (program?.exitCode === null) program.kill('SIGKILL');
  };
  beforeEach(end);
  afterAll(end);

  const started = (args: string[]) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    program = child;
    return { child, lines: createInterface({ input: child.stderr }) };
  };

  test('it serves, refuses who is not Amazon, keeps its folder to itself, and leaves with nothing amiss', async () => {
    const { child, lines } = started(['--port', '0', '--any-skill', '--data-dir', join(dir(), 'data')]);
    const heard: string[] = [];
    lines.on('line', (line) => heard.push(line));
    const [first] = (await once(lines, 'line')) as [string];
    const { message, port } = JSON.parse(first);
    expect(message).toBe('listening');
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toMatchObject({ status: 'ok' });
    const unsigned = JSON.stringify(launch({ timestamp: new Date().toISOString() }));
    expect((await post(`http://127.0.0.1:${port}`, unsigned)).status).toBe(400);
    if (process.platform !== 'win32') expect(statSync(join(dir(), 'data')).mode & 0o077).toBe(0);
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(heard.map((line) => JSON.parse(line).message)).toEqual(['listening', 'refused', 'stopping']);
  });

  test('it does not start without knowing its skill, and says what to do', async () => {
    const heard: string[] = [];
    const { child, lines } = started([]);
    lines.on('line', (line) => heard.push(line));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(heard[0]).toContain('SKILL_ID is missing');
  });
});
