// Tests that a danger is heard in any words.

import fc from 'fast-check';
import redFlags from '../../content/red-flags.json';
import type { QuestionId } from '../../lambda/domain/healthQuestions';
import type { SymptomRow } from '../../lambda/domain/symptom';
import { questionIn, symptomsIn, symptomsInDenial, symptomsInUnfelt } from '../../lambda/listening/symptoms';
import type { Vocabulary, Words } from '../../lambda/listening/vocabulary';
import { locales, wordsOf } from '../../tools/model/languages';

const symptoms = redFlags.symptoms as Record<string, { row: SymptomRow; question?: QuestionId }>;
const spoken = locales.map((locale) => ({
  locale: locale.locale,
  words: {
    vocabulary: wordsOf(locale).names as unknown as Vocabulary,
    symptoms,
    frames: redFlags.frames,
  } satisfies Words,
}));
const english = spoken[0]?.words as Words;

test.each(spoken)('in $locale every phrase for a symptom is heard as its row when said alone', ({ words }) => {
  const missed = Object.entries(words.vocabulary.symptoms).flatMap(([id, phrases]) =>
    phrases.filter((phrase) => !symptomsIn(phrase, words).includes(symptoms[id]?.row ?? 'emergency')),
  );
  expect(missed).toEqual([]);
});

test.each<[string, SymptomRow[]]>([
  ['and now my left arm is going numb', ['numb']],
  ['my fingers feel a bit tingly', ['numb']],
  ['pins and needles in both of my legs', ['numb-both']],
  ["i can't feel my right leg", ['numb']],
  ["i can't feel my legs", ['numb-both']],
  ['my left leg just gave way', ['weak']],
  ['my legs are really weak', ['weak-both']],
  ['pain shooting down my left leg', ['weak']],
  ['it feels very sharp', ['sharp']],
  ["i'm numb when i wipe", ['saddle']],
  ["since yesterday i can't pee", ['saddle']],
  ["my chest feels really tight and i can't breathe", ['emergency']],
  ['i nearly fainted', ['dizzy']],
  ['i fainted this morning', ['emergency']],
  ["i feel dizzy and my arm's numb", ['numb', 'dizzy']],
  ["i've lost a lot of weight and i have a fever", ['ill']],
  ['it started when i fell off a ladder', ['injury']],
  ['i take warfarin for a clot', ['standing']],
  ['there is a rash on my back', ['skin']],
  ["i'm not well", ['ill']],
  ['no feeling in my foot', ['numb']],
  ['my arm has no strength', ['weak']],
  ['i almost passed out', ['dizzy']],
  ['a stabbing pain in my chest', ['emergency']],
  ['i had an accident in my pants', ['saddle']],
])('someone who says "%s" reports it', (said, rows) => {
  expect(symptomsIn(said, english)).toEqual(rows);
});

test.each([
  'no numbness',
  "i'm not dizzy",
  'not dizzy or sick',
  'no numbness or tingling',
  "it doesn't feel numb or sharp",
  'no fever',
  'never had cancer',
  'upper left with a tennis ball',
  'how do i do the child pose',
  "let's go i'll start",
  'is tired after work',
  'a warm shower',
  'the small of my back',
  'my back hurts',
  'i fell asleep',
  'the ball fell',
  'the ball keeps falling',
  "i'm weak at math",
])('someone who says "%s" reports nothing', (said) => {
  expect(symptomsIn(said, english)).toEqual([]);
});

test.each<[string, SymptomRow[]]>([
  ['no numbness but i am dizzy', ['dizzy']],
  ['not dizzy my arm is numb', ['numb']],
  ['no fever and my leg is weak', ['weak']],
  ['not only numb', ['numb']],
  ["no it's sharp", ['sharp']],
])('a denial ends where the sentence turns: "%s"', (said, rows) => {
  expect(symptomsIn(said, english)).toEqual(rows);
});

test('what follows "I don\'t have" or "I\'m not" is denied, unless the sentence turns or the denial is the symptom', () => {
  expect(symptomsInDenial('chest pain', english)).toEqual([]);
  expect(symptomsInDenial('pregnant', english)).toEqual([]);
  expect(symptomsInDenial('dizzy but my hand is numb', english)).toEqual(['numb']);
  expect(symptomsInDenial('well', english)).toEqual(['ill']);
  expect(symptomsInDenial('feeling in my leg', english)).toEqual(['numb']);
});

test('what cannot be felt is numb, the knot and the ball excepted', () => {
  expect(symptomsInUnfelt('my left leg', english)).toEqual(['numb']);
  expect(symptomsInUnfelt('my legs', english)).toEqual(['numb-both']);
  expect(symptomsInUnfelt('my bottom', english)).toEqual(['saddle']);
  expect(symptomsInUnfelt('when i pee', english)).toEqual(['saddle']);
  expect(symptomsInUnfelt('much on that side', english)).toEqual(['numb']);
  expect(symptomsInUnfelt('the knot', english)).toEqual([]);
  expect(symptomsInUnfelt('a spot with the ball', english)).toEqual([]);
});

test('a report belongs to its question, and reports of several questions to none', () => {
  expect(questionIn('by the way i take warfarin', english)).toBe('q7');
  expect(questionIn("i'm sixteen weeks pregnant", english)).toBe('q8');
  expect(questionIn('pregnant and on warfarin', english)).toBeUndefined();
  expect(questionIn('not pregnant', english)).toBeUndefined();
});

test('a symptom is heard among any other words', () => {
  const idle = fc.array(fc.constantFrom('so', 'this', 'morning', 'well', 'you', 'know', 'suddenly', 'today'), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(idle, idle, (before, after) => {
      expect(symptomsIn([...before, 'my arm is numb', ...after].join(' '), english)).toContain('numb');
    }),
  );
});

test('no words, markup or length can upset the reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (said) => Array.isArray(symptomsIn(said, english))),
  );
  expect(symptomsIn('</speak> {payload} <break time="10s"/>', english)).toEqual([]);
  expect(symptomsIn('word '.repeat(1600), english)).toEqual([]);
  expect(symptomsIn('', english)).toEqual([]);
  expect(symptomsIn('constructor __proto__ toString hasOwnProperty valueof constructor', english)).toEqual([]);
});

// Questions may name a symptom ("what if it goes numb"): those are told apart by isSupposed.
test('no word for a region, tool, place or exercise is taken for a symptom', () => {
  const names = english.vocabulary as unknown as Record<string, Record<string, string[]>>;
  const plain = ['regions', 'sides', 'tools', 'places', 'exercises'].flatMap((table) =>
    Object.values(names[table] ?? {}).flat(),
  );
  expect(plain.filter((phrase) => symptomsIn(phrase, english).length > 0)).toEqual([]);
});

test.each([
  ['my leg is a bit weak and it is getting worse every hour', 'weak-both'],
  ['my fingers are getting more and more numb', 'numb-both'],
  ['my hand is numb and my back is getting worse', 'numb'],
])('a numbness or weakness that grows is graver, a pain beside it is not: "%s"', (said, row) => {
  expect(symptomsIn(said, english)[0]).toBe(row);
});

test('a pain that gets worse beside a numb leg is no emergency by itself', () => {
  expect(symptomsIn('my leg is numb the pain is getting worse', english)).not.toContain('weak-both');
});

test.each<[string, SymptomRow]>([
  ["my left leg gave way on monday and now the right one's doing the same", 'weak-both'],
  ["my left hand's tingling and so is my right", 'numb-both'],
  ["it was only my toes and now it's past my knee the numbness", 'numb-both'],
])('someone who tells of one side and then of the other, "%s", tells of both', (said, row) => {
  expect(symptomsIn(said, english)).toContain(row);
});

test('someone whose other side is fine tells of one side', () => {
  expect(symptomsIn('my left arm is numb and the right one is fine', english)).toEqual(['numb']);
});

test('someone whose chest pain runs into the arm tells of the chest', () => {
  expect(symptomsIn('chest pain radiating to the left arm', english)[0]).toBe('emergency');
});

test('someone who names a thing elsewhere in a long story is heard', () => {
  const story = 'i was in the garden all day with my sister watering plants and my mouth went crooked this evening';
  expect(symptomsIn(story, english)).toContain('emergency');
});
