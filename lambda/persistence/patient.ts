// Limits how long a store is waited for, and tries once more where that can help.

import { runWithin, type Waiting } from '../waiting';
import { Conflict, type Store } from './store';

/** No single try takes longer. A store in the same region answers in 10 ms; nearly all that take 450 never will. */
const TRY_MS = 450;
/** By chance in between, so that all who were turned away at once do not come back at once. */
const PAUSE_MS = { from: 20, to: 80 };

/**
 * Says that the store could not be reached before the time was up; `cause` holds the last reason. What was to be saved
 * may or may not have been written.
 */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

interface Patience extends Waiting {
  /** When all waiting ends, by `clock`. */
  untilMs: number;
  /** At least 0, less than 1. */
  random?: () => number;
}

/**
 * The store, with a patience that all calls draw on together: one end of waiting, and one second try for whatever may go
 * better then. Made anew for each turn. A call rejects with the store's own error when trying again cannot help (a
 * `Conflict`, no permission, no table), else with `Unreachable`, by `untilMs` at the latest.
 */
export function makePatient(store: Store, { untilMs, clock, sleep, random = Math.random }: Patience): Store {
  let triesLeft = 1;

  async function once<T>(work: () => Promise<T>): Promise<T> {
    return runWithin(sleep, Math.min(TRY_MS, untilMs - clock()), work);
  }

  async function twice<T>(work: () => Promise<T>, again = work): Promise<T> {
    try {
      return await once(work);
    } catch (error) {
      if (!mayPass(error)) throw error;
      const pauseMs = PAUSE_MS.from + random() * (PAUSE_MS.to - PAUSE_MS.from);
      if (triesLeft === 0 || clock() + pauseMs >= untilMs) throw unreachableFor(error);
      triesLeft -= 1;
      await sleep(pauseMs);
      return await once(again).catch((reason: unknown) => {
        throw mayPass(reason) ? unreachableFor(reason) : reason;
      });
    }
  }

  return {
    load: (key) => twice(() => store.load(key)),
    save(key, record, written) {
      const text = JSON.stringify(record);
      const save = () => store.save(key, record, written);
      // The first try may have been written though no answer came; the second then meets its own writing.
      const saveAgain = () => save().catch((error: unknown) => acceptOurs(store, error, { key, text, ...written }));
      return twice(save, saveAgain);
    },
    forget: (key) => twice(() => store.forget(key)),
  };
}

interface Writing {
  key: string;
  text: string;
  version: number;
}

/** A conflict with our own write is none, unless another writer has replaced it since. */
async function acceptOurs(store: Store, error: unknown, { key, text, version }: Writing): Promise<void> {
  if (!(error instanceof Conflict)) throw error;
  const held = await store.load(key);
  if (held?.version !== version + 1 || JSON.stringify(held.record) !== text) throw error;
}

const unreachableFor = (cause: unknown): Unreachable => new Unreachable('The store was not reached in time', { cause });

/** Names and codes of what may go better in a moment: too many at once, a fault over there, a line that broke. */
const PASSING = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'AbortError',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

interface StoreError {
  name?: string;
  code?: string;
  $retryable?: object;
  $metadata?: { httpStatusCode?: number };
}

function mayPass(error: unknown): boolean {
  const { name = '', code = '', $retryable, $metadata } = Object(error) as StoreError;
  const status = $metadata?.httpStatusCode ?? 0;
  return $retryable !== undefined || status === 429 || status >= 500 || PASSING.has(name) || PASSING.has(code);
}
