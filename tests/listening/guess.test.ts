// Tests that what is learnt from the wordings helps to find a topic, and that a finder without it still answers.

import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outside, topics } from '../../content';
import { folderLanguages } from '../../content/languages';
import { bytesOf, lessonsFrom } from '../../content/learnt';
import { finderOf } from '../../lambda/listening/answers';
import { bankOf } from '../../lambda/listening/bank';
import { guessBy } from '../../lambda/listening/guess';
import { learn } from '../../tools/learning';

const FOLDER = join(__dirname, '../../content/languages');
const QUESTIONS = join(__dirname, '../questions/tuned/questions-third.json');
const english = folderLanguages(FOLDER).of('en-US');

const WORDINGS = [
  ['ball', ['which ball is best', 'what kind of ball do i need', 'is a tennis ball all right']],
  ['warmth', ['how long do i warm it', 'is a hot bath good', 'does warmth help']],
] as const;

const best = (guess: ReturnType<typeof guessBy>, question: string) =>
  [...guess(question)].sort(([, one], [, other]) => other - one)[0]?.[0];

test('words and parts of words that were learnt tell the topic of a new sentence', () => {
  const guess = guessBy(learn(WORDINGS));
  expect(best(guess, 'would tennis balls do')).toBe('ball');
  expect(best(guess, 'should i be warming my back')).toBe('warmth');
});

test('the same wordings always teach the same, and keep as they are', () => {
  const learnt = learn(WORDINGS);
  expect(learn(WORDINGS)).toEqual(learnt);
  const lessons = { mark: 1, said: 2, topics: learnt, symptoms: learn(WORDINGS, undefined, { rowCount: 64, kept: 1 }) };
  expect(lessonsFrom(bytesOf(lessons))).toEqual(lessons);
});

test('nothing, signs and names of JavaScript are guessed at like anything else', () => {
  const guess = guessBy(learn(WORDINGS));
  for (const said of ['', '?!', 'constructor __proto__']) {
    for (const logarithm of guess(said).values()) expect(logarithm).toBeLessThanOrEqual(0);
  }
});

test('English is learnt from the wordings as they are now, in a file that stays small', () => {
  expect(english.learnt?.topics.topics).toEqual(Object.keys(english.questions.topics));
  expect(statSync(join(FOLDER, 'en', 'learnt.bin')).size).toBeLessThan(143 * 1024);
});

test('what was learnt from other wordings is left aside, and a question is answered all the same', () => {
  const dir = mkdtempSync(join(tmpdir(), 'learnt-'));
  cpSync(join(FOLDER, 'en'), join(dir, 'en'), { recursive: true });
  const asked = readFileSync(join(dir, 'en', 'asked.txt'), 'utf8');
  expect(folderLanguages(dir).of('en-US').learnt).toBeDefined();
  writeFileSync(join(dir, 'en', 'asked.txt'), asked.replace('## knots\n', '## knots\nwhat might a knot be\n'));
  const changed = folderLanguages(dir).of('en-US');
  expect(changed.learnt).toBeUndefined();
  const find = finderOf(() => bankOf(changed, { topics, outside }));
  expect(find('how hard should i press')).toMatchObject({ topics: expect.arrayContaining(['how-hard-to-press']) });
  rmSync(dir, { recursive: true });
});

test('more questions are answered rightly with the guess than without it', () => {
  const bank = bankOf(english, { topics, outside });
  const guess = english.learnt && guessBy(english.learnt.topics);
  const asked = JSON.parse(readFileSync(QUESTIONS, 'utf8')) as { said: string; expect: string[] }[];
  const rightWith = (one?: typeof guess) => {
    const find = finderOf(
      () => bank,
      () => one,
    );
    return asked.filter(({ said, expect: right }) => {
      const { nearness, topics: found } = find(said);
      return (nearness === 'meant' || nearness === 'likely') && right.includes(found[0] ?? '');
    }).length;
  };
  expect(rightWith(guess)).toBeGreaterThan(rightWith());
});
