// Tests that a long silence in an open session counts as a pause, whatever was said before it and in it.

import { A_QUESTION, type Listener, type Said } from '../support/listener';
import { between, choosing, finding, interrupted, pressing, stretching } from '../support/reaching';

const QUESTION = 'Since you answered, is something new, such as numbness, fever, dizziness, or chest pain?';
const MINUTE_MS = 60_000;

/** The listener says nothing for so long after all that there is to hear. */
function away(listener: Listener, minutes: number): Listener {
  listener.afterSilence(0);
  listener.nowMs += minutes * MINUTE_MS;
  return listener;
}
const guides = (listener: Listener): boolean =>
  ['finding', 'pressing', 'stretching'].includes(listener.at) && listener.heard().plays.length > 0;

const WAITING: Record<string, () => Listener> = {
  'after help in a hold': () => pressing().says('askedHelp'),
  'after a question in a hold': interrupted,
  'after a question in a search': () => finding().says(A_QUESTION),
  'between two stretches': between,
};

describe('somebody who comes back after ten silent minutes', () => {
  test.each(Object.entries(WAITING))('%s, and says "ready", is asked what is new', (_, reach) => {
    const listener = away(reach(), 10).says('wasReady');
    expect(listener.question).toBe(QUESTION);
    expect(guides(listener)).toBe(false);
    listener.says('saidNo');
    const { question } = listener;
    expect(guides(listener) || /ready/i.test(question)).toBe(true);
  });

  test.each([A_QUESTION, 'askedTimeLeft', 'notUnderstood', { type: 'wantedReminder', when: {} }] as Said[])(
    'is asked even if %j comes first',
    (said) => {
      const listener = away(interrupted(), 10).says(said);
      if (listener.at === 'reminding') listener.says('saidNo');
      expect(guides(listener)).toBe(false);
      expect(listener.says('wasReady').question).toBe(QUESTION);
    },
  );

  test('is asked all questions after a yes', () => {
    const listener = away(interrupted(), 10).says('wasReady', 'saidYes');
    expect(listener.at).toBe('screening');
    expect(listener.now.cleared).toBe(false);
  });

  test('is asked before the search, too, where only the soreness was open', () => {
    const listener = choosing().wants({ region: 'upper', side: 'left', tool: 'ball', minutes: 5 }).answersNo();
    expect(away(listener, 5).number(3).question).toBe(QUESTION);
  });
});

test('somebody who answers within two minutes is asked nothing again', () => {
  expect(away(interrupted(), 1).says('wasReady').at).toBe('pressing');
  expect(away(between(), 1).says('wasReady').at).toBe('stretching');
});

test('a symptom told after ten silent minutes is heard at once', () => {
  const listener = away(stretching(), 10).says({ type: 'reportedSymptom', rows: ['emergency'] });
  expect(listener.words).toMatch(/^Stop here, please\./);
});
