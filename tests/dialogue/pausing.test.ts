// Tests that a break costs no more than it must, and that "not yet" is waited for (docs/safety.md "Asking again").

import type { Listener, Said } from '../support/listener';
import {
  asksSharp,
  checking,
  finding,
  interrupted,
  LONG,
  offering,
  paused,
  pressing,
  stretching,
  USUAL,
} from '../support/reaching';

const QUESTION = 'Since you answered, is something new, such as numbness, fever, dizziness, or chest pain?';
const READY = "Say ready when you're back in place.";
const presses = (listener: Listener): boolean => listener.heard().plays.some(({ pressing: on }) => on);
const stretches = (listener: Listener): boolean =>
  listener.at === 'stretching' && listener.heard().plays.some(({ kind }) => kind === 'hold' || kind === 'count');

describe('a pause under two minutes', () => {
  test('in a hold: one "ready", and the rest of the hold', () => {
    const listener = paused().after(30).says('wasReady');
    expect(listener.pressesFor).toBe(20);
    expect(listener.words).not.toContain(QUESTION);
  });

  test('in a stretch: one "ready", and the rest of the stretch', () => {
    expect(stretches(stretching().says('paused').after(30).says('wasReady'))).toBe(true);
  });

  test('in a search: one "ready", and the search', () => {
    expect(finding().says('paused').after(30).says('wasReady').at).toBe('finding');
  });

  test.each(['saidYes', 'resumed', { type: 'saidStart', word: true }, 'startedOver'] as Said[])(
    'nothing but "ready" goes on with a press (%j)',
    (said) => {
      const listener = paused().after(30).says(said);
      expect(presses(listener)).toBe(false);
      expect(listener.question).toMatch(/^(To go on, just say ready|Say ready when you're back in place)\.$/);
      expect(presses(listener.says('wasReady'))).toBe(true);
    },
  );

  test('the question that was open is asked again, and is not answered by "ready"', () => {
    const listener = offering().says('paused').after(20).says('wasReady');
    expect(listener.question).toBe('Thirty more on that spot: say ready. Or say: stretches.');
    expect(presses(listener)).toBe(false);
  });

  test('unless a symptom was told in the session', () => {
    const listener = stretching().says({ type: 'reportedSymptom', rows: ['sharp'] }, 'saidYes', 'paused');
    expect(listener.after(20).says('wasReady').question).toBe(QUESTION);
  });

  test('and one in a break is no new one: the time is counted from the first', () => {
    const listener = paused().after(100).says('saidNo').after(40).says('wasReady');
    expect(listener.question).toBe(QUESTION);
  });

  test('at the question after a long one does not get round the question', () => {
    const listener = paused().says('wasReady', 'paused');
    expect(listener.after(5).says('wasReady').question).toBe(QUESTION);
  });
});

describe('a pause of two minutes and more', () => {
  test('in a hold: the one question, then one "ready"', () => {
    const listener = paused().after(125).says('wasReady');
    expect(listener.question).toBe(QUESTION);
    listener.says('saidNo');
    expect(listener.question).toBe(READY);
    expect(listener.says('wasReady').pressesFor).toBe(20);
  });

  test('in a stretch: the one question, and the stretch goes on', () => {
    expect(stretches(stretching().says('paused').after(125).says('wasReady', 'saidNo'))).toBe(true);
  });

  test('in a search: the one question, and the search goes on', () => {
    expect(finding().says('paused').after(125).says('wasReady', 'saidNo').at).toBe('finding');
  });
});

describe('"no" and "not yet" to "Say ready when you\'re back in place"', () => {
  test.each(['saidNo', 'saidNone', 'itStays', 'paused'] as const)(
    'it is quiet, and nothing is skipped (%s)',
    (said) => {
      const listener = interrupted(LONG).says(said);
      expect(listener.words).toMatch(/^I'll be quiet for three minutes/);
      expect(listener.at).toBe('pausing');
      expect(listener.after(20).says('wasReady').pressesFor).toBe(20);
    },
  );

  test('a bare yes or okay presses nothing', () => {
    expect(presses(interrupted().says('saidYes', 'saidYes'))).toBe(false);
  });

  test('in the stretches too', () => {
    const listener = stretching().says('askedHelp', 'saidNo');
    expect(listener.at).toBe('pausing');
    expect(stretches(listener.after(15).says('wasReady'))).toBe(true);
  });
});

describe('"repeat" in a stretch', () => {
  const exerciseIn = (listener: Listener) => listener.heard().plays.find(({ exercise }) => exercise)?.exercise;

  test('plays it again from its beginning, also where it was broken off', () => {
    const inIt = stretching(USUAL).says('askedToRepeat');
    const brokenOff = stretching(USUAL).says('askedHelp', 'askedToRepeat');
    expect(stretches(inIt)).toBe(true);
    expect(stretches(brokenOff)).toBe(true);
    expect(exerciseIn(brokenOff)).toBe(exerciseIn(inIt));
  });
});

describe('"too much"', () => {
  const SCALE = 'From one to ten, how strong was it?';
  const number = (value: number): Said => ({ type: 'gaveNumber', number: value });

  test('is released, asked how strong it was, and never called fine after', () => {
    const listener = pressing().says('saidTooMuch');
    expect(listener.words).toBe(`Step off the ball. Ease off now. ${SCALE}`);
    listener.says(number(5));
    expect(listener.words).not.toContain('fine');
    expect(listener.question).toMatch(/only lighter/);
  });

  test('told after the number, or at the offer, it counts the same', () => {
    const afterNumber = asksSharp().says('saidTooMuch', 'saidNo');
    expect(afterNumber.question).toMatch(/only lighter/);
    const atOffer = offering().says('saidTooMuch');
    expect(atOffer.question).toMatch(/only lighter/);
    expect(offering().says('saidTooMuch', 'wasReady').words).toContain('Half as hard this time');
  });

  test('told in place of the number, a low number after it does not make it fine', () => {
    const listener = checking().says('saidTooMuch', number(3));
    expect(listener.words).not.toContain('fine');
  });

  test('twice in a session leaves no short way past the questions', () => {
    const once = pressing().says('saidTooMuch');
    expect(once.heard().effects).not.toContainEqual({ type: 'forgetScreened' });
    expect(once.says('saidTooMuch').heard().effects).toContainEqual({ type: 'forgetScreened' });
  });
});

test('a sharp spot told in a break leaves no hold to go back to', () => {
  const listener = paused()
    .after(30)
    .says({ type: 'reportedSymptom', rows: ['sharp'] }, 'saidNo', 'saidNo');
  expect(listener.words).not.toContain('Back to your spot');
  expect(listener.words).not.toContain('of that hold');
  expect(stretches(listener)).toBe(true);
});

test('a reminder asked for in a long break leads back to the routine, not to another break', () => {
  const listener = paused().after(30).says('paused', { type: 'wantedReminder', when: {} });
  listener.nowMs += 5 * 60_000;
  listener.says('wantedStretches');
  expect(listener.question).toBe(QUESTION);
  listener.says('saidNo');
  expect(listener.at).not.toBe('keepingPlace');
});
