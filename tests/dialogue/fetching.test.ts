// Tests that whoever has to fetch something first has quiet time for it, and comes back to where they were.

import { ASKED } from '../support/health-questions';
import type { Listener, Said } from '../support/listener';
import { askedTo, asksSoreness, choosing, finding, pressing, USUAL } from '../support/reaching';

const FETCH: Said = { type: 'needsToFetch', tool: null };
const BALL: Said = { type: 'needsToFetch', tool: 'ball' };

const PLACES: [string, () => Listener, string][] = [
  [
    'the choosing',
    () => choosing().wants({ region: 'upper', side: 'left' }),
    'What can you press with: a ball, your hands, or a helper?',
  ],
  ['the skin question', () => askedTo('q9'), ASKED.q9],
  ['the question how sore it is', () => asksSoreness(), 'From one to ten, how sore is it now?'],
];

describe.each(PLACES)('in %s', (_name, reach, question) => {
  test('there are more than forty quiet seconds, and then the same question', () => {
    const listener = reach().says(FETCH);
    expect(listener.words).toBe("Take your time. When you're back, say: Alexa, ready. When you're back, say ready.");
    expect(listener.heard().plays.reduce((sum, { ms }) => sum + (ms ?? 0), 0)).toBeGreaterThanOrEqual(40_000);
    expect(listener.says('wasReady').question).toBe(question);
  });

  test('it is never taken for a lack of it', () => {
    const listener = reach().says(BALL);
    expect(listener.now.lacks).toEqual([]);
    expect(listener.says('wasReady').now.wishes.tool ?? 'ball').toBe('ball');
  });

  test('"not yet" and noise wait on, and nothing is pressed', () => {
    for (const said of ['itStays', 'notUnderstood', FETCH] as Said[]) {
      const listener = reach().says(FETCH, said);
      expect(listener.at).toBe('fetching');
      expect(listener.pressesFor).toBe(0);
    }
  });

  test('who stays away hears how to come back', () => {
    expect(reach().says(FETCH).repromptWords).toMatch(/say: Alexa, open knot relief\.$/);
  });
});

test('what is fetched while the choosing is under way is pressed with', () => {
  const listener = choosing().says(BALL, 'wasReady');
  expect(listener.question).toBe("Where's the knot: upper, middle, or lower back?");
  expect(listener.now.wishes.tool).toBe('ball');
});

test('an answer to what was asked before counts while something is fetched', () => {
  expect(asksSoreness().says(FETCH).number(4).at).toBe('finding');
  expect(choosing().says(FETCH).wants(USUAL).question).toBe(ASKED.q9);
});

test('in a search the ball is left first, and the search begins again in few words', () => {
  const listener = finding().after(25).says(FETCH);
  expect(listener.words).toMatch(/^Step off the ball\. Take your time\./);
  listener.says('wasReady');
  expect(listener.at).toBe('finding');
  expect(listener.words).toMatch(/^Back to your spot\. Ball by your left shoulder blade\./);
});

test('in a hold it is no wish to fetch, and the ball is left', () => {
  const listener = pressing().says(FETCH);
  expect(listener.words).toMatch(/^Step off the ball\./);
  expect(listener.at).not.toBe('fetching');
});

test('at a health question it is not an answer', () => {
  const listener = askedTo('q3').says(FETCH);
  expect(listener.question).toBe(ASKED.q3);
});
