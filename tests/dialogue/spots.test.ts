// Tests that a spot keeps its seconds, and the next one waits for its turn (docs/safety.md "Limits of pressing").

import fc from 'fast-check';
import { exercises, routineTables } from '../../content';
import { secondsPerRep } from '../../lambda/domain/hold';
import { A_QUESTION, type Listener, type Said } from '../support/listener';
import { finding, LONG, offering, pressing, USUAL } from '../support/reaching';

const { spotSeconds, shortestRestSeconds } = routineTables.press;
const SPENT = 'That spot has had enough.';
const START: Said = { type: 'saidStart', word: true };

describe('before a number was said for the first spot', () => {
  const again: Said[] = [
    'startedOver',
    'wentBack',
    'wantedPrevious',
    'wasReady',
    'wasReady',
    'wasReady',
    START,
    A_QUESTION,
    'askedHelp',
    START,
    { type: 'swappedTool', tool: 'hook' },
    { type: 'swappedTool', tool: 'hands' },
    { type: 'swappedTool', tool: 'ball' },
    { type: 'lacksTool', tool: null },
  ];
  const step = fc.record({ said: fc.constantFrom<Said>(...again), second: fc.option(fc.integer({ min: 0, max: 60 })) });

  test('no order of starting over, going back and swapping leads to a second spot before the minute is spent', () => {
    let presses = 0;
    let spent = 0;
    const script = fc.array(step, { minLength: 3, maxLength: 14 });
    fc.assert(
      fc.property(script, (steps) => {
        const listener = pressing(LONG);
        for (const { said, second } of steps) {
          if (listener.at === 'finished') return;
          if (second !== null) listener.after(second);
          listener.says(said);
          if (listener.pressesFor > 0) presses++;
          if (listener.now.spots.length < 2) continue;
          spent++;
          expect(listener.now.spots[0]?.pressedSeconds).toBeGreaterThan(spotSeconds - shortestRestSeconds);
          return;
        }
      }),
      { numRuns: 80, seed: 20261124 },
    );
    expect(presses).toBeGreaterThan(30);
    expect(spent).toBeGreaterThan(2);
  });

  test('what was really pressed is never more than what is counted', () => {
    const script = fc.array(step, { minLength: 3, maxLength: 14 });
    fc.assert(
      fc.property(script, (steps) => {
        const listener = pressing(LONG);
        for (const { said, second } of steps) {
          if (listener.at === 'finished') return;
          if (second !== null) listener.after(second);
          listener.says(said);
          for (const [spot, ms] of listener.pressedMs.entries()) {
            expect(listener.now.spots[spot]?.pressedSeconds).toBeGreaterThanOrEqual(Math.floor(ms / 1000) - 1);
          }
        }
      }),
      { numRuns: 60, seed: 20261125 },
    );
  });
});

describe('a number that is given as soon as it was asked for', () => {
  /** A short word on a quick device is heard before its time by the clock. */
  const atOnce = (listener: Listener): Listener => listener.after(listener.answerSeconds - 2.3).number(4);

  test('is no word of the hold, which counts as it was pressed', () => {
    const second = atOnce(offering(LONG).says('saidNo', 'wasReady'));
    expect(second.words).toMatch(/^Four is fine\./);
    expect(second.now.spots.map(({ pressedSeconds }) => pressedSeconds)).toEqual([30, 30]);
  });

  test.each(['ball', 'roller', 'hands'] as const)('leaves the rest of the minute whole (%s)', (tool) => {
    const listener = atOnce(finding({ ...USUAL, tool }).says('wasReady')).answersNo();
    expect(listener.question).toMatch(/^Thirty more/);
  });
});

describe('the same spot once more', () => {
  test.each(['startedOver', 'wentBack', { type: 'swappedTool', tool: 'hands' }] as Said[])(
    'is said to have had enough when its minute is over, and the next one is looked for (%j)',
    (said) => {
      const listener = offering(LONG).says('wasReady', said);
      expect(listener.now.spots[0]?.pressedSeconds).toBe(spotSeconds);
      if (listener.at === 'finding') {
        expect(listener.words).toContain(SPENT);
        expect(listener.now.spots).toHaveLength(2);
      } else expect(listener.pressesFor).toBe(0);
    },
  );

  test('without another spot in the plan the stretches follow', () => {
    const listener = offering().says('wasReady', 'startedOver');
    expect(listener.words).toContain(SPENT);
    expect(listener.at).toBe('stretching');
  });

  test('is pressed only for the seconds that are left', () => {
    const listener = pressing().says('startedOver');
    const before = listener.now.spots[0]?.pressedSeconds ?? 0;
    listener.says('wasReady').number(3).says('saidNo');
    if (listener.at === 'offering') listener.says('wasReady');
    expect(listener.pressesFor).toBeLessThanOrEqual(spotSeconds - before - 30);
  });
});

describe('a pin and stretch', () => {
  const rep = (slowness: number) => secondsPerRep(exercises.pin.form, slowness);
  /** The second spot of ten minutes, its first hold heard and called a four. */
  const atSecondHold = (...said: Said[]): Listener => offering(LONG).says('saidNo', ...said, 'wasReady');

  test('at the usual pace is five lifts', () => {
    const listener = atSecondHold().says({ type: 'gaveNumber', number: 4 }, 'saidNo', 'wasReady');
    expect(listener.pressesFor).toBe(Math.min(exercises.pin.form.reps, Math.floor(30 / rep(1))) * rep(1));
  });

  test('is told before the spot is pinned, with the lifts that are counted', () => {
    const listener = atSecondHold().says({ type: 'gaveNumber', number: 4 }, 'saidNo', 'wasReady');
    const pinned = listener
      .heard()
      .plays.findIndex(({ act }) => listener.wordsOf(act ? [act] : []).startsWith('Lean in'));
    expect(
      listener
        .heard()
        .plays.map(({ pressing }) => pressing === true)
        .indexOf(true),
    ).toBe(pinned);
    expect(listener.words).toContain('step off after five slow lifts');
    listener.after(listener.pressBeginsAt + 4).says(A_QUESTION);
    expect(listener.question).toBe('Stay off the ball, and say ready.');
    listener.says('wasReady');
    expect(listener.pressesFor).toBe(2 * rep(1));
    expect(listener.words).toContain('step off after two slow lifts');
  });

  test('at a slow pace has only the whole lifts that fit the minute of its spot', () => {
    const listener = atSecondHold('wantedSlower').says({ type: 'gaveNumber', number: 4 }, 'saidNo', 'wasReady');
    expect(listener.keys).toContain('pin.safe');
    expect(listener.pressesFor / rep(1.25)).toBe(Math.floor(30 / rep(1.25)));
    const { pressedSeconds } = listener.says('askedHelp').now.spots[1] ?? {};
    expect(pressedSeconds).toBeLessThanOrEqual(spotSeconds);
  });

  test('after a hold that was broken off and taken up again has fewer', () => {
    const listener = atSecondHold('wantedSlower');
    listener.after(listener.pressBeginsAt + 12).says(A_QUESTION, 'wasReady');
    listener.says({ type: 'gaveNumber', number: 4 }, 'saidNo');
    const left = spotSeconds - (listener.now.spots[1]?.pressedSeconds ?? 0);
    listener.says('wasReady');
    expect(listener.pressesFor).toBeLessThanOrEqual(left);
  });
});

describe('a press is saved when it is sent', () => {
  const sent = () => finding().says('wasReady');

  test('counted whole, and known to be going on for a while', () => {
    const listener = sent();
    expect(listener.kept).toMatchObject({ place: { part: 'press' }, spots: [{ pressedSeconds: 30 }] });
    expect(listener.kept?.pressingUntilMs).toBeGreaterThan(listener.nowMs + 60_000);
  });

  test('a device that went silent in the hold: the release first, then the offer', () => {
    const listener = sent().comesBack(0.7);
    expect(listener.keys[0]).toBe('release.ball');
    expect(listener.question).toBe('We stopped at the hold. Go on from there?');
  });

  test('minutes later there is nothing to let go of', () => {
    expect(sent().comesBack(5).keys).not.toContain('release.ball');
  });

  test('the seconds count when it is taken up again', () => {
    const listener = sent().comesBack(1).says('saidYes', 'saidNo', START, 'saidNo');
    expect(listener.now.spots[0]?.pressedSeconds).toBe(30);
    listener.says('wasReady');
    if (listener.at === 'finding') listener.says('wasReady');
    expect(listener.pressesFor).toBeLessThanOrEqual(30);
  });

  test('opened once more in the middle of a hold: the release first, and nothing guided', () => {
    const listener = pressing().says('launched');
    expect(listener.keys[0]).toMatch(/^release\./);
    expect(listener.pressesFor).toBe(0);
    expect(listener.now.cleared).toBe(false);
  });
});

describe('while the spot is looked for', () => {
  test('a stray word in the place of "start" presses nothing', () => {
    const listener = finding().says({ type: 'saidStart', word: false });
    expect(listener.at).toBe('finding');
    expect(listener.pressesFor).toBe(0);
  });

  test('only "ready" presses: "start", "okay" and "continue" are asked again', () => {
    for (const said of [START, 'saidYes', 'resumed'] as const) expect(finding().says(said).pressesFor).toBe(0);
    expect(finding().says('wasReady').pressesFor).toBe(30);
  });

  test('a stray word presses nothing while a hold is taken up again, or waited for', () => {
    const stray: Said = { type: 'saidStart', word: false };
    expect(pressing().says(A_QUESTION, stray).pressesFor).toBe(0);
    expect(offering().says(stray).pressesFor).toBe(0);
  });

  test('how to be heard is taught in the first search, and not again in the second', () => {
    expect(finding(LONG).words).toContain('Then say: Alexa, ready.');
    expect(offering(LONG).says('saidNo').keys).not.toContain('find.teach');
    expect(finding(USUAL).keys.filter((key) => key === 'find.teach')).toHaveLength(1);
  });
});
