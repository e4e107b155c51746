// Tests that a turn's patience ends when it should, with any store.

import { memoryStore } from '../../lambda/persistence/memory';
import { makePatient, Unreachable } from '../../lambda/persistence/patient';
import { Conflict, type Store } from '../../lambda/persistence/store';
import { machineTime } from '../../lambda/waiting';

/** The machine's own sleep, on a machine whose timers the test moves. */
const waiting = { clock: () => Date.now(), sleep: machineTime.sleep };

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

const never = () => new Promise<never>(() => {});
const throttled = () => Promise.reject(Object.assign(new Error('too many'), { name: 'ThrottlingException' }));
const mocked = (load: () => Promise<null>): Store => ({ ...memoryStore(), load });

interface Outcome {
  error: Error | null;
  atMs: number;
}

/** How it ends, and when by the clock that the test moves. */
async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  const outcome = work.then(
    () => ({ error: null, atMs: Date.now() }),
    (error: Error) => ({ error, atMs: Date.now() }),
  );
  await jest.advanceTimersByTimeAsync(10_000);
  return outcome;
}

const chance = (value: number) => () => value;

describe('a store that never answers', () => {
  it('is asked twice for 450 ms each, with a pause by chance between 20 and 80 ms', async () => {
    for (const [random, pauseMs] of [
      [0, 20],
      [0.5, 50],
    ] as const) {
      jest.setSystemTime(0);
      const load = jest.fn(never);
      const store = makePatient(mocked(load), { ...waiting, untilMs: 2000, random: chance(random) });
      const { error, atMs } = await outcomeOf(store.load('one'));
      expect(error).toBeInstanceOf(Unreachable);
      expect(atMs).toBe(450 + pauseMs + 450);
      expect(load).toHaveBeenCalledTimes(2);
    }
  });

  it.each([1, 100, 449, 470, 600])('is left when the %i ms are over that there were', async (untilMs) => {
    const store = makePatient(mocked(never), { ...waiting, untilMs, random: chance(0) });
    const { error, atMs } = await outcomeOf(store.load('one'));
    expect(error).toBeInstanceOf(Unreachable);
    expect(atMs).toBeLessThanOrEqual(untilMs);
  });

  it('is not even asked when no time is left', async () => {
    const load = jest.fn(never);
    const { error, atMs } = await outcomeOf(makePatient(mocked(load), { ...waiting, untilMs: 0 }).load('one'));
    expect(error).toBeInstanceOf(Unreachable);
    expect(atMs).toBe(0);
    expect(load).not.toHaveBeenCalled();
  });

  it('leaves no timer behind when it does answer', async () => {
    await makePatient(memoryStore(), { ...waiting, untilMs: 2000 }).load('one');
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('one patience', () => {
  it('has one second try for all calls of the turn', async () => {
    const load = jest.fn(throttled);
    const store = makePatient(mocked(load), { ...waiting, untilMs: 5000 });
    for (let call = 0; call < 3; call++) await outcomeOf(store.load('one')).then(() => jest.setSystemTime(0));
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('goes by the clock it is given', async () => {
    const load = jest.fn(throttled);
    await outcomeOf(makePatient(mocked(load), { ...waiting, untilMs: 100, clock: () => 90 }).load('one'));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Error]>([
    ['a conflict', new Conflict()],
    ['a mistake of ours', new TypeError('no function')],
    ['what the store finds wrong in what is asked', Object.assign(new Error('wrong'), { name: 'ValidationException' })],
  ])('is not spent on %s', async (_what, error) => {
    const load = jest.fn(() => Promise.reject(error));
    expect((await outcomeOf(makePatient(mocked(load), { ...waiting, untilMs: 2000 }).load('one'))).error).toBe(error);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each([
    { code: 'ECONNRESET' },
    { name: 'TimeoutError' },
    { $retryable: {} },
    { $metadata: { httpStatusCode: 502 } },
  ])('is spent on an error with %j', async (marks) => {
    const load = jest.fn(() => Promise.reject(Object.assign(new Error('passing'), marks)));
    const { error } = await outcomeOf(makePatient(mocked(load), { ...waiting, untilMs: 2000 }).load('one'));
    expect(error).toBeInstanceOf(Unreachable);
    expect(error?.cause).toMatchObject({ message: 'passing' });
    expect(load).toHaveBeenCalledTimes(2);
  });
});
