// What everything that waits is given: a clock, a sleep, and one time-out made of the two.

/** Milliseconds; since when does not matter. */
export type Clock = () => number;

/** Resolves after `ms` milliseconds. Never settles, and leaves no timer, once `called` is aborted. */
export type Sleep = (ms: number, called?: AbortSignal) => Promise<void>;

/** The time by which waiting is measured, and the way to let it pass. Tests move both by hand. */
export interface Waiting {
  clock: Clock;
  sleep: Sleep;
}

/** The time of the machine it runs on. Chosen only where all the parts are. */
export const machineTime: Waiting = {
  // Setting the machine's clock changes nobody's patience.
  clock: () => performance.now(),
  sleep: (ms, called) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      called?.addEventListener('abort', () => clearTimeout(timer), { once: true });
    }),
};

/** Says that an answer did not come in time. */
export class TookTooLong extends Error {
  override name = 'TimeoutError';
  override message = 'No answer came in time';
}

/**
 * What `work` comes to within `ms` milliseconds. Else rejects with `TookTooLong` and aborts the signal that the work was
 * given. What comes later is dropped; without any time, the work is not begun.
 */
export async function runWithin<T>(sleep: Sleep, ms: number, work: (tooLate: AbortSignal) => Promise<T>): Promise<T> {
  if (ms <= 0) throw new TookTooLong();
  const inTime = new AbortController();
  const tooLate = new AbortController();
  const late = sleep(ms, inTime.signal).then(() => {
    tooLate.abort();
    throw new TookTooLong();
  });
  try {
    return await Promise.race([work(tooLate.signal), late]);
  } finally {
    inTime.abort();
  }
}
