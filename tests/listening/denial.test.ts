// Tests that a no in any words is heard as one, and that nothing else is.

import redFlags from '../../content/red-flags.json';
import { denialIn } from '../../lambda/listening/denial';
import { isSoft, vagueIn } from '../../lambda/listening/vague';
import type { Vocabulary, Words } from '../../lambda/listening/vocabulary';
import { locales, wordsOf } from '../../tools/model/languages';

const [american] = locales;
const vocabulary = wordsOf(american as (typeof locales)[number]).names as unknown as Vocabulary;
const words = { vocabulary, symptoms: redFlags.symptoms, frames: redFlags.frames } as unknown as Words;
const denied = (text: string) => denialIn(text, false, words);

test.each([
  ['no chest pain', ['q1']],
  ['no trouble breathing', ['q1']],
  ['no i can breathe fine', ['q1']],
  ['my bladder is fine', ['q2']],
  ['no bladder problems', ['q2']],
  ['no tingling in my arms', ['q3', 'r3']],
  ['no fever no', ['q4', 'r3']],
  ["no i didn't fall", ['q5', 'r3']],
  ["no it's not severe", ['q6']],
  ['no blood thinners', ['q7']],
  ['no cancer', ['q8']],
  ['my skin is fine', ['q9']],
])('someone who says "%s" denies what is asked for there', (said, of) => {
  expect(denied(said)).toEqual({ of, manner: 'plain' });
});

test.each(['no i not have', 'no problem with this', 'no dear nothing like that', 'no thank god', 'never had one'])(
  'someone who says "%s" denies whatever was asked',
  (said) => {
    expect(denied(said)).toEqual({ of: 'all', manner: 'plain' });
  },
);

test('someone who says that all is well is told from one who denies', () => {
  expect(denied('nah i am fine')).toEqual({ of: 'all', manner: 'fine' });
  expect(denied('no everything is fine')).toEqual({ of: 'all', manner: 'fine' });
  expect(denied('nothing new')).toEqual({ of: 'all', manner: 'new' });
});

test.each(['no serious chest pain', 'no not too bad', 'no severe chest pain', 'not much pain really'])(
  'someone who says "%s" leaves something over',
  (said) => {
    expect(denied(said)).toMatchObject({ manner: 'qualified' });
  },
);

test.each([
  'i',
  'i have',
  'no i have',
  'no i do',
  'no i had one',
  'no good',
  "i'm not fine",
  "no i'm not fine",
  "no it isn't good",
  'no but my arm is funny',
  'no only a little',
  'no just the left one',
  'no feeling',
  'no breath',
  'no more',
  'my chest',
  'not my arm',
  'no wait',
  '',
])('someone who says "%s" has not said a clear no', (said) => {
  expect(denied(said)).toBeNull();
});

test('a negation that Alexa kept turns a lone "fine" round, so it is no no', () => {
  expect(denialIn('fine', true, words)).toBeNull();
  expect(denialIn('feeling good', true, words)).toBeNull();
  expect(denialIn('chest pain', true, words)).toEqual({ of: ['q1'], manner: 'plain' });
});

test('what is vague is told from what is reported', () => {
  expect(vagueIn('i have a cold', words)).toEqual({});
  expect(vagueIn('i have a headache now', words)).toEqual({ head: true });
  expect(vagueIn('i did this yesterday', words)).toEqual({ past: true });
  expect(vagueIn('my fingers are cold', words)).toEqual({ part: true });
  expect(vagueIn('the weather is lovely', words)).toBeNull();
  expect(isSoft("my hands go a bit funny sometimes but that's my arthritis", words)).toBe(true);
  expect(isSoft('my hands go numb sometimes', words)).toBe(false);
  expect(isSoft('my chest feels funny', words)).toBe(false);
});

test('no manner of answering is a report', () => {
  const { manners } = vocabulary as unknown as { manners: Record<string, string[]> };
  expect(Object.values(manners).flat().length).toBeGreaterThan(200);
  for (const phrase of manners['fine'] ?? [])
    expect([phrase, denied(phrase)?.manner ?? 'fine']).toEqual([phrase, 'fine']);
});

test.each([
  'i had one',
  'just the one',
  'that was then',
  'i still have it',
  'it just happened',
  'but i had one',
  'it is all bad',
  'i have that',
  'only a little',
  'except my leg',
  'it was the other one',
  'i had it before',
  'all of them',
  'i think so',
  'that one yes',
  'i get it at night',
])('what follows a no and is no denial leaves the question open: no %s', (text) => {
  expect(denialIn(text, true, words)).toBeNull();
});

test.each([
  'chest pain thank the lord',
  "everything's in working order down there",
  'never had any of those',
  'nothing of this sort madam',
  'all well in that department',
  'worries there never had any of those',
  'meds no clots',
])('words of reassurance and the very thing asked for make a no: no %s', (text) => {
  expect(denialIn(text, true, words)).not.toBeNull();
});
