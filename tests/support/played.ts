// A conversation as it is played, with what it leaves behind.

import { memoryStore } from '../../lambda/persistence/memory';
import { type Replay, replay } from '../../simulator/transcript';
import { type WatchedStore, watchedStore } from './watched-store';
import type { WrittenConversation } from './written-conversations';

export interface Played extends Replay {
  name: string;
  /** Everything the store was given. */
  store: WatchedStore;
  /** Every line of the log. */
  log: string[];
}

/** Plays a conversation from an empty memory. Fails when nothing was answered: every rule would hold of that. */
export async function played({ name, text, locale }: WrittenConversation): Promise<Played> {
  const store = watchedStore(memoryStore());
  const log: string[] = [];
  const result = await replay(text, { locale, store, log: (line) => log.push(line) });
  if (result.exchanges.length === 0) throw new Error(`Nothing is answered in "${name}"`);
  return { ...result, name, store, log };
}
