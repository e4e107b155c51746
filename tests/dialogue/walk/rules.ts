// Names the rules that one step of the conversation breaks.

import type { KeptPlace } from '../../../lambda/dialogue/context';
import { answerFaults } from './answer-faults';
import type { Edge } from './edge';
import { guidingFaults } from './guiding';
import { pressingFaults } from './press-faults';
import { askingFaults } from './question-faults';
import { speakingFaults } from './speaking';
import { visitFaults } from './visit-faults';
import { MINUTE_MS } from './world';

/** Every fault of an edge, in words. */
export function faultsOf(edge: Edge): string[] {
  return [
    ...speakingFaults(edge),
    ...guidingFaults(edge),
    ...pressingFaults(edge),
    ...visitFaults(edge),
    ...answerFaults(edge),
    ...askingFaults(edge),
    ...keepingFaults(edge),
    ...promiseFaults(edge),
    ...openTurnFaults(edge),
  ];
}

/** Where the whole sentence is asked for, none of its words begins a press (docs/model.md). */
function openTurnFaults({ heard, turn }: Edge): string[] {
  const presses = turn.state.moment.at === 'pressing' && turn.plays.length > 0;
  return heard?.isOpen && presses ? ['presses on an answer that may have been anything'] : [];
}

const PROMISES: readonly string[] = ['pause.kept', 'carry.comeBack'];

/** "I'll keep your place" is true when it is heard. */
function promiseFaults({ turn, store }: Edge): string[] {
  const asked = [turn.asks, turn.reprompt?.asks, ...turn.says].flatMap((act) => act?.key ?? []);
  if (!asked.some((key) => PROMISES.includes(key))) return [];
  const saved = turn.effects.some(({ type }) => type === 'savePlace') && store.place !== null;
  return saved ? [] : ['promises a place that is not kept'];
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
function keepingFaults(edge: Edge): string[] {
  const { event, turn, after, store } = edge;
  const faults: string[] = [];
  if (event.type === 'sessionLost' && !turn.silent) faults.push('speaks into a session that has ended');
  if (after.standing && store.place) faults.push('keeps a place after an outcome');
  const saves = turn.effects.some(({ type }) => type === 'savePlace');
  return saves && store.place ? [...faults, ...placeFaults(edge, store.place)] : faults;
}

function placeFaults({ event, after, nowMs }: Edge, place: KeptPlace): string[] {
  const text = JSON.stringify(place);
  const found = HEALTH.filter((word) => text.includes(`"${word}"`));
  const faults = found.length > 0 ? [`keeps ${found.join(', ')}`] : [];
  const { recheckUntilMs } = place;
  if (recheckUntilMs === null) return faults;
  const offers = 'offers the short re-check';
  if (!after.open && after.recheck === 'none') faults.push(`${offers} of a screening that was not passed`);
  if (event.type === 'stopped') faults.push(`${offers} after "stop"`);
  if (after.pressOff) faults.push(`${offers} after a symptom`);
  const longest = (after.startedAtMs ?? nowMs) + 30 * MINUTE_MS;
  return recheckUntilMs > longest ? [...faults, `${offers} for longer than thirty minutes`] : faults;
}
