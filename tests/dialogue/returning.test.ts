// Tests what a listener is asked after a break, and what they come back to (docs/safety.md "Asking again").

import { ASKED } from '../support/health-questions';
import { A_QUESTION, aListener, type Listener, type Said } from '../support/listener';
import { SAFETY_NET } from '../support/outcome-lines';
import {
  askedTo,
  between,
  checking,
  closing,
  finding,
  GUIDED,
  interrupted,
  LONG,
  offering,
  paused,
  pressing,
  readying,
  rechecking,
  stretching,
  USUAL,
} from '../support/reaching';

const START: Said = { type: 'saidStart', word: true };
const PAUSE_QUESTION = 'Since you answered, is something new, such as numbness, fever, dizziness, or chest pain?';
const LOSS_QUESTION = 'Has anything changed since you answered, or is someone else using this now?';
const GUIDED_AGAIN = (listener: Listener): boolean =>
  listener.heard().plays.some(({ kind, exercise }) => kind === 'hold' || kind === 'count' || exercise !== undefined);
/** Nothing was told, so the questions of a return visit come, and nothing is guided before they are answered. */
function fewAgain(listener: Listener): void {
  expect(listener.question).toBe(ASKED.r0);
  expect(listener.now).toMatchObject({ cleared: false, noes: [], visit: 'return' });
  expect(GUIDED_AGAIN(listener)).toBe(false);
}

/** All eight are asked again, and nothing is guided before they are answered. */
function fullSet(listener: Listener): void {
  expect(listener.question).toBe(ASKED.q1);
  expect(listener.now).toMatchObject({ cleared: false, noes: [], skinClear: false });
}
/** The middle of the first hold, and the session is lost there. */
const lostInAHold = (): Listener => pressing().says({ type: 'sessionLost', because: 'left' });

describe('a place kept after a hold that was done', () => {
  /** Comes back within minutes, and says that nothing has changed and that the skin is clear. */
  const back = (reach: () => Listener): Listener =>
    reach().says({ type: 'sessionLost', because: 'left' }).comesBack(2).says('saidYes', 'saidNo', START, 'saidNo');

  test('offers the rest of the minute, lighter, because the number is not kept', () => {
    const listener = back(offering);
    expect(listener.question).toBe('Thirty more, only lighter: say ready. Or say: stretches.');
    expect(listener.words).not.toContain('Back to your spot');
    expect(listener.says('wasReady').pressesFor).toBe(30);
    expect(listener.keys).toContain('lead.lighter');
  });

  test('leads on to the stretches where nothing is left of the spot, though the end of the session was never told', () => {
    const untold = offering().says('wasReady').comesBack(2).says('saidYes', 'saidNo', START, 'saidNo');
    expect(untold.words).not.toContain('back in place');
    expect(untold.at).toBe('stretching');
  });

  test('leads on to the stretches where nothing is left of the spot', () => {
    const listener = back(() => offering().says('wasReady').number(4));
    expect(listener.words).not.toContain('back in place');
    expect(listener.pressesFor).toBe(0);
  });
});

describe('a pause', () => {
  const POINTS = Object.entries(GUIDED).filter(([name]) => name !== 'paused' && name !== 'asked after a pause');

  test.each(POINTS)('%s: three quiet minutes, then one question before anything goes on', (_name, reach) => {
    const listener = reach().says('paused');
    expect(listener.heard().plays.reduce((sum, { ms }) => sum + (ms ?? 0), 0)).toBe(180_000);
    expect(GUIDED_AGAIN(listener)).toBe(false);
    expect(listener.says('wasReady').words).toBe(PAUSE_QUESTION);
    listener.says('saidNo');
    expect(listener.now.cleared).toBe(true);
    expect(listener.heard().asks).not.toBeNull();
  });

  test.each(['saidYes', 'wasNotSure', 'saidSomewhat', 'mixedAnswer', 'spokeForAnother'] as const)(
    'anything new, or not sure: all the questions again (%s)',
    (said) => {
      fullSet(rechecking().says(said));
    },
  );

  test('something unclear is asked once more, then all the questions', () => {
    for (const said of ['unclear', 'notUnderstood'] as const) {
      const listener = rechecking().says(said);
      expect(listener.question).toBe(PAUSE_QUESTION);
      fullSet(listener.says(said));
    }
  });

  const OTHER: Said[] = [
    'wasReady',
    'resumed',
    'saidYes',
    START,
    'triedToStart',
    'wantedNext',
    'wantedPrevious',
    'wentBack',
    'startedOver',
    'wantedStretches',
    'wantedMore',
    'wantedShorter',
    'wantedLonger',
    'wantedEasier',
    'wantedSlower',
    'cannotUseFloor',
    'saidTooMuch',
    'askedToRepeat',
    'askedHelp',
    'askedTimeLeft',
    'askedPlan',
    A_QUESTION,
    { type: 'gaveNumber', number: 4 },
    { type: 'swappedTool', tool: null },
    { type: 'swappedTool', tool: 'hands' },
    { type: 'lacksTool', tool: null },
    { type: 'chose', wishes: { tool: 'hook' } },
    { type: 'askedForRoutine', wishes: { region: 'lower', side: 'left', tool: 'ball', minutes: 3 } },
  ];

  test.each(OTHER)('nothing is guided after it without an answer to its question (%j)', (said) => {
    for (const reach of [
      paused,
      () => paused(LONG),
      rechecking,
      () => stretching().says('paused'),
      () => between().says('paused', 'wasReady'),
    ]) {
      const listener = reach().says(said);
      const ways: Said[] = ['wasReady', 'wasReady'];
      for (const way of ways) {
        expect(GUIDED_AGAIN(listener)).toBe(false);
        if (listener.question === ASKED.q1 || listener.at === 'finished') break;
        listener.says(way);
      }
      expect(GUIDED_AGAIN(listener)).toBe(false);
    }
  });

  test('in a press: the release first, and after it exactly the rest of the hold', () => {
    const listener = pressing().says('paused');
    expect(listener.words).toMatch(/^Step off the ball\. I'll be quiet for three minutes\./);
    listener.says('wasReady', 'saidNo');
    const rest = listener.now.place?.restSeconds;
    expect(listener.words).toMatch(/about \w+ seconds of that hold are left/i);
    listener.says('wasReady');
    expect(listener.words).toMatch(/^Twenty more\. Let go when I say/);
    expect(listener.pressesFor).toBe(rest);
  });

  test('at a question: the question again', () => {
    const { question } = checking();
    expect(checking().says('paused', 'wasReady', 'saidNo').question).toBe(question);
    expect(offering().says('paused', 'wasReady', 'saidNo').question).toBe(offering().question);
  });

  test('a second one offers to keep the place; yes ends with how to come back, no is quiet again', () => {
    const again = () => paused().says('wasReady', 'saidNo', 'paused');
    expect(again().words).toBe('Shall I keep your place and stop for now?');
    const kept = again().says('saidYes');
    expect(kept.words).toMatch(/say: Alexa, open knot relief\.$/);
    expect(kept.heard().asks).toBeNull();
    expect(kept.kept?.place.part).toBe('press');
    expect(again().says('saidNo').at).toBe('pausing');
  });

  test('in the screening: the same question, and no answer counts', () => {
    const listener = askedTo('q5').says('paused', 'wasReady');
    expect(listener.question).toBe(ASKED.q5);
    expect(listener.now.noes).toHaveLength(4);
  });

  test('before the skin has been asked about: that question again', () => {
    const listener = askedTo('q9').says('paused', 'wasReady', 'saidNo');
    expect(listener.question).toBe(ASKED.q9);
  });
});

describe('a session lost under thirty minutes after "start"', () => {
  const back = () => lostInAHold().comesBack(3);

  test('the place is offered, then one question, then the word', () => {
    const listener = back();
    expect(listener.question).toBe('We stopped at the hold. Go on from there?');
    expect(listener.says('saidYes').words).toBe(LOSS_QUESTION);
    expect(listener.says('saidNo').question).toBe('To go on, say start.');
    expect(listener.now.cleared).toBe(false);
    listener.says(START);
    expect(listener.now.cleared).toBe(true);
    expect(listener.question).toBe(ASKED.q9);
    expect(GUIDED_AGAIN(listener)).toBe(false);
    expect(listener.says('saidNo').words).toMatch(/^Back to your spot\. About twenty seconds of that hold are left\./);
    expect(listener.says('wasReady').pressesFor).toBe(20);
  });

  test.each(['saidYes', 'triedToStart', 'wasReady', 'resumed'] as const)(
    'another word than "start" is understood, and the word is asked for again (%s)',
    (said) => {
      const listener = back().says('saidYes', 'saidNo', said);
      expect(listener.words).toBe('To go on, say start.');
      expect(listener.now.cleared).toBe(false);
    },
  );

  test.each([
    'saidYes',
    'wasNotSure',
    'unclear',
    'saidSomewhat',
    'mixedAnswer',
    'spokeForAnother',
    'notUnderstood',
    'wantedNext',
    START,
  ] as Said[])('its question is passed by a clear no only (%j)', (said) => {
    fullSet(back().says('saidYes', said));
  });

  test.each([
    'saidYes',
    'triedToStart',
    'wasReady',
    'resumed',
    'saidNo',
    'notUnderstood',
    'startedOver',
    'paused',
    { type: 'saidStart', word: false },
    { type: 'swappedTool', tool: null },
  ] as Said[])('after it only "start" opens anything (%j)', (said) => {
    const listener = back().says('saidYes', 'saidNo', said, said);
    expect(listener.now.cleared).toBe(false);
    expect(GUIDED_AGAIN(listener)).toBe(false);
  });

  test('go back asks its question again', () => {
    expect(back().says('saidYes', 'saidNo', 'wentBack').words).toBe(LOSS_QUESTION);
  });

  test('the offer says where they stopped', () => {
    const lost = (listener: Listener) => listener.says({ type: 'sessionLost', because: 'left' }).comesBack(2).question;
    expect(lost(finding())).toMatch(/finding the spot/);
    expect(lost(pressing())).toMatch(/at the hold/);
    expect(lost(stretching())).toMatch(/in the stretches/);
  });

  test('a stretch is taken up where it was broken off', () => {
    const ledTo = (one: Listener) => one.heard().plays.find(({ exercise }) => exercise)?.exercise;
    const listener = stretching().says('wantedNext');
    const second = ledTo(listener);
    listener.after(25).says({ type: 'sessionLost', because: 'left' });
    const { unit } = listener.kept?.place ?? {};
    expect(unit).toBeGreaterThan(0);
    listener.comesBack(1).says('saidYes', 'saidNo', START);
    if (listener.at !== 'stretching') listener.says('wasReady');
    expect(listener.at).toBe('stretching');
    expect(listener.now.place?.unit).toBe(unit);
    expect(second).toBeDefined();
    expect(ledTo(listener)).toBe(second);
  });

  test('silence that was carried on to the stretches is taken up after them, and after whole sets', () => {
    const listener = checking(LONG);
    const sides = (listener.heard().reprompt?.plays ?? []).filter(({ act }) => act?.key === 'hold.start');
    const [left, right] = (['left', 'right'] as const).map((one) => sides.filter(({ side }) => side === one).length);
    expect(left).toBeGreaterThan(0);
    expect(right).toBe(left);
    listener.staysSilent();
    expect(listener.kept?.place.part).toMatch(/stretch|close/);
    expect(listener.kept?.place.unit).toBeGreaterThan(0);
  });

  test('seconds already pressed still count', () => {
    const listener = finding().says('wasReady').number(4).says('saidNo', { type: 'sessionLost', because: 'left' });
    expect(listener.kept?.spots[0]?.pressedSeconds).toBe(30);
    listener.comesBack(1).says('saidYes', 'saidNo', START);
    for (const said of ['wasReady', 'startedOver', 'wasReady', 'wasReady', 'wasReady'] as const) listener.says(said);
    expect(listener.now.spots.length).toBeLessThanOrEqual(2);
  });

  test('nothing about health is kept', () => {
    const listener = pressing().says({ type: 'sessionLost', because: 'left' });
    expect(JSON.stringify(listener.kept)).not.toMatch(/sore|strength|noes|q\d|symptom|numb|skin|pressOff/);
    expect(Object.keys(listener.kept ?? {}).sort()).toEqual([
      'endsAtMs',
      'place',
      'plan',
      'pressingUntilMs',
      'recheckUntilMs',
      'spots',
    ]);
  });

  test('the place declined: the questions of a return visit, and a new choice', () => {
    const listener = back().says('saidNo');
    expect(listener.words).toBe(ASKED.r0);
    fewAgain(listener);
    listener.answersNo(5).says(START);
    expect(listener.question).toMatch(/^Where's the knot/);
  });

  test('the time counts from "start", not from the loss', () => {
    const lostAfter = (minutes: number) => {
      const listener = pressing().says({ type: 'sessionLost', because: 'left' });
      const startedAtMs = listener.now.startedAtMs ?? 0;
      return listener.comesBack((startedAtMs + minutes * 60_000 - listener.nowMs) / 60_000);
    };
    expect(lostAfter(29.9).at).toBe('welcomingBack');
    fewAgain(lostAfter(30.1));
  });

  test('whoever takes longer over the offer, the one question or "start" gets them all', () => {
    const waits = (...said: Said[]) => {
      const listener = back().says(...said);
      for (let breaks = 0; breaks < 10; breaks++) listener.says('paused', 'wasReady');
      return listener;
    };
    fullSet(waits('saidYes', 'saidNo').says(START));
    fullSet(waits('saidYes').says('saidNo', START));
  });

  test('a second loss does not lengthen it', () => {
    const listener = back().says('saidYes', 'saidNo', START).says({ type: 'sessionLost', because: 'left' });
    fewAgain(listener.comesBack(27));
  });

  test.each(['emergency', 'numb', 'ill', 'dizzy', 'sharp', 'skin'] as const)(
    'a symptom said at the offer is never followed by guiding (%s)',
    (row) => {
      for (const said of ['saidYes', 'saidNo'] as const) {
        const listener = back().says({ type: 'reportedSymptom', rows: [row] });
        for (const next of [said, 'wasReady', 'wasReady'] as const) {
          if (listener.at === 'finished') break;
          listener.says(next);
          expect(listener.now.cleared).toBe(false);
          expect(listener.at).not.toBe('closing');
          expect(GUIDED_AGAIN(listener)).toBe(false);
        }
      }
    },
  );
});

test('a pause that goes on and on does not keep the answers for longer than half an hour', () => {
  const listener = paused();
  for (let rests = 0; rests < 10; rests++) listener.says('saidNo');
  listener.says('wasReady', 'saidNo');
  expect(listener.words).toMatch(
    /^It's been over half an hour\. We'll go through the questions again\. Today, have you had/,
  );
  expect(listener.now.cleared).toBe(false);
});

describe('more than the one question, whatever is kept', () => {
  /** All the questions again; the place is offered when they are passed, and the skin is asked about before a touch. */
  function everythingAgain(listener: Listener, offered: boolean): void {
    fullSet(listener);
    goesOn(listener.answersNo(8).says(START), offered);
  }

  /** The same with the questions of a return visit, which are asked where nothing has been told. */
  function fewFirst(listener: Listener, offered: boolean): void {
    fewAgain(listener);
    goesOn(listener.answersNo(5).says(START), offered);
  }

  function goesOn(listener: Listener, offered: boolean): void {
    if (!offered) {
      expect(listener.question).toMatch(/^Where's the knot/);
      return;
    }
    expect(listener.question).toMatch(/^We stopped .* Go on from there\?$/);
    listener.says('saidYes');
    expect(listener.question).toBe(ASKED.q9);
    expect(GUIDED_AGAIN(listener)).toBe(false);
  }

  test('over thirty minutes later, when the place is over too', () => {
    fewFirst(lostInAHold().comesBack(40), false);
  });

  test('on another device no place is known', () => {
    fewFirst(lostInAHold().comesBack(3, true), false);
  });

  test('after a yes to the list that is read the place is gone', () => {
    const { kept } = pressing().says('stopped');
    const listener = aListener({ form: 'read', kept }).says('launched', 'saidYes');
    expect(listener.at).toBe('finished');
    expect(listener.kept).toBeNull();
  });

  test('after "stop" the place is kept and the short re-check is not', () => {
    const listener = pressing().says('stopped');
    expect(listener.words).toMatch(/^Step off the ball\. Okay, stopping\./);
    expect(listener.kept).toMatchObject({ recheckUntilMs: null, place: { part: 'press' } });
    fewFirst(listener.comesBack(1), true);
  });

  test('somebody who says yes to "anything new?" and then no to everything goes on where they were', () => {
    everythingAgain(rechecking().says('saidYes'), true);
  });

  test.each(['emergency', 'ill', 'standing'] as const)('after an outcome the place is gone (%s)', (row) => {
    const listener = pressing()
      .says({ type: 'reportedSymptom', rows: [row] })
      .staysSilent();
    expect(listener.kept).toBeNull();
    everythingAgain(listener.comesBack(1), false);
  });

  test.each(['sharp', 'dizzy', 'skin', 'numb'] as const)(
    'after any symptom there is no short re-check, whatever followed it (%s)',
    (row) => {
      for (const reach of [finding, pressing, stretching, interrupted]) {
        const eased = reach().says({ type: 'reportedSymptom', rows: [row] });
        if (eased.heard().asks) eased.says('saidYes');
        if (eased.at !== 'finished') eased.says({ type: 'sessionLost', because: 'left' });
        expect(eased.kept?.recheckUntilMs ?? null).toBeNull();
        fullSet(eased.comesBack(1));
      }
    },
  );

  test('after a press that was too strong there is no short re-check', () => {
    const listener = finding(LONG).says('wasReady').number(9).after(10).says({ type: 'sessionLost', because: 'left' });
    fullSet(listener.comesBack(1));
  });

  test('after the goodbye nothing is kept', () => {
    const listener = closing().says('saidNo').number(2);
    expect(listener.words).toContain(SAFETY_NET);
    expect(listener.kept).toBeNull();
    fewFirst(listener.comesBack(1), false);
  });

  test('after silence in the screening', () => {
    everythingAgain(askedTo('q6').staysSilent().comesBack(1), false);
    everythingAgain(aListener().says('launched').staysSilent().comesBack(1), false);
  });

  test('the place is still there after a screening that was left', () => {
    const listener = pressing().says('stopped').comesBack(10).says('saidNo').staysSilent();
    expect(listener.kept?.place.part).toBe('press');
    fewFirst(listener.comesBack(5), true);
  });
});

test('an open session that is opened once more asks again before anything is guided', () => {
  for (const reach of [pressing, readying, stretching, () => finding(USUAL)]) {
    const listener = reach().says('launched');
    expect(listener.now.cleared).toBe(false);
    expect(GUIDED_AGAIN(listener)).toBe(false);
  }
});

test('opened once more at "Shall I delete it all?" in the screening, the skill asks the questions and offers no place', () => {
  const listener = pressing();
  listener.state = null;
  listener.nowMs += 60_000;
  listener.says({ type: 'namedUnfit', what: 'neck', wishes: {} }, 'wantedForgetting', 'launched');
  expect(listener.at).toBe('screening');
});

test('so it is where a doubt was open in the screening', () => {
  const listener = pressing();
  listener.state = null;
  listener.nowMs += 60_000;
  listener.says(
    { type: 'namedUnfit', what: 'neck', wishes: {} },
    { type: 'askedAboutSymptom', rows: ['numb'], found: { topics: [], nearness: 'nothing' }, told: true },
    'launched',
  );
  expect(listener.at).toBe('screening');
});
