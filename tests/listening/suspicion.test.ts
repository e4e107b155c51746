// Tests that words of which nothing is read, and that sound like a symptom, are asked about, and that nothing else is.

import { join } from 'node:path';
import { symptoms } from '../../content';
import { clausesIn, folderLanguages } from '../../content/languages';
import { readStatement } from '../../lambda/alexa/freeWords';
import { hearingIn } from '../../lambda/alexa/hearing';
import type { SymptomRow } from '../../lambda/domain/symptom';
import { classOf, NONE, suspicionBy } from '../../lambda/listening/suspicion';
import { drawn } from '../../tools/clauses';
import matrix from './said/matrix.json';

const FOLDER = join(__dirname, '../../content/languages');
const english = folderLanguages(FOLDER).of('en-US');
const clauses = clausesIn(FOLDER, 'en');
const hearing = hearingIn(english);

test.each<[string, SymptomRow]>([
  ['my palm has turned to wool', 'numb'],
  ['i drag one foot behind me', 'weak'],
  ['when i wipe i might as well be wiping someone else', 'saddle'],
  ["it's as though a truck parked on my ribs", 'emergency'],
  ['the ladder went from under me', 'injury'],
  ["i've dropped two dress sizes without trying", 'ill'],
])('somebody who says "%s" is asked whether they have that now', (said, row) => {
  expect(hearing.hear(said).symptoms).toEqual([]);
  const event = readStatement(hearing.hear(said));
  expect(event).toMatchObject({ type: 'askedAboutSymptom', told: true });
  expect(event.type === 'askedAboutSymptom' && event.rows).toContain(row);
});

test.each([
  "i've got the ball behind my shoulder blade",
  'i was gardening all weekend',
  'the dog is on my mat',
  'my arms are by my side',
  'it feels good there',
])('nobody is asked about a symptom who says "%s"', (said) => {
  expect(readStatement(hearing.hear(said)).type).not.toBe('askedAboutSymptom');
});

test.each([
  "there's one right between my shoulder blades and i can't get at it for love nor money what do i do",
  "i've been perched at the dining table with a laptop how high should my screen be",
])('nobody is asked about a symptom who plainly asks what is known here: "%s"', (said) => {
  expect(readStatement(hearing.hear(said))).toMatchObject({ type: 'askedQuestion', found: { nearness: 'meant' } });
});

test.each([
  'there is one behind my blade and both feet are like blocks of wood what do i do',
  'my palm has gone blank what would that be',
])('whoever asks about what sounds like a symptom is still asked: "%s"', (said) => {
  expect(['reportedSymptom', 'askedAboutSymptom']).toContain(readStatement(hearing.hear(said)).type);
});

test('whoever asks for something to do sitting has not told how it came', () => {
  const event = readStatement(hearing.hear('are there any i can do sitting in a chair'), 'whole');
  expect(event).toMatchObject({
    type: 'askedQuestion',
    found: { topics: expect.arrayContaining(['stretches-chair']) },
  });
});

test.each([
  ['a denial', 'no tingling in my hand'],
  ['another person', 'his hand is like a block of wood'],
  ['a thing', 'my phone is like a block of wood'],
  ['what is harmless', 'my back is killing me'],
  ['a report', 'my hand is numb'],
])('%s is read, and nothing is suspected of it', (_, said) => {
  expect(hearing.hear(said).suspicion).toBeNull();
});

test('what is read as a report is never turned into a suspicion', () => {
  for (const { said } of matrix.statements) {
    if (hearing.hear(said).symptoms.length > 0)
      expect([said, readStatement(hearing.hear(said)).type]).toEqual([said, 'reportedSymptom']);
  }
});

test('a clause that may tell of two symptoms is a suspicion of both, and of no one question', () => {
  const classes = [NONE, classOf({ row: 'numb', question: 'q3' }), classOf({ row: 'saddle', question: 'q2' })];
  const alike = suspicionBy({ topics: classes, scale: 1, weights: Int8Array.from([-3, 1, 1]) }).of;
  expect(alike('it is dead')).toEqual({ rows: ['saddle', 'numb'] });
  const plain = suspicionBy({ topics: classes, scale: 1, weights: Int8Array.from([-3, 3, 1]) }).of;
  expect(plain('it is dead')).toEqual({ rows: ['numb'], question: 'q3' });
  expect(suspicionBy({ topics: classes, scale: 1, weights: Int8Array.from([3, 1, 1]) }).of('it is dead')).toBeNull();
});

test('where nothing was learnt, nothing is suspected', () => {
  const unlearnt = hearingIn({ ...english, names: english.names, questions: english.questions, learnt: undefined });
  expect(unlearnt.hear('my palm has gone blank').suspicion).toBeNull();
});

test('a sentence is drawn from a template: one of each choice, with or without what may be left out', () => {
  const parts = { limb: '(hand|foot)' };
  const all = new Set(
    Array.from({ length: 64 }, (_, at) => drawn('my [left] <limb> {slot} is (dead|gone)', parts, stepping(at))),
  );
  expect([...all].every((said) => /^my (left )?(hand|foot) is (dead|gone)$/.test(said))).toBe(true);
  expect(all.size).toBe(8);
});

test('an editor of the clauses is told of a symptom, a piece or a bracket that is not there', () => {
  expect(Object.keys(clauses.symptoms).filter((id) => !Object.hasOwn(symptoms, id))).toEqual([]);
  const templates = [...Object.values(clauses.parts), ...Object.values(clauses.symptoms).flat(), ...clauses.harmless];
  const count = (template: string, sign: string) => template.split(sign).length;
  const unbalanced = templates.filter(
    (one) => count(one, '(') !== count(one, ')') || count(one, '[') !== count(one, ']'),
  );
  expect(unbalanced).toEqual([]);
  expect(() => drawn('my <lmib>', clauses.parts, () => 0)).toThrow('lmib');
});

/** Numbers that go through every combination of three choices. */
function stepping(at: number): () => number {
  let turn = 0;
  return () => (((at >> turn++) & 1) === 0 ? 0.1 : 0.9);
}
