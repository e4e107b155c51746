// Tests that nothing gets past the one question after a break (docs/safety.md "Asking again").

import { ASKED } from '../support/health-questions';
import type { Listener, Said } from '../support/listener';
import { LINES, M } from '../support/outcome-lines';
import { between, finding, LONG, offering, paused, rechecking, stretching } from '../support/reaching';

const PAUSE_QUESTION = 'Since you answered, is something new, such as numbness, fever, dizziness, or chest pain?';
const reports = (row: 'numb' | 'sharp' | 'dizzy' | 'skin'): Said => ({ type: 'reportedSymptom', rows: [row] });

/** "Shall I keep your place and stop for now?", at the second pause. */
const keepingPlace = (): Listener => paused().says('wasReady', 'saidNo', 'paused').after(130);

const IN_A_BREAK: [string, () => Listener][] = [
  ['in the quiet of a pause', () => paused()],
  ['in the quiet, while the spot was looked for', () => finding().says('paused')],
  ['in the quiet, between two holds', () => offering(LONG).says('paused')],
  ['in the quiet, among the stretches', () => between().says('paused')],
  ['asked whether to keep the place', keepingPlace],
  ['asked whether anything is new', () => rechecking()],
];

const guided = (listener: Listener): boolean =>
  listener.heard().plays.some(({ kind, exercise }) => kind === 'hold' || kind === 'count' || exercise !== undefined);

const WAYS_ON: Said[] = [
  'startedOver',
  { type: 'swappedTool', tool: null },
  { type: 'swappedTool', tool: 'hook' },
  { type: 'swappedTool', tool: 'none' },
  { type: 'lacksTool', tool: 'ball' },
  'wantedShorter',
  'wantedLonger',
  'cannotUseFloor',
  'wantedStretches',
  'wantedMore',
  'wantedNext',
  'wentBack',
  { type: 'chose', wishes: { tool: 'hands' } },
  { type: 'gaveNumber', number: 3 },
  { type: 'saidStart', word: true },
];

describe.each(IN_A_BREAK)('%s', (_name, reach) => {
  test.each(WAYS_ON)('%j leads to no exercise before a clear no', (said) => {
    const listener = reach();
    for (const next of [said, 'wasReady', said, 'wasReady', 'saidYes'] as Said[]) {
      if (listener.at === 'finished') break;
      listener.says(next);
      expect(listener.now.cleared).toBe(false);
      expect(guided(listener)).toBe(false);
    }
  });

  test('the question comes before anything else, and a clear no to it goes on', () => {
    const listener = reach();
    if (listener.at !== 'rechecking') listener.says('wasReady');
    expect(listener.question).toBe(PAUSE_QUESTION);
    expect(listener.says('saidNo').now).toMatchObject({ cleared: true, suspended: false });
    expect(listener.heard().asks).not.toBeNull();
  });
});

test('"start over" in a pause waits for the question, and leads back to the place', () => {
  const listener = paused().says('startedOver');
  expect(listener.words).toBe(PAUSE_QUESTION);
  listener.says('saidNo');
  expect(listener.now.spots).toHaveLength(1);
  expect(listener.words).toMatch(/seconds of that hold are left/);
});

describe('something reported in a break', () => {
  test('dizziness that has passed brings the question, not the stretches', () => {
    for (const reach of [() => paused(), () => stretching().says('paused')]) {
      const listener = reach().says(reports('dizzy'), 'saidYes');
      expect(listener.question).toBe(PAUSE_QUESTION);
      listener.says('saidNo', 'wasReady');
      expect(listener.pressesFor).toBe(0);
      expect(listener.now.pressOff).toBe(true);
    }
  });

  test('something sharp that stays in the back brings the question, and no press after it', () => {
    const listener = paused().says(reports('sharp'), 'saidNo');
    expect(listener.question).toBe(PAUSE_QUESTION);
    expect(listener.says('saidNo', 'wasReady').pressesFor).toBe(0);
  });

  test('numbness is the same-day line', () => {
    expect(paused().says(reports('numb')).words).toContain(LINES.q3);
  });

  test('skin is left alone, and stretches instead wait for the question', () => {
    const listener = paused().says(reports('skin'));
    expect(listener.words).toContain(M);
    listener.says('saidYes');
    expect(listener.question).toBe(PAUSE_QUESTION);
    listener.says('saidNo');
    expect(listener.at).toBe('stretching');
    expect(listener.now.pressOff).toBe(true);
  });
});

test('with something new, all eight questions and "start" come before the place is offered again', () => {
  const listener = rechecking().says('saidYes');
  expect(listener.question).toBe(ASKED.q1);
  expect(listener.now).toMatchObject({ cleared: false, suspended: false, noes: [] });
  listener.answersNo(8);
  expect(listener.now.cleared).toBe(false);
  expect(listener.says({ type: 'saidStart', word: true }).question).toMatch(/Go on from there\?$/);
});

describe('somebody who is waited for and stays silent', () => {
  test.each([
    ['in a pause', () => paused()],
    ['interrupted in a hold', () => rechecking().says('saidNo')],
  ] as [string, () => Listener][])('hears how to come back, last (%s)', (_name, reach) => {
    expect(reach().repromptWords).toMatch(/I'll keep your place\. To go on, say: Alexa, open knot relief\.$/);
  });
});
