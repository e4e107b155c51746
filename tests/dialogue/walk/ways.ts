// The ways to places deep in a session, where a walk may begin as well as at the launch.

import type { Event } from '../../../lambda/dialogue/event';
import type { Way } from './world';

export const NO: Event = { type: 'saidNo' };
export const READY: Event = { type: 'wasReady' };
export const FOUR: Event = { type: 'gaveNumber', number: 4 };
export const BALL: Event = {
  type: 'askedForRoutine',
  wishes: { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' },
};
export const TO_START: Way = [{ type: 'launched' }, ...Array<Event>(8).fill(NO), { type: 'saidStart', word: true }];
export const TO_SEARCH: Way = [...TO_START, BALL, NO, FOUR];
export const TO_HOLD: Way = [...TO_SEARCH, READY];
export const TO_OFFER: Way = [...TO_HOLD, FOUR, NO];
export const TO_NEXT_DAY: Way = [...TO_START, { type: 'stopped' }, { back: 'the store away' }];
export const TO_RETURN: Way = [
  ...TO_START,
  { type: 'stopped' },
  { back: 'having pressed before' },
  { type: 'launched' },
];
/** The few questions, and the long holds of one who has held before. */
export const TO_LONG_HOLD: Way = [
  ...TO_RETURN,
  ...Array<Event>(5).fill(NO),
  { type: 'saidStart', word: true },
  BALL,
  NO,
  FOUR,
  READY,
];
export const ASKS_IN_HOLD: Way[number] = { inHold: { type: 'askedTimeLeft' } };
export const TO_RECHECK: Way = [
  ...TO_HOLD,
  { type: 'sessionLost', because: 'silence' },
  { back: 'a minute later' },
  { type: 'launched' },
];

/** Where the exhaustive walk begins once more: what counts as one place may differ by how it was come to. */
export const DEEP: Readonly<Record<string, Way>> = {
  'in a hold': TO_HOLD,
  'in a long hold': TO_LONG_HOLD,
  'at the offer of another hold': TO_OFFER,
  'at the short re-check': TO_RECHECK,
  'on a return visit': TO_RETURN,
};
