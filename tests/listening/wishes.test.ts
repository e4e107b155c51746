// Tests that a wish is understood in any order of words.

import fc from 'fast-check';
import type { Unfit, Wishes } from '../../lambda/domain/choice';
import type { Vocabulary } from '../../lambda/listening/vocabulary';
import { unfitOnlyIn, wishesIn, wishesOnlyIn } from '../../lambda/listening/wishes';
import { locales, wordsOf } from '../../tools/model/languages';

const [first] = locales;
if (!first) throw new Error('no locale to test with');
const english = wordsOf(first).names as unknown as Vocabulary;

test.each<[string, Wishes]>([
  ['upper left with a tennis ball for five minutes', { region: 'upper', side: 'left', tool: 'ball', minutes: 5 }],
  ['a foam roller and 10 minutes', { tool: 'roller', minutes: 10 }],
  ['between my shoulder blades', { region: 'upper' }],
  ['the small of my back on the right', { region: 'lower', side: 'right' }],
  ['left and right in the middle', { region: 'middle', side: 'both' }],
  ['twenty five minutes on a chair', { minutes: 25, place: 'chair' }],
  ['not on the floor i have a chair', { place: 'chair' }],
  ['stretches on a chair', { tool: 'none', place: 'chair' }],
  ['chair stretches', { tool: 'none', place: 'chair' }],
  ['stretching on a chair lower back ten minutes', { region: 'lower', tool: 'none', minutes: 10, place: 'chair' }],
  ['some stretches please sitting down ten minutes', { tool: 'none', minutes: 10, place: 'chair' }],
  [
    'only chair stretches for my lower back ten minutes',
    { region: 'lower', tool: 'none', minutes: 10, place: 'chair' },
  ],
  ['a tennis ball and stretches on a chair', { tool: 'ball', place: 'chair' }],
  ['no ball but i have a cane', { tool: 'hook' }],
  ['no my ball', {}],
  ["it's a six", {}],
  ['minutes', {}],
  ['tired after work', {}],
])('someone who says "%s" wishes for just that', (said, wishes) => {
  expect(wishesIn(said, english)).toEqual(wishes);
});

test('the order of the parts does not matter', () => {
  const parts = ['upper left', 'a tennis ball', 'five minutes', 'on a chair'];
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: 4 }), (said) => {
      const wishes = { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' };
      expect(wishesIn(said.join(' and '), english)).toEqual(wishes);
    }),
  );
});

test.each<[string, Unfit | null, Wishes]>([
  ['my neck', 'neck', {}],
  ['right below my neck', null, { region: 'upper' }],
  ['on my spine', 'spine', {}],
  ['upper left with a golf ball', 'golfBall', { region: 'upper', side: 'left' }],
  ['a lacrosse ball', 'lacrosseBall', {}],
  ['a tennis ball', null, { tool: 'ball' }],
  ['a frozen bottle', 'hardThing', {}],
  ['my neck of the woods', null, {}],
])('someone who says "%s" hears what is left out or too hard', (said, unfit, wishes) => {
  expect(unfitOnlyIn(said, english)).toBe(unfit);
  expect(wishesOnlyIn(said, english)).toEqual(wishes);
});

test('no words, markup or length can upset the reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (said) => typeof wishesIn(said, english) === 'object'),
  );
  expect(wishesIn('constructor __proto__ toString minutes', english)).toEqual({});
});
