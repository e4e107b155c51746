// What does a written conversation leave behind when it is played?

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

/** Plays a conversation from an empty memory. */
export async function played({ name, text, locale }: WrittenConversation): Promise<Played> {
  const store = watchedStore(memoryStore());
  const log: string[] = [];
  const result = await replay(text, { locale, store, log: (line) => log.push(line) });
  return { ...result, name, store, log };
}
