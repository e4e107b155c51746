// Tests that a danger is heard in the words people really use, and nothing else is taken for one.

import redFlags from '../../content/red-flags.json';
import type { SymptomRow } from '../../lambda/domain/symptom';
import { isSupposed, symptomsIn } from '../../lambda/listening/symptoms';
import type { RowsById, Vocabulary, Words } from '../../lambda/listening/vocabulary';
import { locales, wordsOf } from '../../tools/model/languages';
import harmless from './said/harmless.json';
import later from './said/later.json';
import reports from './said/reports.json';
import supposed from './said/supposed.json';

const spoken = locales.map((locale) => ({
  locale: locale.locale,
  words: {
    vocabulary: wordsOf(locale).names as unknown as Vocabulary,
    symptoms: redFlags.symptoms as RowsById,
    frames: redFlags.frames,
  } satisfies Words,
}));
const english = spoken[0]?.words as Words;

/** Rows whose outcome is the emergency line. */
const GRAVEST: readonly SymptomRow[] = ['emergency', 'saddle', 'numb-both', 'weak-both'];

test.each(Object.entries(reports))('someone who reports %s in any words is heard', (row, sentences) => {
  const missed = sentences.filter((said) => !symptomsIn(said, english).includes(row as SymptomRow));
  expect(missed).toEqual([]);
});

test('someone who reports something less grave is not sent to the emergency room', () => {
  const lesser = Object.entries(reports).filter(([row]) => !GRAVEST.includes(row as SymptomRow));
  const graver = lesser
    .flatMap(([, sentences]) => sentences)
    .filter((said) => symptomsIn(said, english).some((row) => GRAVEST.includes(row)));
  expect(graver).toEqual([]);
});

test.each(spoken)('someone in $locale who reports nothing of their own body is not stopped', ({ words }) => {
  expect(harmless.filter((said) => symptomsIn(said, words).length > 0)).toEqual([]);
});

test.each(Object.entries(later.reports))('someone who reports %s in yet other words is heard', (row, sentences) => {
  const missed = sentences.filter((said) => !symptomsIn(said, english).includes(row as SymptomRow));
  expect([...missed, ...sentences.filter((said) => isSupposed(said, english))]).toEqual([]);
});

test('someone who is well, speaks of others or of other things is not stopped', () => {
  expect(later.harmless.filter((said) => symptomsIn(said, english).length > 0)).toEqual([]);
});

test('someone who is well elsewhere, or doubts it, or names a thing besides, is heard all the same', () => {
  expect(later.besides.filter((said) => symptomsIn(said, english).length === 0)).toEqual([]);
});

test('someone who only supposes a symptom is told apart from someone who has it', () => {
  expect(supposed.supposed.filter((said) => !isSupposed(said, english))).toEqual([]);
  expect(supposed.told.filter((said) => isSupposed(said, english))).toEqual([]);
  expect(supposed.told.filter((said) => symptomsIn(said, english).length === 0)).toEqual([]);
});

test('nobody who reports a symptom is taken to suppose it, unless it is asked in general', () => {
  const asked = Object.values(reports)
    .flat()
    .filter((said) => isSupposed(said, english));
  expect(asked).toEqual(['is sharp pain okay', 'is it ok on eliquis']);
});

test.each([
  "i'm dying to know why my arm is numb",
  'no pins and needles in my arm but my leg is weak',
  "my husband had a stroke and now i'm dizzy",
  'he laughed so hard i fell down the stairs',
])('a figure of speech, a denial or another person does not hide a report: "%s"', (said) => {
  expect(symptomsIn(said, english)).not.toEqual([]);
});
