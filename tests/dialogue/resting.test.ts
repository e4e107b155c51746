// Tests that a region that should rest is left alone, and that a session under way may go on.

import type { Session } from '../../lambda/domain/progress';
import { aListener, NOTHING_REMEMBERED } from '../support/listener';
import { choosing, offering, USUAL } from '../support/reaching';

const TODAY = 20_000;
const EARLIER: Session = { day: TODAY, region: 'upper', tool: 'ball', minutes: 5, holds: 2 };

/** A listener who has pressed today, and is offered the stretches instead. */
const resting = () =>
  choosing({ remembered: { sessions: [EARLIER], today: TODAY, declined: ['warmUp'] } }).wants(USUAL);

test('whoever loses the session at the offer of stretches does not come back to a press', () => {
  const listener = resting().staysSilent().comesBack(2);
  expect(listener.question).toMatch(/^We had only just begun/);
  listener.says('saidYes').answersNo().says({ type: 'saidStart', word: true });
  expect(listener.now.plan?.choice.tool).toBe('none');
  expect(listener.words).not.toMatch(/Ball/);
});

test('another tool is not fetched for nothing', () => {
  expect(resting().says({ type: 'swappedTool', tool: 'hook' }).words).toBe(
    'The stretches need nothing. Want the stretches?',
  );
});

test('the plan that is told is the one that is offered', () => {
  expect(resting().says('askedPlan').words).toMatch(/^Upper back, five minutes\. Gentle stretches\./);
});

test('another region that may be pressed is still a choice', () => {
  const sessions = [1, 3, 5].map((ago): Session => ({ ...EARLIER, region: 'upper', day: TODAY - ago }));
  const listener = choosing({ remembered: { sessions, today: TODAY, declined: ['warmUp'] } }).wants(USUAL);
  expect(listener.words).toMatch(/^You've pressed there on three days this week/);
  expect(listener.wants({ region: 'lower', place: 'chair' }).words).toMatch(/Ball, then stretches.*skin there/);
});

test('the hold just done is not held against the next one, with another tool', () => {
  const listener = offering({ region: 'middle', side: 'left', tool: 'ball', minutes: 5, place: 'chair' });
  const sessions: Session[] = [{ ...EARLIER, region: 'middle', holds: 1 }];
  listener.remembered = { ...NOTHING_REMEMBERED, sessions, today: TODAY };
  listener.wants({ tool: 'hands' });
  expect(listener.question).toMatch(/^Hands don't reach the middle/);
  expect(listener.says('saidYes').words).toMatch(/^Middle left, five minutes\./);
});

test('a session that was given up counts for the one begun in its place', () => {
  const first = offering();
  first.says({ type: 'sessionLost', because: 'silence' });
  first.remembered = { ...NOTHING_REMEMBERED, sessions: [{ ...EARLIER, region: 'upper' }], today: TODAY };
  first.comesBack(2).says('saidNo').answersNo(8).says({ type: 'saidStart', word: true }).wants(USUAL);
  expect(first.words).toMatch(/^You've pressed there today/);
});

describe('a limit', () => {
  const PRESSED: Session = { ...EARLIER, region: 'upper', holds: 1 };
  const back = (sessions: Session[]) => aListener({ remembered: { sessions, today: TODAY, declined: ['warmUp'] } });

  test('is said with the welcome, before the first health question is answered', () => {
    const listener = back([PRESSED]).says('launched');
    expect(listener.words).toMatch(/Your upper back rests today\. Today, have you had chest pain/);
  });

  test('of two regions is said of both', () => {
    const listener = back([PRESSED, { ...PRESSED, region: 'lower' }]).says('launched');
    expect(listener.words).toContain('Your whole back rests today.');
  });

  test('leaves another region free: one hold on the upper back, two hours later the lower right', () => {
    const listener = back([PRESSED])
      .screened()
      .wants({ region: 'lower', side: 'right', tool: 'ball', minutes: 5, place: 'chair' });
    expect(listener.words).toMatch(/Lower right, five minutes\..*the skin there/);
  });

  test('is heard again as soon as the region is named, and the stretches are offered', () => {
    const listener = back([PRESSED]).screened().wants({ region: 'upper' });
    expect(listener.words).toMatch(/^You've pressed there today/);
    expect(listener.question).toBe('Want the stretches?');
    expect(listener.says('saidYes').now.plan?.choice.tool).toBe('none');
  });

  test('asked round all the same leads to the stretches', () => {
    const listener = back([PRESSED]).screened().wants(USUAL);
    expect(listener.words).toContain("You've pressed there today");
    expect(listener.question).toBe('Want the stretches?');
  });

  test('is not said of the routine that was left a minute ago', () => {
    const left = offering();
    left.says({ type: 'sessionLost', because: 'silence' });
    left.remembered = { ...NOTHING_REMEMBERED, sessions: [PRESSED], today: TODAY };
    expect(left.comesBack(2).words).not.toContain('rests today');
  });

  test('is not said where nothing can be looked up', () => {
    expect(aListener({ remembered: null }).says('launched').words).not.toContain('rests today');
  });
});
