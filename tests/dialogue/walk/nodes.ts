// What the walk knows of a place it has come to.

import type { Effect, Turn } from '../../../lambda/dialogue/act';
import type { KeptPlace } from '../../../lambda/dialogue/context';
import type { Event } from '../../../lambda/dialogue/event';
import { keptPlaceOf } from '../../../lambda/dialogue/keeping';
import type { State } from '../../../lambda/dialogue/state';
import type { Day } from '../../../lambda/domain/progress';
import { type History, type KeptHistory, NOTHING_KEPT } from './memory';
import type { World } from './world';

/** What is kept between sessions, and what the walk remembers of it. */
export interface Store {
  place: KeptPlace | null;
  history: KeptHistory;
  /** The day that is kept of a full set of questions that was passed. */
  screened: Day | null;
  /** The day on which a full set was passed, with nothing told since, as far as the walk knows. */
  passed: Day | null;
  /** The day that was kept before it was to be forgotten in this session. */
  forgotten: Day | null;
}

export const NOTHING_STORED: Store = {
  place: null,
  history: NOTHING_KEPT,
  screened: null,
  passed: null,
  forgotten: null,
};

/** What is left of it when the place has ended. */
export const withoutPlace = (store: Store): Store => ({ ...store, place: null, history: NOTHING_KEPT });

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
export function stored(before: Store, turn: Turn, event: Event, after: History, { world, nowMs }: At): Store {
  let store: Store = { ...before, passed: passedAfter(before.passed, after, world) };
  for (const effect of turn.effects) store = withEffect(store, effect, () => placeIn(turn, event, after, nowMs));
  return store;
}

function withEffect(store: Store, effect: Effect, placed: () => Pick<Store, 'place' | 'history'>): Store {
  switch (effect.type) {
    case 'rememberScreened':
      return { ...store, screened: effect.day };
    case 'forgetScreened':
      return { ...store, screened: null, forgotten: store.screened ?? store.forgotten };
    case 'forgetPlace':
      return withoutPlace(store);
    case 'savePlace':
      return { ...store, ...placed() };
    default:
      return store;
  }
}

function placeIn(turn: Turn, event: Event, after: History, nowMs: number): Pick<Store, 'place' | 'history'> {
  const place = keptPlaceOf(turn.state, event.type === 'stopped', nowMs);
  return { place, history: place ? historyKept(after) : NOTHING_KEPT };
}

interface At {
  world: World;
  nowMs: number;
}

function passedAfter(
  before: Day | null,
  { justOpened, guest, voided }: History,
  { form, remembered }: World,
): Day | null {
  if (voided !== null) return null;
  return justOpened === 'full' && !guest && form === 'ask' && remembered ? remembered.today : before;
}

/** How strong it was is a health answer, and is not kept. */
const historyKept = ({ spots, skin, full, startedAtMs }: History): KeptHistory => ({
  spots: spots.map((spot) => ({ ...spot, strength: 0 })),
  skin,
  full,
  startedAtMs,
});
