// What does the skill ask of the place where it keeps things?

/** Plain data that survives JSON. What it means is the reader's business. */
export type Kept = Record<string, unknown>;

/**
 * One record a listener, under a key that tells nothing about them. All three may reject when the place cannot be
 * reached; none rejects because nothing is there.
 */
export interface Store {
  /** What was kept under the key; null when nothing was, or when it can no longer be read. */
  load(key: string): Promise<Kept | null>;
  /** Replaces what was kept. */
  save(key: string, record: Kept): Promise<void>;
  /** Forgets the key; forgetting twice is no mistake. */
  forget(key: string): Promise<void>;
}
