// Tests what follows from the number that a listener gives.

import * as fc from 'fast-check';
import { judgePain } from '../../lambda/domain/pain';

test.each([
  [0, 'second'],
  [1, 'second'],
  [5, 'second'],
  [5.5, 'lighter'],
  [6, 'lighter'],
  [7, 'lighter'],
  [7.5, 'off'],
  [8, 'off'],
  [10, 'off'],
  [10.5, 'again'],
  [11, 'again'],
  [-1, 'again'],
])('somebody who says %s is answered with "%s"', (level, verdict) => {
  expect(judgePain(level)).toBe(verdict);
});

test('somebody who says a number that is none is asked again', () => {
  for (const level of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(judgePain(level)).toBe('again');
  }
});

test('somebody who says a stronger number is never pressed harder for it', () => {
  const order = ['second', 'lighter', 'off'];
  const level = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(level, level, (one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(order.indexOf(judgePain(less))).toBeLessThanOrEqual(order.indexOf(judgePain(more)));
    }),
  );
});
