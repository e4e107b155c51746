// Tests the warm-up: a timer before the first press, with the place kept, and the way back.

import type { Event, Outcome } from '../../lambda/dialogue/event';
import type { Session } from '../../lambda/domain/progress';
import { ASKED } from '../support/health-questions';
import { aListener, type Listener } from '../support/listener';
import {
  asksSoreness,
  atRecap,
  choosing,
  finding,
  offering,
  pressing,
  readying,
  stretching,
  USUAL,
} from '../support/reaching';

const BEFORE: Session = { day: 10, region: 'upper', tool: 'ball', minutes: 5, holds: 2 };
const STARTS = /^Your ten minutes start now\. A heating pad or a shower will do, warm, not hot\./;
const answered = (answer: 'granted' | 'denied' | 'unanswered'): Event => ({
  type: 'permissionAnswered',
  permission: { of: 'timers' },
  answer,
});

test('a listener who is back is not asked about warming before the first question', () => {
  const listener = aListener({ remembered: { sessions: [BEFORE], today: 12 } }).says('launched');
  expect(listener.at).toBe('screening');
  expect(listener.words).not.toMatch(/warm|timer/i);
});

describe('the timer', () => {
  test('is set at once, and the session ends', () => {
    const listener = aListener().says('wantedWarmUp');
    expect(listener.words).toMatch(STARTS);
    expect(listener.heard().asks).toBeNull();
  });

  test.each<[Outcome, RegExp]>([
    ['full', /^I couldn't set the timer\./],
    ['busy', /^I couldn't set the timer\./],
    ['unsupported', /^I couldn't set the timer\./],
    ['failed', /^I couldn't set the timer\./],
    ['unreachable', /^I can't tell whether the timer was set\./],
  ])('%s: it goes on without it, and what was open is asked again', (outcome, words) => {
    const listener = choosing().wants(USUAL);
    listener.errands = outcome;
    listener.says('wantedWarmUp');
    expect(listener.words).toMatch(words);
    expect(listener.question).toBe(ASKED.q9);
    const { plan } = listener.now;
    expect(listener.staysSilent().kept?.plan).toEqual(plan);
  });

  test.each(['denied', 'unanswered'] as const)('%s at the recap loses no answer', (answer) => {
    const listener = atRecap();
    listener.errands = 'refused';
    listener.says('wantedWarmUp', answered(answer));
    expect(listener.words).toMatch(/no timer\. .*say start\.$/);
    expect(listener.says({ type: 'saidStart', word: true }).now.cleared).toBe(true);
  });

  test.each(['denied', 'unanswered'] as const)('%s in a search leaves the ball, and waits for "ready"', (answer) => {
    const listener = finding().after(20);
    listener.errands = 'refused';
    expect(listener.says('wantedWarmUp').words).toMatch(/^Step off the ball\./);
    listener.says(answered(answer));
    expect(listener.words).toMatch(/no timer\.|so there's no timer\./);
    expect(listener.words).toMatch(/Say ready when you're back in place\.$/);
    expect(listener.kept?.plan).toEqual(listener.now.plan);
  });

  test('refused as the first words leads to the offer, and a place kept before is still offered', () => {
    const { kept, nowMs } = choosing().wants(USUAL).says('wantedWarmUp');
    const listener = aListener({ kept, nowMs: nowMs + 60_000 });
    listener.errands = 'refused';
    listener.says('wantedWarmUp', answered('denied'));
    expect(listener.words).toMatch(/^That's fine, no timer\. .*Want me to guide you\?$/);
    expect(listener.says('saidYes').question).toBe('We had only just begun. Go on from there?');
  });

  test('without a place to keep, no place is promised', () => {
    const listener = aListener().says('launched');
    listener.errands = 'unsupported';
    expect(listener.says('wantedWarmUp').words).not.toContain('keep your place');
  });

  test('the permission is asked for once: granted sets it, denied is remembered, no answer is not', () => {
    const refused = (listener: Listener) => {
      listener.errands = 'refused';
      return listener.says('wantedWarmUp');
    };
    expect(refused(aListener()).heard().permission).toEqual({ of: 'timers' });
    const granted = refused(aListener());
    granted.errands = 'done';
    expect(granted.says(answered('granted')).words).toMatch(STARTS);
    const denied = refused(aListener()).says(answered('denied'));
    expect(denied.words).toMatch(/^That's fine, no timer\./);
    expect(denied.heard().effects).toEqual([{ type: 'rememberDeclined', offer: 'timers' }]);
    expect(refused(aListener()).says(answered('unanswered')).heard().effects).toEqual([]);
    const before = refused(aListener({ remembered: { declined: ['timers'] } }));
    expect(before.heard().permission).toBeUndefined();
    expect(before.words).toMatch(/^I don't have permission for timers yet\./);
  });

  test('granted to a session that did not last sets it all the same', () => {
    expect(aListener().says(answered('granted')).words).toMatch(STARTS);
  });
});

test.each(['granted', 'denied', 'unanswered'] as const)(
  'in a search the listener is released once, before Alexa asks for the permission (%s)',
  (answer) => {
    const listener = finding();
    listener.errands = 'refused';
    expect(listener.says('wantedWarmUp').keys[0]).toBe('release.ball');
    listener.errands = 'done';
    expect(listener.says(answered(answer)).keys).not.toContain('release.ball');
  },
);

describe('the permission', () => {
  const toRemind: Event = { type: 'permissionAnswered', permission: { of: 'reminders' }, answer: 'granted' };
  const refused = (listener: Listener): Listener => {
    listener.errands = 'refused';
    return listener.says('wantedWarmUp');
  };

  test('for something else that comes meanwhile leads back to the question before, and presses nothing', () => {
    expect(refused(aListener()).says(toRemind).question).toBe('Want me to guide you?');
    const listener = refused(asksSoreness()).says(toRemind);
    expect(listener.question).toMatch(/how sore is it now/);
    expect(listener.says('wasReady').pressesFor).toBe(0);
  });
});

describe('asked for', () => {
  test('as the skill is opened anew while something may press, the ball is left first', () => {
    const { kept, nowMs } = pressing().says('askedHelp', 'wasReady');
    const listener = aListener({ kept, nowMs: nowMs + 30_000 }).says('wantedWarmUp');
    expect(listener.words).toMatch(/^Step off the ball\. Your ten minutes start now\./);
  });

  test.each([
    ['the choosing', () => choosing()],
    ['the skin question', () => choosing().wants(USUAL)],
    ['the question how sore it is', () => asksSoreness()],
    ['fetching the ball', () => readying()],
    ['the search', () => finding().after(20)],
  ])('in %s, before anything has pressed, the timer is set and the place kept', (_, reach) => {
    const listener = reach().says('wantedWarmUp');
    expect(listener.words.replace(/^Step off the ball\. /, '')).toMatch(STARTS);
    expect(listener.heard().asks).toBeNull();
    if (listener.now.plan) expect(listener.kept?.plan).toEqual(listener.now.plan);
  });

  test('in a search the ball is left first', () => {
    expect(finding().after(20).says('wantedWarmUp').words).toMatch(/^Step off the ball\. Your ten minutes/);
  });

  test('once something has pressed, or after a symptom, there is a plain sentence and no timer', () => {
    expect(pressing().says('wantedWarmUp').words).toMatch(/We're past the warm-up for today\./);
    expect(offering().says('wantedWarmUp').words).toMatch(/^We're past the warm-up for today\./);
    const sore = aListener().says('launched', { type: 'reportedSymptom', rows: ['skin'] }, 'wantedWarmUp');
    expect(sore.words).toMatch(/let's leave the heat today\./);
    expect(aListener().says('launched', 'saidYes', 'wantedWarmUp').words).not.toMatch(/timer/);
  });
});

describe('coming back warm', () => {
  const left = () => choosing().wants(USUAL).says('wantedWarmUp');

  test.each(['launched', 'warmedUp'] as const)('within half an hour the place is offered (%s)', (opening) => {
    const listener = left();
    listener.state = null;
    listener.nowMs += 12 * 60_000;
    listener.says(opening);
    expect(listener.question).toBe('We had only just begun. Go on from there?');
    expect(listener.words).not.toMatch(/heating pad|warm/i);
    listener.says('saidYes', 'saidNo', { type: 'saidStart', word: true });
    expect(listener.question).toBe(ASKED.q9);
  });

  test('later the questions of a return visit come, and why is said', () => {
    const listener = choosing();
    listener.nowMs += 10 * 60_000;
    listener.wants(USUAL).says('wantedWarmUp').comesBack(25);
    expect(listener.question).toBe(ASKED.r0);
    expect(listener.words).toMatch(/^It's been over half an hour\./);
  });
});

test('half an hour after a sharp spot, too, the heat is left, and the routine is offered with its questions', () => {
  const listener = stretching().says({ type: 'reportedSymptom', rows: ['sharp'] });
  listener.nowMs += 31 * 60_000;
  listener.says('wantedWarmUp');
  expect(listener.words).toMatch(/let's leave the heat today\./);
  expect(listener.question).toBe('Want me to guide you?');
});
