// Tests that the server answers Amazon, and nobody who only looks like it.

import { createSign, type KeyObject } from 'node:crypto';
import { EventEmitter } from 'node:events';
import https from 'node:https';
import type { RequestEnvelope } from 'ask-sdk-model';
import { amazonOnly } from '../../server/trust';
import { launch, requestOf } from '../support/alexa-requests';
import { certificate } from '../support/certificate';
import { HandTime } from '../support/hand-time';
import { post, served, stopServers } from '../support/served';

// The SDK's verifiers run as they are. Only the network and the list of trusted authorities are ours: no test can
// have Amazon's key.
let mockAuthorities: string[] = [];
jest.mock('tls', () => ({
  ...jest.requireActual('tls'),
  get rootCertificates() {
    return mockAuthorities;
  },
}));

const DOMAIN = 'echo-api.amazon.com';
const ADDRESS = 'https://s3.amazonaws.com/echo.api/echo-api-cert.pem';
const authority = certificate({ name: 'An authority' });
const by = { name: 'An authority', key: authority.key };
const amazon = certificate({ name: DOMAIN, domain: DOMAIN, by });

const fetched = jest.spyOn(https, 'get');
let waiting: HandTime;

// The SDK holds a request's time against the machine's, so that one stands still; the network's own timers go on.
jest.useFakeTimers({
  doNotFake: [
    ...(['nextTick', 'hrtime', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
    ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
  ],
});

/** What lies at the certificate's address; a status when nothing does. */
function atTheAddress(found: string | number): void {
  fetched.mockImplementation(((_address: string, take: (response: unknown) => void) => {
    const status = typeof found === 'number' ? found : 200;
    const response = Object.assign(new EventEmitter(), { statusCode: status, setEncoding: () => undefined });
    setImmediate(() => {
      take(response);
      response.emit('data', found);
      response.emit('end');
    });
    return Object.assign(new EventEmitter(), { end: () => undefined });
  }) as unknown as typeof https.get);
}

beforeEach(async () => {
  await stopServers();
  waiting = new HandTime();
  fetched.mockReset();
  mockAuthorities = [authority.pem];
  atTheAddress(amazon.pem + authority.pem);
});
afterAll(stopServers);

const ago = (seconds: number) => ({ timestamp: new Date(Date.now() - seconds * 1000).toISOString() });
const fresh = () => JSON.stringify(launch(ago(1)));
const signed = (body: string, key: KeyObject = amazon.key, address = ADDRESS): Record<string, string> => ({
  SignatureCertChainUrl: address,
  'Signature-256': createSign('RSA-SHA256').update(body).sign(key, 'base64'),
});

async function sent(body: string, headers: Record<string, string>) {
  const { url, log } = await served({ trust: amazonOnly({ now: Date.now, sleep: waiting.sleep }) });
  const response = await post(url, body, headers);
  const words = await response.text();
  if (response.status === 400) expect(words).toBe('');
  return { status: response.status, reason: log[0] ? JSON.parse(log[0]).reason : null, log };
}

test('a fresh request that is rightly signed is answered', async () => {
  const body = fresh();
  expect(await sent(body, signed(body))).toEqual({ status: 200, reason: null, log: [] });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('one of two minutes ago still is, one of three minutes ago is not', async () => {
  const [late, old] = [120, 180].map((seconds) => JSON.stringify(launch(ago(seconds)))) as [string, string];
  expect(await sent(late, signed(late))).toMatchObject({ status: 200 });
  expect(await sent(old, signed(old))).toMatchObject({ status: 400, reason: 'timestamp' });
});

test('an event of the skill may be an hour late', async () => {
  const event = (seconds: number) =>
    JSON.stringify(requestOf({ type: 'AlexaSkillEvent.SkillDisabled' }, ago(seconds)) as RequestEnvelope);
  const [late, old] = [event(3000), event(4000)];
  expect(await sent(late, signed(late))).toMatchObject({ status: 200 });
  expect(await sent(old, signed(old))).toMatchObject({ status: 400, reason: 'timestamp' });
});

test.each([['yesterday'], [''], [null]])('a request whose time is %p is refused', async (timestamp) => {
  const body = JSON.stringify(requestOf({ type: 'LaunchRequest', timestamp }));
  expect(await sent(body, signed(body))).toMatchObject({ status: 400, reason: 'timestamp' });
});

test('a request without a signature, or without a certificate, is refused', async () => {
  const body = fresh();
  const { SignatureCertChainUrl = '', 'Signature-256': signature = '' } = signed(body);
  for (const headers of [{}, { SignatureCertChainUrl }, { 'Signature-256': signature }])
    expect(await sent(body, headers as Record<string, string>)).toMatchObject({ status: 400, reason: 'signature' });
  expect(fetched).not.toHaveBeenCalled();
});

test('a signature of another body, by another key or of no sense is refused', async () => {
  const body = fresh();
  const tampered = body.replace('"LaunchRequest"', '"SessionEndedRequest"');
  const another = certificate({ name: 'Somebody' }).key;
  expect(await sent(tampered, signed(body))).toMatchObject({ status: 400, reason: 'signature' });
  expect(await sent(body, signed(body, another))).toMatchObject({ status: 400, reason: 'signature' });
  expect(await sent(body, { ...signed(body), 'Signature-256': 'abc' })).toMatchObject({ status: 400 });
});

test.each([
  'http://s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com.example.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com@example.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem',
  'https://s3.amazonaws.com/invalid.path/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/../another.bucket/cert.pem',
  'https://s3.amazonaws.com/echo.api/%2e%2e/another.bucket/cert.pem',
  'https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem',
  'file:///echo.api/echo-api-cert.pem',
  'no address',
])('a certificate at %s is not even fetched', async (address) => {
  const body = fresh();
  expect(await sent(body, signed(body, amazon.key, address))).toMatchObject({ status: 400, reason: 'signature' });
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  'https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem',
  'https://S3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/echo-api-cert.pem?one=more#part',
])('a certificate at %s is the one Amazon names', async (address) => {
  const body = fresh();
  expect(await sent(body, signed(body, amazon.key, address))).toMatchObject({ status: 200 });
  expect(fetched.mock.calls[0]?.[0]).toBe(ADDRESS);
});

const expired = certificate({ name: DOMAIN, domain: DOMAIN, by, untilMs: Date.now() - 60_000 });
const stranger = certificate({ name: 'example.com', domain: 'example.com', by });
const selfMade = certificate({ name: DOMAIN, domain: DOMAIN });

test.each([
  ['that has ended', expired],
  ['of another domain', stranger],
  ['that nobody known stands behind', selfMade],
])('a certificate %s does not count', async (_what, { pem, key }) => {
  atTheAddress(pem);
  const body = fresh();
  expect(await sent(body, signed(body, key))).toMatchObject({ status: 400, reason: 'signature' });
});

test('an authority that this machine does not know does not count', async () => {
  mockAuthorities = [certificate({ name: 'Another authority' }).pem];
  const body = fresh();
  expect(await sent(body, signed(body))).toMatchObject({ status: 400, reason: 'signature' });
});

test('whoever keeps the server learns from the log that the certificate cannot be fetched', async () => {
  atTheAddress(503);
  const body = fresh();
  const { status, log } = await sent(body, signed(body));
  expect(status).toBe(400);
  expect(JSON.parse(log[0] ?? '').detail).toMatch(/Unable to load x509 certificate .* 503/);
});

test('a certificate that never arrives is not waited for', async () => {
  fetched.mockImplementation((() => {
    setImmediate(() => waiting.pass(3_000));
    return Object.assign(new EventEmitter(), { end: () => undefined });
  }) as never);
  const body = fresh();
  const { status, log } = await sent(body, signed(body));
  expect(status).toBe(400);
  expect(JSON.parse(log[0] ?? '').detail).toMatch(/in time/);
});

test('the certificate is fetched once an hour, so that none counts long after its end', async () => {
  let nowMs = 0;
  const { url } = await served({ trust: amazonOnly({ now: () => nowMs, sleep: waiting.sleep }) });
  const again = async () => {
    const body = fresh();
    expect((await post(url, body, signed(body))).status).toBe(200);
  };
  for (const minute of [0, 30, 59]) {
    nowMs = minute * 60_000;
    await again();
  }
  expect(fetched).toHaveBeenCalledTimes(1);
  nowMs = 61 * 60_000;
  await again();
  expect(fetched).toHaveBeenCalledTimes(2);
});
