// Tests a session that stays open for hours, as on a screen: after half an hour it is as in a new session.

import { ASKED } from '../support/health-questions';
import { aListener } from '../support/listener';
import { askedTo, atRecap, finding, GUIDED, readying, USUAL } from '../support/reaching';

const HALF_HOUR = "It's been over half an hour. We'll go through the questions again.";
const MINUTES = 60;

describe.each([
  ['thirty-five minutes', 35 * MINUTES],
  ['twenty-six hours', 26 * 60 * MINUTES],
])('%s between two turns', (_, seconds) => {
  test.each(Object.entries(GUIDED))('while %s: "ready" leads to the questions of a return visit', (_name, reach) => {
    const listener = reach().after(seconds).says('wasReady');
    expect(listener.words).toContain(HALF_HOUR);
    expect(listener.question).toBe(ASKED.r0);
    expect([listener.now.cleared, listener.now.noes]).toEqual([false, []]);
    listener.answersNo(5);
    expect(listener.at).toBe('recap');
  });

  test('in the questions: the noes said before do not count', () => {
    const listener = askedTo('q6').after(seconds).says('saidNo');
    expect(listener.question).toMatch(/have you had chest pain/);
    expect(listener.words).toContain(HALF_HOUR);
  });

  test('at the recap: "start" opens nothing', () => {
    const listener = atRecap().after(seconds).says({ type: 'saidStart', word: true });
    expect(listener.now.cleared).toBe(false);
    expect(listener.question).toMatch(/have you had chest pain/);
  });

  test('a symptom and "stop" are heard as ever', () => {
    const chest = readying()
      .after(seconds)
      .says({ type: 'reportedSymptom', rows: ['emergency'] });
    expect(chest.words).toMatch(/emergency care/);
    expect(readying().after(seconds).says('stopped').heard().asks).toBeNull();
  });

  test('after chest pain only the questions lead on', () => {
    const listener = aListener().says('launched', 'saidYes').after(seconds).says('wasReady');
    expect(listener.question).toMatch(/have you had chest pain/);
    expect(listener.now.cleared).toBe(false);
  });
});

test('twenty-nine minutes are not half an hour', () => {
  const listener = readying()
    .after(29 * MINUTES)
    .says('wasReady');
  expect(listener.question).toBe('From one to ten, how sore is it now?');
});

test('"no more pressing today" is not forgotten over an hour in an open session', () => {
  const listener = finding()
    .after(30)
    .number(9)
    .after(60 * MINUTES)
    .says('wasReady');
  listener.answersNo(8).says({ type: 'saidStart', word: true }).wants(USUAL);
  expect(listener.words).toContain('Gentle stretches.');
  expect(listener.now.pressOff).toBe(true);
});

test('tomorrow is another day', () => {
  const listener = finding()
    .after(30)
    .number(9)
    .after(26 * 60 * MINUTES)
    .says('wasReady');
  expect(listener.now.pressOff).toBe(false);
});
