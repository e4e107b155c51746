// Tests that a device hears its first tones outside a press, and that no hold has any before one was played.

import { LIMITS } from '../../lambda/alexa/limits';
import type { Settings } from '../../lambda/dialogue/state';
import { tonesIn } from '../../lambda/domain/tones';
import { aListener, type Listener } from '../support/listener';
import { LONG, USUAL } from '../support/reaching';

const TRIAL: Partial<Settings> = { tones: 'trial' };
const KNOWN: Partial<Settings> = { tones: 'all' };

/** Goes on, as a listener who wants everything, until the moment is reached. */
function until(listener: Listener, at: string): Listener {
  for (let turns = 0; listener.at !== at && turns < 30; turns++) {
    if (/one to ten/.test(listener.question)) listener.number(4);
    else if (listener.at === 'offering' || listener.at === 'feeling') listener.says('saidNo');
    else if (listener.at === 'screening') listener.answersNo();
    else listener.says('wasReady');
  }
  expect(listener.at).toBe(at);
  return listener;
}

const onDevice = (settings: Partial<Settings>, wishes = USUAL) => aListener({ settings }).screened().wants(wishes);
const tonesOf = (listener: Listener) => tonesIn(listener.heard().plays);
const tonesAfterSilence = (listener: Listener) => tonesIn(listener.heard().reprompt?.plays ?? []);

test('on a device of which nothing is known the hold has none, and the stretches after it have', () => {
  const listener = until(onDevice(TRIAL, LONG), 'pressing');
  expect([tonesOf(listener), tonesAfterSilence(listener)]).toEqual([0, 0]);
  until(listener, 'stretching');
  expect(tonesOf(listener)).toBeGreaterThan(0);
  expect(tonesAfterSilence(listener)).toBe(0);
});

test('once they were heard there, that is remembered, and the next hold has them', () => {
  const listener = until(onDevice(TRIAL, LONG), 'stretching').says('saidNo');
  expect(listener.heard().effects).toContainEqual({ type: 'rememberTones' });
  expect(listener.now.settings.tones).toBe('all');
});

test('words that come before the first tone, or soon after it, show nothing', () => {
  for (const seconds of [1, 3]) {
    const listener = until(onDevice(TRIAL, LONG), 'stretching');
    const toneAt = listener.secondOf(({ kind }) => kind === 'tone');
    expect(toneAt).toBeGreaterThan(3);
    listener.after(seconds === 1 ? seconds : toneAt + seconds).says('askedHelp');
    expect(listener.heard().effects).not.toContainEqual({ type: 'rememberTones' });
    expect(listener.now.settings.tones).toBe('trial');
  }
});

test('nor does a session that ends in silence', () => {
  const listener = until(onDevice(TRIAL, LONG), 'stretching').staysSilent();
  expect(listener.heard().effects).not.toContainEqual({ type: 'rememberTones' });
});

test('on a device that has played one, a hold has two: before its first second, and after its release', () => {
  const listener = until(onDevice(KNOWN), 'pressing');
  const { plays } = listener.heard();
  expect([tonesOf(listener), listener.pressesFor]).toEqual([2, 30]);
  const first = plays.findIndex(({ pressing }) => pressing);
  const last = plays.findLastIndex(({ pressing }) => pressing);
  expect([plays[first - 1]?.kind, plays[last + 1]?.kind, plays[last + 2]?.kind]).toEqual(['tone', 'release', 'tone']);
});

test('somebody who speaks while a tone sounds is where they would be without it', () => {
  const listener = until(onDevice(KNOWN), 'pressing');
  listener.after(listener.pressBeginsAt + 15).says('paused');
  expect(listener.now.place).toMatchObject({ part: 'press', restSeconds: 15 });
  expect(listener.words).toMatch(/^Step off the ball\./);
});

test('a harmless remark in a hold starts no hold anew: only its release has a tone', () => {
  const listener = until(onDevice(KNOWN), 'pressing');
  listener.after(listener.pressBeginsAt + 8).says('askedTimeLeft');
  const { plays } = listener.heard();
  expect(listener.at).toBe('pressing');
  expect([plays[0]?.pressing, tonesOf(listener), plays.at(-1)?.kind]).toEqual([true, 1, 'tone']);
});

test.each([
  ['who wants no sounds', { ...KNOWN, sounds: false }],
  ['whose device could not play one', { tones: 'none' }],
  ['who is spoken to plainly', { ...KNOWN, audio: 'ssml' }],
] as [string, Partial<Settings>][])('somebody %s hears none at all', (_name, settings) => {
  const listener = until(onDevice(settings), 'pressing');
  expect([tonesOf(listener), tonesAfterSilence(listener)]).toEqual([0, 0]);
  until(listener, 'stretching');
  expect([tonesOf(listener), tonesAfterSilence(listener)]).toEqual([0, 0]);
});

test('"no sounds" holds from the next answer on, and "sounds" brings them back', () => {
  const listener = until(onDevice(KNOWN), 'pressing');
  listener.after(listener.pressBeginsAt + 5).says('wantedNoSounds', 'wasReady');
  expect([listener.at, tonesOf(listener)]).toEqual(['pressing', 0]);
  listener.after(listener.pressBeginsAt + 2).says('wantedSounds', 'wasReady');
  expect([listener.at, tonesOf(listener)]).toEqual(['pressing', 2]);
});

test('an answer and its reprompt never hold more sounds than one document may', () => {
  const listener = onDevice(KNOWN, LONG);
  let most = 0;
  for (let turns = 0; listener.at !== 'closing' && turns < 40; turns++) {
    if (/one to ten/.test(listener.question)) listener.number(4);
    else if (['offering', 'feeling', 'screening'].includes(listener.at)) listener.says('saidNo');
    else listener.says('wasReady');
    most = Math.max(most, tonesOf(listener) + tonesAfterSilence(listener));
  }
  expect(listener.at).toBe('closing');
  expect(most).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(LIMITS.sounds);
});

describe('a document with tones that was not played', () => {
  const failed = () => until(onDevice(TRIAL, LONG), 'stretching').after(2).says({ type: 'audioFailed', toned: true });

  test('costs the tones, not the documents: the same stretch comes again without', () => {
    const listener = failed();
    expect(listener.heard().effects).toEqual([{ type: 'rememberBrokenTones' }]);
    expect(listener.now.settings).toMatchObject({ tones: 'none', audio: 'apla' });
    listener.says('askedHelp', 'wasReady');
    expect([listener.at, tonesOf(listener)]).toEqual(['stretching', 0]);
    expect(listener.heard().plays.length).toBeGreaterThan(0);
  });

  test('is told of once, like any part that was not heard', () => {
    expect(failed().says('askedHelp').words).toContain("didn't play");
  });

  test('never was one with a hold in it: none is sent before a tone was played', () => {
    const listener = onDevice(TRIAL, LONG);
    for (let turns = 0; listener.at !== 'stretching' && turns < 30; turns++) {
      if (listener.pressesFor > 0) expect([tonesOf(listener), tonesAfterSilence(listener)]).toEqual([0, 0]);
      if (/one to ten/.test(listener.question)) listener.number(4);
      else if (['offering', 'feeling', 'screening'].includes(listener.at)) listener.says('saidNo');
      else listener.says('wasReady');
    }
    expect(listener.at).toBe('stretching');
  });
});

test('a failure the store has heard of outlives the session that is open', () => {
  const listener = until(onDevice(TRIAL, LONG), 'stretching');
  listener.hearsOfDevice({ tones: 'none' }).says('saidNo');
  expect(listener.now.settings.tones).toBe('none');
  expect(listener.heard().effects).not.toContainEqual({ type: 'rememberTones' });
});
