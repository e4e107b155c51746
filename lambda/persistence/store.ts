// The port of every store: what the skill asks of it.

/** Plain data that survives JSON. The reader knows what it means. */
export type Kept = Record<string, unknown>;

/** The record under a key, with its version. */
export interface Held {
  /** Empty when the record can no longer be read. */
  record: Kept;
  /** Counts the writes: one more with each. */
  version: number;
  /** Until when it is kept, in milliseconds since 1970. A store may still hold it some time later. */
  expiresAtMs: number;
}

/** Says that another writer has written since the record was loaded. */
export class Conflict extends Error {
  override name = 'Conflict';
}

/**
 * One record a listener, under a key that tells nothing about them. All three may reject when the place cannot be
 * reached; none rejects because nothing is there.
 */
export interface Store {
  /** What was kept under the key, as it is after every write that has been answered; null when nothing was. */
  load(key: string): Promise<Held | null>;
  /**
   * Replaces what was kept, if it is still the writing `version` (0: nothing was there), and counts one on. Rejects
   * with a `Conflict`, and changes nothing, when it is another.
   */
  save(key: string, record: Kept, written: { version: number; expiresAtMs: number }): Promise<void>;
  /** Forgets the key; forgetting twice is no mistake. */
  forget(key: string): Promise<void>;
}
