// Tests that noise does not lead to the same sentence without end: after five misses in a row the session ends, kindly.

import { interrupted, offering, paused, readying } from '../support/reaching';

test.each([
  ['getting ready', readying],
  ['at the offer of one more', offering],
  ['paused', paused],
  ['waiting for "ready" after a hold was broken off', interrupted],
])('%s: five misses in a row end the session, and the place is kept', (_, reach) => {
  const listener = reach();
  for (let said = 0; said < 4; said++) expect(listener.says('notUnderstood').heard().asks).not.toBeNull();
  listener.says('notUnderstood');
  expect(listener.heard().asks).toBeNull();
  expect(listener.words).toContain("Let's leave it for now.");
  expect(listener.kept).not.toBeNull();
});

test('a word that is understood begins the count anew', () => {
  const listener = offering();
  for (let said = 0; said < 9; said++) listener.says(said % 3 === 2 ? 'askedHelp' : 'notUnderstood');
  expect(listener.at).toBe('offering');
});
