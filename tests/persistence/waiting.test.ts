// Tests that every wait ends in time and leaves nothing behind.

import { machineTime, runWithin, TookTooLong } from '../../lambda/waiting';

beforeEach(() => jest.useFakeTimers());
afterAll(() => jest.useRealTimers());

const { sleep } = machineTime;
const never = () => new Promise<never>(() => {});
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('an answer in time is the answer, and no timer is left', async () => {
  expect(await runWithin(sleep, 100, async () => 'here')).toBe('here');
  expect(jest.getTimerCount()).toBe(0);
});

test('an error in time is the error, also one that is thrown at once, and no timer is left', async () => {
  const error = new RangeError('broken');
  expect(await reasonOf(runWithin(sleep, 100, () => Promise.reject(error)))).toBe(error);
  const thrown = runWithin(sleep, 100, () => {
    throw error;
  });
  expect(await reasonOf(thrown)).toBe(error);
  expect(jest.getTimerCount()).toBe(0);
});

test('no answer is given up when the time is over, not before, and the work is told', async () => {
  let signal: AbortSignal | null = null;
  const ended = jest.fn();
  const reason = reasonOf(
    runWithin(sleep, 100, (tooLate) => {
      signal = tooLate;
      return never();
    }),
  ).then((error) => {
    ended();
    return error;
  });
  await jest.advanceTimersByTimeAsync(99);
  expect(ended).not.toHaveBeenCalled();
  expect(signal).toMatchObject({ aborted: false });
  await jest.advanceTimersByTimeAsync(1);
  expect(await reason).toBeInstanceOf(TookTooLong);
  expect(signal).toMatchObject({ aborted: true });
});

test('work that answers in time is never told that it was too late', async () => {
  let signal: AbortSignal | null = null;
  await runWithin(sleep, 100, async (tooLate) => {
    signal = tooLate;
  });
  await jest.advanceTimersByTimeAsync(1000);
  expect(signal).toMatchObject({ aborted: false });
});

test.each([0, -1])('with %i milliseconds left nobody is asked', async (ms) => {
  const work = jest.fn(never);
  expect(await reasonOf(runWithin(sleep, ms, work))).toBeInstanceOf(TookTooLong);
  expect(work).not.toHaveBeenCalled();
});
