// Tests what follows the number of a hold, and how long a spot is pressed (docs/safety.md "The rules of pressing").

import fc from 'fast-check';
import { routineTables } from '../../content';
import { REGIONS, TOOLS, type Tool } from '../../lambda/domain/exercise';
import type { Listener, Said } from '../support/listener';
import { A_QUESTION, aListener } from '../support/listener';
import {
  asksNumb,
  asksSharp,
  asksSoreness,
  checking,
  choosing,
  closing,
  finding,
  interrupted,
  LONG,
  offering,
  pressing,
  readying,
  USUAL,
} from '../support/reaching';

const number = (value: number): Said => ({ type: 'gaveNumber', number: value });
const SCALE = 'From one to ten, how strong was it?';
/** The hold has been heard to its end. */
const held = (wishes = USUAL): Listener => finding(wishes).says('wasReady');

describe('the number a hold was given', () => {
  test.each([0, 1, 2, 3, 4, 5])('%i: after the question what it felt like, a second hold is offered', (level) => {
    const listener = held().number(level);
    expect(listener.question).toBe('Any sharp or electric feeling?');
    listener.says('saidNo');
    expect(listener.question).toBe('Thirty more on that spot: say ready. Or say: stretches.');
    expect(listener.now.spots.at(-1)?.strength).toBe(Math.max(1, level));
    expect(listener.says('wasReady').pressesFor).toBe(30);
  });

  test.each([6, 7])('%i: a second hold only lighter, and said so', (level) => {
    const listener = held().number(level).says('saidNo');
    expect(listener.question).toBe('Thirty more, only lighter: say ready. Or say: stretches.');
    listener.says('wasReady');
    expect(listener.words).toContain('Half as hard this time');
    expect(listener.pressesFor).toBe(30);
  });

  test.each([8, 9, 10])('%i: no more pressing today, gentle stretches', (level) => {
    const listener = held(LONG).number(level);
    expect(listener.words).toMatch(/^That's too strong\. No more pressing today\./);
    expect(listener.now.pressOff).toBe(true);
    expect(listener.at).toBe('stretching');
    for (const said of ['wantedMore', 'startedOver', 'wentBack', 'wasReady', 'wantedPrevious'] as const) {
      if (listener.at !== 'finished') expect(listener.after(20).says(said).pressesFor).toBe(0);
    }
  });

  test.each([11, 99, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is not on the scale: it is asked again',
    (level) => {
      const listener = held().number(level);
      expect(listener.question).toBe(SCALE);
      expect(listener.now.spots.at(-1)?.strength).toBeNull();
      expect(listener.number(8).now.pressOff).toBe(true);
    },
  );

  test.each(['saidYes', 'saidNo', 'wasReady', 'unclear', 'notUnderstood', 'wasNotSure', 'saidSomewhat'] as const)(
    '"fine" or "yes" is asked again once, then the stretches follow (%s)',
    (said) => {
      const listener = held().says(said);
      expect(listener.question).toBe(SCALE);
      expect(listener.says(said).at).toBe('stretching');
      expect(listener.pressesFor).toBe(0);
    },
  );

  test('no answer: stretches, the safety net, and how to come back; nothing presses', () => {
    const { reprompt } = held().heard();
    expect(reprompt?.plays.some(({ kind }) => kind === 'hold' || kind === 'count')).toBe(true);
    expect(reprompt?.plays.some(({ pressing: presses }) => presses)).toBe(false);
    expect(held().repromptWords).toMatch(
      /call nine one one\. (To go on|For another day), say: Alexa, open knot relief\.$/,
    );
  });

  test('said in the middle of a hold: the release first, then as if it had been asked', () => {
    expect(pressing().number(7).words).toMatch(/^Step off the ball\./);
    expect(pressing().number(7).says('saidNo').question).toMatch(/only lighter/);
    const strong = pressing().number(8);
    expect(strong.words).toMatch(/^Step off the ball\. That's too strong\./);
    expect(strong.now.pressOff).toBe(true);
  });

  test('said after an interruption: the same', () => {
    expect(interrupted().number(9).now.pressOff).toBe(true);
    expect(interrupted().number(6).question).toMatch(/only lighter/);
  });

  test('a soreness of eight or more before anything is pressed leaves the pressing out', () => {
    const listener = choosing().wants(USUAL).says('saidNo').number(9);
    expect(listener.now.pressOff).toBe(true);
    expect(listener.question).toBe('Is that pain there at rest, or does it keep you awake?');
    listener.says('saidNo');
    expect([listener.at, listener.pressesFor]).toEqual(['stretching', 0]);
  });

  test('the second hold was stronger: no further press on it', () => {
    const listener = offering().says('wasReady').number(8);
    expect(listener.now.pressOff).toBe(true);
    expect(listener.at).toBe('stretching');
  });

  test('a pin and stretch is offered only after a hold of five or less', () => {
    const second = (level: number) => asksNumbAfter(level).says('saidNo').question;
    expect(second(5)).toBe('Next, arm lifts with that spot pinned: say ready. Or say: stretches.');
    expect(second(6)).toMatch(/only lighter/);
  });

  test('a brief routine goes on without waiting, and one more is there for the asking', () => {
    const brief = { ...USUAL, minutes: 3 };
    expect(held(brief).number(4).words).not.toContain('one more');
    const more = held(brief).number(4).after(8).says('wantedMore');
    expect(more.pressesFor).toBe(0);
    expect(more.says('wasReady').pressesFor).toBe(30);
    const lighter = held(brief).number(7).after(8).says('wantedMore', 'wasReady');
    expect(lighter.words).toContain('Half as hard this time');
  });

  test('a brief routine says how to get the rest of the minute that was promised', () => {
    const wished = held({ ...USUAL, minutes: 3, holdSeconds: 60 });
    expect(wished.number(4).words).toMatch(/For more: Alexa, one more\./);
    expect(wished.after(8).says('wantedMore', 'wasReady').pressesFor).toBe(30);
  });
});

function asksNumbAfter(level: number): Listener {
  return offering(LONG).says('saidNo', 'wasReady').number(level);
}

describe('what it felt like', () => {
  test('sharpness is asked once after the first spot, numbness after the second', () => {
    expect(asksSharp().question).toBe('Any sharp or electric feeling?');
    expect(asksNumb().question).toBe('Any numbness or tingling?');
    expect(offering().says('wasReady').number(4).at).not.toBe('feeling');
  });

  test.each(['saidYes', 'saidSomewhat', 'mixedAnswer', 'wasNotSure'] as const)(
    'anything but a clear no ends the pressing (%s)',
    (said) => {
      for (const reach of [asksSharp, asksNumb]) {
        const listener = reach().says(said);
        expect(listener.now.pressOff).toBe(true);
        expect(listener.at).toBe('easing');
      }
    },
  );

  test('something unclear is asked once more, and then nothing presses', () => {
    const listener = asksSharp().says('notUnderstood');
    expect(listener.question).toBe('Any sharp or electric feeling?');
    expect(listener.says('notUnderstood').now.pressOff).toBe(true);
    expect(listener.at).toBe('stretching');
  });

  test('silence leads to stretches, never to a press', () => {
    for (const reach of [asksSharp, asksNumb, offering]) {
      const listener = reach();
      expect(listener.heard().reprompt?.plays.some(({ pressing: presses }) => presses)).toBe(false);
      expect(listener.repromptWords).toMatch(/(To go on|For another day), say: Alexa, open knot relief\.$/);
    }
  });
});

describe('one more', () => {
  test('"ready" takes it: thirty seconds on the same spot', () => {
    expect(offering().says('wasReady').pressesFor).toBe(30);
    expect(offering().says('wasReady').now.spots).toHaveLength(1);
  });

  test.each(['saidYes', 'wantedMore', 'triedToStart', { type: 'saidStart', word: true }] as Said[])(
    'a bare yes may be a "yes, but": it presses nothing and asks for "ready" (%j)',
    (said) => {
      for (const wishes of [USUAL, LONG]) {
        const listener = offering(wishes).says(said);
        expect(listener.pressesFor).toBe(0);
        expect(listener.question).toMatch(/say ready/);
        expect(listener.says(said).pressesFor).toBe(0);
        expect(listener.says('wasReady').pressesFor).toBe(30);
      }
    },
  );

  test.each(['saidNo', 'wantedNext', 'wasNotSure'] as const)('not wanted, or not clearly: on (%s)', (said) => {
    expect(offering().says(said).at).toBe('stretching');
    expect(offering(LONG).says(said).at).toBe('finding');
  });

  test('a third hold is never offered: the sixty seconds are spent', () => {
    const listener = offering().says('wasReady').number(3);
    expect(listener.now.spots[0]?.pressedSeconds).toBe(60);
    expect(listener.after(8).says('wantedMore').pressesFor).toBe(0);
  });

  test('after the stretches it is there for the asking, lighter after a six or seven, and once only', () => {
    expect(closing().says('wantedMore', 'wasReady').pressesFor).toBe(30);
    const strong = held({ ...USUAL, minutes: 3 })
      .number(7)
      .says('wantedMore', 'wasReady');
    expect(strong.words).toContain('Half as hard this time');
    expect(strong.number(3).says('wantedMore', 'wasReady').pressesFor).toBe(0);
  });

  test('somebody who passes over the number is led to the stretches, never to the second spot', () => {
    for (const said of ['wantedNext', 'resumed'] as const) {
      const listener = checking(LONG).says(said);
      expect(listener.at).toBe('stretching');
      expect(listener.pressesFor).toBe(0);
    }
  });

  test('before the number has been said it presses nothing', () => {
    expect(checking().says('wantedMore').pressesFor).toBe(0);
  });
});

describe('sixty seconds a spot, two spots', () => {
  const tools = TOOLS.filter((tool): tool is Exclude<Tool, 'none'> => tool !== 'none');
  const words = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Said>('wasReady', 'saidYes', number(3), 'saidNo', 'resumed') },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Said>(
        'wentBack',
        'wantedPrevious',
        'startedOver',
        'paused',
        'wantedMore',
        A_QUESTION,
        'askedToRepeat',
        'wantedNext',
        'saidTooMuch',
        'askedTimeLeft',
        'wantedSlower',
        'wantedLonger',
        'wantedShorter',
        'cannotUseFloor',
        number(6),
        { type: 'swappedTool', tool: null },
        { type: 'lacksTool', tool: null },
        { type: 'saidStart', word: true },
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Tool>(...tools).map((tool): Said => ({ type: 'swappedTool', tool })) },
  );
  const step = fc.record({
    said: words,
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null, freq: 2 }),
  });

  /** Every answer is held against the limits by the listener; a broken one throws. Returns how many answers pressed. */
  function follow(listener: Listener, script: { said: Said; share: number | null }[]): number {
    let holds = 0;
    for (const { said, share } of script) {
      if (listener.at === 'finished') break;
      if (share !== null) listener.after(share * listener.answerSeconds);
      listener.says(said);
      if (listener.pressesFor > 0) holds++;
    }
    return holds;
  }

  const script = fc.array(step, { minLength: 4, maxLength: 24 });

  test('hold whatever is said, in whatever order, at whatever second', () => {
    let holds = 0;
    const wishes = fc.record({
      tool: fc.constantFrom(...tools),
      region: fc.constantFrom(...REGIONS),
      minutes: fc.constantFrom(3, 5, 10),
      side: fc.constantFrom('left' as const, 'both' as const),
      place: fc.constant('floor' as const),
    });
    const fitting = wishes.filter(({ tool, region }) => routineTables.exercises.presses[tool].regions.includes(region));
    fc.assert(
      fc.property(fitting, script, (wanted, said) => {
        holds += follow(finding(wanted), said);
      }),
      { numRuns: 120, seed: 20261122 },
    );
    expect(holds).toBeGreaterThan(25);
  });

  test('hold on the second spot, where the pin and stretch is', () => {
    let holds = 0;
    fc.assert(
      fc.property(script, (said) => {
        holds += follow(asksNumb(), said);
      }),
      { numRuns: 120, seed: 20261123 },
    );
    expect(holds).toBeGreaterThan(10);
  });

  test('hold when the first press was broken off and taken up again before a pin and stretch', () => {
    const listener = offering(LONG).says('saidNo', 'wasReady');
    listener.after(listener.pressBeginsAt + 10).says(A_QUESTION, 'wasReady');
    listener.number(4).says('saidNo', 'wasReady');
    expect(listener.now.spots[1]?.pressedSeconds).toBeGreaterThan(30);
  });

  describe.each(['wentBack', 'wantedPrevious', 'startedOver', { type: 'swappedTool', tool: 'hook' }] as Said[])(
    '%j in the first hold',
    (said) => {
      const again = (): Listener => {
        const listener = pressing(LONG).says(said);
        return listener.at === 'finding' ? listener : listener.says('wasReady');
      };

      test('leads to the same spot, not to the next one', () => {
        const listener = again();
        expect(listener.at).toBe('finding');
        expect(listener.words).not.toMatch(/next spot/i);
        expect(listener.now.spots.map(({ side }) => side)).toEqual(['left']);
      });

      test('keeps the seconds it was pressed', () => {
        const listener = again();
        expect(listener.now.spots[0]?.pressedSeconds).toBeGreaterThanOrEqual(15);
        listener.says('wasReady').number(3).says('saidNo');
        if (listener.at === 'offering') listener.says('wasReady');
        expect(listener.pressedMs).toHaveLength(1);
      });
    },
  );

  test('a press taken up again lasts exactly what was said to be left', () => {
    for (const second of [1, 6, 11, 17, 22]) {
      const listener = held();
      listener.after(listener.pressBeginsAt + second).says(A_QUESTION);
      const left = listener.now.place?.restSeconds ?? 0;
      listener.says('wasReady');
      if (left >= 10) expect(listener.pressesFor).toBe(left);
      else expect(listener.pressesFor).toBe(0);
    }
  });

  test('with under ten seconds left a hold is finished', () => {
    const listener = held();
    listener.after(listener.pressBeginsAt + 24).says(A_QUESTION);
    expect(listener.says('wasReady').pressesFor).toBe(0);
  });

  test('a slower pin and stretch stays within the sixty seconds of its spot', () => {
    const listener = asksNumbAfter(4).says('wantedSlower', 'saidNo', 'wasReady');
    expect(listener.keys).toContain('pin.safe');
    expect(listener.pressesFor).toBeLessThanOrEqual(30);
  });
});

test('a listener who never reaches the wall has pressed nothing', () => {
  expect(aListener().screened().pressedMs).toEqual([]);
});

describe('how sore it is before', () => {
  test('a nine said after two words that were not understood counts: no pressing today', () => {
    const listener = asksSoreness().says('notUnderstood', 'notUnderstood').number(9);
    expect(listener.words).toMatch(
      /^Step off the ball\. That's strong\. No pressing today\. Is that pain there at rest/,
    );
    expect(listener.now.pressOff).toBe(true);
    listener.says('saidNo');
    expect([listener.at, listener.pressesFor]).toEqual(['stretching', 0]);
  });

  test('a number that comes late, below eight, is taken and leads on', () => {
    const listener = asksSoreness().says('notUnderstood', 'notUnderstood').number(4);
    expect(listener.now.soreBefore).toBe(4);
    expect(listener.question).toBe("Say ready when you're back in place.");
    expect(listener.says('wasReady', 'wasReady').words).not.toMatch(/Lightly/);
  });

  test.each(['saidYes', 'wasNotSure', 'saidSomewhat'] as const)(
    'a nine that is there at rest, or may be, closes the stretches too (%s)',
    (said) => {
      const listener = asksSoreness().number(9).says(said);
      expect(listener.words).toMatch(/hold off pressing.*If you can't sleep or can't move, call a doctor today/);
      expect(listener.now.guideOff).toBe(true);
    },
  );

  test('a nine, and then nothing that is understood, closes the stretches too', () => {
    const listener = asksSoreness().number(9).says('notUnderstood');
    expect(listener.question).toBe('Is that pain there at rest, or does it keep you awake?');
    expect(listener.says('notUnderstood').now.guideOff).toBe(true);
  });

  test('is not asked in three minutes: the first hold is light, and said so', () => {
    const listener = asksSoreness({ ...USUAL, minutes: 3 });
    expect(listener.at).toBe('finding');
    expect(listener.says('wasReady').words).toMatch(/^Lightly, thirty seconds\./);
  });

  test('a number corrected upwards counts as if it had come in time', () => {
    const listener = readying().number(9);
    expect(listener.now.pressOff).toBe(true);
  });

  test.each([
    ['two words that were not understood', ['notUnderstood', 'notUnderstood'] as const],
    ['"no"', ['saidNo'] as const],
    ['"next"', ['wantedNext'] as const],
  ])('without a number, after %s, the first hold is light and said so', (_, said) => {
    const listener = asksSoreness().says(...said);
    expect(listener.words).toContain("Then we'll press lightly.");
    listener.says('wasReady');
    expect(listener.words).toContain('Lightly, thirty seconds.');
    expect(listener.pressesFor).toBe(30);
  });
});

describe('"yes, but lighter" at the offer of another hold', () => {
  test.each(['saidSomewhat', 'wantedEasier'] as const)(
    'offers a lighter one, and presses nothing before "ready" (%s)',
    (said) => {
      const listener = offering().says(said);
      expect(listener.question).toBe('Thirty more, only lighter: say ready. Or say: stretches.');
      expect(listener.pressesFor).toBe(0);
      listener.says('saidYes');
      expect(listener.pressesFor).toBe(0);
      expect(listener.says('wasReady').words).toMatch(/^Half as hard this time/);
    },
  );

  test('takes the place of a pin and stretch too', () => {
    const listener = offering(LONG).says('saidNo', 'wasReady').number(4).says('saidNo', 'saidSomewhat');
    expect(listener.question).toBe('Thirty more, only lighter: say ready. Or say: stretches.');
  });
});

describe('too much for the second time', () => {
  const twice = (): Listener => {
    const listener = pressing().says('saidTooMuch').number(4).says('wasReady');
    return listener.after(listener.pressBeginsAt + 8).says('saidTooMuch');
  };

  test('in a hold ends the pressing for today, in the words of an eight', () => {
    const listener = twice();
    expect(listener.words).toMatch(/^Step off the ball\. That's too strong\. No more pressing today\. Now stretches/);
    expect(listener.now.pressOff).toBe(true);
    for (const said of ['wasReady', 'wantedMore', 'startedOver'] as const) listener.says(said);
    expect(listener.pressesFor).toBe(0);
  });

  test.each([
    ['in a search', (): Listener => pressing().says('saidTooMuch').number(4).says('startedOver')],
    ['at the number', (): Listener => pressing().says('saidTooMuch')],
    ['at the offer of another hold', (): Listener => pressing().says('saidTooMuch').number(4)],
    ['in a pause', (): Listener => pressing().says('saidTooMuch').number(4).says('paused')],
    ['in a hold that waits', (): Listener => interrupted().says('saidTooMuch').number(4).says('wasReady', A_QUESTION)],
  ])('%s as well', (_name, reach) => {
    const listener = reach().says('saidTooMuch');
    expect(listener.words).toMatch(/no more pressing today/i);
    expect(listener.now.pressOff).toBe(true);
    for (const said of ['wasReady', 'saidNo', 'wasReady'] as const) {
      listener.says(said);
      expect(listener.pressesFor).toBe(0);
    }
  });

  test('in a stretch leads to gentler ones, and to no press', () => {
    const listener = pressing().says('saidTooMuch').number(4).says('wantedStretches');
    listener.after(listener.secondOf(({ kind }) => kind === 'hold') + 5).says('saidTooMuch');
    expect(listener.words).toMatch(/^Stop that stretch\./);
    expect(listener.now.pressOff).toBe(true);
  });
});

describe('too much', () => {
  test('then a five: the next one is lighter all the same', () => {
    const listener = pressing().says('saidTooMuch').number(5);
    expect(listener.question).toBe('Thirty more, only lighter: say ready. Or say: stretches.');
    expect(listener.says('wasReady').words).toContain('Half as hard this time');
  });

  test('then a nine: no more pressing', () => {
    expect(pressing().says('saidTooMuch').number(9).now.pressOff).toBe(true);
  });

  test('said in a search: the hold after it is lighter', () => {
    const listener = finding().after(30).says('saidTooMuch').number(3);
    expect(listener.words).not.toContain('one more');
    listener.says('wasReady', 'wasReady');
    expect(listener.words).toContain('Half as hard this time');
  });
});

test('a nine said after "too much", when the stretches have begun by themselves, still counts', () => {
  const listener = pressing().says('saidTooMuch').afterSilence(8).number(9);
  expect(listener.now.pressOff).toBe(true);
});

/** Lost after the first hold, taken up again, and asked about the skin. */
const backAtSkin = (): Listener =>
  pressing().says({ type: 'sessionLost', because: 'silence' }).comesBack(2).says('saidYes', 'saidNo', {
    type: 'saidStart',
    word: true,
  });

describe('a number that comes after its question', () => {
  const OFFERED = (): Listener => offering();
  test.each([
    ['at the question how it felt', () => asksSharp()],
    ['at the offer of one more', OFFERED],
    ['in a pause', () => OFFERED().says('paused')],
    ['at the question after a pause', () => OFFERED().says('paused', 'wasReady')],
    ['at "shall I delete it all?"', () => OFFERED().says('wantedForgetting')],
    ['at the last check', () => closing()],
    ['at the skin question of a session taken up again', () => backAtSkin()],
  ])('%s: a nine closes pressing, and is answered', (_, reach) => {
    const listener = reach().number(9);
    expect(listener.now.pressOff).toBe(true);
    expect(listener.words).toMatch(/No more pressing today/i);
    for (const said of ['saidNo', 'wasReady', 'saidYes', 'wantedMore'] as const)
      if (listener.at !== 'finished') expect(listener.says(said).pressesFor).toBe(0);
  });

  test('a seven at the offer makes the next hold a lighter one', () => {
    const listener = offering().number(7);
    expect(listener.question).toBe('Thirty more, only lighter: say ready. Or say: stretches.');
    expect(listener.says('wasReady').words).toContain('Half as hard this time');
  });
});

describe('after "too much"', () => {
  test.each([
    ['starting over', (listener: Listener) => listener.says('startedOver', 'wasReady')],
    ['another tool', (listener: Listener) => listener.says({ type: 'swappedTool', tool: 'hook' }, 'wasReady')],
  ])('the next hold is a lighter one, even by %s', (_, go) => {
    const listener = go(pressing().says('saidTooMuch'));
    expect(listener.words).toMatch(/Half as hard this time/);
  });

  test('a session that was lost and taken up again presses lightly: no number is kept', () => {
    const listener = offering().staysSilent().comesBack(2);
    listener.says('saidYes', 'saidNo', { type: 'saidStart', word: true }, 'saidNo', 'wasReady');
    if (listener.pressesFor === 0 && listener.at === 'finding') listener.says('wasReady');
    expect(listener.words).not.toMatch(/^Thirty seconds/);
  });
});

test('"what does that mean" after a hold does not put the ball back', () => {
  expect(checking().says('askedToExplain').words).not.toMatch(/back to a wall/);
});
