// Tests that a reminder is set as it was meant, only after a yes, and never at the cost of the routine.

import type { Event, Outcome, When } from '../../lambda/dialogue/event';
import { aListener, type Listener, type Said } from '../support/listener';

const remindMe = (when: When = {}): Event => ({ type: 'wantedReminder', when });
const told = (when: When): Event => ({ type: 'toldWhen', when });
const at = (hour: number, minute = 0): When => ({ time: { hour, minute } });
const DAILY: When = { days: 'daily', ...at(19) };
const REMINDER = { days: 'daily', time: { hour: 19, minute: 0 } } as const;
const Q1 = /have you had chest pain/;

function heardBy(listener: Listener, ...said: Said[]): string {
  return listener.says(...said).words;
}
const answered = (answer: 'granted' | 'denied' | 'unanswered', of: 'reminders' | 'timers' = 'reminders'): Event => ({
  type: 'permissionAnswered',
  permission: of === 'reminders' ? { of, reminder: REMINDER } : { of },
  answer,
});

describe('somebody who wants to be reminded', () => {
  test('is asked for the days, the time, and whether it is right', () => {
    const listener = aListener().says('launched');
    expect(heardBy(listener, remindMe())).toBe('On which days: every day, weekdays, or one day?');
    expect(heardBy(listener, told({ days: 'weekdays' }))).toBe('At what time?');
    expect(heardBy(listener, told(at(7, 30)))).toBe(
      'On weekdays at seven thirty in the morning. Shall I set that reminder?',
    );
    expect(heardBy(listener, 'saidYes')).toMatch(
      /^I'll remind you on weekdays at seven thirty in the morning\. Today, have you had/,
    );
  });

  test('is asked for the half of the day when a number alone leaves it open, and not when it does not', () => {
    const listener = aListener().says('launched', remindMe({ days: 'tomorrow' }));
    expect(listener.number(7).words).toBe('In the morning or in the evening?');
    expect(heardBy(listener, told({ half: 'evening' }))).toMatch(/^Tomorrow at seven in the evening\./);
    const early = aListener().says('launched', remindMe({ days: 'tomorrow', half: 'morning' }));
    expect(early.number(7).words).toMatch(/^Tomorrow at seven in the morning\./);
    const late = aListener().says('launched', remindMe({ days: 'tomorrow' }));
    expect(late.number(19).words).toMatch(/^Tomorrow at seven in the evening\./);
    const noon = aListener().says('launched', remindMe({ days: 'tomorrow' }));
    expect(noon.number(12).words).toMatch(/^Tomorrow at noon\./);
  });

  test('hears every change of mind read out again before anything is set', () => {
    const listener = aListener().says('launched', remindMe(DAILY));
    expect(heardBy(listener, told({ half: 'morning' }))).toMatch(/^Every day at seven in the morning\. Shall/);
    expect(heardBy(listener, told({ days: 'sunday' }))).toMatch(/^Every Sunday at seven in the morning\. Shall/);
    expect(heardBy(listener, remindMe(at(0)))).toMatch(/^Every Sunday at midnight\. Shall/);
    expect(heardBy(listener, 'askedToRepeat')).toMatch(/^Every Sunday at midnight\. Shall/);
  });

  test('sets nothing with a no, a shrug, "start" or noise, and is back at the question that was open', () => {
    for (const said of ['saidNo', 'saidNone', 'wasReady', 'wentBack', 'resumed', 'wantedNext'] as const) {
      const listener = aListener().says('launched', remindMe(DAILY), said);
      expect([said, listener.words]).toEqual([
        said,
        expect.stringMatching(/^All right, no reminder\. Today, have you had/),
      ]);
    }
    for (const said of ['wasNotSure', 'notUnderstood', 'triedToStart', 'saidSomewhat', 'mixedAnswer'] as const) {
      const listener = aListener().says('launched', remindMe(DAILY), said);
      expect([said, listener.question]).toEqual([said, 'Shall I set that reminder?']);
      expect(heardBy(listener, said)).toMatch(/^All right, no reminder\. Today, have you had/);
    }
    const start = aListener().says('launched').answersNo(8).says(remindMe(DAILY), { type: 'saidStart', word: true });
    expect([start.at, start.now.cleared]).toEqual(['reminding', false]);
  });

  test.each<Said>([
    { type: 'denied', of: 'all', manner: 'fine' },
    { type: 'denied', of: ['q1'], manner: 'plain' },
    'saidQualifiedNo',
    'saidAsUsual',
    'admitted',
    { type: 'saidVague' },
  ])('words that answer a health question are no answer to the one that waits behind it (%j)', (said) => {
    const listener = aListener().says('launched', remindMe({}), said);
    expect(listener.now.noes).toEqual([]);
    expect(listener.question).toMatch(/^Say every day, weekdays/);
    expect(listener.now.guideOff).toBe(false);
  });

  test('a yes before days and time are known sets nothing', () => {
    const listener = aListener().says('launched', remindMe(), 'saidYes');
    expect(listener.words).toBe('Say every day, weekdays, tomorrow, or a day like Monday.');
  });

  test('every day has its own two sentences', () => {
    const all = ['today', 'tomorrow', 'daily', 'weekdays', 'weekends', 'monday', 'wednesday', 'saturday'] as const;
    for (const days of all) {
      const listener = aListener().says('launched', remindMe({ days, ...at(15, 5) }));
      expect(listener.words).toMatch(/ at three oh five in the afternoon\. Shall I set that reminder\?$/);
      expect(heardBy(listener, 'saidYes')).toMatch(/^I'll remind you .* at three oh five in the afternoon\./);
    }
  });

  test.each<[Outcome, RegExp]>([
    ['full', /^Your list of reminders is full, so nothing was set\./],
    ['busy', /^Too many reminders .* Nothing was set\./],
    ['unsupported', /^This device can't .* nothing was set\./],
    ['failed', /^I couldn't set it\./],
    ['unreachable', /^Your reminders didn't answer, so it may not be set\./],
  ])('hears plainly that nothing was set when it went %s, and goes on', (outcome, words) => {
    const listener = aListener().says('launched', 'saidNo', remindMe(DAILY));
    listener.errands = outcome;
    listener.says('saidYes');
    expect(listener.words).toMatch(words);
    expect(listener.question).toMatch(/bladder/);
  });

  test('a time of today that is over is asked for tomorrow', () => {
    const listener = aListener().says('launched', remindMe({ days: 'today', ...at(6) }));
    listener.errands = 'past';
    expect(heardBy(listener, 'saidYes')).toBe(
      "It's too late for that today. Tomorrow at six in the morning. Shall I set that reminder?",
    );
    listener.errands = 'done';
    expect(heardBy(listener, 'saidYes')).toMatch(/^I'll remind you tomorrow at six in the morning\./);
  });
});

describe('the permission', () => {
  function refused(declined: ('reminders' | 'timers')[] = []): Listener {
    const listener = aListener({ remembered: { declined } }).says('launched', remindMe(DAILY));
    listener.errands = 'refused';
    return listener.says('saidYes');
  }

  test('is asked for by Alexa, with the reminder in case the session is gone by then', () => {
    const { permission, asks, says } = refused().heard();
    expect(permission).toEqual({ of: 'reminders', reminder: REMINDER });
    expect([asks, says.map(({ key }) => key)]).toEqual([null, ['remind.why']]);
  });

  test('given, the reminder is set at once', () => {
    const listener = refused();
    listener.errands = 'done';
    expect(heardBy(listener, answered('granted'))).toMatch(
      /^I'll remind you every day at seven in the evening\. Today, have you had/,
    );
  });

  test('given to a session that did not last, the reminder is set all the same', () => {
    expect(heardBy(aListener(), answered('granted'))).toBe(
      "I'll remind you every day at seven in the evening. Want me to guide you?",
    );
  });

  test('denied, it is accepted, remembered, and never asked for again', () => {
    const listener = refused().says(answered('denied'));
    expect(listener.words).toMatch(/^That's fine, no reminder\./);
    expect(listener.heard().effects).toContainEqual({ type: 'rememberDeclined', offer: 'reminders' });
    const again = refused(['reminders']);
    expect(again.heard().permission).toBeUndefined();
    expect(again.words).toMatch(
      /^I don't have permission for reminders yet\. You can allow it in the Alexa app.* Today, have you had/,
    );
  });

  test('not answered is not denied', () => {
    const listener = refused().says(answered('unanswered'));
    expect(listener.words).toMatch(/^I didn't get an answer, so nothing was set\. Today, have you had/);
    expect(listener.heard().effects).toEqual([]);
  });

  test('is not asked for where a no could not be remembered', () => {
    const listener = aListener({ remembered: null }).says('launched', remindMe(DAILY));
    listener.errands = 'refused';
    expect(heardBy(listener, 'saidYes')).toMatch(/^I don't have permission for reminders yet\./);
  });

  test('out of the blue in the middle of a routine changes nothing', () => {
    const listener = aListener().screened().says(answered('granted'));
    expect(listener.words).toMatch(/^Where's the knot/);
  });
});

describe('a reminder and the routine', () => {
  const IN_HAND = { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' } as const;
  function pressing(): Listener {
    const listener = aListener().screened().wants(IN_HAND).answersNo().number(4).says('wasReady');
    return listener.after(listener.pressBeginsAt + 12);
  }

  test('in the middle of a press the release comes first, and only "ready" presses again', () => {
    const listener = pressing().says(remindMe());
    expect(listener.words).toMatch(/^Step off the ball\. On which days/);
    listener.says(told(DAILY), 'saidYes');
    expect(listener.question).toMatch(/ready/);
    expect(listener.pressesFor).toBe(0);
    expect(listener.says('wasReady').pressesFor).toBeGreaterThan(5);
  });

  test('"ready" said to the question about days presses nothing', () => {
    const listener = pressing().says(remindMe(), 'wasReady');
    expect(listener.pressesFor).toBe(0);
    expect(listener.words).toMatch(/^All right, no reminder\./);
  });

  test('while the spot is looked for the ball is left first', () => {
    const listener = aListener().screened().wants(IN_HAND).answersNo().number(4).after(20);
    expect(listener.at).toBe('finding');
    expect(heardBy(listener, remindMe(DAILY))).toMatch(/^Step off the ball\./);
    expect(heardBy(listener, 'saidNo')).toMatch(/Say ready when/);
  });

  test('a symptom outranks it, wherever it is said', () => {
    const emergency: Said = { type: 'reportedSymptom', rows: ['emergency'] };
    expect(heardBy(aListener().says('launched', remindMe()), emergency)).toMatch(/emergency care/);
    expect(heardBy(pressing().says(remindMe()), emergency)).toMatch(/emergency care/);
    const skin = aListener().says('launched', remindMe(DAILY), { type: 'reportedSymptom', rows: ['skin'] });
    expect(skin.question).toMatch(Q1);
  });

  test('a wish for something else leaves it behind', () => {
    const listener = aListener().screened().says(remindMe()).wants(IN_HAND);
    expect(listener.question).toMatch(/skin/);
    const paused = aListener().screened().says(remindMe(), 'paused');
    expect(paused.at).toBe('pausing');
  });

  test('a question on the way is answered, and the reminder asked for again', () => {
    const listener = aListener().says('launched', remindMe({ days: 'daily' }));
    const asked: Event = { type: 'askedQuestion', found: { topics: ['how-hard-to-press'], nearness: 'meant' } };
    expect(listener.says(asked).question).toBe('At what time?');
  });

  test('after a reason to stop nothing is planned', () => {
    const listener = aListener().says('launched', 'saidYes', remindMe(DAILY));
    expect(listener.at).not.toBe('reminding');
  });

  test('a day or a time that nobody asked for is no answer to a health question', () => {
    const listener = aListener().says('launched', told({ days: 'daily' }));
    expect(listener.question).toMatch(Q1);
    expect(listener.now.noes).toEqual([]);
  });

  test('as the first words it opens nothing, and the routine is offered afterwards', () => {
    const listener = aListener().says(remindMe(DAILY), 'saidYes');
    expect(listener.words).toBe("I'll remind you every day at seven in the evening. Want me to guide you?");
    expect(listener.says('saidYes').question).toMatch(Q1);
    expect(listener.words).toMatch(/It isn't medical advice/);
  });
});
