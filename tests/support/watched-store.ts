// A store that writes down what passes between it and the skill.

import type { Kept, Store } from '../../lambda/persistence/store';

/** One saving, as bytes that would lie on a disk. */
export interface Writing {
  key: string;
  /** JSON of all that was handed over. */
  text: string;
}

export interface WatchedStore extends Store {
  /** Every saving that went through, oldest first. */
  written: Writing[];
  /** Every key that was asked for, saved or forgotten. */
  keys: Set<string>;
}

/** The same store, with everything noted down that is handed to it. */
export function watchedStore(inner: Store): WatchedStore {
  const written: Writing[] = [];
  const keys = new Set<string>();
  return {
    written,
    keys,
    load(key) {
      keys.add(key);
      return inner.load(key);
    },
    async save(key: string, record: Kept, writing) {
      keys.add(key);
      await inner.save(key, record, writing);
      written.push({ key, text: JSON.stringify({ record, ...writing }) });
    },
    forget(key) {
      keys.add(key);
      return inner.forget(key);
    },
  };
}
