// Tests that the right words are said for an act.

import { sentencesOf } from '../../lambda/speech/sentence';

const language = {
  sentences: {
    'hold.start': ['Hold. {{seconds}} seconds.', 'Hold there for {{seconds}} seconds.'],
    'neck.long_left': 'Ear to the left shoulder.',
    'neck.long': 'Ear to the shoulder.',
    'count.number': '{{number}}.',
    'close.net': 'Call {{emergency}}.',
    'tool.name_ball': ['The ball & wall.', 'A ball <on> the wall.'],
  },
  numbers: ['zero', 'one', 'two', 'three'],
  emergency: 'nine one one',
  advice: 'a doctor',
};

const say = sentencesOf(language);
const sayStrictly = sentencesOf(language, { strict: true });

test('a number is said in words, with a capital where it opens the sentence', () => {
  expect(say({ key: 'count.number', values: { number: 3 } })).toBe('Three.');
  expect(say({ key: 'hold.start', values: { seconds: 2 } })).toBe('Hold. two seconds.');
});

test('a number the language has no word for is still said', () => {
  expect(say({ key: 'count.number', values: { number: 61 } })).toBe('61.');
  expect(say({ key: 'count.number', values: { number: -1 } })).toBe('-1.');
});

test('the side chooses the sentence, and a sentence without sides serves every side', () => {
  expect(say({ key: 'neck.long', context: 'left' })).toBe('Ear to the left shoulder.');
  expect(say({ key: 'neck.long', context: 'right' })).toBe('Ear to the shoulder.');
});

test('somebody who hears a sentence again hears a variant of it', () => {
  const variant = (number: number) => say({ key: 'hold.start', values: { seconds: 3, variant: number } });
  expect([variant(0), variant(1), variant(2)]).toEqual([
    'Hold. three seconds.',
    'Hold there for three seconds.',
    'Hold. three seconds.',
  ]);
  expect(say({ key: 'tool.name', context: 'ball', values: { variant: 1 } })).toBe('A ball <on> the wall.');
});

test('the emergency number of the locale is in every sentence that wants it', () => {
  expect(say({ key: 'close.net' })).toBe('Call nine one one.');
});

test('nothing is escaped here: it is words, not markup', () => {
  expect(say({ key: 'tool.name', context: 'ball' })).toBe('The ball & wall.');
});

test('a missing sentence is silence for a listener and an error for a test', () => {
  expect(say({ key: 'no.such' })).toBe('');
  expect(say({ key: 'count.number' })).toBe('.');
  expect(() => sayStrictly({ key: 'no.such' })).toThrow('missing sentence no.such');
  expect(() => sayStrictly({ key: 'count.number' })).toThrow('missing value');
});

test('a value that looks like a placeholder is said as it is', () => {
  expect(say({ key: 'count.number', values: { number: '{{emergency}} $t(close.net)' } })).toContain('$t(close.net)');
});
