// What the walk knows of a place it has come to.

import type { Turn } from '../../../lambda/dialogue/act';
import type { KeptPlace } from '../../../lambda/dialogue/context';
import type { Event } from '../../../lambda/dialogue/event';
import { keptPlaceOf } from '../../../lambda/dialogue/keeping';
import type { State } from '../../../lambda/dialogue/state';
import { type KeptHistory, NOTHING_KEPT } from './history';
import type { History } from './memory';
import type { World } from './world';

/** What is kept between sessions, and what the walk remembers of it. */
export interface Store {
  place: KeptPlace | null;
  history: KeptHistory;
}

export const NOTHING_STORED: Store = { place: null, history: NOTHING_KEPT };

/** Where the conversation is, what was heard last and what has really happened; and how it came to that. */
export interface Node {
  world: World;
  state: State | null;
  heard: Turn | null;
  sentAtMs: number;
  history: History;
  store: Store;
  from: Node | null;
  label: string;
}

/** What was said to come here, from the first session on. */
export function pathTo(node: Node): string[] {
  const path: string[] = [];
  for (let at: Node | null = node; at; at = at.from) path.unshift(at.label);
  return path;
}

/** What the store holds after a turn. */
export function stored(
  before: Store,
  turn: Turn,
  event: Event,
  { spots, skin, startedAtMs }: History,
  nowMs: number,
): Store {
  return turn.effects.reduce<Store>((store, { type }) => {
    if (type === 'forgetPlace') return NOTHING_STORED;
    if (type !== 'savePlace') return store;
    const place = keptPlaceOf(turn.state, event.type === 'stopped', nowMs);
    if (!place) return NOTHING_STORED;
    // How strong it was is a health answer, and is not kept.
    return { place, history: { spots: spots.map(({ ms }) => ({ ms, strength: 0 })), skin, startedAtMs } };
  }, before);
}
