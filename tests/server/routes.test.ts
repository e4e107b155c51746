// Tests what the server answers, and what it keeps to itself.

import { gzipSync } from 'node:zlib';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { Refused } from '../../server/trust';
import { launch, USER_ID } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { houseFaults } from '../support/house-rules';
import { post, served, stopServers } from '../support/served';

beforeEach(stopServers);
afterAll(stopServers);

const LAUNCH = JSON.stringify(launch());

test('a launch is answered as the skill answers it', async () => {
  const { url } = await served();
  const response = await post(url, LAUNCH);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const answer = (await response.json()) as ResponseEnvelope;
  expect(houseFaults(launch(), answer)).toEqual([]);
  expect(answerWords(answer)).toMatch(/^Knot Relief/);
});

test('the check sees the body byte for byte, and the headers', async () => {
  const seen: unknown[] = [];
  const trust = async (body: string, headers: Record<string, unknown>) =>
    void seen.push(body, headers['signature-256']);
  const { url } = await served({ trust });
  const spaced = `${JSON.stringify({ ...launch(), remark: 'Grüße\n\u2028' }, null, 3)}\n`;
  expect((await post(url, spaced, { 'Signature-256': 'abc' })).status).toBe(200);
  expect(seen).toEqual([spaced, 'abc']);
});

test('what the check refuses is refused without saying why, and the skill never sees it', async () => {
  let asked = false;
  const { url, log } = await served({
    trust: () => Promise.reject(new Refused('signature', 'in detail')),
    skill: async () => {
      asked = true;
      return { version: '1.0', response: {} };
    },
  });
  const response = await post(url, LAUNCH);
  expect([response.status, await response.text(), asked]).toEqual([400, '', false]);
  expect(log.map((line) => JSON.parse(line))).toEqual([
    { level: 'warn', message: 'refused', reason: 'signature', detail: 'in detail' },
  ]);
});

test.each([
  ['no JSON', '{'],
  ['an empty body', ''],
  ['JSON that is no request', '[]'],
  ['null', 'null'],
  ['a request of another skill', LAUNCH.replaceAll('knot-relief-in-tests', 'other')],
  ['a request that names no skill', JSON.stringify({ request: { type: 'LaunchRequest' } })],
])('%s is a bad request', async (_what, body) => {
  const { url } = await served();
  const response = await post(url, body);
  expect([response.status, await response.text()]).toEqual([400, '']);
});

test('any skill is answered when it has been asked for', async () => {
  const { url } = await served({ skillId: null });
  expect((await post(url, LAUNCH.replaceAll('knot-relief-in-tests', 'other'))).status).toBe(200);
});

test('a body of another kind, too long a one and a compressed one are refused before they are read', async () => {
  const { url } = await served();
  expect((await post(url, LAUNCH, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post(url, JSON.stringify({ ...launch(), padding: 'x'.repeat(128 * 1024) }))).status).toBe(413);
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const compressed = await fetch(url, { method: 'POST', headers, body: gzipSync(LAUNCH) });
  expect([compressed.status, await compressed.text()]).toEqual([415, '']);
});

test('as much as Alexa may send passes', async () => {
  const { url } = await served();
  expect((await post(url, JSON.stringify({ ...launch(), padding: 'x'.repeat(100 * 1024) }))).status).toBe(200);
});

test('a fault of ours tells the caller nothing and the log no word of the listener', async () => {
  const { url, log } = await served({
    skill: async () => {
      throw new TypeError(`"my chest hurts" from ${USER_ID}`);
    },
  });
  const response = await post(url, LAUNCH);
  expect([response.status, await response.text()]).toEqual([500, '']);
  expect(log.map((line) => JSON.parse(line))).toEqual([
    { level: 'error', during: 'http', error: 'TypeError', at: expect.stringContaining('routes.test') },
  ]);
});

test('its health is its state, its version and how long it has been up, nothing of anybody', async () => {
  const { url } = await served();
  await post(url, LAUNCH);
  const response = await fetch(`${url}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3', uptimeSeconds: expect.any(Number) });
});

test.each([
  ['GET', '/'],
  ['PUT', '/'],
  ['POST', '/health'],
  ['GET', '/package.json'],
  ['GET', '/data'],
  ['GET', '/%E0%A4%A'],
])('there is nothing at %s %s', async (method, path) => {
  const { url } = await served();
  const response = await fetch(url + path, { method });
  expect([404, 400]).toContain(response.status);
  expect(await response.text()).toBe('');
});

test('no answer says what it was made with', async () => {
  const { url } = await served();
  for (const response of [await post(url, LAUNCH), await post(url, '{'), await fetch(`${url}/health`)]) {
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('server')).toBeNull();
  }
});
