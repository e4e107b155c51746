// Tests that nothing that tells of a symptom, and no yes, is ever heard as a no.

import { join } from 'node:path';
import { folderLanguages } from '../../content/languages';
import { readStatement } from '../../lambda/alexa/freeWords';
import { hearingIn } from '../../lambda/alexa/hearing';
import { interpretAnswer } from '../../lambda/dialogue/meaningOfAnswer';
import { createState, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { QUESTION_IDS, type QuestionId } from '../../lambda/domain/healthQuestions';
import { setsOf } from '../../tools/scoring/sets';
import { hearAnswer } from '../../tools/scoring/ways';
import { everyday } from '../support/how-many';

const hearing = hearingIn(folderLanguages(join(__dirname, '..', '..', 'content', 'languages')).of('en-US'));
const sets = setsOf('tuned');

const reports = (sets?.statements ?? []).filter(({ rows, supposed }) => rows.length > 0 && !supposed);
const answers = (sets?.answers ?? []).filter(({ means }) => means !== 'no');

/** How many sentences of a kind are said at every question. */
const EVERYDAY = 100;

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
  expect(everyday(reports, EVERYDAY).filter(({ said }) => isNoAnywhere(said))).toEqual([]);
});

test('nor does it behind a no, where it is a sentence of its own', () => {
  const own = reports.map(({ said }) => said).filter((said) => /^(?:i|i'm|i've|my|it|it's|both|there's) /.test(said));
  expect(own.length).toBeGreaterThan(100);
  expect(everyday(own, EVERYDAY).filter((said) => isNoAnywhere(`no ${said}`))).toEqual([]);
});

test('no yes, no hedge and no doubt passes its question', () => {
  expect(answers.filter(({ said, at }) => isNo(said, [at])).map(({ said }) => said)).toEqual([]);
});

test('nor does one through the model, where Alexa keeps words to herself', () => {
  const passes = (type: string | undefined) => type === 'saidNo' || type === 'saidNone';
  expect(
    everyday(answers, EVERYDAY)
      .filter((answer) => passes(hearAnswer(answer, true)?.type))
      .map(({ said }) => said),
  ).toEqual([]);
});

test.each([
  'everything is fine my leg feels dead',
  'no i feel everything strange',
  'no everything feels weird down there',
  'no weight is down',
  'none my leg is numb',
  'no both',
  'no to the first one',
  'everything used to be fine',
  'everything works like it used to',
  'no numbness and everything tingles',
  "no my legs are good and my arms aren't",
  'no it just came on after i fell',
  'no the only pill i take is warfarin',
  'no my wife had a look and there is a bruise',
  'no my temperature is high',
  "no it's not that bad",
  'no three weeks',
  'no arms tingle',
  'neither leg works',
  'no normal feeling',
  'nothing feels normal',
  'none of it feels normal',
  'no breathing is not easy',
  'no to one of those',
  'no it has been fourteen days',
  "no it's mild",
  "it's mild and only since yesterday",
  'no it was mild yesterday',
  'no only when i move',
  'none of my fingers are fine',
  'zero feeling is there',
  'nothing sensation is there',
  'nothing i feel',
  'everything i feel strange',
  'no not too numb',
  'no normal skin',
  'nothing like that my chest is tight',
  'no my arms are fine but my legs are numb',
  'no strength',
  "my strength isn't there",
  "fever isn't there chills",
  'no my bleeding is bad',
  'no all four are numb',
  'no going down my leg',
  'nothing there but skin is hot',
  "no i'm pregnant at sixty",
  'no i took my temperature and it was thirty nine',
  'no i climbed the ladder and fell',
  'no i walked to the shops and my chest got tight',
  'no thank god it happened',
  'no off the ladder',
  'no weak pain in both legs',
  'no when i cut myself',
])('someone who says "%s" passes no health question', (said) => {
  expect(isNoAnywhere(said)).toBe(false);
});

test.each<[QuestionId, string]>([
  ['q2', 'no everything works as it should down there'],
  ['q2', 'no all is normal bladder and bowels and everything'],
  ['q3', 'no i feel well my arms and my legs'],
  ['q4', 'no my body temperature is normal and weight is the same'],
  ['q5', 'no i just slept on it weird'],
  ['q6', "och it's no that bad and it's only since the weekend"],
  ['q7', 'no the only pill i take is for my cholesterol'],
  ['q8', "i'm long past having babies and none of the rest of it either"],
  ['q9', "my wife had a look and it's just skin"],
  ['q1', 'no chest pain no passing out no ripping feeling'],
  ['q2', 'none my peeing is okay my pooping is okay'],
  ['q3', 'nah arms and legs are all good'],
  ['q3', 'no neither in the arms nor in the legs'],
  ['q4', 'no to the fever no to the chills and no to the weight'],
  ['q5', 'no stacks no prangs no nothing'],
  ['q6', "no it's not severe and it only started yesterday"],
  ['q6', "no it comes and goes and it's only been since tuesday"],
  ['q7', 'no to every bit of that'],
  ['q8', "i'm a sixty year old man so no and no to the rest of it"],
  ['q8', 'never been under the knife or had cancer'],
  ['q9', 'no nothing hot nothing puffy not a mark on it'],
  ['q8', "no on every count i'm a bloke with sturdy bones and an untouched back"],
  ['q3', 'no nothing is going in the leg or arm'],
  ['q3', 'no i walked the dog this morning and my arms and legs are perfectly okay'],
  ['q4', 'temperature is normal i checked and weight is the same only'],
  ['q4', "fever isn't there chills isn't there weight is also same"],
  ['q6', 'no mild and new'],
  ['q6', 'no it is weak pain and only from tuesday'],
  ['q7', "i don't take a thing never had a clot and if i cut myself it stops straight away"],
  ['q1', "no i haven't i'd be really panicking if i had"],
  ['q2', "no definitely not i'd have gone straight to the emergency room"],
])('at %s "%s" is a no', (question, said) => {
  expect(isNo(said, [question])).toBe(true);
});

test('an age from which the session is gentle is noted first, and the question asked again', () => {
  const event = readStatement(hearing.hear("i'm an eighty year old man so no"), 'whole');
  expect(event).toMatchObject({ type: 'saidAge', years: 80 });
});

describe('a whole no that ends idle talk', () => {
  test.each<[QuestionId, string]>([
    ['q1', 'well let me think i had coffee with the neighbours so no none of that'],
    ['q8', 'you do ask a lot of questions no none of those'],
    ['q5', 'i was painting the ceiling for three days no fall no crash'],
    ['q8', 'gosh you do ask some things but no none of those'],
    ['q2', 'what a thing to ask no everything is fine'],
  ])('at %s is a no: "%s"', (question, said) => {
    expect(isNo(said, [question])).toBe(true);
  });

  test.each([
    'i walked the dog and my foot went all floppy so no none of that',
    'no none of those but my arm is asleep',
    'no none of that i had to sit down on the way because of my heart',
    'none of those my doctor gave me something for my blood',
    'i was at the ball game no',
    'none of that oh dear the room is starting to go round on me',
  ])('is none where it speaks of the body, goes on with a "but", or denies nothing: "%s"', (said) => {
    expect(isNoAnywhere(said)).toBe(false);
  });

  test('is none where nothing was learnt of how symptoms are told', () => {
    const english = folderLanguages(join(__dirname, '..', '..', 'content', 'languages')).of('en-US');
    const unlearnt = hearingIn({ ...english, names: english.names, questions: english.questions, learnt: undefined });
    expect(unlearnt.hear('you do ask a lot of questions no none of those').denial).toBeNull();
  });
});
