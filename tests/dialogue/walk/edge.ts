// One edge of the walk: what was said where, and what was answered.

import type { Turn } from '../../../lambda/dialogue/act';
import type { KeptPlace } from '../../../lambda/dialogue/context';
import type { Event } from '../../../lambda/dialogue/event';
import type { State } from '../../../lambda/dialogue/state';
import type { Instant } from './instants';
import type { History } from './memory';
import type { Store } from './nodes';
import type { World } from './world';

/** One edge of the walk, with the memory before and after it. */
export interface Edge {
  state: State | null;
  heard: Turn | null;
  instant: Instant;
  event: Event;
  turn: Turn;
  before: History;
  after: History;
  /** What was kept before. */
  kept: KeptPlace | null;
  /** What is kept afterwards. */
  store: Store;
  nowMs: number;
  world: World;
}
