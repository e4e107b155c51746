// Tests that the minutes said to be left are what the plan still holds from where the listener is.

import type { Wishes } from '../../lambda/domain/choice';
import { aListener, type Listener } from '../support/listener';
import { LONG, USUAL } from '../support/reaching';

/** Seconds a search leaves to feel for the spot, how many a listener takes, and when they ask in it. */
const SEARCH_SECONDS = 50;
const FOUND_AFTER = 20;
const ASKED_AFTER = 5;

/** The next thing is said so many seconds into the quiet of a search; anywhere else when everything has been heard. */
function intoSearch(listener: Listener, seconds: number): Listener {
  return listener.at === 'finding' ? listener.after(listener.answerSeconds - SEARCH_SECONDS + seconds) : listener;
}

/** The next thing that a listener says who is led along the planned way; null at the end. */
function sayNext(listener: Listener): Listener | null {
  const { moment } = listener.now;
  switch (moment.at) {
    case 'finding':
      return intoSearch(listener, FOUND_AFTER).says('wasReady');
    case 'readying':
    case 'pressing':
    case 'checking':
      return listener.number(4);
    case 'offering':
    case 'between':
    case 'stretching':
      return listener.says('wasReady');
    case 'closing':
      return moment.asks === 'numb' ? listener.answersNo() : listener.number(3);
    case 'finished':
      return null;
    default:
      return listener.answersNo();
  }
}

/** A session from the plan on, up to the answer with this number. */
function led(wishes: Wishes, answers: number): Listener {
  const listener = aListener().screened().wants(wishes);
  for (let answer = 0; answer < answers && sayNext(listener); answer++);
  return listener;
}

/** The minutes said to be left at each answer of a session, and the seconds that were left there. */
function minutesAlong(wishes: Wishes): { at: string; said: number; seconds: number }[] {
  const along: { at: string; said: number; seconds: number }[] = [];
  const endMs = led(wishes, 100).nowMs;
  for (let answer = 0; ; answer++) {
    const listener = led(wishes, answer);
    const { at } = listener;
    if (at === 'finished') return along;
    const said = intoSearch(listener, ASKED_AFTER)
      .says('askedTimeLeft')
      .heard()
      .says.find(({ key }) => key === 'time.routine')?.values;
    if (said) along.push({ at, said: Number(said['minutes']), seconds: (endMs - listener.nowMs) / 1000 });
  }
}

describe.each<[string, Wishes]>([
  ['five minutes', USUAL],
  ['ten minutes', { ...USUAL, minutes: 10 }],
  ['ten minutes on both sides', LONG],
  ['three minutes', { ...USUAL, minutes: 3 }],
  ['stretches alone', { ...USUAL, tool: 'none' }],
  ['a hook', { ...USUAL, tool: 'hook' }],
  ["a partner's hands", { ...USUAL, tool: 'partner' }],
])('in %s "how long left"', (_, wishes) => {
  const along = minutesAlong(wishes);

  test('is right to the minute', () => {
    const wrong = along.filter(({ said, seconds }) => Math.abs(said - seconds / 60) > 1);
    expect(wrong).toEqual([]);
  });

  test('never grows, and never exceeds the session', () => {
    const said = along.map((one) => one.said);
    expect(said).toEqual([...said].sort((one, other) => other - one));
    expect(Math.max(...said)).toBeLessThanOrEqual(wishes.minutes ?? 0);
  });
});
