// Tests "What if it goes numb?": a symptom that is only asked about brings one short question before anything goes on.

import { aListener, type Listener, type Said } from '../support/listener';
import { C, D } from '../support/outcome-lines';
import {
  askedTo,
  asksSoreness,
  checking,
  choosing,
  finding,
  interrupted,
  pressing,
  stretching,
} from '../support/reaching';

const WHAT_IF: Said = {
  type: 'askedAboutSymptom',
  rows: ['numb'],
  found: { topics: ['what-if-numb'], nearness: 'meant' },
};
const THINNERS: Said = {
  type: 'askedAboutSymptom',
  rows: ['standing'],
  question: 'q7',
  found: { topics: ['how-hard-to-press'], nearness: 'likely' },
};
const WORDS_ONLY: Said = {
  type: 'askedAboutSymptom',
  rows: [],
  found: { topics: ['emergency-signs'], nearness: 'meant' },
};
const HAVE_IT = 'Do you have that now?';
const keysOf = (listener: Listener): string[] => listener.heard().says.map(({ key }) => key);

describe('"what if it goes numb" in a hold', () => {
  const doubted = () => pressing().says(WHAT_IF);

  test('lets go first, and asks whether it is so', () => {
    expect(doubted().words).toBe(`Step off the ball. ${HAVE_IT}`);
    expect(doubted().pressesFor).toBe(0);
  });

  test('and no: hears what to do should it come, and keeps the rest of the hold', () => {
    const listener = doubted().says('saidNo');
    expect(keysOf(listener)).toEqual(['doubt.no', 'resume.left.press']);
    const rest = interrupted().now.place?.restSeconds;
    expect(listener.now.place?.restSeconds).toBe(rest);
    expect(listener.says('wasReady').pressesFor).toBe(rest);
  });

  test.each<Said>(['saidYes', 'saidSomewhat', 'wasNotSure', 'itStays', 'saidTooMuch', 'mixedAnswer', 'itEased'])(
    'and %s: is taken for a report in a hold, and nothing presses any more',
    (answer) => {
      const listener = doubted().says(answer);
      expect(listener.at).toBe('easing');
      expect(listener.now).toMatchObject({ pressOff: true, recheckOff: true });
    },
  );

  test('and stray words: asks once more, then takes it for a report', () => {
    const listener = doubted().says('notUnderstood');
    expect(listener.question).toBe(HAVE_IT);
    expect(listener.says('notUnderstood').now.pressOff).toBe(true);
  });

  test.each<Said>([
    'wasReady',
    'resumed',
    { type: 'saidStart', word: true },
    'wantedNext',
    'wantedMore',
    'startedOver',
    'wantedPrevious',
    { type: 'gaveNumber', number: 4 },
    { type: 'swappedTool', tool: 'hook' },
    { type: 'askedForExercise', exercise: 'childs-pose' },
    { type: 'askedForRoutine', wishes: { tool: 'ball', minutes: 5 } },
    'paused',
    'askedToRepeat',
    'askedHelp',
  ])('and %j: nothing goes on before the answer', (said) => {
    const listener = doubted().says(said);
    expect(listener.question).toBe(HAVE_IT);
    expect(listener.heard().plays).toEqual([]);
  });

  test('and another question: is answered, and asked again', () => {
    const listener = doubted().says({ type: 'askedQuestion', found: { topics: ['posture-tips'], nearness: 'meant' } });
    expect(keysOf(listener)[0]).toBe('answer.posture-tips');
    expect(listener.question).toBe(HAVE_IT);
  });

  test('and another symptom asked about: goes back to the hold, not to the first doubt', () => {
    const listener = doubted().says(THINNERS, 'saidNo');
    expect(listener.at).toBe('interrupted');
    expect(listener.now.place?.restSeconds).toBe(interrupted().now.place?.restSeconds);
  });

  test('and a real symptom: is decided by the table, as in a hold', () => {
    const listener = doubted().says({ type: 'reportedSymptom', rows: ['weak'] });
    expect(listener.words).toContain(D);
    expect(keysOf(listener)[0]).toBe('outcome.away');
  });

  test('and stop: ends', () => {
    expect(doubted().says('stopped').at).toBe('finished');
  });

  test('and silence: presses nobody, and keeps the place', () => {
    const listener = doubted().staysSilent();
    expect(listener.kept?.place.part).toBe('press');
  });
});

describe('a symptom that is only asked about', () => {
  test('while the spot is looked for, is asked with the release first, and a no waits for "ready"', () => {
    const listener = finding().after(20).says(WHAT_IF);
    expect(keysOf(listener)).toEqual(['release.ball']);
    expect(listener.says('saidNo').at).toBe('interrupted');
    expect(listener.says('wasReady').at).toBe('finding');
  });

  test.each<[string, () => Listener]>([
    ['the choice of a region', () => choosing()],
    ['how sore it is', () => asksSoreness()],
    ['how strong it was', () => checking()],
  ])('at %s comes back to the same prompt after a no', (_name, reach) => {
    const listener = reach();
    const prompt = listener.question;
    listener.says(WHAT_IF);
    expect(listener.question).toBe(HAVE_IT);
    expect(listener.says('saidNo').question).toBe(prompt);
  });

  test('in a stretch, waits for "ready" after a no', () => {
    const listener = stretching().says(WHAT_IF, 'saidNo');
    expect(listener.at).toBe('interrupted');
    expect(listener.now.place?.part).toBe('stretch');
  });

  test('of the past, and yes, is the outcome of its question', () => {
    const listener = pressing().says(THINNERS, 'saidYes');
    expect(listener.words).toContain(C);
    expect(listener.now.guideOff).toBe(true);
  });

  test('and no, never tells about pressing where what was found is no help', () => {
    const listener = choosing().says(THINNERS, 'saidNo');
    expect(keysOf(listener)).toEqual(['doubt.no']);
  });

  test('during the screening is explained, and the question asked again', () => {
    const listener = askedTo('q3').says(WHAT_IF);
    expect(keysOf(listener)).toEqual(['screening.q3.explain']);
    expect(listener.now.noes).toEqual(['q1', 'q2']);
  });

  test('after an outcome repeats what was said', () => {
    expect(askedTo('q8').says('saidYes', WHAT_IF).words).toContain(D);
    expect(askedTo('q4').says('saidYes', THINNERS).words).toContain(D);
  });

  test('in words that are no symptom is a question like any other', () => {
    const listener = choosing().says(WORDS_ONLY);
    expect(keysOf(listener)[0]).toBe('answer.emergency-signs');
    expect(listener.at).toBe('choosing');
  });
});

describe('a symptom asked about as the first words of a session', () => {
  test('and no: hears what to do, and a routine is offered', () => {
    const listener = aListener().says(WHAT_IF);
    expect(listener.question).toBe(HAVE_IT);
    listener.says('saidNo');
    expect(keysOf(listener)[0]).toBe('doubt.no');
    expect(listener.question).toBe('Want me to guide you?');
    expect(keysOf(listener)).toContain('answer.general');
  });

  test('and yes: is a report before the screening', () => {
    const listener = aListener().says(WHAT_IF, 'saidYes');
    expect(listener.words).toContain(D);
  });

  test('while a press of a lost session may go on, lets go first', () => {
    const listener = pressing();
    listener.state = null;
    listener.turn = null;
    expect(keysOf(listener.says(WHAT_IF))[0]).toBe('release.ball');
  });

  test('wipes no kept place when it is answered with no and lost', () => {
    const listener = pressing().says({ type: 'sessionLost', because: 'left' });
    const { kept } = listener;
    listener.state = null;
    listener.turn = null;
    listener.nowMs += 5 * 60_000;
    listener.says(WHAT_IF, 'saidNo', { type: 'sessionLost', because: 'silence' });
    expect(listener.kept).toEqual(kept);
  });
});

describe('somebody who asks out of fear, as the first thing they say', () => {
  test('hears who can tell and when, and is then asked once', () => {
    const listener = aListener().says({ ...THINNERS, rows: ['standing'], question: 'q8' } as Said);
    expect(keysOf(listener)[0]).toBe('doubt.who');
    expect(listener.question).toBe(HAVE_IT);
  });

  test('is asked at once where it could be an emergency', () => {
    const listener = aListener().says({ ...WORDS_ONLY, rows: ['emergency'] } as Said);
    expect(keysOf(listener)).not.toContain('doubt.who');
    expect(listener.question).toBe(HAVE_IT);
  });
});
