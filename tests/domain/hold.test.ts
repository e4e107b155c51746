// Tests on which second of a hold each word falls.

import * as fc from 'fast-check';
import type { CountedForm } from '../../lambda/domain/exercise';
import { type Counting, layOutCount, layOutHold, stepLength } from '../../lambda/domain/hold';
import type { Slot } from '../../lambda/domain/timeline';

const WORDS = { start: { key: 'start' }, half: { key: 'half' } };
const LABEL = { exercise: 'any' };
const COUNTINGS: Counting[] = ['normal', 'more', 'less'];

const lay = (seconds: number, counting: Counting) => layOutHold(seconds, counting, WORDS, LABEL);

/** What is said at which second: "0 start", "20 ten", "25 5". */
function cues(slots: readonly Slot[]): string[] {
  let at = 0;
  return slots.map(({ act, ms }) => {
    const word = act?.values?.['number'] ?? act?.key.split('.').at(-1);
    const line = `${at} ${word}`;
    at += (ms ?? 0) / 1000;
    return line;
  });
}

const lengthOf = (slots: readonly Slot[]): number => slots.reduce((sum, { ms }) => sum + (ms ?? Number.NaN), 0);

test('somebody who holds for thirty seconds hears the start, half way, ten, and the last five', () => {
  expect(cues(lay(30, 'normal'))).toEqual(['0 start', '15 half', '20 ten', '25 5', '26 4', '27 3', '28 2', '29 1']);
});

const lastFive = (from: number) => Array.from({ length: 5 }, (_, index) => `${from + index} ${5 - index}`);

test('somebody who holds for a minute hears half way, fifteen, ten, and the last five', () => {
  expect(cues(lay(60, 'normal'))).toEqual(['0 start', '30 half', '45 fifteen', '50 ten', ...lastFive(55)]);
});

test('somebody who holds for forty-five seconds hears the same', () => {
  expect(cues(lay(45, 'normal'))).toEqual(['0 start', '22 half', '30 fifteen', '35 ten', ...lastFive(40)]);
});

test('somebody who stretches for twenty seconds or more hears half way and the last five', () => {
  expect(cues(lay(20, 'normal'))).toEqual(['0 start', '10 half', ...lastFive(15)]);
  expect(cues(lay(25, 'normal'))).toEqual(['0 start', '12 half', ...lastFive(20)]);
});

test('somebody who holds for less than twenty seconds hears the start and the last three', () => {
  expect(cues(lay(10, 'normal'))).toEqual(['0 start', '7 3', '8 2', '9 1']);
  expect(cues(lay(15, 'normal'))).toEqual(['0 start', '12 3', '13 2', '14 1']);
});

test('somebody who wants more counting hears every ten, half way, and each of the last ten seconds', () => {
  const lastTen = (from: number) => Array.from({ length: 10 }, (_, index) => `${from + index} ${10 - index}`);
  expect(cues(lay(30, 'more'))).toEqual(['0 start', '10 20', '15 half', ...lastTen(20)]);
  expect(cues(lay(20, 'more'))).toEqual(['0 start', ...lastTen(10)]);
  expect(cues(lay(15, 'more'))).toEqual(['0 start', ...lastTen(5)]);
  const head = (seconds: number) => cues(lay(seconds, 'more')).slice(0, -10);
  expect(head(60)).toEqual(['0 start', '10 50', '20 40', '30 half', '40 20', '45 fifteen']);
  // Twenty would fall into the words at half way.
  expect(head(45)).toEqual(['0 start', '5 40', '15 30', '22 half', '30 fifteen']);
});

test('somebody who wants more counting on a short hold hears its start before the numbers', () => {
  expect(cues(lay(10, 'more'))).toEqual(['0 start', '5 5', '6 4', '7 3', '8 2', '9 1']);
});

test('somebody who wants less counting hears the start and ten', () => {
  expect(cues(lay(30, 'less'))).toEqual(['0 start', '20 ten']);
  expect(cues(lay(15, 'less'))).toEqual(['0 start', '5 ten']);
  expect(cues(lay(60, 'less'))).toEqual(['0 start', '50 ten']);
  expect(cues(lay(10, 'less'))).toEqual(['0 start']);
});

const aHold = [fc.integer({ min: 1, max: 120 }), fc.constantFrom(...COUNTINGS)] as const;

test('a hold lasts its seconds to the millisecond, however it is counted', () => {
  fc.assert(
    fc.property(...aHold, (seconds, counting) => expect(lengthOf(lay(seconds, counting))).toBe(seconds * 1000)),
  );
});

test('every cue of a hold has a whole second at least, and the first one is the start', () => {
  fc.assert(
    fc.property(...aHold, (seconds, counting) => {
      const slots = lay(seconds, counting);
      expect(slots[0]?.act).toEqual(WORDS.start);
      for (const slot of slots) expect([slot.kind, (slot.ms ?? 0) >= 1000]).toEqual(['hold', true]);
    }),
  );
});

test('a number is said when that many seconds are left', () => {
  fc.assert(
    fc.property(...aHold, (seconds, counting) => {
      for (const cue of cues(lay(seconds, counting))) {
        const [at, word] = cue.split(' ');
        const left = word === 'ten' ? 10 : word === 'fifteen' ? 15 : Number(word);
        if (!Number.isNaN(left)) expect(seconds - Number(at)).toBe(left);
      }
    }),
  );
});

const FORM: CountedForm = {
  kind: 'counted',
  reps: 4,
  phases: [
    { cue: 'up', ms: 3000 },
    { cue: 'down', ms: 2000 },
  ],
  ways: [],
  cuedReps: 2,
};

test('somebody who moves with the count hears each phase at first, then the number of each round', () => {
  const slots = layOutCount(FORM, 4, 1, 'move', LABEL);
  expect(cues(slots)).toEqual(['0 up', '3 down', '5 up', '8 down', '10 3', '15 4']);
});

test('a slower listener gets each breath longer by the same share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 1.25, 1.5), (reps, slowness) => {
      expect(lengthOf(layOutCount(FORM, reps, slowness, 'move', LABEL))).toBe(reps * 5000 * slowness);
    }),
  );
});

test('a hold gets longer or shorter by a quarter of a minute, and no longer than a minute', () => {
  expect([stepLength(30, 1), stepLength(45, 1), stepLength(60, 1)]).toEqual([45, 60, null]);
  expect([stepLength(60, -1), stepLength(45, -1), stepLength(30, -1)]).toEqual([45, 30, null]);
});
