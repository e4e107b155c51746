// Tests that a routine takes the minutes that were asked for, and that they are filled with work.

import { type Settings, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { HOLD_LENGTHS } from '../../lambda/domain/hold';
import { CHOICES, comesBackFor, nameOf, playRoutine, routineMs, type Step, workMs } from './conversation';

const TENTH = 0.1;
const WORK = {
  3: { first: 0.35, later: 0.45 },
  5: { first: 0.45, later: 0.5 },
  10: { first: 0.5, later: 0.5 },
} as const;

const VISITS = ['first', 'later'] as const;
const ROWS = CHOICES.filter(({ side }) => side !== 'right');
const DAYS = VISITS.flatMap((visit) => HOLD_LENGTHS.map((holdSeconds) => ({ visit, holdSeconds })));

/** Every routine as it is played, with the share of its minutes that it is off by and that is work. */
function playAll(visit: (typeof VISITS)[number], settings: Settings) {
  return ROWS.map((choice) => {
    const steps = playRoutine(choice, settings, false, visit === 'first' ? undefined : comesBackFor(choice));
    const wholeMs = choice.minutes * 60_000;
    return { choice, steps, off: routineMs(steps) / wholeMs - 1, work: workMs(steps) / wholeMs };
  });
}

const PLAYED = DAYS.map(({ visit, holdSeconds }) => ({
  visit,
  holdSeconds,
  rows: playAll(visit, { ...USUAL_SETTINGS, holdSeconds }),
}));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

test('every region, side, tool that fits, place and length is among the rows', () => {
  expect(CHOICES).toHaveLength(270);
  expect(new Set(CHOICES.map(nameOf)).size).toBe(270);
});

describe.each(PLAYED)('on a $visit visit with holds of $holdSeconds seconds', ({ visit, rows }) => {
  test('the minutes, from "start" to goodbye, are that long to a tenth', () => {
    const far = rows.filter(({ off }) => Math.abs(off) > TENTH);
    expect(far.map(({ choice, off }) => `${nameOf(choice)}: ${percent(off)}`)).toEqual([]);
  });

  test('the minutes hold the work they owe', () => {
    const idle = rows.filter(({ choice: { minutes }, work }) => work < WORK[minutes][visit]);
    expect(idle.map(({ choice, work }) => `${nameOf(choice)}: ${percent(work)}`)).toEqual([]);
  });
});

/** Ten seconds of five minutes: what the tones of a hook or a partner on both sides take from the work. */
const TONES_TAKE = 0.034;

test.each(VISITS)('on a %s visit with tones the minutes are as long, and little work is lost', (visit) => {
  const rows = playAll(visit, { ...USUAL_SETTINGS, tones: 'all' });
  const toned = rows.filter(({ steps }) => steps.some(({ turn }) => turn.plays.some(({ kind }) => kind === 'tone')));
  expect(toned.length).toBeGreaterThan(100);
  const far = rows.filter(({ off }) => Math.abs(off) > TENTH);
  expect(far.map(({ choice, off }) => `${nameOf(choice)}: ${percent(off)}`)).toEqual([]);
  const idle = rows.filter(({ choice: { minutes }, work }) => work < WORK[minutes][visit] - TONES_TAKE);
  expect(idle.map(({ choice, work }) => `${nameOf(choice)}: ${percent(work)}`)).toEqual([]);
});

/** The longest single hold of a routine on the back, in seconds. */
const longestHold = (steps: readonly Step[]): number =>
  Math.max(
    0,
    ...steps.map(({ turn }) =>
      turn.plays.reduce((sum, { kind, pressing, ms = 0 }) => sum + (kind === 'hold' && pressing ? ms : 0), 0),
    ),
  ) / 1000;

test('who has pressed before and wishes for a minute gets it with the ball, in any minutes', () => {
  const wished = PLAYED.filter(({ visit, holdSeconds }) => visit === 'later' && holdSeconds === 60);
  const rows = wished.flatMap((one) => one.rows).filter(({ choice }) => choice.tool === 'ball');
  const shorter = rows.filter(({ choice, steps }) => choice.region !== 'lower' && longestHold(steps) !== 60);
  expect(rows.length).toBeGreaterThan(0);
  expect(shorter.map(({ choice }) => nameOf(choice))).toEqual([]);
});
