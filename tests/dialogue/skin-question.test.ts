// Tests the last question before anything touches the back: a refusal, and another wish in its place.

import type { Choice } from '../../lambda/domain/routine';
import { ASKED } from '../support/health-questions';
import { type Listener, NOTHING_REMEMBERED, type Said } from '../support/listener';
import { askedTo, choosing, LONG, pressing, readying, USUAL } from '../support/reaching';

const START: Said = { type: 'saidStart', word: true };
const asked = (wishes = USUAL): Listener => choosing().wants(wishes);

describe('refused', () => {
  const refused = () => askedTo('q9').says('wantedNext', 'wantedNext');

  test('nothing is guided, and posture tips are offered', () => {
    const listener = refused();
    expect(listener.now.cleared).toBe(false);
    expect(listener.heard().asks?.key).toBe('tips.offer');
  });

  test.each([
    'saidYes',
    'saidNo',
    START,
    'wasReady',
    'resumed',
    'startedOver',
    'triedToStart',
    'wantedStretches',
  ] as Said[])('no word presses without a clear no to it (%j)', (said) => {
    const listener = refused();
    for (const next of [said, START, 'saidYes', 'wasReady', said, 'wasReady'] as Said[]) {
      if (listener.at === 'finished' || listener.question === ASKED.q1) break;
      listener.says(next);
      expect(listener.now.skinClear).toBe(false);
      expect(listener.pressesFor).toBe(0);
      expect(listener.at).not.toBe('finding');
    }
  });

  test('the place may not be taken up by the short question afterwards', () => {
    expect(refused().staysSilent().comesBack(1).question).toBe(ASKED.q1);
  });
});

describe('another wish instead of an answer', () => {
  const CHANGES: [Said, Partial<Choice>][] = [
    [{ type: 'chose', wishes: { minutes: 10 } }, { minutes: 10 }],
    [{ type: 'chose', wishes: { side: 'right' } }, { side: 'right' }],
    [{ type: 'chose', wishes: { tool: 'hook' } }, { tool: 'hook' }],
    [
      { type: 'chose', wishes: { region: 'lower', place: 'floor' } },
      { region: 'lower', place: 'floor' },
    ],
    [{ type: 'swappedTool', tool: 'hands' }, { tool: 'hands' }],
    [{ type: 'lacksTool', tool: 'ball' }, { tool: 'hands' }],
    ['wantedShorter', { minutes: 3 }],
    ['wantedLonger', { minutes: 10 }],
    ['cannotUseFloor', { place: 'chair' }],
  ];

  test.each(CHANGES)('%j makes a new plan, says it, and asks about the skin again', (said, choice) => {
    const listener = asked().says(said);
    expect(listener.question).toBe(ASKED.q9);
    expect(listener.now.plan?.choice).toMatchObject(choice);
    expect(listener.keys).toContain('plan.spot');
    expect(listener.now.skinClear).toBe(false);
  });

  test('"both sides" is a wish as well, and no answer', () => {
    const listener = asked().says({ type: 'chose', wishes: { side: 'both' } });
    expect(listener.question).toBe(ASKED.q9);
    expect(listener.now).toMatchObject({ skinClear: false, plan: { choice: { side: 'both' } } });
  });

  test('a tool that does not fit is mended first', () => {
    const listener = asked({ ...LONG, region: 'lower', place: 'floor' }).says({ type: 'swappedTool', tool: 'roller' });
    expect(listener.heard().asks?.key).toBe('mend');
    expect(listener.says({ type: 'swappedTool', tool: 'ball' }).question).toBe(ASKED.q9);
  });

  test('without any tool the stretches need no look at the skin to be led, and press nothing', () => {
    const listener = asked().says({ type: 'chose', wishes: { tool: 'none' } });
    for (const said of ['saidNo', 'wasReady', 'wasReady'] as const)
      if (listener.at !== 'stretching') listener.says(said);
    expect(listener.at).toBe('stretching');
    expect(listener.pressesFor).toBe(0);
  });
});

describe('another wish while the ball is fetched', () => {
  test.each([
    [{ minutes: 10 }, { minutes: 10 }],
    [{ side: 'right' }, { side: 'right' }],
    [{ region: 'middle', place: 'chair' }, { region: 'middle' }],
  ] as const)('%j is planned anew; nothing is pressed yet', (wishes, choice) => {
    const listener = readying().wants(wishes);
    expect(listener.now.plan?.choice).toMatchObject(choice);
    expect(listener.now.spots).toEqual([]);
    expect(listener.pressesFor).toBe(0);
    expect(listener.heard().asks).not.toBeNull();
  });

  test('a tool that does not fit is mended, and pressing is still there', () => {
    const listener = readying({ ...USUAL, region: 'lower', place: 'floor' }).says({
      type: 'swappedTool',
      tool: 'roller',
    });
    expect(listener.heard().asks?.key).toBe('mend');
    listener.says('saidYes');
    if (listener.question === ASKED.q9) listener.says('saidNo');
    expect(listener.now.plan?.choice.tool).toBe('ball');
    listener.says('wasReady');
    if (listener.at === 'readying') listener.says('wasReady');
    expect(listener.at).toBe('finding');
    expect(listener.says('wasReady').pressesFor).toBe(30);
  });

  test('somebody who stays silent hears how to come back', () => {
    expect(readying().repromptWords).toMatch(/I'll keep your place\. To go on, say: Alexa, open knot relief\.$/);
  });
});

describe('on a return visit', () => {
  const REGULAR = { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' } as const;
  const again = (region: 'upper' | 'lower') => {
    const listener = choosing({
      remembered: { sessions: [{ day: 1, region, tool: 'ball', minutes: 5, holds: 1 }], today: 9 },
    });
    listener.state = listener.state && { ...listener.state, visit: 'return' };
    return listener.wants(REGULAR);
  };

  test('the same region is asked for soreness from the last time too, however often it is asked', () => {
    const asked = 'Look or feel. Is the skin there broken, bruised, hot, swollen, numb, or still sore from last time?';
    expect(again('upper').question).toBe(asked);
    expect(again('upper').says('askedToRepeat').question).toBe(asked);
    expect(again('upper').says('notUnderstood').question).toBe(asked);
  });

  test('another region is asked as ever', () => {
    expect(again('lower').question).toBe(ASKED.q9);
  });

  test('a hold that goes on a minute later is no other time: it is asked as ever', () => {
    const listener = pressing().says({ type: 'sessionLost', because: 'left' });
    listener.remembered = {
      ...NOTHING_REMEMBERED,
      sessions: [{ day: 9, region: 'upper', tool: 'ball', minutes: 5, holds: 0 }],
      today: 9,
    };
    listener.comesBack(1).says('saidYes', 'saidNo', { type: 'saidStart', word: true });
    expect(listener.now.visit).toBe('return');
    expect(listener.question).toBe(ASKED.q9);
  });
});

test('stretches alone are not asked for the skin', () => {
  for (const region of ['upper', 'lower'] as const)
    expect(choosing().wants({ region, tool: 'none', minutes: 5, place: 'chair' }).at).toBe('stretching');
});
