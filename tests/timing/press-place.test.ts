// Tests that an interrupted press counts what was pressed, and that its rest stays true.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import type { State } from '../../lambda/dialogue/state';
import { runs } from '../support/how-many';
import { CHOICES } from './conversation';
import { isPressing } from './device';
import { aSession, type Interruption, interruptionsOf, type Session } from './interruption';

const { press } = routineTables;
/** Seconds by which the estimated place may be off: delay, utterance and voice together. */
const OFF = 5;
/** Spoken to the nearest five, so half of five more. */
const OFF_SPOKEN = OFF + 2.5;

const pressedSeconds = (state: State): number => state.spots.at(-1)?.pressedSeconds ?? 0;

function everyInterruption(check: (one: Interruption) => void, numRuns = runs(40, 100)): void {
  fc.assert(
    fc.property(aSession(3), (session) => interruptionsOf(session).forEach(check)),
    { numRuns },
  );
}

/** The fastest and the slowest of everything, around the start and the end of a press: where an estimate goes wrong. */
const EDGES: readonly Session[] = [...new Set(CHOICES.map(({ tool }) => tool))].flatMap((tool) => {
  const choice = CHOICES.find((one) => one.tool === tool && one.tool !== 'none' && one.minutes === 3);
  if (!choice) return [];
  return (['start', 'end'] as const).flatMap((from) =>
    [-3000, -1500, -750, -250, -1, 1, 250, 750, 1500, 3000].flatMap((by) =>
      [300, 2000].flatMap((latencyMs) =>
        [1000, 4000].flatMap((utteranceMs) =>
          [0.8, 1.2].map((voice) => ({ choice, voice, interruptions: [{ from, by, latencyMs, utteranceMs }] })),
        ),
      ),
    ),
  );
});

const AT_EDGES = EDGES.flatMap((session) => interruptionsOf(session).map((one) => ({ session, one })));

/** The edges that break a rule, each in a line. */
function breaches(broken: (one: Interruption) => boolean): string[] {
  return AT_EDGES.filter(({ one }) => broken(one)).map(({ session: { choice, voice, interruptions }, one }) => {
    const told = `${one.pressedMs} ms pressed, ${counted(one)} s counted, then ${one.answer.says[0]?.key}`;
    return `${told}: ${choice.tool}, voice ${voice}, ${JSON.stringify(interruptions[0])}`;
  });
}

const counted = ({ before, after }: Interruption): number => pressedSeconds(after) - pressedSeconds(before);

test('what was pressed until somebody spoke is never counted as less', () => {
  const less = (one: Interruption) => counted(one) * 1000 < one.pressedMs;
  expect(breaches(less).slice(0, 8)).toEqual([]);
  everyInterruption((one) => expect(less(one)).toBe(false));
});

test('somebody who speaks while being pressed hears the release first', () => {
  const unreleased = ({ whilePressing, answer }: Interruption) =>
    whilePressing && !answer.says[0]?.key.startsWith('release.');
  expect(breaches(unreleased).slice(0, 8)).toEqual([]);
  everyInterruption((one) => expect(unreleased(one)).toBe(false));
});

/** Rests are whole fives, with a hook whole rounds: what is left of a round is not taken up. */
const stepOf = ({ plan }: State): number => (plan?.choice.tool === 'hook' ? 10 : 5);

test('what is said to be left is true to seven and a half seconds: five by the place, half of five by rounding', () => {
  everyInterruption(({ after, pressedMs, wholeMs, whilePressing }) => {
    const rest = after.place?.restSeconds;
    if (!whilePressing || !rest) return;
    // What the spot may still take can make it less, never more.
    const capped = rest >= press.spotSeconds - pressedSeconds(after) - 5;
    const truly = (wholeMs - pressedMs) / 1000;
    expect(rest - truly).toBeLessThanOrEqual(OFF_SPOKEN);
    if (!capped) expect(truly - rest).toBeLessThanOrEqual(OFF_SPOKEN + stepOf(after) - 5);
  });
});

test('what is said to be left is exactly what "ready" is pinned to, and never under ten seconds', () => {
  everyInterruption(({ answer, resumed }) => {
    const said = answer.says.find(({ key }) => key === 'resume.left.press')?.values?.['seconds'];
    if (!resumed || said === undefined) return;
    const pinned = resumed.plays.filter(isPressing).reduce((sum, { ms }) => sum + (ms ?? Number.NaN), 0);
    expect(pinned).toBe(Number(said) * 1000);
    expect(Number(said)).toBeGreaterThanOrEqual(press.shortestRestSeconds);
    expect(Number(said) % stepOf(answer.state)).toBe(0);
  });
});

test('a hold that is nearly over is finished rather than taken up for under ten seconds', () => {
  everyInterruption(({ after, answer }) => {
    const rest = after.place?.restSeconds;
    if (rest === undefined || rest >= press.shortestRestSeconds) return;
    expect([rest, answer.asks?.key]).toEqual([0, 'check.strength']);
  });
});
