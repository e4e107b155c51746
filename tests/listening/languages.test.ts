// Tests that one reader reads any language by its data: sixty sentences each of five that differ most from English.

import { listFaultsOf } from '../../content/schema';
import { symptomsInDenial, symptomsInUnfelt } from '../../lambda/listening/symptoms';
import { readingOf, sentencesOf, wordsOf } from './languages/probe';

describe.each(['de', 'fr', 'hi', 'ar', 'ja'])('how people speak %s', (language) => {
  const words = wordsOf(language);

  test('its lists are in its script', () => {
    expect(listFaultsOf(words.vocabulary).filter((fault) => !fault.endsWith('is empty'))).toEqual([]);
  });

  test.each(sentencesOf(language))('%s: %s', (said, read) => {
    expect(readingOf(said, words)).toBe(read);
  });
});

test.each([
  ['de', 'Brustschmerzen', 'meine Finger'],
  ['fr', 'mal à la poitrine', 'mes doigts'],
  ['ja', '胸の痛み', '足'],
])(
  'in %s a carrier that denies, or that names what is not felt, is put back where it stands',
  (language, denied, unfelt) => {
    const words = wordsOf(language);
    expect(symptomsInDenial(denied, words)).toEqual([]);
    expect(symptomsInUnfelt(unfelt, words)).toEqual(['numb']);
  },
);
