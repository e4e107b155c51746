// Tests the search for a spot: every way out of it releases, and it does not last for ever.

import type { Event, Remark } from '../../lambda/dialogue/event';
import { A_QUESTION, type Listener, type Said } from '../support/listener';
import { choosing, finding, LONG, pressing, USUAL } from '../support/reaching';

const RELEASE = /^Step off the ball\./;

describe('a number told while the ball is at the back', () => {
  test.each([8, 9, 10])('%i releases, and nothing presses any more today', (level) => {
    const listener = finding().after(30).number(level);
    expect(listener.words).toMatch(RELEASE);
    expect(listener.words).toContain("That's too strong. No more pressing today.");
    expect(listener.now.pressOff).toBe(true);
    expect(listener.says('wasReady').pressesFor).toBe(0);
  });

  test.each([6, 7])('%i releases, and the hold after it is a lighter one', (level) => {
    const listener = finding().after(30).number(level);
    expect(listener.words).toMatch(RELEASE);
    expect(listener.question).toBe("Say ready when you're back in place.");
    listener.says('wasReady', 'wasReady');
    expect(listener.words).toContain('Half as hard this time');
  });

  test('four releases, and the search goes on after "ready"', () => {
    const listener = finding().after(30).number(4);
    expect(listener.words).toMatch(RELEASE);
    expect(listener.question).toBe("Say ready when you're back in place.");
    expect(listener.says('wasReady').at).toBe('finding');
    expect(listener.says('wasReady').pressesFor).toBe(30);
  });

  test('a nine said once the ball is off counts as well', () => {
    const listener = finding().after(30).number(4).number(9);
    expect(listener.now.pressOff).toBe(true);
  });
});

const ANYTHING: Said[] = [
  'wantedNext',
  'wantedStretches',
  'stopped',
  'paused',
  'saidTooMuch',
  'wantedForgetting',
  'wantedWarmUp',
  'isUnderage',
  'askedProgress',
  { type: 'wantedReminder', when: {} },
  { type: 'swappedTool', tool: 'hook' },
  { type: 'askedForExercise', exercise: 'cat-cow' },
  { type: 'reportedSymptom', rows: ['emergency'] },
  { type: 'reportedSymptom', rows: ['numb'] },
  { type: 'askedAboutSymptom', rows: ['numb'], found: { topics: [], nearness: 'nothing' } },
  A_QUESTION,
];

test.each(ANYTHING)('whoever leaves a search by %j hears the release first', (said) => {
  const listener = finding(LONG).after(30).says(said);
  expect(listener.pressesFor).toBe(0);
  expect(listener.words).toMatch(/^(Step off the ball|Step away|Let go)/);
});

test('a child who leans on the ball is released before the session ends', () => {
  const listener = finding().after(30).says('isUnderage');
  expect(listener.words).toMatch(/^Step off the ball\. This is for adults only/);
  expect(listener.heard().asks).toBeNull();
});

describe('a search that takes long', () => {
  const missing = (): Listener => {
    const listener = finding();
    for (let said = 0; said < 10 && listener.at === 'finding'; said++) listener.after(25).says('notUnderstood');
    return listener;
  };

  test('ends after a minute and a half of noise: off the ball, and the stretches are offered', () => {
    const begun = finding().nowMs;
    const listener = missing();
    const lasted = (listener.nowMs - begun) / 1000;
    expect(lasted).toBeGreaterThanOrEqual(90);
    expect(lasted).toBeLessThan(150);
    expect(listener.words).toBe('Step off the ball. Leave it for now. Shall we stretch instead?');
    expect(listener.says('saidYes').at).toBe('stretching');
  });

  test('and then more noise ends the session, kindly', () => {
    const listener = missing().says('notUnderstood', 'notUnderstood', 'notUnderstood');
    expect(listener.heard().asks).toBeNull();
    expect(listener.words).toMatch(/Bye|see a doctor|Take care/i);
  });

  test('ends after two minutes whatever is said, if it is not "ready"', () => {
    const listener = finding();
    for (let said = 0; said < 10 && listener.at === 'finding'; said++) listener.after(31).says('askedHelp');
    expect(listener.question).toBe('Shall we stretch instead?');
  });

  test('a spot found late is pressed all the same', () => {
    const listener = finding().after(50).says('askedHelp').after(45).says('wasReady');
    expect(listener.pressesFor).toBe(30);
  });
});

describe('a part of the body that is left out, named in a search or a hold', () => {
  test.each([
    ['a search', () => finding().after(30)],
    ['a hold', () => pressing()],
  ])('in %s may be where it hurts: off, and asked how strong it is', (_, reach) => {
    const listener = reach().says({ type: 'namedUnfit', what: 'neck', wishes: {} });
    expect(listener.words).toMatch(/^Step off the ball\. I leave the neck out\. Ease off now\./);
    expect(listener.question).toBe('From one to ten, how strong was it?');
    expect(listener.number(9).now.pressOff).toBe(true);
  });

  test('a golf ball, named in a search, is too hard, and the search waits for "ready"', () => {
    const listener = finding().after(30).says({ type: 'namedUnfit', what: 'golfBall', wishes: {} });
    expect(listener.words).toMatch(RELEASE);
    expect(listener.question).toBe("Say ready when you're back in place.");
  });
});

test('after a nine a partner takes the hands off, and strokes no more', () => {
  const listener = finding({ region: 'upper', side: 'left', tool: 'partner', minutes: 3 }).after(30).number(9);
  expect(listener.words).toMatch(/^Hands off, please\./);
  expect(listener.words).not.toContain('light strokes');
});

test.each(['askedHelp', 'askedTimeLeft', 'askedPlan'] as const)(
  'a listener who falls silent after %s in a search is released before the session ends',
  (said) => {
    const listener = finding().after(30).says(said);
    expect(listener.at).toBe('finding');
    expect(listener.repromptWords).toMatch(/^Step off the ball\./);
  },
);

test('how to hold a hook is told as the search on the low back has said it: around the waist', () => {
  const listener = finding({ region: 'lower', side: 'right', tool: 'hook', minutes: 5, place: 'chair' });
  expect(listener.words).toMatch(/^Hook around your left waist\./);
  listener.after(30).says({ type: 'askedQuestion', found: { topics: ['hook-how'], nearness: 'meant' } });
  expect(listener.words).toContain('for the low back around the waist');
});

describe('a harmless remark in a search', () => {
  const remarked = (remark: Remark): Event => ({ type: 'remarked', remark });

  test.each<[string, Event, string]>([
    ['"thank you"', remarked('thanks'), 'Sure.'],
    ['"that feels good"', remarked('good'), 'Good.'],
    ['"it feels better"', remarked('better'), 'Good.'],
    ['"louder"', remarked('louder'), 'Say: Alexa, volume up.'],
    ['"count more"', { type: 'wantedMoreCounting' }, "I'll count more."],
  ])('%s is answered in a breath, and the search goes on', (_, said, answered) => {
    const listener = finding().after(30);
    const { moment } = listener.now;
    listener.says(said);
    expect(listener.words.startsWith(`${answered} `)).toBe(true);
    expect(listener.words).not.toMatch(/Step off/);
    expect(listener.now.moment).toEqual(moment);
    expect(listener.repromptWords).toMatch(/^Step off the ball\./);
    expect(listener.after(10).says('wasReady').pressesFor).toBe(30);
  });

  test('what is not one releases, and waits for "ready"', () => {
    const listener = finding().after(30).says(A_QUESTION);
    expect(listener.words).toMatch(RELEASE);
    expect(listener.question).toBe("Say ready when you're back in place.");
  });
});

test('a search that was left by opening the skill anew is released first', () => {
  const listener = finding().after(30);
  listener.state = null;
  expect(listener.says('launched').words).toMatch(/^Step off the ball\./);
});

describe('how a search is said', () => {
  const FIRST =
    /^Firm floor, back to a wall\. Ball between left shoulder blade and spine\. Lean in, find it\. Five or less out of ten; sharp or numb, step away\. Then say: Alexa, ready\./;

  test('the first time: where, how and the rule, then quiet', () => {
    expect(finding().words).toMatch(FIRST);
  });

  test('asked for again, or after a question: in few words', () => {
    expect(finding().after(25).says('askedToRepeat').words).toMatch(
      /^Ball by your left shoulder blade\. Beside the spine, not on it\. Bend/,
    );
    expect(finding().after(25).says(A_QUESTION, 'wasReady').words).toMatch(
      /^Back to your spot\. Ball by your left shoulder blade\. Beside the spine, not on it\. Bend/,
    );
  });

  test('broken off before the rule was heard: the rule comes with the few words, or with the lead-in', () => {
    expect(finding().after(4).says('askedToRepeat').words).toMatch(/Five or less; sharp or numb, step away\. Bend/);
    expect(finding().after(4).says('wasReady').words).toMatch(
      /^Five or less out of ten; sharp or numb, step away\. Thirty seconds\./,
    );
    expect(finding().after(25).says('wasReady').words).toMatch(/^Thirty seconds\./);
  });

  test('with details: what helps, and that nobody need be told', () => {
    expect(finding().after(25).says('askedDetails').words).toMatch(/long sock.*You don't need to tell me first\./);
  });

  test('on another visit, with the same tool: in few words, and the rule once', () => {
    const remembered = { explained: ['find.ball', 'teach.stop'] };
    const listener = choosing({ remembered }).wants(USUAL).answersNo().number(4);
    expect(listener.words).toMatch(
      /^Ball by your left shoulder blade, beside the spine\. Five or less; sharp or numb, step away\./,
    );
    expect(listener.says('wasReady').words).toMatch(/^Thirty seconds\. Let go when I say, or if you lose me\. /);
    expect(
      choosing({ remembered })
        .wants({ ...USUAL, tool: 'hook' })
        .answersNo()
        .number(4).words,
    ).toMatch(/^Hook over/);
  });

  test('a bare yes is asked for "ready"', () => {
    for (const said of ['saidYes', 'resumed', 'wantedMore', 'triedToStart'] as const) {
      const listener = finding().after(25).says(said);
      expect(listener.words).toMatch(/^To press, say ready\./);
      expect(listener.pressesFor).toBe(0);
    }
  });
});

test('a number that follows the release lets go of nothing more', () => {
  const listener = finding().after(20).says(A_QUESTION);
  expect(listener.keys[0]).toBe('release.ball');
  expect(listener.number(5).words).toBe("Five is fine. Say ready when you're back in place.");
  expect(finding().after(20).number(5).words).toMatch(/^Step off the ball\. Five is fine\./);
  expect(finding().after(20).says('saidTooMuch').number(5).keys).not.toContain('release.ball');
});
