// Tests that nothing that tells of a symptom, and no yes, is ever heard as a no.

import { join } from 'node:path';
import { folderLanguages } from '../../content/languages';
import { readStatement } from '../../lambda/alexa/freeWords';
import { hearingIn } from '../../lambda/alexa/hearing';
import { interpretAnswer } from '../../lambda/dialogue/meaningOfAnswer';
import { createState, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { QUESTION_IDS, type QuestionId } from '../../lambda/domain/healthQuestions';
import { setsOf } from '../../tools/scoring/sets';

const hearing = hearingIn(folderLanguages(join(__dirname, '..', '..', 'content', 'languages')).of('en-US'));
const sets = setsOf('tuned');

const reports = (sets?.statements ?? []).filter(({ rows, supposed }) => rows.length > 0 && !supposed);
const answers = (sets?.answers ?? []).filter(({ means }) => means !== 'no');

function isNo(said: string, questions: readonly QuestionId[]): boolean {
  const event = readStatement(hearing.hear(said), 'whole');
  return questions.some((question) => {
    const moment: State['moment'] = { at: 'screening', question, tries: {}, noesHeard: 0 };
    const answered = interpretAnswer({ ...createState('test', USUAL_SETTINGS), moment }, event) ?? event;
    return answered.type === 'saidNo' || answered.type === 'saidNone';
  });
}

const isNoAnywhere = (said: string): boolean => isNo(said, QUESTION_IDS);

test('there are sentences to hear', () => {
  expect(reports.length).toBeGreaterThan(300);
  expect(answers.length).toBeGreaterThan(25);
});

test('no sentence that tells of a symptom passes any health question', () => {
  expect(reports.map(({ said }) => said).filter(isNoAnywhere)).toEqual([]);
});

test('nor does it behind a no, where it is a sentence of its own', () => {
  const own = reports.map(({ said }) => said).filter((said) => /^(?:i|i'm|i've|my|it|it's|both|there's) /.test(said));
  expect(own.length).toBeGreaterThan(100);
  expect(own.map((said) => `no ${said}`).filter(isNoAnywhere)).toEqual([]);
});

test('no yes, no hedge and no doubt passes its question', () => {
  expect(answers.filter(({ said, at }) => isNo(said, [at])).map(({ said }) => said)).toEqual([]);
});
