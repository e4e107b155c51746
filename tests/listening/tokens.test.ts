// Tests that English is split as it always was, and other languages as their data says.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Split, splitOf, type Writing } from '../../content/writing';
import { readingOf } from '../../lambda/listening/terms';
import type { Vocabulary } from '../../lambda/listening/vocabulary';
import { framed, plainWordsIn } from '../../lambda/listening/words';
import { locales, wordsOf } from '../../tools/model/languages';

const [american] = locales;
const vocabulary = wordsOf(american as (typeof locales)[number]).names as unknown as Vocabulary;

const textsIn = (of: unknown): string[] => {
  if (typeof of === 'string') return [of];
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(textsIn) : [];
};
const textsOfFolder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => textsIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))));

/** English words by nothing but small letters, apostrophes and what stands between. */
const plainly: Split = (text) =>
  (
    text
      .toLowerCase()
      .replace(/[\u2018\u2019`]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  )
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => word);

test('every English sentence and list is split into the words between its spaces and signs', () => {
  const said = [join(__dirname, 'said'), join(__dirname, '../questions/tuned')].flatMap(textsOfFolder);
  const texts = [...said, ...textsIn(vocabulary), 'It’s NUMB, isn`t it?', "rockin' 'tis", 'a–b 5.5', ''];
  const split = splitOf(vocabulary);
  expect(texts.length).toBeGreaterThan(20_000);
  expect(texts.filter((text) => split(text).join('|') !== plainly(text).join('|'))).toEqual([]);
});

test('hyphens part words in lists as they do in speech', () => {
  expect(plainWordsIn('light-headed', vocabulary)).toEqual(plainWordsIn('light headed', vocabulary));
});

const split = (writing: Partial<Writing>, lists: readonly string[], ...wholeWords: string[]): Split =>
  splitOf({ writing: { script: ['Latin'], segmenting: 'spaces', ...writing }, wholeWords, ...{ lists } });

test.each<[string, Partial<Writing>, string[], string, string]>([
  ['marks stay with their letters', {}, [], 'मेरा हाथ', 'मेरा हाथ'],
  ['marks are left out where the data says so', { letters: { '\u064e\u0651': '' } }, [], 'منمَّلة', 'منملة'],
  ['digits of any script are digits', { letters: { '٠١٢٣٤٥٦٧٨٩': '0123456789' } }, [], '٤٥', '45'],
  ['an elision is taken off', { beginnings: { "l'": '', "qu'": 'que' } }, [], "l'épaule qu’il", 'épaule que il'],
  ['a clitic is taken off a known word', { beginnings: { و: 'و', ال: '' } }, ['صدر'], 'والصدر وجع', 'و صدر وجع'],
  ['an ending becomes a word in front', { endings: { ي: 'ي' } }, ['صدر'], 'صدري كرسي', 'ي صدر كرسي'],
  [
    'a compound is cut',
    { segmenting: 'compounds', links: ['n'] },
    ['rücken', 'muskel'],
    'Rückenmuskel',
    'rücken muskel',
  ],
  ['an unknown word stays whole', { segmenting: 'compounds' }, ['rücken', 'muskel'], 'Rückgrat', 'rückgrat'],
  ['a listed compound stays whole', { segmenting: 'compounds' }, ['hand', 'tuch', 'handtuch'], 'Handtuch', 'handtuch'],
  ['the longest words are found', { segmenting: 'none' }, ['胸 の', '痛み', '痛'], '胸の痛み 薬', '胸 の 痛み 薬'],
])('%s', (_, writing, lists, said, words) => {
  expect(split(writing, lists)(said).join(' ')).toBe(words);
});

test('a question keeps what stands behind an elision', () => {
  const words = { light: ['pourquoi', 'ai'], endings: ['s'], same: [['epaule', 'épaule']], kinds: [], alone: [] };
  const french = split({ beginnings: { "l'": '', "j'": '' } }, []);
  expect(readingOf(words, french).termsOf("pourquoi j'ai mal à l'épaule").heavy).toEqual(['mal', 'à', 'epaule']);
});

test('a word of thousands of letters is read in no time', () => {
  const long = split({ segmenting: 'compounds', beginnings: { a: '' }, endings: { a: '' } }, ['abc']);
  expect(long('a'.repeat(5000))).toEqual(['a'.repeat(2000)]);
});

test('a word that is listed whole is never taken apart', () => {
  expect(split({ beginnings: { ل: '' } }, ['ما'], 'لما')('لما')).toEqual(['لما']);
});

test('a carrier stands in front of the words, or round them', () => {
  expect(framed('how long', 'should I press')).toBe('how long should I press');
  expect(framed('… はどうして', '痛み')).toBe('痛み はどうして');
  expect(framed('', 'press')).toBe('press');
});
