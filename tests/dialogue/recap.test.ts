// Tests that "start" alone opens the routine, in both forms of the screening.

import { ASKED } from '../support/health-questions';
import type { Said } from '../support/listener';
import { A_QUESTION, aListener } from '../support/listener';
import { ALL_NO, C } from '../support/outcome-lines';
import { askedTo, atRecap } from '../support/reaching';

const START: Said = { type: 'saidStart', word: true };
const NOT_START: Said[] = [
  'saidYes',
  'saidNo',
  'saidNone',
  'wasNotSure',
  'saidSomewhat',
  'mixedAnswer',
  'unclear',
  'triedToStart',
  'wasReady',
  'resumed',
  'wantedNext',
  'notUnderstood',
  'wantedMore',
  'wantedStretches',
  'citedDoctor',
  'spokeForAnother',
  'askedHelp',
  'askedWhy',
  'askedToRepeat',
  A_QUESTION,
  'askedTimeLeft',
  'askedPlan',
  'askedPostureTips',
  'cannotUseFloor',
  'saidTooMuch',
  'wantedShorter',
  { type: 'saidStart', word: false },
  { type: 'gaveNumber', number: 1 },
  { type: 'chose', wishes: { region: 'upper', tool: 'ball' } },
  { type: 'askedForRoutine', wishes: {} },
  { type: 'swappedTool', tool: 'ball' },
];

describe('after eight noes', () => {
  test('all eight are said back, how to correct one, and the word that starts', () => {
    expect(atRecap().words).toBe(
      "All no: chest, breath, bladder, numbness, fever, injury, severe pain, thinners, steroids, pregnancy, surgery, cancer, bones. If one's wrong, say go back. If right, say start.",
    );
    expect(atRecap().answerSeconds).toBeLessThanOrEqual(16);
  });

  test('"start" opens it, with what was heard and no more than that', () => {
    const listener = atRecap().says(START);
    expect(listener.now.cleared).toBe(true);
    expect(listener.words).toContain(ALL_NO);
  });

  test.each(NOT_START)('nothing else does, said once or over and over (%j)', (said) => {
    const listener = atRecap();
    for (let time = 0; time < 5 && listener.at !== 'finished'; time++) {
      listener.says(said);
      expect(listener.now.cleared).toBe(false);
    }
  });

  test('a word that only resembles it is answered with how to begin', () => {
    for (const said of ['triedToStart', 'saidYes', { type: 'saidStart', word: false }] as Said[]) {
      expect(atRecap().says(said).words).toMatch(/To begin, say start\.$/);
    }
  });

  test.each<[string, Said]>([
    ['"start please"', 'triedToStart'],
    ['"started"', { type: 'saidStart', word: false }],
  ])('%s over and over is told that one word is all, and is asked five times', (_, said) => {
    const listener = atRecap().says(said);
    expect(listener.words).toBe('To begin, say start.');
    for (let time = 2; time <= 5; time++) expect(listener.says(said).words).toBe('Say just the one word: start.');
    expect(listener.says(said).heard().asks).toBeNull();
    expect(atRecap().says(said, said, said, said, START).now.cleared).toBe(true);
  });

  test('another answer is asked for it three times', () => {
    const listener = atRecap().says('saidYes', 'saidYes', 'saidYes');
    expect(listener.words).toBe('Say just the one word: start.');
    expect(listener.says('saidYes').heard().asks).toBeNull();
  });

  test('a no is always told how to correct an answer', () => {
    expect(atRecap().says('saidNo', 'saidNo').words).toBe("If one's wrong, say go back. To begin, say start.");
  });

  test('go back asks the eighth again, and start is no answer to it', () => {
    const listener = atRecap().says('wentBack');
    expect(listener.words).toBe(ASKED.q8);
    expect(listener.says(START).now.cleared).toBe(false);
  });

  test('silence never opens it', () => {
    const listener = atRecap();
    expect(listener.repromptWords).toMatch(/say start\.$/);
    expect(listener.staysSilent().now.cleared).toBe(false);
    expect(listener.comesBack(1).question).toBe(ASKED.q1);
  });

  test('a symptom in the recap is the yes of its question', () => {
    expect(atRecap().says({ type: 'reportedSymptom', rows: ['ill'] }).now.guideOff).toBe(true);
  });

  test('"start" before all are answered opens nothing', () => {
    for (const question of ['q1', 'q4', 'q8'] as const) expect(askedTo(question).says(START).now.cleared).toBe(false);
  });
});

describe('read out instead of asked', () => {
  const read = () => aListener({ form: 'read' }).says('launched');

  test('the whole list is heard, and start or stop asked for', () => {
    for (const part of [
      'chest pain',
      'bladder or bowel',
      'numbness, tingling, weakness',
      'fever',
      'injury',
      'fainting',
      'groin or bottom',
      'day and night',
      'after two weeks',
      'long-term steroids',
      'had a clot',
      'pregnant',
      'cancer, weak bones, back surgery, or a back implant',
    ]) {
      expect(read().words).toContain(part);
    }
    expect(read().question).toBe('Say start if none of these apply, or stop if any does.');
  });

  test('"start" opens it', () => {
    expect(read().says(START).words).toContain(ALL_NO);
    expect(read().says(START).now.cleared).toBe(true);
  });

  test.each(NOT_START)('nothing else does (%j)', (said) => {
    const listener = read();
    for (let time = 0; time < 5 && listener.at !== 'finished'; time++) {
      listener.says(said);
      expect(listener.now.cleared).toBe(false);
    }
    expect(listener.now.noes).toEqual([]);
  });

  test('somebody it applies to is told to see somebody first', () => {
    expect(read().says('saidYes').words).toContain(C);
    expect(read().says('wasNotSure').heard().asks).toBeNull();
  });

  test('stop ends it', () => {
    expect(read().says('stopped').heard().asks).toBeNull();
  });

  test('a symptom said in it has its outcome', () => {
    expect(read().says({ type: 'reportedSymptom', rows: ['emergency'] }).now.guideOff).toBe(true);
  });

  test('something sharp said in it: see somebody first, and no answer opens anything', () => {
    for (const said of ['saidYes', 'saidNo', START] as Said[]) {
      const listener = read().says({ type: 'reportedSymptom', rows: ['sharp'] });
      expect(listener.words).toContain(C);
      expect(listener.says(said).now.cleared).toBe(false);
      expect(listener.at).toBe('finished');
    }
  });

  test('dizziness said in it, once passed, has the list read again; then only "start" opens it, without pressing', () => {
    const listener = read().says({ type: 'reportedSymptom', rows: ['dizzy'] }, 'saidYes');
    expect(listener.words).toContain('chest pain');
    expect(listener.says('saidYes').now.cleared).toBe(false);
    const started = read().says({ type: 'reportedSymptom', rows: ['dizzy'] }, 'saidYes', 'saidNo', START);
    expect(started.now).toMatchObject({ cleared: true, pressOff: true });
    expect(read().says({ type: 'reportedSymptom', rows: ['dizzy'] }, 'saidNo').now.guideOff).toBe(true);
  });

  test('a second reading is repeated from its beginning', () => {
    expect(read().says('askedToRepeat').words).toContain('chest pain');
    expect(read().says('startedOver').words).toContain('chest pain');
  });
});
