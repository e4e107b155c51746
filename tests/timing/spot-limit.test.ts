// Tests how long one spot is truly pressed in all, however often the listener speaks.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import type { Turn } from '../../lambda/dialogue/act';
import { converse } from '../../lambda/dialogue/converse';
import type { Event } from '../../lambda/dialogue/event';
import type { Choice } from '../../lambda/domain/routine';
import { runs } from '../support/how-many';
import { CHOICES, contextAt, lengthOfTurn, nameOf, playRoutine } from './conversation';
import { isPressing } from './device';
import { afterAll, aSession, firstHold, interrupt, NOTHING, type Session } from './interruption';

const { press } = routineTables;
/**
 * The longest that a listener is still pressed after they begin to speak: four seconds of words, two of delay, the release.
 */
const LONGEST_RELEASE = 7.5;
/** Times are whole milliseconds. */
const ROUNDING = 0.01;

/**
 * What a listener says when nothing is being played: on to the next press of the same spot, as far as it is offered.
 */
function nextOnSpot(turn: Turn): Event | null {
  const { asks, state } = turn;
  if (state.moment.at === 'interrupted') return { type: 'wasReady' };
  if (asks?.key === 'check.strength') return { type: 'gaveNumber', number: 4 };
  if (asks?.key.startsWith('feeling.')) return { type: 'saidNo' };
  return asks?.key.startsWith('offer.') ? { type: 'wasReady' } : null;
}

/**
 * True seconds the first spot is pressed in all, every hold taken that is offered, each interrupted as told or played
 * out.
 */
function trulyPressed({ choice, voice, interruptions }: Session, said: 'question' | 'remark' = 'question'): number {
  let { turn, nowMs } = firstHold(choice);
  let ms = 0;
  const left = [...interruptions];
  for (let turns = 0; turns < 30; turns++) {
    if (turn.plays.some(isPressing)) {
      const how = left.shift();
      if (how) {
        const one = interrupt(turn, nowMs, how, left[0] ?? NOTHING, voice, said);
        ms += one.releasedMs;
        turn = one.answer;
        nowMs = one.answeredAtMs;
        continue;
      }
      ms += turn.plays.filter(isPressing).reduce((sum, slot) => sum + (slot.ms ?? 0), 0);
    }
    const event = nextOnSpot(turn);
    if (!event) return ms / 1000;
    nowMs = afterAll(turn, nowMs);
    turn = converse(turn.state, event, contextAt(nowMs));
    if (turn.state.spots.length > 1 || turn.state.place?.part === 'stretch') return ms / 1000;
  }
  return ms / 1000;
}

/** Two holds on a spot, each broken off near its end, by the fastest and the slowest of everything. */
const BROKEN_LATE: readonly Session[] = CHOICES.filter(
  ({ tool, region, side, minutes, place }) =>
    tool !== 'none' && region === 'upper' && side === 'left' && minutes === 5 && place === 'floor',
).flatMap((choice) =>
  [-3000, -1500, -500, -1].flatMap((by) =>
    [300, 2000].flatMap((latencyMs) =>
      [1000, 4000].flatMap((utteranceMs) =>
        [0.8, 1.2].map((voice) => ({
          choice,
          voice,
          interruptions: [
            { from: 'end' as const, by, latencyMs, utteranceMs },
            { from: 'end' as const, by: -1, latencyMs: 2000, utteranceMs: 4000 },
          ],
        })),
      ),
    ),
  ),
);

test.each([
  ['asks', 'question'],
  ['makes a harmless remark', 'remark'],
] as const)(
  'who %s: a spot is never truly pressed for more than sixty seconds and the time it takes to hear one release',
  (_, said) => {
    const most = press.spotSeconds + LONGEST_RELEASE;
    const over = BROKEN_LATE.map((session) => ({ session, seconds: trulyPressed(session, said) })).filter(
      ({ seconds }) => seconds > most + ROUNDING,
    );
    expect(over.slice(0, 5).map(({ session, seconds }) => `${seconds} s: ${JSON.stringify(session)}`)).toEqual([]);
    fc.assert(
      fc.property(aSession(5), (session) => {
        expect(trulyPressed(session, said)).toBeLessThanOrEqual(most + ROUNDING);
      }),
      { numRuns: runs(40, 100) },
    );
  },
);

const ONE_SPOT = CHOICES.filter(({ tool, minutes, side }) => tool !== 'none' && minutes === 5 && side === 'left');

/** Seconds pressed on one spot by a listener who says "four" only when the stretches after a silence have begun. */
function pressedAfterSilence(choice: Choice): number {
  const step = playRoutine(choice).find(({ turn }) => turn.plays.some(isPressing));
  if (!step) throw new Error('no hold');
  let { turn } = step;
  let nowMs = step.context.nowMs + lengthOfTurn(turn) + 8000 + 6000;
  let event: Event | null = { type: 'gaveNumber', number: 4 };
  let pressedMs = 0;
  for (let turns = 0; event && turns < 12; turns++) {
    pressedMs += turn.plays.filter(isPressing).reduce((sum, { ms }) => sum + (ms ?? 0), 0);
    turn = converse(turn.state, event, contextAt(nowMs));
    nowMs += lengthOfTurn(turn) + 4000;
    event = turn.state.moment.at === 'stretching' ? null : nextOnSpot(turn);
  }
  return pressedMs / 1000;
}

test('somebody silent after a hold, who answers during the stretches, is pressed no longer on that spot', () => {
  const longer = ONE_SPOT.filter((choice) => pressedAfterSilence(choice) > press.spotSeconds);
  expect(longer.map(nameOf)).toEqual([]);
});
