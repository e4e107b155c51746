// A store of records that lasts as long as the process.

import { Conflict, type Held, type Store } from './store';

/** A store in memory. It keeps JSON, so that what comes back is as it would be from any other store. */
export function memoryStore(): Store {
  const held = new Map<string, string>();
  const read = (key: string): Held | null => {
    const text = held.get(key);
    return text === undefined ? null : (JSON.parse(text) as Held);
  };
  return {
    load: async (key) => read(key),
    async save(key, record, { version, expiresAtMs }) {
      if ((read(key)?.version ?? 0) !== version) throw new Conflict();
      held.set(key, JSON.stringify({ record, version: version + 1, expiresAtMs }));
    },
    async forget(key) {
      held.delete(key);
    },
  };
}
