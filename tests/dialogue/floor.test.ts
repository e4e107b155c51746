// Tests that a listener who may be lying on the floor is told how to get up (docs/safety.md "Getting up").

import { exercises } from '../../content';
import type { Listener, Said } from '../support/listener';
import { choosing } from '../support/reaching';

/** Stretches for the low back on the floor, just begun. */
const onTheFloor = (): Listener => choosing().wants({ region: 'lower', tool: 'none', minutes: 5, place: 'floor' });

/** Seconds of the first answer after the words that lead to the floor, until its end. */
function secondsLyingDown(): number[] {
  const listener = onTheFloor();
  const { plays } = listener.heard();
  const down = plays.findIndex(({ act }) => act?.key === 'stretch.down');
  expect(down).toBeGreaterThanOrEqual(0);
  const from = Math.ceil(listener.secondOf((slot) => slot === plays[down + 1]));
  const to = Math.floor(listener.answerSeconds) - 5;
  return Array.from({ length: Math.floor((to - from) / 7) }, (_, index) => from + 1 + index * 7);
}

const isStanding = (listener: Listener): boolean => {
  const next = listener.heard().plays.find(({ exercise }) => exercise)?.exercise;
  return next !== undefined && exercises.stretches[next]?.place !== 'floor';
};

test.each(secondsLyingDown())('when they stop, %i seconds into the answer', (second) => {
  expect(onTheFloor().after(second).says('stopped').keys).toContain('stretch.rise');
});

test.each(['saidTooMuch', 'wantedNext'] as Said[])('before a stretch that is done standing (%j)', (said) => {
  for (const second of secondsLyingDown()) {
    const listener = onTheFloor().after(second).says(said);
    if (isStanding(listener)) expect(listener.keys).toContain('stretch.rise');
  }
});

test('who is dizzy there is not told to sit down before they have rested', () => {
  for (const second of secondsLyingDown()) {
    const listener = onTheFloor()
      .after(second)
      .says({ type: 'reportedSymptom', rows: ['dizzy'] });
    expect(listener.words).toContain('rest where you are');
  }
});

test('nobody is told to get up who has not got down', () => {
  expect(onTheFloor().after(3).says('stopped').keys).not.toContain('stretch.rise');
});
