// Tests that a routine takes the minutes that were asked for, and that they are filled with work.

import type { Choice } from '../../lambda/domain/routine';
import { CHOICES, comesBackFor, nameOf, playRoutine, routineMs, workMs } from './conversation';

const TENTH = 0.1;
const WORK = {
  3: { first: 0.35, later: 0.45 },
  5: { first: 0.45, later: 0.5 },
  10: { first: 0.5, later: 0.5 },
} as const;

/**
 * What falls short of that, with the least it reaches: the rests of a hook are no work, a partner's listener has to get
 * up, and two sides are two searches.
 */
const LESS = {
  hook: { 3: { first: 0.25, later: 0.41 }, 5: { first: 0.4, later: 0.45 }, 10: { first: 0.465, later: 0.5 } },
  partner: { 3: { first: 0.33, later: 0.38 }, 5: { first: 0.4, later: 0.46 }, 10: { first: 0.5, later: 0.5 } },
  both: { 3: { first: 0.33, later: 0.44 }, 5: { first: 0.45, later: 0.48 }, 10: { first: 0.5, later: 0.5 } },
} as const;

function owed({ tool, side, minutes }: Choice, visit: 'first' | 'later'): number {
  if (tool === 'hook' || tool === 'partner') return LESS[tool][minutes][visit];
  return (side === 'both' && tool !== 'none' ? LESS.both : WORK)[minutes][visit];
}

const VISITS = ['first', 'later'] as const;
const ROWS = CHOICES.filter(({ side }) => side !== 'right');

/** Every routine as it is played, with the share of its minutes that it is off by and that is work. */
const PLAYED = VISITS.map((visit) => ({
  visit,
  rows: ROWS.map((choice) => {
    const steps = playRoutine(choice, undefined, false, visit === 'first' ? undefined : comesBackFor(choice));
    const wholeMs = choice.minutes * 60_000;
    return { choice, off: routineMs(steps) / wholeMs - 1, work: workMs(steps) / wholeMs };
  }),
}));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

test('every region, side, tool that fits, place and length is among the rows', () => {
  expect(CHOICES).toHaveLength(270);
  expect(new Set(CHOICES.map(nameOf)).size).toBe(270);
});

test.each(PLAYED)('on a $visit visit the minutes, from "start" to goodbye, are that long to a tenth', ({ rows }) => {
  const far = rows.filter(({ off }) => Math.abs(off) > TENTH);
  expect(far.map(({ choice, off }) => `${nameOf(choice)}: ${percent(off)}`)).toEqual([]);
});

test.each(PLAYED)('on a $visit visit the minutes hold the work they owe', ({ visit, rows }) => {
  const idle = rows.filter(({ choice, work }) => work < owed(choice, visit));
  expect(idle.map(({ choice, work }) => `${nameOf(choice)}: ${percent(work)}`)).toEqual([]);
});
