// Tests questions in any moment: what is said, and that everything stays where it was.

import type { Found } from '../../lambda/dialogue/event';
import { ASKED } from '../support/health-questions';
import { A_QUESTION, aListener, type Listener, type Said } from '../support/listener';
import { C, D, E, GO_BACK } from '../support/outcome-lines';
import {
  askedTo,
  asksNumb,
  asksSoreness,
  atRecap,
  choosing,
  finding,
  GUIDED,
  interrupted,
  LONG,
  offering,
  pressing,
  readying,
  stretching,
} from '../support/reaching';

const START: Said = { type: 'saidStart', word: true };
const ANSWER = /^Start light, and press a little more as the muscle relaxes\./;
const MORE_OF_IT = /In one trial, gentle and hard rolling/;
const asks = (nearness: Found['nearness'], ...topics: string[]): Said => ({
  type: 'askedQuestion',
  found: { topics, nearness },
});
const HELP = asks('meant', 'when-to-see-someone');
const POSTURE = asks('meant', 'posture-tips');
const BREATHING = asks('meant', 'how-to-breathe');
const WARMTH = asks('meant', 'heat-how');
const THREE = asks('likely', 'how-hard-to-press', 'which-tool', 'posture-tips', 'how-to-breathe');

const lost = (listener: Listener): Listener => listener.says({ type: 'sessionLost', because: 'left' });
const restOf = (listener: Listener): number | undefined => listener.now.place?.restSeconds;
const keysOf = (listener: Listener): string[] => listener.heard().says.map(({ key }) => key);

/** Every point at which a prompt is open and nothing sounds that a question would break off. */
const WAITING: Record<string, () => Listener> = {
  'a health question': () => askedTo('q4'),
  'the skin question': () => askedTo('q9'),
  'the recap': () => atRecap(),
  'the choice of a region': () => choosing(),
  'the choice of minutes': () => choosing().wants({ region: 'upper', side: 'left', tool: 'ball' }),
  'how sore it is': () => asksSoreness(),
  'any numbness': () => asksNumb(),
  'the place that is kept': () => lost(pressing()).comesBack(5),
  'the one question after a loss': () => lost(pressing()).comesBack(5).says('saidYes'),
  'a quiet minute after numbness': () => pressing().says({ type: 'reportedSymptom', rows: ['numb'] }),
  ...Object.fromEntries(Object.entries(GUIDED).filter(([name]) => !['pressing', 'stretching'].includes(name))),
};

describe('a question', () => {
  test.each(Object.entries(WAITING))('at %s is answered, and the same prompt comes again', (name, reach) => {
    const listener = reach();
    const { prompt, place, noes, cleared, spots } = { prompt: listener.question, ...listener.now };
    listener.says(A_QUESTION);
    const closed = listener.now.pressOff;
    expect(listener.words).toMatch(closed ? /We've stopped pressing for today/ : /Start light/);
    // Off the ball while it is looked for: "ready" goes on.
    expect(listener.question).toBe(name === 'finding' ? "Say ready when you're back in place." : prompt);
    expect(listener.now).toMatchObject({ place, noes, cleared, spots });
    expect(listener.pressesFor).toBe(0);
  });

  test.each(Object.entries(WAITING))('at %s changes nothing when nothing is known of it', (_name, reach) => {
    const listener = reach();
    const { noes, cleared, pressOff, skinClear } = listener.now;
    listener.says(asks('near', 'knots', 'heat-or-cold'));
    expect(listener.words).toContain("I don't have an answer to that.");
    expect(listener.now).toMatchObject({ noes, cleared, pressOff, skinClear });
  });

  test('in a hold lets go first, answers, and says what is left', () => {
    const listener = pressing().says(A_QUESTION);
    const [first, second] = keysOf(listener);
    expect([first, second]).toEqual(['release.ball', 'answer.how-hard-to-press']);
    expect(keysOf(listener).at(-1)).toBe('resume.left.press');
    expect(listener.words).toMatch(/^Step off the ball\./);
    expect(listener.words).toContain(`${restOf(listener) === 20 ? 'twenty' : restOf(listener)} seconds of that hold`);
    expect(listener.pressesFor).toBe(0);
  });

  test('while the spot is looked for lets go first, and "ready" goes on looking', () => {
    const listener = finding().after(20).says(A_QUESTION);
    expect(keysOf(listener).slice(0, 2)).toEqual(['release.ball', 'answer.how-hard-to-press']);
    expect(listener.at).toBe('interrupted');
    expect(listener.says('wasReady').at).toBe('finding');
  });

  test('in a stretch is answered, and the rest of the stretch waits for "ready"', () => {
    const listener = stretching().says(A_QUESTION);
    expect(keysOf(listener)[0]).toBe('answer.how-hard-to-press');
    expect(listener.at).toBe('interrupted');
    expect(restOf(listener)).toBeGreaterThan(0);
  });
});

describe('three questions in a row in a hold', () => {
  const asked = () => pressing().says(A_QUESTION, HELP, POSTURE);

  test('leave the same rest as one', () => {
    expect(restOf(asked())).toBe(restOf(interrupted()));
    expect(asked().now.spots).toEqual(interrupted().now.spots);
  });

  test.each([3, 6, 11, 15])('after %s seconds of it, leave exactly the rest that is played', (second) => {
    const listener = finding().says('wasReady');
    listener.after(listener.pressBeginsAt + second).says(A_QUESTION, HELP, POSTURE);
    const left = listener.heard().says.find(({ key }) => key === 'resume.left.press')?.values?.['seconds'];
    expect(left).toBe(restOf(listener));
    expect(listener.says('wasReady').pressesFor).toBe(left);
  });
});

test('a yes where only "ready" goes on is told so in few words, however often', () => {
  const listener = pressing().says(A_QUESTION);
  expect(listener.words).toMatch(
    /About \w+(-\w+| \w+)? seconds of that hold are left\. Say ready when you're back in place\.$/,
  );
  for (const said of ['saidYes', 'resumed', 'saidYes', { type: 'saidStart', word: true }] as Said[]) {
    expect(listener.says(said).words).toBe('To go on, just say ready.');
    expect(listener.repromptWords).toMatch(/I'll keep your place\./);
  }
  expect(listener.says('wasReady').pressesFor).toBeGreaterThan(0);
});

describe('"more"', () => {
  test('gives the rest of the answer, and leads back the same way', () => {
    const listener = pressing().says(A_QUESTION);
    const rest = restOf(listener);
    listener.says('wantedMore');
    expect(listener.words).toMatch(MORE_OF_IT);
    expect(listener.at).toBe('interrupted');
    expect(restOf(listener)).toBe(rest);
  });

  test('is offered once in a session', () => {
    const listener = choosing().says(A_QUESTION);
    expect(keysOf(listener)).toContain('answer.more');
    expect(keysOf(listener.says(HELP))).not.toContain('answer.more');
  });

  test('gives part after part of a long answer', () => {
    const listener = choosing().says(HELP, 'wantedMore');
    expect(keysOf(listener)).toEqual(['answer.when-to-see-someone.more']);
    expect(keysOf(listener.says('wantedMore'))).toEqual(['answer.when-to-see-someone.more2']);
  });

  test('means one more hold again once the answer is over', () => {
    const listener = GUIDED['offered one more']?.().says(A_QUESTION, 'wantedMore');
    expect(listener?.words).toMatch(MORE_OF_IT);
    expect(listener?.says('wantedMore').question).toMatch(/say ready/);
    expect(listener?.says('wasReady').pressesFor).toBeGreaterThan(0);
  });

  test('means one more hold again after something else was said', () => {
    const listener = GUIDED['offered one more']?.().says(A_QUESTION, 'askedPlan', 'wantedMore');
    expect(listener?.question).toMatch(/say ready/);
  });
});

describe('"something else"', () => {
  test('gives the next best answer twice, then says honestly that there is none', () => {
    const listener = choosing().says(THREE);
    expect(keysOf(listener)).toEqual(['answer.how-hard-to-press', 'answer.orElse']);
    expect(keysOf(listener.says('wantedOther'))[0]).toBe('answer.which-tool');
    expect(keysOf(listener.says('wantedOther'))[0]).toBe('answer.posture-tips');
    expect(keysOf(listener.says('wantedOther'))).toEqual(['answer.noOther']);
    expect(listener.at).toBe('choosing');
  });

  test('is offered only while there is something else', () => {
    const listener = choosing().says(asks('likely', 'how-hard-to-press'));
    expect(keysOf(listener)).not.toContain('answer.orElse');
  });

  test('keeps the rest of a hold', () => {
    const listener = pressing().says(THREE);
    const rest = restOf(listener);
    expect(restOf(listener.says('wantedOther', 'wantedOther', 'wantedOther'))).toBe(rest);
    expect(listener.says('wasReady').pressesFor).toBe(rest);
  });
});

describe('a question that has no answer', () => {
  test('is never offered what the skill knows about at all as something near', () => {
    const listener = choosing().says(asks('near', 'how-long-to-press', 'unrelated'));
    expect(keysOf(listener).slice(0, 3)).toEqual([
      'answer.unknown',
      'answer.nearOne',
      'answer.how-long-to-press.title',
    ]);
  });

  test('is declined with two near topics by their names', () => {
    const listener = choosing().says(asks('near', 'knots', 'how-hard-to-press', 'heat-or-cold'));
    expect(keysOf(listener)).toEqual([
      'answer.unknown',
      'answer.near',
      'answer.knots.title',
      'answer.how-hard-to-press.title',
    ]);
  });

  test('is not filled with near topics that are closed in this session', () => {
    const listener = choosing().says({ type: 'reportedSymptom', rows: ['skin'] });
    listener.says(asks('near', 'how-hard-to-press', 'heat-or-cold', 'knots'));
    expect(keysOf(listener)).toEqual(['answer.unknown', 'answer.nearOne', 'answer.knots.title']);
  });

  test('and was very long, is asked for again in short', () => {
    const listener = offering().says(asks('long'));
    expect(keysOf(listener)[0]).toBe('answer.long');
    expect(listener.at).toBe('offering');
  });

  test('may have been a complaint in a hold', () => {
    for (const nearness of ['long', 'nothing'] as const)
      expect(pressing().says(asks(nearness)).question).toBe('Is anything wrong?');
  });
});

describe('after an outcome', () => {
  const OUTCOMES: [string, string, () => Listener][] = [
    ['E', E, () => aListener().says('launched', 'saidYes')],
    ['D', D, () => askedTo('q4').says('saidYes')],
    ['C', C, () => askedTo('q8').says('saidYes')],
  ];

  test.each(OUTCOMES)('%s a question about pressing or warmth repeats it, and ends', (_class, line, reach) => {
    for (const question of [A_QUESTION, WARMTH, asks('meant', 'exercise.childs-pose.how'), asks('nothing')]) {
      const listener = reach().says(question);
      expect(listener.words.startsWith(line)).toBe(true);
      expect(listener.at).toBe('finished');
    }
  });

  test.each(OUTCOMES)('%s posture, breathing and help are still told about', (outcome, _line, reach) => {
    for (const question of [POSTURE, BREATHING, HELP]) {
      const listener = reach().says(question);
      // What an E or a D says is the answer to whom to see.
      const help = outcome === 'C' ? 'answer.when-to-see-someone' : `outcome.${outcome}`;
      expect(['answer.posture-tips', 'answer.how-to-breathe', help]).toContain(keysOf(listener)[0]);
      expect(listener.question).toBe(GO_BACK);
    }
  });

  test('that was taken back, pressing stays untold until "start"', () => {
    const listener = askedTo('q8').says('saidYes', 'wentBack', A_QUESTION);
    expect(keysOf(listener)).toEqual(['answer.notNow']);
    expect(listener.question).toBe(ASKED.q8);
    expect(keysOf(listener.says('saidNo', START, A_QUESTION))[0]).toBe('answer.how-hard-to-press');
  });

  test('of skin, neither pressing nor warmth is told about, all else is', () => {
    const listener = readying().says({ type: 'reportedSymptom', rows: ['skin'] });
    const prompt = listener.question;
    expect(keysOf(listener.says(A_QUESTION))).toEqual(['answer.notPressing']);
    expect(keysOf(listener.says(WARMTH))).toEqual(['answer.notHeat']);
    expect(keysOf(listener.says(asks('meant', 'why-stretch')))[0]).toBe('answer.why-stretch');
    expect(listener.question).toBe(prompt);
  });

  test('of skin that was only noted so far, warmth is not told about either', () => {
    const listener = askedTo('q2').says({ type: 'reportedSymptom', rows: ['skin'] }, WARMTH);
    expect(keysOf(listener)).toEqual(['answer.notHeat']);
    expect(listener.question).toBe(ASKED.q2);
  });
});

describe('a question as the first words of a session', () => {
  const GUIDE = 'Want me to guide you?';
  const GENERAL = "That's general information, not medical advice.";

  test('is answered at once, with what this is not, and a routine is offered', () => {
    const listener = aListener().says(A_QUESTION);
    expect(listener.words).toMatch(ANSWER);
    expect(listener.words.split(GENERAL)).toHaveLength(2);
    expect(listener.question).toBe(GUIDE);
  });

  test('and a second one say only once what this is not', () => {
    const listener = aListener().says(A_QUESTION, HELP);
    expect(listener.words).not.toContain(GENERAL);
    expect(listener.question).toBe(GUIDE);
  });

  test.each<Said>(['saidNo', 'saidNone', 'wantedNext'])('and %s to the offer ends it', (no) => {
    const listener = aListener().says(A_QUESTION, no);
    expect(listener.at).toBe('finished');
    expect(listener.heard().says).toHaveLength(1);
  });

  test.each<Said>(['saidYes', START, 'wasReady', 'wantedStretches'])('and yes (%s) leads to the questions', (yes) => {
    const listener = aListener().says(A_QUESTION, yes);
    expect(listener.question).toBe(ASKED.q1);
    expect(keysOf(listener)).toContain('opening.long');
    expect(listener.now.cleared).toBe(false);
  });

  test('and a wish after it is remembered through the questions', () => {
    const listener = aListener().says(A_QUESTION, { type: 'askedForRoutine', wishes: { region: 'lower', minutes: 5 } });
    expect(listener.question).toBe(ASKED.q1);
    expect(listener.now.wishes).toMatchObject({ region: 'lower', minutes: 5 });
  });

  test('does not go round for ever when it is not understood', () => {
    const listener = aListener().says(A_QUESTION, 'notUnderstood', 'notUnderstood', 'notUnderstood');
    expect(listener.at).toBe('finished');
  });

  test('is followed by the first words of a session, whatever leads to the health questions', () => {
    const listener = aListener().says(A_QUESTION, { type: 'reportedSymptom', rows: ['sharp'] });
    expect(keysOf(listener)).toContain('opening.long');
  });

  test('after a loss still lets a place be taken up', () => {
    const listener = lost(pressing());
    const kept = listener.kept;
    listener.state = null;
    listener.turn = null;
    listener.nowMs += 5 * 60_000;
    listener.says(A_QUESTION);
    expect(listener.question).toBe(GUIDE);
    expect(listener.kept).toEqual(kept);
    expect(listener.says('saidYes').at).toBe('welcomingBack');
  });

  test('after a loss still lets a place be taken up when the skill is opened again on it', () => {
    const listener = lost(pressing());
    listener.state = null;
    listener.turn = null;
    listener.nowMs += 5 * 60_000;
    expect(listener.says(A_QUESTION, 'launched').at).toBe('welcomingBack');
  });

  test.each<Said>(['saidNo', 'stopped', { type: 'sessionLost', because: 'silence' }])(
    'after a loss wipes no kept place when it ends by %j',
    (end) => {
      const listener = lost(pressing());
      const kept = listener.kept;
      listener.state = null;
      listener.turn = null;
      listener.nowMs += 5 * 60_000;
      listener.says(A_QUESTION, end);
      expect(listener.kept).toEqual(kept);
      expect(listener.comesBack(1).at).toBe('welcomingBack');
    },
  );

  test('while a press of the lost session may go on, lets go first', () => {
    const listener = pressing();
    listener.state = null;
    listener.turn = null;
    expect(keysOf(listener.says(A_QUESTION))[0]).toBe('release.ball');
  });
});

describe('a question during the screening', () => {
  test('counts as no answer, however often it is asked', () => {
    const listener = askedTo('q3').says(A_QUESTION, HELP, A_QUESTION, POSTURE);
    expect(listener.question).toBe(ASKED.q3);
    expect(listener.now.noes).toEqual(['q1', 'q2']);
  });

  test('in the form that is read is answered, and only "start" opens', () => {
    const listener = aListener({ form: 'read' }).says('launched', A_QUESTION);
    expect(keysOf(listener)[0]).toBe('answer.how-hard-to-press');
    expect(listener.at).toBe('reading');
    expect(listener.says('saidYes').now.cleared).toBe(false);
  });

  test('at the recap still leaves the word that starts', () => {
    const listener = atRecap().says(A_QUESTION, START);
    expect(listener.now.cleared).toBe(true);
  });
});

test('a long routine with a question at every answer still presses no spot too long', () => {
  const listener = finding(LONG).says('wasReady');
  for (let spot = 0; spot < 2; spot++) {
    listener.after(listener.pressBeginsAt + 8).says(A_QUESTION, 'wantedMore', 'wasReady', HELP);
    listener.number(4).says(A_QUESTION, 'saidNo', A_QUESTION, 'saidNo', 'wasReady');
  }
  expect(Math.max(...listener.pressedMs)).toBeLessThanOrEqual(60_000);
});

describe('somebody whose first words ask for help', () => {
  test('is told what the skill does and is offered the routine, before any health question', () => {
    const listener = aListener().says('askedHelp');
    expect(keysOf(listener)).toEqual(['answer.what-can-you-do', 'answer.more', 'answer.general']);
    expect(listener.heard().asks?.key).toBe('guide.offer');
  });

  test.each<Listener>([aListener(), aListener().says(A_QUESTION)])(
    'or for the steps, where there is no plan yet, hears those of easing a knot',
    (listener) => {
      listener.says('askedPlan');
      expect(keysOf(listener)[0]).toBe('answer.steps');
      expect(keysOf(listener)).toContain('answer.orElse');
      expect(listener.says('wantedOther').heard().says[0]?.key).toBe('answer.best-stretches');
    },
  );

  test('is told how many questions there are, in the opening and where none is open', () => {
    expect(keysOf(aListener().says('askedHowMany'))).toContain('answer.how-many-questions');
    expect(keysOf(choosing().says('askedHowMany'))).toContain('answer.how-many-questions');
  });
});
