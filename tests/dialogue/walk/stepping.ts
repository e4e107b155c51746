// Makes an edge of the walk out of one step, with the walk's own memory and the store after it.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import { keptPlaceOf } from '../../../lambda/dialogue/keeping';
import { mayReturnIn } from './doors';
import type { Edge } from './edge';
import { remember } from './history';
import { HALF_HOUR_MS, type Instant, OPENING } from './instants';
import { type History, type KeptHistory, NOTHING_KEPT, newHistory } from './memory';
import { type Node, stored } from './nodes';
import { MINUTE_MS } from './world';

/** The edge from a place of the walk, when an event has been answered. */
export function edgeOf(node: Node, instant: Instant, event: Event, turn: Turn, nowMs: number): Edge {
  const { world, store } = node;
  // Half an hour after the last turn, what is said are the first words of a session.
  const stale = event.type !== 'sessionLost' && event.type !== 'audioFailed' && instant.afterMs >= HALF_HOUR_MS;
  const anew = !stale && (event.type === 'launched' || event.type === 'warmedUp') && node.state !== null;
  const point = stale ? { ...OPENING, label: instant.label } : instant;
  const heard = stale ? null : node.heard;
  const begun = stale ? newHistory(NOTHING_KEPT, false, mayReturnIn(world, store.passed)) : node.history;
  const before = anew ? relaunched(node, nowMs) : begun;
  const kept = stale ? null : store.place;
  const edge = { state: stale ? null : node.state, heard, instant: point, event, turn, before, nowMs, world, kept };
  // A report about the device interrupts nobody.
  if (event.type === 'audioFailed') return { ...edge, after: node.history, store };
  const step = { heard: anew ? null : heard, instant: point, event, turn, nowMs, world, kept: store.history };
  const after = remember(before, step);
  return { ...edge, after, store: stored(store, turn, event, after, { world, nowMs }) };
}

/** A launch in the middle of a session: what was going on may be taken up as if the session had been lost. */
function relaunched({ world, state, history, store }: Node, nowMs: number): History {
  const place = state ? keptPlaceOf(state, false, nowMs) : null;
  const { open, pressOff, standing, startedAtMs, skin, full, spots, recheck } = history;
  const passed = (open && !pressOff && !standing) || recheck !== 'none';
  const inTime = (startedAtMs ?? 0) + 30 * MINUTE_MS > nowMs;
  const kept: KeptHistory = place ? { skin, full, spots, startedAtMs } : NOTHING_KEPT;
  return newHistory(kept, passed && inTime, mayReturnIn(world, store.passed));
}
