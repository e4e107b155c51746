// Tests that a routine takes the minutes that were asked for.

import { CHOICES, nameOf, playRoutine, routineMs } from './conversation';

const TENTH = 0.1;

/** The rows off by more than a tenth, with seconds and the share they are off by. */
function offRows(minutes: number, oneMore: boolean): string[] {
  return CHOICES.filter((choice) => choice.minutes === minutes).flatMap((choice) => {
    const ms = routineMs(playRoutine(choice, undefined, oneMore));
    const off = ms / (minutes * 60_000) - 1;
    return Math.abs(off) <= TENTH ? [] : [`${nameOf(choice)}: ${Math.round(ms / 1000)} s, ${(off * 100).toFixed(1)} %`];
  });
}

test('every region, side, tool that fits, place and length is among the rows', () => {
  expect(CHOICES).toHaveLength(270);
  expect(new Set(CHOICES.map(nameOf)).size).toBe(270);
});

test.each([3, 5, 10])('%s minutes, from "ready" to goodbye, are that long to a tenth', (minutes) => {
  expect(offRows(minutes, false)).toEqual([]);
});

test.each([3, 5, 10])('%s minutes with one more hold wherever it is offered are that long to a tenth', (minutes) => {
  expect(offRows(minutes, true)).toEqual([]);
});
