// Tests that the warm-up is only described, and that every way out of it leads to the health questions or to the end.

import type { Event, Outcome } from '../../lambda/dialogue/event';
import type { Session } from '../../lambda/domain/progress';
import { aListener, type Listener } from '../support/listener';
import { choosing, finding, offering, pressing, readying, USUAL } from '../support/reaching';

const BEFORE: Session = { day: 10, region: 'upper', tool: 'ball', minutes: 5, holds: 2 };
const Q1 = /do you have chest pain/;
const SHALL_I = 'Shall I set a ten-minute timer?';
const answered = (answer: 'granted' | 'denied' | 'unanswered'): Event => ({
  type: 'permissionAnswered',
  permission: { of: 'timers' },
  answer,
});

/** A listener who was here two days ago. */
const regular = (declined: ('warmUp' | 'timers')[] = []): Listener =>
  aListener({ remembered: { sessions: [BEFORE], today: 12, declined } });

describe('the offer', () => {
  test('is made to a listener who is back, before the first question, and remembered as made', () => {
    const listener = regular().says('launched');
    expect(listener.words).toMatch(/^Good to have you back\. .* Warm, not hot\. .*not medical advice\. Shall I set/);
    expect(listener.heard().effects).toEqual([{ type: 'rememberDeclined', offer: 'warmUp' }]);
  });

  test('is not made at the first visit, on the day of a session, after a no, without a memory, or where a place was left', () => {
    expect(aListener().says('launched').question).toMatch(Q1);
    expect(regular(['warmUp']).says('launched').question).toMatch(Q1);
    expect(aListener({ remembered: null }).says('launched').question).toMatch(Q1);
    const today = aListener({ remembered: { sessions: [BEFORE], today: BEFORE.day } });
    expect(today.says('launched').question).toMatch(Q1);
    const left = regular(['warmUp']).screened().wants({ region: 'upper', side: 'left', tool: 'ball', minutes: 5 });
    left.answersNo().number(4).says('stopped');
    left.remembered = left.remembered && { ...left.remembered, declined: [] };
    expect(left.comesBack(5).question).not.toBe(SHALL_I);
  });

  test('a no leads to the first question with the first words, and a wish does too', () => {
    for (const said of ['saidNo', 'saidNone', 'wasReady', 'wantedNext', 'triedToStart', 'resumed'] as const) {
      const listener = regular().says('launched', said);
      expect([said, listener.question]).toEqual([said, expect.stringMatching(Q1)]);
      expect(listener.words).toMatch(/^Knot Relief\. Before we start.*This isn't medical advice/);
    }
    const start = regular().says('launched', { type: 'saidStart', word: true });
    expect([start.question, start.now.cleared]).toEqual([expect.stringMatching(Q1), false]);
    const wish = regular().says('launched').wants({ region: 'lower' });
    expect([wish.question, wish.now.wishes.region]).toEqual([expect.stringMatching(Q1), 'lower']);
  });

  test('noise is asked once more, then the questions come', () => {
    const listener = regular().says('launched', 'notUnderstood');
    expect(listener.question).toBe(SHALL_I);
    expect(listener.says('notUnderstood').question).toMatch(Q1);
  });

  test('a symptom is decided as at any opening', () => {
    const chest = regular().says('launched', { type: 'reportedSymptom', rows: ['emergency'] });
    expect(chest.words).toMatch(/emergency care/);
    const skin = regular().says('launched', { type: 'reportedSymptom', rows: ['skin'] });
    expect(skin.question).toMatch(Q1);
    expect(skin.words).toMatch(/This isn't medical advice/);
  });
});

describe('the timer', () => {
  test('is set with a yes, the session ends, and the listener who took it up may be asked again', () => {
    const listener = aListener().says('wantedWarmUp', 'saidYes');
    expect(listener.words).toBe("Your ten minutes start now. When they're over, Alexa will ask whether to go on.");
    expect(listener.heard().asks).toBeNull();
    expect(listener.heard().effects).toEqual([{ type: 'rememberAccepted', offer: 'warmUp' }]);
  });

  test('leads back to all questions, never to a place or the offer', () => {
    const left = regular().says({ type: 'warmedUp' });
    expect(left.question).toMatch(Q1);
    const place = aListener().screened().wants({ region: 'upper', side: 'left', tool: 'ball', minutes: 5 });
    place.answersNo().number(4).says({ type: 'sessionLost', because: 'left' });
    expect(place.kept).not.toBeNull();
    place.state = null;
    expect(place.says({ type: 'warmedUp' }).question).toMatch(Q1);
  });

  test.each<[Outcome, RegExp]>([
    ['full', /^I couldn't set the timer\. To do it yourself, say: Alexa, set a timer/],
    ['busy', /^I couldn't set the timer\. To do it yourself/],
    ['unsupported', /^I couldn't set the timer\. To do it yourself/],
    ['failed', /^I couldn't set the timer\. To do it yourself/],
    ['unreachable', /^I can't tell whether the timer was set\. To do it yourself/],
  ])('%s: how to do it without us, and the end', (outcome, words) => {
    const listener = aListener().says('launched', 'wantedWarmUp');
    listener.errands = outcome;
    listener.says('saidYes');
    expect(listener.words).toMatch(words);
    expect(listener.heard().asks).toBeNull();
  });

  test('the permission is asked for once: granted sets it, denied is remembered, no answer is not', () => {
    const refused = (listener: Listener) => {
      listener.errands = 'refused';
      return listener.says('wantedWarmUp', 'saidYes');
    };
    expect(refused(aListener()).heard().permission).toEqual({ of: 'timers' });
    const granted = refused(aListener());
    granted.errands = 'done';
    expect(granted.says(answered('granted')).words).toMatch(/^Your ten minutes start now/);
    const denied = refused(aListener()).says(answered('denied'));
    expect(denied.words).toMatch(/^That's fine, no timer\..* To do it yourself/);
    expect(denied.heard().effects).toEqual([{ type: 'rememberDeclined', offer: 'timers' }]);
    expect(refused(aListener()).says(answered('unanswered')).heard().effects).toEqual([]);
    const before = refused(regular(['timers', 'warmUp']));
    expect(before.heard().permission).toBeUndefined();
    expect(before.words).toMatch(/^I don't have permission for timers yet\..* To do it yourself/);
  });

  test('granted to a session that did not last sets it all the same', () => {
    expect(aListener().says(answered('granted')).words).toMatch(/^Your ten minutes start now/);
  });
});

describe('asked for', () => {
  test('in the middle of the questions a no goes back to the one that was open', () => {
    const listener = aListener().says('launched').answersNo(2).says('wantedWarmUp');
    expect(listener.question).toBe(SHALL_I);
    expect(listener.says('saidNo').question).toMatch(/numb|weak/i);
    expect(listener.now.noes).toEqual(['q1', 'q2']);
  });

  test('at the recap "start" goes back to the recap, not past it', () => {
    const listener = aListener().says('launched').answersNo(8).says('wantedWarmUp', { type: 'saidStart', word: true });
    expect([listener.at, listener.now.cleared]).toEqual(['recap', false]);
  });

  test.each([
    ['the choosing', () => choosing()],
    ['the skin question', () => choosing().wants(USUAL)],
    ['getting ready, half a minute after warmth was recommended', () => readying()],
    ['the search', () => finding().after(20)],
  ])('in %s, before anything has pressed, the timer is set and the place kept', (_, reach) => {
    const listener = reach().says('wantedWarmUp');
    expect(listener.question).toBe(SHALL_I);
    listener.says('saidYes');
    expect(listener.words).toMatch(/^Your ten minutes start now\./);
    expect(listener.heard().asks).toBeNull();
    if (listener.now.plan) expect(listener.kept?.plan).toEqual(listener.now.plan);
  });

  test('where no timer can be set, how to do it is said and the place is kept', () => {
    const listener = readying();
    listener.errands = 'unsupported';
    listener.says('wantedWarmUp', 'saidYes');
    expect(listener.words).toContain('To do it yourself');
    expect(listener.kept?.plan).toEqual(listener.now.plan);
  });

  test('once something has pressed, or after a symptom, there is a plain sentence and no timer', () => {
    expect(pressing().says('wantedWarmUp').words).toMatch(/We're past the warm-up for today\./);
    expect(offering().says('wantedWarmUp').words).toMatch(/^We're past the warm-up for today\./);
    const sore = aListener().says('launched', { type: 'reportedSymptom', rows: ['skin'] }, 'wantedWarmUp');
    expect(sore.words).toMatch(/let's leave the heat today\. Right now/);
    expect(aListener().says('launched', 'saidYes', 'wantedWarmUp').words).not.toMatch(/timer/);
  });
});
