// Tests that a hold is as long as the listener wishes, where that does no harm.

import type { Remembered } from '../../lambda/dialogue/context';
import { holdSecondsNow } from '../../lambda/dialogue/holdLength';
import type { Wishes } from '../../lambda/domain/choice';
import { aListener, type Listener } from '../support/listener';
import { finding } from '../support/reaching';

const BALL: Wishes = { region: 'upper', side: 'left', tool: 'ball', minutes: 5 };
/** Someone who pressed weeks ago, so that nothing rests today. */
const SEEN: Partial<Remembered> = {
  sessions: [{ day: 60, region: 'upper', tool: 'ball', minutes: 5, holds: 2 }],
  today: 100,
};

/** At the first hold, after these wishes and a soreness. */
function pressing(wishes: Wishes, remembered: Partial<Remembered> = SEEN, sore = 4): Listener {
  return ready(aListener({ remembered }).screened().wants(wishes), sore);
}

const ready = (listener: Listener, sore = 4): Listener => listener.answersNo().number(sore).says('wasReady');

describe('a minute wished for in one breath with the rest', () => {
  test('is held, remembered, and said in the plan', () => {
    const listener = aListener({ remembered: SEEN })
      .screened()
      .wants({ ...BALL, holdSeconds: 60 });
    expect(listener.words).toContain('Minute holds.');
    expect(ready(listener).pressesFor).toBe(60);
    expect(listener.now.settings.holdSeconds).toBe(60);
  });

  test('is said before the health questions too', () => {
    const listener = aListener({ remembered: SEEN }).says('launched', { type: 'wantedHold', seconds: 45 });
    expect(listener.words).toContain("I'll remember that.");
    expect(ready(listener.screened().wants(BALL)).pressesFor).toBe(45);
  });

  test('ends the spot: nothing more is offered on it', () => {
    const listener = pressing({ ...BALL, holdSeconds: 60 })
      .number(4)
      .answersNo();
    expect(listener.at).toBe('stretching');
  });

  test('is thirty seconds the first time ever, and thirty more are offered', () => {
    const listener = aListener()
      .screened()
      .wants({ ...BALL, holdSeconds: 60 });
    expect(listener.words).toContain("Thirty first. If it's five or less, thirty more.");
    expect(ready(listener).pressesFor).toBe(30);
    expect(listener.number(4).answersNo().question).toContain('Thirty more on that spot');
    expect(listener.says('wasReady').pressesFor).toBe(30);
  });
});

describe('a longer hold is not held', () => {
  test('on the low back', () => {
    expect(pressing({ ...BALL, region: 'lower', place: 'chair', holdSeconds: 60 }).pressesFor).toBe(30);
  });

  test('in the first session with a partner', () => {
    expect(pressing({ ...BALL, tool: 'partner', holdSeconds: 60 }).pressesFor).toBe(30);
  });

  test('first on a spot that is six or more sore', () => {
    expect(pressing({ ...BALL, holdSeconds: 60 }, SEEN, 6).pressesFor).toBe(30);
  });

  test('when the store cannot tell whether it is the first', () => {
    const listener = aListener({ remembered: null })
      .screened()
      .wants({ ...BALL, holdSeconds: 60 });
    expect(ready(listener).pressesFor).toBe(30);
  });

  test('in more rounds than three by a hook in three minutes, but in six where there is room', () => {
    expect(pressing({ ...BALL, tool: 'hook', holdSeconds: 60 }).pressesFor).toBe(60);
    const short = aListener({ remembered: SEEN })
      .screened()
      .wants({ ...BALL, tool: 'hook', minutes: 3, holdSeconds: 60 });
    expect(short.answersNo().says('wasReady').pressesFor).toBe(30);
  });
});

describe('asked for on the way', () => {
  test('in a hold it releases, and is held the next time where no spot follows', () => {
    const listener = pressing(BALL);
    listener.after(listener.pressBeginsAt + 10).says({ type: 'wantedHold', seconds: 60 });
    expect(listener.words).toMatch(/^Step off the ball\. Minute holds\. From the next time on\. About/);
    expect(listener.now.settings.holdSeconds).toBe(60);
    expect(listener.pressesFor).toBe(0);
    expect(listener.says('wasReady').pressesFor).toBeLessThanOrEqual(20);
  });

  const minute = { type: 'wantedHold', seconds: 60 } as const;

  test('in the first hold ever only what still applies is said', () => {
    const listener = pressing(BALL, {});
    listener.after(listener.pressBeginsAt + 10).says(minute);
    expect(listener.words).toMatch(/^Step off the ball\. Minute holds\. From the next time on\. About/);
  });

  test('after a hold it is from the next spot on where one follows, and that spot is held so long', () => {
    const listener = pressing({ ...BALL, minutes: 10 }, {})
      .number(4)
      .answersNo()
      .says(minute);
    expect(listener.words).toMatch(/^Minute holds\. From the next spot on\./);
    expect(listener.says('saidNo', 'wasReady').pressesFor).toBe(60);
  });

  test.each<[string, Wishes, Partial<Remembered>, RegExp]>([
    ['alone', BALL, {}, /^Minute holds\. From the next time on\./],
    [
      'the first time with a partner',
      { ...BALL, tool: 'partner' },
      SEEN,
      /^The first time with a partner, thirty seconds a hold\. From the next time on\./,
    ],
    [
      'on the low back',
      { ...BALL, region: 'lower', place: 'chair' },
      SEEN,
      /^On the low back, thirty seconds a hold\. T/,
    ],
  ])('after the last hold it is told when it will be held, and nothing that is not (%s)', (_, wishes, known, words) => {
    expect(pressing(wishes, known).number(4).answersNo().says(minute).words).toMatch(words);
  });

  test('in the stretches it is from the next time on', () => {
    const listener = pressing({ ...BALL, minutes: 10 })
      .number(4)
      .says('wantedStretches');
    expect(listener.after(5).says(minute).words).toMatch(/^Minute holds\. From the next time on\./);
  });

  test('what can be neither held nor remembered is too late', () => {
    const listener = ready(aListener({ remembered: null }).screened().wants(BALL))
      .number(4)
      .answersNo();
    expect(listener.words).not.toContain('minute holds');
    expect(listener.says(minute).words).toMatch(/^It's too late for that today\./);
  });

  test('longer and shorter go by a quarter of a minute, and say where the end is', () => {
    const listener = pressing(BALL).number(4).answersNo();
    expect(listener.says('wantedLongerHold').words).toContain('Holds of forty-five seconds.');
    expect(listener.says('wantedLongerHold').words).toContain('Minute holds.');
    expect(listener.says('wantedLongerHold').words).toContain('A minute is the longest hold.');
    expect(listener.says('wantedShorterHold').words).toContain('Holds of forty-five seconds.');
    listener.says('wantedShorterHold');
    expect(listener.says('wantedShorterHold').words).toContain('Thirty seconds is the shortest hold.');
  });

  test('"longer" alone stays the session', () => {
    const listener = aListener({ remembered: SEEN }).screened().wants(BALL).says('wantedLonger');
    expect(listener.now.plan?.choice.minutes).toBe(10);
    expect(listener.now.settings.holdSeconds).toBe(30);
  });
});

describe('that holds may be longer', () => {
  const told = 'minute holds.';

  test('is told once a visit, after a hold of five or less, as a statement', () => {
    const listener = pressing(BALL).number(4).answersNo();
    expect(listener.words).toContain(told);
    expect(listener.question).not.toContain('minute');
    expect(listener.says('askedToRepeat', 'wasReady').number(4).words).not.toContain(told);
  });

  test('is not told after a six, on the low back, or to one who has them', () => {
    expect(pressing(BALL).number(6).answersNo().words).not.toContain(told);
    expect(
      pressing({ ...BALL, region: 'lower', place: 'chair' })
        .number(4)
        .answersNo().words,
    ).not.toContain(told);
    expect(
      pressing({ ...BALL, holdSeconds: 45 })
        .number(4)
        .answersNo().words,
    ).not.toContain(told);
  });
});

test('a hold beyond the plan runs over, and the listener is told how long that makes it', () => {
  const listener = aListener({ remembered: SEEN })
    .screened()
    .wants({ ...BALL, minutes: 3 });
  listener.answersNo().says('wasReady').number(4);
  expect(listener.at).toBe('stretching');
  expect(listener.after(5).says('wantedMore', 'wasReady').words).toContain('That makes it four minutes.');
  expect(listener.pressesFor).toBe(30);
});

test('a new listener who breaks the first hold off at once is not given a minute by it', () => {
  const listener = finding().says('wasReady');
  listener.after(listener.pressBeginsAt).says('wentBack').wants({ holdSeconds: 60 });
  expect(listener.now.spots.at(-1)?.holds).toBe(1);
  expect(holdSecondsNow(listener.now, listener.context())).toBe(30);
});
