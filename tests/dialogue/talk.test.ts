// Tests that a listener is told as little, or as much, as they ask for.

import type { Settings } from '../../lambda/dialogue/state';
import { aListener, type Listener, type ListenerOptions } from '../support/listener';
import {
  askedTo,
  atRecap,
  checking,
  choosing,
  closing,
  finding,
  GUIDED,
  offering,
  pressing,
  readying,
  stretching,
  USUAL,
} from '../support/reaching';

const LESS: ListenerOptions = { settings: { talk: 'less' } };

/** The same as it was, but for what the listener asked for. */
const POINTS: [string, () => Listener][] = [
  ['at the first question', () => askedTo('q1')],
  ['at the fifth question', () => askedTo('q5')],
  ['at the recap', () => atRecap()],
  ['while choosing', () => choosing()],
  ['before the press', () => readying()],
  ['after a hold', () => checking()],
  ['at the offer of one more', () => offering()],
  ['at the end', () => closing()],
];

const CHANGES = [
  ['wantedLessTalk', "I'll say less.", { talk: 'less' }],
  ['wantedMoreTalk', "I'll say more.", { talk: 'normal' }],
  ['wantedNoSounds', 'No sounds, then.', { sounds: false }],
] as const;

describe.each(POINTS)('somebody who says so %s', (_name, reach) => {
  test.each(CHANGES)('(%s) is answered in a breath and asked the same question', (event, said, change) => {
    const listener = reach();
    const { question, at } = listener;
    listener.says(event);
    expect(listener.words.startsWith(said)).toBe(true);
    expect([listener.question, listener.at]).toEqual([question, at]);
    expect(listener.now.settings).toMatchObject(change);
  });
});

test('an answer given before it counts, and none is made of it', () => {
  const listener = askedTo('q5').says('wantedLessTalk');
  expect(listener.now.noes).toEqual(['q1', 'q2', 'q3', 'q4']);
  expect(listener.now.cleared).toBe(false);
});

test.each(['wantedLessTalk', 'wantedMoreTalk', 'wantedSounds', 'wantedNoSounds'] as const)(
  'in the middle of a hold %s is no harmless remark: the release comes first, and the rest waits for ready',
  (event) => {
    const listener = pressing().says(event);
    expect(listener.words).toMatch(/^Step off the ball\. /);
    expect([listener.at, listener.pressesFor]).toEqual(['interrupted', 0]);
  },
);

test('in a stretch it is broken off, and the rest of it waits for ready', () => {
  const listener = stretching().says('wantedLessTalk');
  expect(listener.words).toContain("I'll say less.");
  expect(listener.at).toBe('interrupted');
  listener.says('wasReady');
  expect(listener.at).toBe('stretching');
});

test.each(Object.entries(GUIDED))('%s: more talk undoes less', (_name, reach) => {
  expect(reach(USUAL).says('wantedLessTalk').now.settings.talk).toBe('less');
  expect(reach(USUAL).says('wantedLessTalk', 'wantedMoreTalk').now.settings.talk).toBe('normal');
});

test('who opens the skill with it is asked the first question, and it is set', () => {
  const listener = aListener().says('wantedLessTalk');
  expect([listener.at, listener.now.settings.talk]).toEqual(['screening', 'less']);
});

describe('with less talk', () => {
  const holdKeys = (listener: Listener) =>
    listener
      .heard()
      .plays.filter(({ kind }) => kind === 'hold')
      .map(({ act }) => act?.key);

  test('the first hold still tells half way what to do if it is too much', () => {
    const listener = finding().says('wantedLessTalk', 'wasReady');
    expect(holdKeys(listener)).toContain('press.halfFirst');
    expect(listener.pressesFor).toBe(30);
  });

  test('the second hold is counted down, and nothing else is said in it', () => {
    const usual = offering().says('wasReady');
    const less = offering().says('wantedLessTalk', 'wasReady');
    expect(holdKeys(usual)).toContain('press.half');
    expect(holdKeys(less)).toEqual(['press.start', 'hold.ten', ...Array(5).fill('hold.number')]);
    expect([usual.pressesFor, less.pressesFor]).toEqual([30, 30]);
  });

  test('a stretch comes in its short form from the first time on, and without half-way words', () => {
    const usual = offering().says('saidNo');
    const less = offering().says('wantedLessTalk', 'saidNo');
    const longForms = (listener: Listener) => listener.keys.filter((key) => key.endsWith('.long'));
    expect([longForms(usual).length > 0, longForms(less)]).toEqual([true, []]);
    expect(less.keys).not.toContain('hold.half');
  });

  test('the rules of stretching are told once, and to one who heard them on another day not even a word of them', () => {
    const rules = ['stretch.safe', 'stretch.numb', 'stretch.begin'];
    const told = (options: ListenerOptions) => {
      const listener = aListener(options)
        .screened()
        .wants({ ...USUAL, tool: 'none' });
      for (let turns = 0; listener.at !== 'stretching' && turns < 4; turns++)
        listener.says(listener.at === 'readying' ? 'wasReady' : 'saidNo');
      expect(listener.at).toBe('stretching');
      return rules.filter((rule) => listener.keys.includes(rule));
    };
    const yesterday = {
      sessions: [{ day: 19, region: 'upper', tool: 'none', minutes: 5, holds: 0 } as const],
      today: 20,
      declined: ['warmUp' as const],
    };
    expect(told(LESS)).toEqual(['stretch.safe', 'stretch.numb']);
    expect(told({ remembered: yesterday })).toEqual(['stretch.begin']);
    expect(told({ ...LESS, remembered: yesterday })).toEqual([]);
  });

  test('no tip is told at the end, and the one whose turn it is waits', () => {
    const ends = (listener: Listener) => listener.says('saidNo').number(4);
    const [usual, less] = [ends(closing()), ends(closing().says('wantedLessTalk'))];
    expect([usual.keys.includes('close.tip'), less.keys.includes('close.tip')]).toEqual([true, false]);
    expect(less.heard().effects.map(({ type }) => type)).not.toContain('rememberTip');
    expect(less.keys).toContain('close.net');
  });

  test('the pain rule is said before the first press all the same', () => {
    const listener = aListener(LESS).screened().wants(USUAL).answersNo();
    const heard: string[] = [];
    for (let turns = 0; listener.at !== 'pressing' && turns < 5; turns++) {
      listener.says(
        listener.at === 'readying' && /one to ten/.test(listener.question)
          ? { type: 'gaveNumber', number: 4 }
          : 'wasReady',
      );
      heard.push(...listener.keys);
    }
    expect(heard).toContain('rule.pain');
  });
});

test('counting is another wish: less talk counts as before, and less counting talks as before', () => {
  const settings = (listener: Listener): Pick<Settings, 'talk' | 'counting'> => listener.now.settings;
  expect(settings(choosing().says('wantedLessTalk'))).toMatchObject({ talk: 'less', counting: 'normal' });
  expect(settings(choosing().says('wantedLessCounting'))).toMatchObject({ talk: 'normal', counting: 'less' });
});

test.each([
  ['on a device that plays them', { tones: 'all' }, 'Sounds on.'],
  ['on a device that is still to be tried', { tones: 'trial' }, 'Sounds on.'],
  ['on a device that could not play them', { tones: 'none' }, "I can't play sounds here."],
  ['in plain speech', { tones: 'all', audio: 'ssml' }, "I can't play sounds here."],
] as const)('sounds are promised only where they are heard: %s', (_name, settings, said) => {
  const listener = aListener({ settings: { ...settings, sounds: false } })
    .screened()
    .says('wantedSounds');
  expect(listener.words.startsWith(said)).toBe(true);
  expect(listener.now.settings.sounds).toBe(true);
});
