// Tests "Walk me through child's pose": when one exercise is guided, and what comes before it.

import { ASKED } from '../support/health-questions';
import { A_QUESTION, aListener, type Listener, type Said } from '../support/listener';
import { C } from '../support/outcome-lines';
import { askedTo, choosing, closing, finding, offering, paused, pressing, stretching } from '../support/reaching';

const POSE: Said = { type: 'askedForExercise', exercise: 'childs-pose' };
const SHRUGS: Said = { type: 'askedForExercise', exercise: 'shoulder-shrugs' };
const START: Said = { type: 'saidStart', word: true };
const keysOf = (listener: Listener): string[] => listener.heard().says.map(({ key }) => key);

/** The first exercise of what is played. */
const firstPlayed = (listener: Listener): string | undefined =>
  listener.heard().plays.find(({ exercise }) => exercise !== undefined)?.exercise;

/** Goes on saying what each prompt waits for until something is guided. */
function goesOn(listener: Listener): Listener {
  for (let turn = 0; turn < 6 && firstPlayed(listener) === undefined; turn++) {
    if (listener.question === ASKED.q9) listener.says('saidNo');
    else if (listener.at === 'readying' && /sore/.test(listener.question)) listener.number(4);
    else listener.says('wasReady');
  }
  return listener;
}

describe('an exercise asked for as the first words of a session', () => {
  test('is screened first', () => {
    const listener = aListener().says(POSE);
    expect(listener.question).toBe(ASKED.q1);
    expect(keysOf(listener)).toContain('opening.long');
    expect(listener.heard().plays).toEqual([]);
  });

  test.each([
    ['childs-pose', POSE],
    ['shoulder-shrugs', SHRUGS],
  ])('%s comes first once the screening is passed, without being asked what else is wanted', (id, said) => {
    const listener = aListener().says(said).answersNo(8).says(START);
    expect(firstPlayed(goesOn(listener))).toBe(id);
    expect(listener.pressesFor).toBe(0);
  });

  test('is not guided when the screening says no', () => {
    const listener = aListener().says(POSE).answersNo(7).says('saidYes');
    expect(listener.words).toContain(C);
    expect(listener.says(POSE).at).toBe('finished');
  });

  test('leads to the questions after an answer too', () => {
    const listener = aListener().says(A_QUESTION, POSE);
    expect(listener.question).toBe(ASKED.q1);
    expect(listener.now.wishes.exercise).toBe('childs-pose');
  });
});

describe('an exercise asked for during the screening', () => {
  test('is remembered, and the same question is asked again', () => {
    const listener = askedTo('q5').says(POSE);
    expect(keysOf(listener)).toEqual(['screening.remember']);
    expect(listener.question).toBe(ASKED.q5);
    expect(listener.now.noes).toHaveLength(4);
  });

  test('comes first afterwards', () => {
    const listener = askedTo('q5').says(POSE).answersNo(4).says(START);
    expect(firstPlayed(goesOn(listener))).toBe('childs-pose');
  });
});

describe('an exercise asked for in a routine', () => {
  test('while choosing, is what is planned', () => {
    expect(firstPlayed(goesOn(choosing().says(POSE)))).toBe('childs-pose');
  });

  test.each<[string, () => Listener]>([
    ['a hold', () => pressing()],
    ['the search', () => finding().after(20)],
  ])('in %s lets go first, waits for "ready", and comes next', (_name, reach) => {
    const listener = reach().says(POSE);
    expect(keysOf(listener)[0]).toBe('release.ball');
    expect(listener.at).toBe('interrupted');
    expect(listener.pressesFor).toBe(0);
    expect(firstPlayed(listener.says('wasReady'))).toBe('childs-pose');
  });

  test('when one more hold is offered, comes next instead', () => {
    expect(firstPlayed(offering().says(POSE, 'wasReady'))).toBe('childs-pose');
  });

  test('in a stretch, comes next, and what was not done yet follows', () => {
    const listener = stretching();
    const planned = listener.now.plan?.stretches.map(({ id }) => id) ?? [];
    const here = listener.heard().plays.find(({ kind }) => kind === 'hold' || kind === 'count')?.exercise;
    listener.says(POSE);
    const now = listener.now.plan?.stretches.map(({ id }) => id) ?? [];
    expect(now[0]).toBe('childs-pose');
    expect(planned).toEqual(expect.arrayContaining(now.slice(1)));
    expect(new Set(now).size).toBe(now.length);
    expect(here).toBeDefined();
    expect(firstPlayed(listener.says('wasReady'))).toBe('childs-pose');
  });

  test('at the last check, is guided once more', () => {
    expect(firstPlayed(closing().says(POSE, 'wasReady'))).toBe('childs-pose');
  });

  test('in a pause, waits for the question after it', () => {
    const listener = paused().says(POSE);
    expect(listener.heard().plays.every(({ exercise }) => exercise === undefined)).toBe(true);
    expect(listener.now.cleared).toBe(false);
  });

  test('after the skin was reported, stretches and does not press', () => {
    const listener = choosing().says({ type: 'reportedSymptom', rows: ['skin'] }, POSE);
    expect(firstPlayed(goesOn(listener))).toBe('childs-pose');
    expect(listener.now.pressOff).toBe(true);
  });

  test('after an outcome, is not guided', () => {
    const listener = pressing().says({ type: 'reportedSymptom', rows: ['standing'] }, POSE);
    expect(listener.words).toContain(C);
    expect(listener.at).toBe('finished');
  });
});
