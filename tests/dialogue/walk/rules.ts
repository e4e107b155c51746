// Which rule of the house does one step of the conversation break?

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { State } from '../../../lambda/dialogue/state';
import type { ScreeningForm } from '../../../lambda/domain/screening';
import { answerFaults } from './answers';
import { guidingFaults } from './guiding';
import type { History } from './history';
import type { Instant } from './instants';
import type { Store } from './nodes';
import { speakingFaults } from './speaking';

/** One edge of the walk, with the memory before and after it. */
export interface Edge {
  state: State | null;
  heard: Turn | null;
  instant: Instant;
  event: Event;
  turn: Turn;
  before: History;
  after: History;
  /** What is kept afterwards. */
  store: Store;
  nowMs: number;
  form: ScreeningForm;
}

/** Every fault of an edge, in words. */
export function faultsOf(edge: Edge): string[] {
  return [...speakingFaults(edge), ...guidingFaults(edge), ...answerFaults(edge), ...keepingFaults(edge)];
}

const HEALTH = [
  'noes',
  'doubted',
  'strength',
  'soreBefore',
  'skinClear',
  'skinNoted',
  'pressOff',
  'guideOff',
  'moment',
  'closed',
  'heard',
];

/** A lost session keeps the place and no health answer; after an outcome there is no place. */
function keepingFaults({ event, turn, after, store, nowMs }: Edge): string[] {
  const kept = store.place;
  const faults: string[] = [];
  if (event.type === 'sessionLost' && !turn.silent) faults.push('speaks into a session that has ended');
  const text = JSON.stringify(kept);
  const found = HEALTH.filter((word) => text.includes(`"${word}"`));
  if (found.length > 0) faults.push(`keeps ${found.join(', ')}`);
  if (!turn.effects.some(({ type }) => type === 'savePlace') || !kept) {
    return after.standing && kept ? [...faults, 'keeps a place after an outcome'] : faults;
  }
  if (after.standing) faults.push('keeps the place after an outcome');
  const { recheckUntilMs } = kept;
  if (recheckUntilMs === null) return faults;
  if (!after.open && after.recheck === 'none')
    faults.push('offers the short re-check of a screening that was not passed');
  if (event.type === 'stopped') faults.push('offers the short re-check after "stop"');
  if (after.pressOff) faults.push('offers the short re-check after a symptom');
  if (recheckUntilMs > (after.startedAtMs ?? nowMs) + 30 * 60_000)
    faults.push('offers the short re-check for longer than thirty minutes');
  return faults;
}
