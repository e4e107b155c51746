// How is a record kept while the process lives, and no longer?

import type { Kept, Store } from './store';

/** A store in memory. It keeps JSON, so that what comes back is as it would be from any other store. */
export function memoryStore(): Store {
  const records = new Map<string, string>();
  return {
    async load(key) {
      const text = records.get(key);
      return text === undefined ? null : (JSON.parse(text) as Kept);
    },
    async save(key, record) {
      records.set(key, JSON.stringify(record));
    },
    async forget(key) {
      records.delete(key);
    },
  };
}
