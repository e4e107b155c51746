// Tests that every written conversation goes the way it was written, by the rules of the house.

import { createHash } from 'node:crypto';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { houseFaults } from './support/house-rules';
import { writingFaults } from './support/kept-schema';
import { lineFaults } from './support/log-rules';
import { type Played, played } from './support/played';
import { writtenConversations } from './support/written-conversations';

const scripts = writtenConversations();

test('a reader finds conversations written down', () => {
  expect(scripts.length).toBeGreaterThan(0);
});

/** Every listener of the simulator is this one. */
const LISTENER = createHash('sha256').update('amzn1.ask.account.simulated').digest('hex');

const leftBehind: Played[] = [];

test.each(scripts.map((one) => [one.name, one] as const))('%s goes as it is written', async (_, written) => {
  const one = await played(written);
  leftBehind.push(one);
  const { title, faults, exchanges } = one;
  expect(title).toMatch(/^[A-Z]/);
  expect(faults).toEqual([]);
  const broken = exchanges.flatMap(({ request, response }) =>
    houseFaults(request as RequestEnvelope, response as ResponseEnvelope),
  );
  expect(broken).toEqual([]);
});

describe('of all of them', () => {
  const all = leftBehind;

  const faultsOf = (check: (one: Played) => string[]) =>
    all.flatMap((one) => check(one).map((fault) => `${one.name}: ${fault}`));

  test('the store gets settings, a place, what was done, and nothing else', () => {
    expect(all.flatMap(({ store }) => store.written).length).toBeGreaterThan(100);
    expect(faultsOf(({ store }) => store.written.flatMap(writingFaults))).toEqual([]);
  });

  test('the store is asked under one key, the digest of the listener’s id', () => {
    expect(new Set(all.flatMap(({ store }) => [...store.keys]))).toEqual(new Set([LISTENER]));
  });

  test('the log gets one line a request, in the order of the requests', () => {
    const typesOf = ({ exchanges }: Played) =>
      exchanges.map(({ request }) => (request as { request: { type: string } }).request.type);
    expect(faultsOf((one) => (one.log.length === one.exchanges.length ? [] : [`${one.log.length} lines`]))).toEqual([]);
    expect(all.map((one) => one.log.map((line) => JSON.parse(line).request))).toEqual(all.map(typesOf));
  });

  test('the log gets no id, no word that was said, no number and no moment that tells of health', () => {
    expect(all.flatMap(({ log }) => log).length).toBeGreaterThan(2000);
    const lines = ({ log, exchanges }: Played) =>
      log.flatMap((line, index) => lineFaults(line, exchanges[index]?.request).map((fault) => `${fault} in ${line}`));
    expect(faultsOf(lines)).toEqual([]);
  });

  test('the log tells of no mistake of ours', () => {
    expect(faultsOf(({ log }) => log.filter((line) => line.includes('"level":"error"')))).toEqual([]);
  });
});
