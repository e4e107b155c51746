// Tests that a no in any words is heard as one, and that nothing else is.

import redFlags from '../../content/red-flags.json';
import { denialIn } from '../../lambda/listening/denial';
import { answerIn } from '../../lambda/listening/hedges';
import { handsOver } from '../../lambda/listening/helpers';
import { ageIn } from '../../lambda/listening/toldAge';
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
  ["no it's mild started today", ['q6']],
  ["no it's it's not severe", ['q6']],
])('someone who says "%s" denies what is asked for there', (said, of) => {
  expect(denied(said)).toEqual({ of, manner: 'plain' });
});

test.each(['no i not have', 'no dear nothing like that', 'no thank god', 'none po', 'nothing of this i take'])(
  'someone who says "%s" denies whatever was asked',
  (said) => {
    expect(denied(said)).toEqual({ of: 'all', manner: 'plain' });
  },
);

test.each(['no fell yesterday', 'no a fall at the weekend', 'no yeah no', 'no it comes and goes'])(
  'who answers no and goes on to tell of a fall, of a yes or of how it is denies nothing: "%s"',
  (said) => {
    expect(denied(said)).toBeNull();
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
  expect(vagueIn('my fingers are cold', words)).toEqual({ part: true, limb: true });
  expect(vagueIn('my skin is dry', words)).toEqual({ part: true });
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

test.each([
  ['chest pain no', ['q1']],
  ["fever i don't have", ['q4', 'r3']],
  ['pregnancy not applicable', ['q8', 'r4']],
  ['with the bladder i have no problem', ['q2']],
  ["my legs aren't numb", ['q3', 'r3']],
  ['the arms and the legs are totally normal', ['q3', 'r3']],
  ['no surgery bones are strong', ['q8', 'r4']],
  ["i'm not on blood thinners", ['q7']],
  ['just slept funny', ['q5']],
  ["nah didn't do anything to it just woke up stiff as a board", ['q5']],
  ["no it's only been two days", ['q5', 'q6']],
  ["no i'm a bloke", ['q8']],
  ['no the skin is fine my daughter had a look', ['q9']],
])('someone who says "%s" denies by a clause of its own', (said, of) => {
  expect([...((denied(said)?.of ?? []) as string[])].sort()).toEqual(of);
});

test.each([
  ['no both legs numb', 'a bare no denies the noun behind it, and no clause'],
  ['no on blood thinners', 'it answers, and goes on'],
  ['no having chemo at the moment', 'it answers, and goes on'],
  ['no injury got a fever', 'something else comes behind what is denied'],
  ['chest pain no trouble breathing', 'one of them is there'],
  ['i have chest pain no', 'a subject makes it a report'],
  ['my hand has no grip', 'what is missing is no trouble'],
  ["it's not getting better", 'a reason is denied'],
  ['none of it is fine', 'what is well is denied'],
  ['no my husband does', 'another person is spoken of'],
  ['no just the numbness', 'a symptom stands in the reason'],
  ['no i lifted a fridge', 'a stranger stands in the reason'],
  ['no now and then', 'it takes the no back'],
  ['no but', 'something is left over'],
])('someone who says "%s" has not said a clear no: %s', (said) => {
  expect(denied(said)).toBeNull();
});

test('no phrase of a symptom is a no by itself', () => {
  const phrases = Object.values(vocabulary.symptoms).flat();
  expect(phrases.length).toBeGreaterThan(2000);
  expect(phrases.filter((phrase) => denied(phrase) !== null)).toEqual([]);
});

test('an answer that is neither yes nor no is told by what it says', () => {
  const kind = (said: string) => answerIn(said, vocabulary)?.kind ?? null;
  expect(kind('sadly yes')).toBe('yes');
  expect(kind('i am indeed')).toBe('yes');
  expect(kind('yes the pills for blood')).toBe('yes');
  expect(kind("well it's on and off you know")).toBe('admission');
  expect(kind('sometimes yes sometimes not')).toBe('somewhat');
  expect(kind("i couldn't tell you really i sit funny so who knows")).toBe('notSure');
  expect(kind('same as ever no next')).toBe('usual');
  expect(kind('yeah nah not really')).toBe('mixed');
  expect(kind('no')).toBeNull();
  expect(kind('the weather is lovely')).toBeNull();
});

test('an age is heard where nothing else is told with it', () => {
  const age = (said: string) => ageIn(said, vocabulary);
  expect(age('yes i am seventy eight')).toBe(78);
  expect(age("no i'm 81 love")).toBe(81);
  expect(age("no i'm a sixteen year old guy none of those")).toBe(16);
  expect(age("i'm seven out of ten")).toBeNull();
  expect(age("i'm twenty steps from the wall")).toBeNull();
});

test.each(["it's my husband's turn", 'someone else now', 'now my wife', 'i am not the one who answered'])(
  'someone who says "%s" is another person, or leaves the place to one',
  (said) => {
    expect(handsOver(said, vocabulary)).toBe(true);
  },
);

test.each(['my wife is a nurse', 'now my wife is at the door', 'my turn now'])(
  'someone who says "%s" is still the same',
  (said) => {
    expect(handsOver(said, vocabulary)).toBe(false);
  },
);
