// Tests that the right topic is found for a question, with an honest measure of how sure that is.

import { join } from 'node:path';
import { outside, topics } from '../../content';
import { folderLanguages } from '../../content/languages';
import { finderOf } from '../../lambda/listening/answers';
import { bankOf } from '../../lambda/listening/bank';
import { guessBy } from '../../lambda/listening/guess';

const english = folderLanguages(join(__dirname, '../../content/languages')).of('en-US');
const guess = english.learnt && guessBy(english.learnt.topics);
const find = finderOf(
  () => bankOf(english, { topics, outside }),
  () => guess,
);
const wordings = Object.entries(english.questions.topics);

test('whoever asks in words that are written down gets that topic, or one that is offered beside it', () => {
  // Every eighth: all of them take longer than anybody wants to wait.
  const some = wordings.flatMap(([id, { asked }]) =>
    asked.filter((_, at) => at % 8 === 0).map((question) => ({ id, question })),
  );
  const lost = some.filter(({ id, question }) => !find(question).topics.slice(0, 2).includes(id));
  // Some ways of asking stand between two topics: no more than a few in a hundred.
  expect(lost.length / some.length).toBeLessThan(0.04);
});

test.each([
  ['how hard should I press?', 'how-hard-to-press'],
  ['Can I foam roll my LOWER back', 'roller-low-back'],
  ['why does it keep coming back', 'why-it-comes-back'],
  ["what's child's pose", 'exercise.childs-pose.how'],
  ["how long do i hold child's pose", 'exercise.childs-pose.length'],
  ['which side first in thread the needle', 'exercise.thread-the-needle.side'],
  ['who should not do knee to chest', 'exercise.knee-to-chest.avoid'],
  ['best stretch for between my shoulder blades', 'stretches-upper'],
  ['what can i use instead of a ball', 'instead-of-a-ball'],
  ['stretches i can do in my office chair', 'stretches-chair'],
  ['what about a masage gun', 'massage-gun'],
  ['how many ibuprofen can i take', 'how-much-medicine'],
])('"%s" is %s', (question, topic) => {
  const { topics, nearness } = find(question);
  expect([topics[0], ['meant', 'likely'].includes(nearness)]).toEqual([topic, true]);
});

test.each([
  ['how do i do the pose of the child', 'exercise.childs-pose.how'],
  ['which way round do my arms go in the circles', 'exercise.arm-circles.'],
  ['how do i do the exercise where the knee goes up to the chest', 'exercise.knee-to-chest.how'],
  ['is the one where you look over your shoulder safe', 'exercise.head-turn.avoid'],
  ["how long is child's pose the way you do it with a table", 'exercise.childs-pose-table.length'],
  ['how do i do the one where my ear goes down to my shoulder', 'exercise.neck-tilt.how'],
  ['how do i do the one where my shoulders go up to my ears', 'exercise.shoulder-shrugs.how'],
])('whoever describes a stretch is told of it: "%s"', (question, topic) => {
  expect(find(question).topics[0]).toContain(topic);
});

test.each(['should i press on a knot', 'often should i foam roll', 'does it keep coming back'])(
  'a question that lost its question word is still understood (%s)',
  (question) => {
    expect(['meant', 'likely']).toContain(find(question).nearness);
  },
);

test.each(['tie a knot in a rope', 'what ball games are on tonight', 'stretch my budget', 'roll me some sushi'])(
  'a question that only shares a word is not answered (%s)',
  (question) => {
    const { topics, nearness } = find(question);
    expect(nearness === 'nothing' || nearness === 'near' || topics[0] === 'unrelated').toBe(true);
  },
);

test('nothing, signs and a flood of words find nothing', () => {
  expect(find('')).toEqual({ topics: [], nearness: 'nothing' });
  expect(find('?!.,;')).toEqual({ topics: [], nearness: 'nothing' });
  expect(find('constructor __proto__ toString').nearness).toBe('nothing');
  expect(find('knot '.repeat(500))).toEqual({ topics: [], nearness: 'long' });
});

test('no more topics are found than anybody is offered', () => {
  for (const [, { asked }] of wordings) expect(find(asked[0] ?? '').topics.length).toBeLessThanOrEqual(4);
});
