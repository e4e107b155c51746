// Is a region that should rest left alone, however it is asked for, and is a session under way not held against itself?

import type { Session } from '../../lambda/domain/progress';
import { NOTHING_REMEMBERED } from '../support/listener';
import { choosing, offering, USUAL } from '../support/reaching';

const TODAY = 20_000;
const EARLIER: Session = { day: TODAY, region: 'upper', tool: 'ball', minutes: 5, holds: 2 };

/** Somebody who has pressed today, and is offered the stretches instead. */
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
  expect(resting().says('askedPlan').words).toMatch(/^Five minutes\. Upper back\. Stretches only, no pressing\./);
});

test('another region that may be pressed is still a choice', () => {
  const sessions = [1, 3, 5].map((ago): Session => ({ ...EARLIER, region: 'upper', day: TODAY - ago }));
  const listener = choosing({ remembered: { sessions, today: TODAY, declined: ['warmUp'] } }).wants(USUAL);
  expect(listener.words).toMatch(/^You've pressed there on three days this week/);
  expect(listener.wants({ region: 'lower', place: 'chair' }).words).toMatch(/Ball on the wall.*skin there/);
});

test('the hold just done is not held against the next one, with another tool', () => {
  const listener = offering({ region: 'middle', side: 'left', tool: 'ball', minutes: 5, place: 'chair' });
  const sessions: Session[] = [{ ...EARLIER, region: 'middle', holds: 1 }];
  listener.remembered = { ...NOTHING_REMEMBERED, sessions, today: TODAY };
  listener.wants({ tool: 'hands' });
  expect(listener.question).toMatch(/^Hands don't reach the middle/);
  expect(listener.says('saidYes').words).toMatch(/^Five minutes\. Middle back, left side\./);
});

test('a session that was given up counts for the one begun in its place', () => {
  const first = offering();
  first.says({ type: 'sessionLost', because: 'silence' });
  first.remembered = { ...NOTHING_REMEMBERED, sessions: [{ ...EARLIER, region: 'upper' }], today: TODAY };
  first.comesBack(2).says('saidNo').answersNo(8).says({ type: 'saidStart', word: true }).wants(USUAL);
  expect(first.words).toMatch(/^You've pressed there today/);
});
