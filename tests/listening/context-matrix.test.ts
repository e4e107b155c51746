// Tests that a symptom is not lost beside anything else that is said: forty statements in fifty contexts.

import redFlags from '../../content/red-flags.json';
import type { SymptomRow } from '../../lambda/domain/symptom';
import {
  symptomsDoubtedIn,
  symptomsDoubtedInDenial,
  symptomsIn,
  symptomsInDenial,
} from '../../lambda/listening/symptoms';
import type { Vocabulary, Words } from '../../lambda/listening/vocabulary';
import { locales, wordsOf } from '../../tools/model/languages';
import matrix from './said/matrix.json';

const [american] = locales;
const words = {
  vocabulary: wordsOf(american as (typeof locales)[number]).names as unknown as Vocabulary,
  symptoms: redFlags.symptoms,
  frames: redFlags.frames,
} as unknown as Words;

const heard = (text: string): SymptomRow[] => symptomsIn(text, words);
const doubted = (text: string): SymptomRow[] => symptomsDoubtedIn(text, words);

test('a symptom of one’s own is reported or asked about in every context', () => {
  const lost = matrix.contexts.flatMap((context) =>
    matrix.statements.flatMap(({ said, rows }) => {
      const text = context.replace('{s}', said);
      return [...heard(text), ...doubted(text)].some((row) => rows.includes(row)) ? [] : [text];
    }),
  );
  expect(lost).toEqual([]);
});

test.each([
  'no chest pain',
  'no numbness in my hands',
  "i don't have a fever",
  "i'm not short of breath or anything like that",
  'no chest pain no fever nothing',
  'chest pain no',
  'numbness no',
  'fever and all i am not having',
  'i never fainted in my life',
  'never had cancer touch wood',
  'my bladder is fine',
  "my husband's arm is numb",
  'no trouble going to the toilet',
])('a bare denial denies, and another person is another person: %s', (text) => {
  expect([...heard(text), ...doubted(text)]).toEqual([]);
});

test.each<[string, SymptomRow]>([
  ["no can't breathe", 'emergency'],
  ["i've never had chest pain like this before", 'emergency'],
  ["i didn't have chest pain until i leaned on it", 'emergency'],
  ['i had this years ago too my chest hurts', 'emergency'],
  ['they put me on blood thinners', 'standing'],
  ['my hand is numb but the knot is better now', 'numb'],
  ["i've got a fever but my back is all better", 'ill'],
  ['my leg is weak but my back is better now', 'weak'],
  ['no both my legs are numb', 'numb-both'],
  ["forget it my hand's dead", 'numb'],
  ['terrible pain in my tummy all of a sudden', 'emergency'],
  ["i can't get off the floor my back's seized up", 'weak'],
])('what answers no, was before or got better takes nothing back: %s', (text, row) => {
  expect(heard(text)).toContain(row);
});

test.each<[string, SymptomRow]>([
  ['power is less in my leg', 'weak'],
  ['in the fingers i feel nothing', 'numb'],
  ['urine is not coming properly', 'saddle'],
  ['my leg is without force since yesterday', 'weak'],
  ['air i am not getting', 'emergency'],
  ['i have since this morning a pressure in the breast', 'emergency'],
  ['stool is coming without my knowledge', 'saddle'],
  ['one side of my face is drooping', 'emergency'],
  ['swollen the calf is since two days', 'ill'],
])('a part of the body with its trouble is heard in any order of words: %s', (text, row) => {
  expect(heard(text)).toContain(row);
});

test.each([
  'my phone is dead',
  'the tap is leaking',
  'wet my hair',
  'a hot cup of tea on the skin of the table',
  "i can't see it",
  'weak coffee',
])('things have no symptoms: %s', (text) => {
  expect([...heard(text), ...doubted(text)]).toEqual([]);
});

test.each<[string, SymptomRow]>([
  ['i had pins and needles years ago', 'numb'],
  ['my arm was numb but it is better now', 'numb'],
  ['my husband went out and both legs are weak', 'weak-both'],
])('what only may be so is asked about: %s', (text, row) => {
  expect([heard(text), doubted(text)]).toEqual([[], [row]]);
});

test('behind a denial that Alexa keeps to itself nothing is lost either', () => {
  expect(symptomsInDenial("can't breathe", words)).toContain('emergency');
  expect(symptomsInDenial('chest pain', words)).toEqual([]);
  expect(symptomsDoubtedInDenial('chest pain still', words)).toContain('emergency');
});

test.each<[string, SymptomRow]>([
  ['my chess hurts', 'emergency'],
  ['i get short of bread', 'emergency'],
  ['my hand is num', 'numb'],
  ['my leg is dumb', 'numb'],
  ['my arm is week', 'weak'],
  ['my fingers are tinkling', 'numb'],
])('a word that sounds like a grave one is asked about where it fits: %s', (text, row) => {
  expect([heard(text), doubted(text)]).toEqual([[], [row]]);
});

test.each([
  'i had a bad week',
  'he plays chess',
  'i eat bread',
  'that was a dumb joke',
  'one week and my leg is fine',
  'the ladder fell',
])('and is nothing anywhere else: %s', (text) => {
  expect([...heard(text), ...doubted(text)].filter((row) => row !== 'injury')).toEqual([]);
});
