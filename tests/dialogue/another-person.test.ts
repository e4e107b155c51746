// Tests that nobody is guided on the answers of somebody else (docs/safety.md "Asking again").

import type { Listener } from '../support/listener';
import { between, choosing, finding, offering, paused, pressing, readying, stretching } from '../support/reaching';

const QUESTION = 'Has anything changed since you answered, or is someone else using this now?';
const PARTNER = { region: 'upper', side: 'left', tool: 'partner', minutes: 5 } as const;

const REACHED: [string, () => Listener, string][] = [
  ['while choosing', choosing, ''],
  ['in a search', finding, 'Step off the ball. '],
  ['in a hold', pressing, 'Step off the ball. '],
  ['at the offer of another hold', offering, ''],
  ['in a stretch', stretching, ''],
  ['between stretches', between, ''],
  ['in a break', paused, ''],
  ['while something is fetched', readying, ''],
];

describe('"my friend is using this now"', () => {
  test.each(REACHED)('%s: who is here is asked, off the tool', (_, reach, release) => {
    const listener = reach().says('spokeForAnother');
    expect(listener.words).toBe(`${release}${QUESTION}`);
    expect(listener.heard().plays).toEqual([]);
  });

  test.each(REACHED)('%s: a clear no goes on where it was', (_, reach) => {
    const listener = reach().says('spokeForAnother', 'saidNo');
    expect(listener.now.cleared).toBe(true);
  });

  test.each(['saidYes', 'wasNotSure', 'unclear', 'notUnderstood', 'spokeForAnother', 'wasReady'] as const)(
    'after anything but a clear no all questions come (%s)',
    (said) => {
      const listener = finding().says('spokeForAnother', said);
      expect(listener.at).toBe('screening');
      expect(listener.now.cleared).toBe(false);
      listener.answersNo(8).says({ type: 'saidStart', word: true });
      // What somebody new has passed is no short way for the listener of before.
      expect(listener.heard().effects).not.toContainEqual(expect.objectContaining({ type: 'rememberScreened' }));
    },
  );

  test('"only my wife" at that question is no no', () => {
    const listener = finding().says('spokeForAnother', { type: 'chose', wishes: { tool: 'partner' } });
    expect(listener.at).toBe('screening');
  });
});

test('"my daughter wants to try it" in a hold: it is for adults, and who is here is asked, off the ball', () => {
  const listener = pressing().says({ type: 'askedQuestion', found: { topics: ['children'], nearness: 'meant' } });
  expect(listener.words).toMatch(/^Step off the ball\. This is for adults/);
  expect(listener.question).toBe(QUESTION);
  expect(listener.says('wasReady').at).toBe('screening');
});

describe('a helper who speaks in the middle of it', () => {
  test('under the hands: they are taken away, and how strong it was is asked', () => {
    const listener = finding(PARTNER).says('wasReady').after(15).says('spokeForAnother');
    expect(listener.words).toBe('Hands off, please. Ease off now. From one to ten, how strong was it?');
  });

  test('in the search of the hands, too', () => {
    expect(finding(PARTNER).says('spokeForAnother').words).toMatch(/^Hands off, please\. Ease off now\./);
  });

  test('at a question: the one who lies there answers', () => {
    const listener = finding(PARTNER).says('wasReady').number(4).says('spokeForAnother');
    expect(listener.words).toMatch(/^Let them answer, please\./);
  });
});
