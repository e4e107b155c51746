// Tests that an event wrapped for HTTP is refused, because nobody has checked its signature.

import { launch } from '../support/alexa-requests';
import { bareSkill } from '../support/skill';

const body = JSON.stringify(launch());

const WRAPPED: [string, object][] = [
  ['API Gateway, REST', { resource: '/', httpMethod: 'POST', headers: {}, requestContext: { stage: 'prod' }, body }],
  ['API Gateway, HTTP', { version: '2.0', rawPath: '/', requestContext: { http: {} }, body, isBase64Encoded: false }],
  ['a load balancer', { requestContext: { elb: {} }, httpMethod: 'POST', body: Buffer.from(body).toString('base64') }],
  ['a wrapper with a request laid beside its body', { ...launch(), requestContext: {}, body }],
  ['a wrapper around nothing', { requestContext: {}, body: null }],
];

test.each(WRAPPED)('an event from %s is refused, with one line in the log that names nobody', async (_, event) => {
  const log: string[] = [];
  await expect(bareSkill({ log: (line) => log.push(line) })(event)).rejects.toThrow('signature');
  expect(log.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'error', request: '', errors: ['UncheckedSignature'], store: 'none' }),
  ]);
});

test('the listener whom it is about is not looked up', async () => {
  const asked: string[] = [];
  const load = async (key: string) => {
    asked.push(key);
    return null;
  };
  const store = { load, save: async () => {}, forget: async () => {} };
  await expect(bareSkill({ store })({ ...launch(), body, requestContext: {} })).rejects.toThrow();
  expect(asked).toEqual([]);
});
