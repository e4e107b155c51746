// Tests "repeat": what was said last is said again, wherever the listener is.

import { between, choosing, finding, LONG, offering, readying, stretching, USUAL } from '../support/reaching';

test('when getting ready, what is needed is said again', () => {
  const listener = readying();
  const said = listener.words;
  expect(listener.says('askedToRepeat').words).toBe(said);
  expect(listener.says('askedToRepeat').words).toBe(said);
});

test('after an offer, the words before it are said again', () => {
  const listener = offering();
  const said = listener.words;
  expect(listener.says('askedToRepeat').words).toBe(said);
});

test('after the plan, the plan is said again at the skin question', () => {
  const listener = choosing().wants(USUAL);
  const { words, at } = listener;
  expect(at).toBe('screening');
  expect(words).toContain('five minutes');
});

test('in a stretch, the stretch is said again from its beginning', () => {
  const listener = stretching(LONG);
  const tilt = listener.keys.find((key) => key.startsWith('exercise.neck-tilt.'));
  expect(tilt).toBeDefined();
  listener.says('askedToRepeat');
  expect(listener.at).toBe('stretching');
  expect(listener.keys.find((key) => key.startsWith('exercise.'))).toBe(tilt);
});

test('between the stretches, the prompt is said again', () => {
  const listener = between();
  const { question } = listener;
  expect(listener.says('askedToRepeat').question).toBe(question);
});

test('once silence has led from the search to the stretches, how to search is not said again', () => {
  const listener = finding();
  expect(listener.afterSilence(400).says('askedToRepeat').words).not.toMatch(/Lean in|find it|spot/);
});
