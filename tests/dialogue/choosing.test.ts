// Tests that listeners come to the same plan however they say what they have and want.

import type { Event } from '../../lambda/dialogue/event';
import type { Wishes } from '../../lambda/domain/choice';
import type { Region, Tool } from '../../lambda/domain/exercise';
import { ASKED } from '../support/health-questions';
import { A_QUESTION, aListener, type Listener, type Said } from '../support/listener';
import { atRecap, choosing } from '../support/reaching';

const QUESTION = {
  spot: "Where's the knot, and what can you press with? For example: upper left, tennis ball.",
  region: "Where's the knot: upper, middle, or lower back?",
  side: 'Left, right, or both sides?',
  tool: 'What can you press with: a ball, your hands, or a helper?',
  minutes: 'How long: three, five, or ten minutes?',
  place: 'For the stretches, the floor or a chair?',
};

const chose = (wishes: Wishes): Said => ({ type: 'chose', wishes });
const planOf = (listener: Listener) => listener.now.plan?.choice;
const WHOLE = { region: 'middle', side: 'left', tool: 'ball', minutes: 5, place: 'chair' } as const;
type Part = keyof typeof WHOLE;
const PARTS = Object.keys(WHOLE) as Part[];

/** Every order of a list. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) =>
    orders(list.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

/** Every way to say an order in one or several breaths. */
function breaths(order: readonly Part[]): Part[][][] {
  const [first, ...rest] = order;
  if (first === undefined) return [[]];
  return breaths(rest).flatMap((tail) => {
    const [next, ...later] = tail;
    const apart = [[first], ...tail];
    return next ? [apart, [[first, ...next], ...later]] : [apart];
  });
}

const wishesOf = (parts: readonly Part[]): Wishes => Object.fromEntries(parts.map((part) => [part, WHOLE[part]]));

test('"chair stretches" is wished for where a routine is chosen, and asked about anywhere else', () => {
  const said: Event = {
    type: 'askedQuestion',
    found: { topics: ['stretches-chair'], nearness: 'meant' },
    wishes: { tool: 'none', place: 'chair' },
  };
  expect(choosing().says(said).question).toBe('Which part: upper, middle, or lower back?');
  expect(choosing().says(said).wants({ region: 'lower', minutes: 10 }).now.plan?.choice).toMatchObject({
    tool: 'none',
    place: 'chair',
  });
  expect(atRecap().says(said).words).toMatch(/^On a chair, try/);
});

describe('the five things', () => {
  test('place and tool are asked for in one question, and what is still open one at a time, in their order', () => {
    const listener = choosing();
    const asked = [listener.question];
    for (const part of ['region', 'side', 'tool', 'minutes'] as const)
      asked.push(listener.says(chose(wishesOf([part]))).question);
    expect(asked).toEqual([QUESTION.spot, QUESTION.side, QUESTION.tool, QUESTION.minutes, QUESTION.place]);
    expect(listener.says(chose({ place: 'chair' })).question).toBe(ASKED.q9);
  });

  test('may be said in any order, one or several at once: the plan is the same', () => {
    const ways = [...breaths(PARTS), ...breaths([...PARTS].reverse())];
    for (const order of orders(PARTS))
      ways.push(
        order.map((part) => [part]),
        [order.slice(0, 2), order.slice(2)],
      );
    for (const said of ways) {
      const listener = choosing().says(...said.map((parts) => chose(wishesOf(parts))));
      expect(planOf(listener)).toEqual(WHOLE);
      expect(listener.question).toBe(ASKED.q9);
    }
  });

  test('may be said before the screening, in the words that open the skill, and are remembered through it', () => {
    const early = aListener().says({ type: 'askedForRoutine', wishes: { region: 'upper', minutes: 5 } });
    expect(early.question).toBe(ASKED.q1);
    early.answersNo(8).says({ type: 'saidStart', word: true });
    expect(early.question).toBe(QUESTION.side);
    expect(planOf(early.says(chose({ side: 'left', tool: 'ball' })))).toMatchObject({
      region: 'upper',
      minutes: 5,
      tool: 'ball',
    });
  });

  test('may be said at the recap, and the word still opens it', () => {
    const listener = atRecap().says(chose({ region: 'upper', side: 'left', tool: 'hook', minutes: 3 }));
    expect(listener.now.cleared).toBe(false);
    expect(planOf(listener.says({ type: 'saidStart', word: true }))).toMatchObject({ tool: 'hook', minutes: 3 });
  });

  test('the upper back is not asked for the floor or a chair', () => {
    expect(choosing().wants({ region: 'upper', side: 'left', tool: 'ball', minutes: 5 }).question).toBe(ASKED.q9);
  });

  test('stretches alone need no side, and no look at the skin', () => {
    expect(choosing().wants({ region: 'upper', tool: 'none', minutes: 5 }).at).toBe('stretching');
  });

  test('after a symptom no knot is asked for, and a question on the way does not bring it back', () => {
    const listener = aListener()
      .says({ type: 'reportedSymptom', rows: ['sharp'] })
      .screened();
    expect(listener.question).toBe('Which part: upper, middle, or lower back?');
    expect(listener.says(A_QUESTION).question).toBe('Which part: upper, middle, or lower back?');
  });

  test('a later answer takes the place of an earlier one', () => {
    const listener = choosing()
      .wants({ region: 'upper', side: 'left' })
      .wants({ side: 'right', tool: 'ball' })
      .wants({ minutes: 3 });
    expect(planOf(listener)).toMatchObject({ side: 'right', tool: 'ball', minutes: 3 });
  });

  test('the plan is said with what is needed, and the skin is asked about last', () => {
    const { words } = choosing().wants(WHOLE);
    expect(words).toBe(`Middle left, five minutes. Ball, then stretches with a chair. ${ASKED.q9}`);
  });
});

describe('minutes', () => {
  test.each([
    [1, 3, 'Three minutes is the shortest.'],
    [2, 3, 'Three minutes is the shortest.'],
    [3, 3, ''],
    [4, 3, ''],
    [5, 5, ''],
    [7, 5, ''],
    [8, 10, ''],
    [10, 10, ''],
    [12, 10, 'Ten minutes is the longest.'],
    [45, 10, 'Ten minutes is the longest.'],
    [0, 3, 'Three minutes is the shortest.'],
    [-5, 3, 'Three minutes is the shortest.'],
    [1e9, 10, 'Ten minutes is the longest.'],
  ])('%d becomes %d, which the plan says once, after the limit where there is one', (asked, planned, limit) => {
    const word = { 3: 'three', 5: 'five', 10: 'ten' }[planned];
    const listener = choosing().wants({ region: 'upper', side: 'left', tool: 'ball' }).number(asked);
    expect(planOf(listener)?.minutes).toBe(planned);
    expect(listener.words).toMatch(new RegExp(`^${limit} ?Upper left, ${word} minutes\\.`));
    expect(
      choosing().wants({ region: 'upper', side: 'left', tool: 'ball', minutes: asked }).now.plan?.choice.minutes,
    ).toBe(planned);
  });

  test('a number that answers another question changes nothing', () => {
    const listener = choosing().number(5);
    expect(listener.question).toBe(QUESTION.spot);
    expect(listener.now.wishes.minutes).toBeUndefined();
  });

  test('no and not sure are five, shorter is three, longer is ten', () => {
    const asked = () => choosing().wants({ region: 'upper', side: 'left', tool: 'ball' });
    expect(planOf(asked().says('wasNotSure'))?.minutes).toBe(5);
    expect(planOf(asked().says('saidNo'))?.minutes).toBe(5);
    expect(planOf(asked().says('wantedShorter'))?.minutes).toBe(3);
    expect(planOf(asked().says('wantedLonger'))?.minutes).toBe(10);
  });
});

describe('pairs that do not fit', () => {
  const MENDED: [string, Tool, Region, string, Tool][] = [
    ['a roller and the low back', 'roller', 'lower', 'Not on the low back. Ball on the wall, or stretches?', 'ball'],
    [
      'hands and the middle back',
      'hands',
      'middle',
      "Hands don't reach the middle. A hook, a ball, or stretches?",
      'hook',
    ],
  ];

  describe.each(MENDED)('%s', (_name, tool, region, mend, first) => {
    const asked = () => choosing().wants({ region, side: 'left', tool, minutes: 5, place: 'floor' });

    test('is said, and what fits is offered, whichever was said first', () => {
      expect(asked().words).toBe(mend);
      expect(choosing().wants({ tool }).wants({ region }).words).toBe(mend);
      expect(choosing().wants({ region, side: 'left' }).wants({ tool }).words).toBe(mend);
    });

    test('is never planned', () => {
      for (const said of [
        'wasReady',
        'notUnderstood',
        'askedHelp',
        'askedToRepeat',
        'triedToStart',
        'paused',
      ] as const) {
        expect(asked().says(said).now.plan?.choice.tool).not.toBe(tool);
      }
    });

    test('yes takes the first that was offered, no or none takes the stretches', () => {
      expect(planOf(asked().says('saidYes'))?.tool).toBe(first);
      expect(planOf(asked().says('saidNo'))?.tool).toBe('none');
      expect(planOf(asked().says('saidNone'))?.tool).toBe('none');
      expect(planOf(asked().says('wantedStretches'))?.tool).toBe('none');
    });

    test.each(['ball', 'hook', 'none', 'partner'] as const)('another tool is taken (%s)', (other) => {
      expect(planOf(asked().wants({ tool: other }))?.tool).toBe(other);
      expect(planOf(asked().says({ type: 'swappedTool', tool: other }))?.tool).toBe(other);
    });

    test('another place on the back is taken, and the tool stays', () => {
      expect(planOf(asked().wants({ region: 'upper' }))).toMatchObject({ region: 'upper', tool });
    });

    test('the wrong tool again is said again', () => {
      expect(asked().wants({ tool }).words).toBe(mend);
    });
  });

  test('a roller on a chair is said', () => {
    const listener = choosing().wants({ region: 'middle', side: 'left', tool: 'roller', minutes: 5, place: 'chair' });
    expect(listener.words).toBe('The roller needs the floor. Ball on the wall, or stretches?');
    expect(planOf(listener.says('saidYes'))).toMatchObject({ tool: 'ball', place: 'chair' });
  });

  test('hands on the lower back are fists beside the spine', () => {
    const listener = choosing().wants({ region: 'lower', side: 'left', tool: 'hands', minutes: 5, place: 'chair' });
    listener.says('saidNo').number(4);
    expect(listener.words).toMatch(/left hand in a loose fist\. Low left, close beside the spine/);
  });

  test('every other pair is planned as it was wished', () => {
    for (const tool of ['ball', 'roller', 'hook', 'hands', 'partner', 'none'] as const) {
      for (const region of ['upper', 'middle', 'lower'] as const) {
        if (MENDED.some(([, badTool, badRegion]) => badTool === tool && badRegion === region)) continue;
        const listener = choosing().wants({ region, side: 'right', tool, minutes: 5, place: 'floor' });
        expect(planOf(listener)).toMatchObject({ tool, region });
      }
    }
  });
});

describe('no tool', () => {
  const asked = () => choosing().wants({ region: 'upper', side: 'left' });

  test.each(['saidNone', 'saidNo', 'wantedStretches', 'wasNotSure'] as const)(
    'is a session of stretches (%s)',
    (said) => {
      expect(planOf(asked().says(said).number(5))?.tool).toBe('none');
    },
  );

  test('"I don\'t have a ball" at the question is never answered with a ball', () => {
    for (const region of ['upper', 'middle', 'lower'] as const) {
      const listener = choosing().wants({ region, side: 'left' }).says({ type: 'lacksTool', tool: 'ball' });
      expect(listener.now.wishes.tool).not.toBe('ball');
      expect(listener.words).not.toMatch(/a ball/i);
    }
  });

  test('"I don\'t have a ball" after having chosen one goes on without asking anything twice', () => {
    const listener = choosing().wants({ region: 'upper', tool: 'ball' }).says({ type: 'lacksTool', tool: 'ball' });
    expect(listener.now.wishes.tool).toBe('hands');
    expect(listener.question).toBe(QUESTION.side);
  });

  test('a tool that is lacking is not offered again when the next one does not fit', () => {
    const listener = choosing()
      .wants({ tool: 'ball' })
      .says({ type: 'lacksTool', tool: 'ball' })
      .wants({ region: 'middle' });
    expect(listener.words).not.toMatch(/ball/i);
  });

  test('a roller that is lacking does not take the choice of a ball away', () => {
    const listener = asked().says({ type: 'lacksTool', tool: 'roller' });
    expect(planOf(listener.wants({ tool: 'ball', minutes: 5 }))?.tool).toBe('ball');
  });
});

describe('at any of the five questions', () => {
  const AT: [string, () => Listener][] = [
    ['spot', () => choosing()],
    ['region', () => choosing().wants({ tool: 'ball' })],
    ['side', () => choosing().wants({ region: 'middle' })],
    ['tool', () => choosing().wants({ region: 'middle', side: 'left' })],
    ['minutes', () => choosing().wants({ region: 'middle', side: 'left', tool: 'ball' })],
    ['place', () => choosing().wants({ region: 'middle', side: 'left', tool: 'ball', minutes: 5 })],
  ];

  test.each(AT)('%s: noise, help, repeat and a question ask it again', (_name, reach) => {
    const { question } = reach();
    for (const said of [
      'notUnderstood',
      'askedHelp',
      'askedToRepeat',
      A_QUESTION,
      'askedToExplain',
      'askedTimeLeft',
      'wasReady',
      'resumed',
      'askedPlan',
      'citedDoctor',
    ] as const) {
      const after = reach().says(said).question;
      // After a miss place and tool are asked for one by one.
      expect(after === QUESTION.region && question === QUESTION.spot ? question : after).toBe(question);
    }
  });

  test.each(AT)('%s: going back begins the choice anew, nothing is guided', (_name, reach) => {
    for (const said of ['wentBack', 'startedOver', 'wantedPrevious'] as const) {
      const listener = reach().says(said);
      expect(listener.at).toBe('choosing');
      expect(listener.now.plan).toBeNull();
    }
  });

  test.each(AT)('%s: "I can\'t kneel" is a chair', (_name, reach) => {
    const listener = reach().says('cannotUseFloor').wants({ region: 'middle', side: 'left', tool: 'ball', minutes: 5 });
    expect(planOf(listener)?.place).toBe('chair');
  });

  test.each(AT)('%s: stop ends, silence asks once more', (_name, reach) => {
    expect(reach().says('stopped').heard().asks).toBeNull();
    expect(reach().repromptWords).toBe(reach().question);
  });
});

describe('after the plan, at the question about the skin', () => {
  const planned = () => choosing().wants({ region: 'middle', side: 'left', tool: 'ball', minutes: 5, place: 'floor' });

  test('a change of mind is taken up, and the question is asked again', () => {
    const changes: [Said, object][] = [
      [chose({ minutes: 10 }), { minutes: 10 }],
      [chose({ side: 'right' }), { side: 'right' }],
      [chose({ tool: 'hook' }), { tool: 'hook' }],
      ['cannotUseFloor', { place: 'chair' }],
      ['wantedShorter', { minutes: 3 }],
      ['wantedLonger', { minutes: 10 }],
      [{ type: 'swappedTool', tool: 'partner' }, { tool: 'partner' }],
      [{ type: 'lacksTool', tool: 'ball' }, { tool: 'none' }],
    ];
    const kept: unknown[] = [];
    for (const [said, changed] of changes) {
      const listener = planned().says(said);
      expect(listener.now.skinClear).toBe(false);
      if (listener.question === ASKED.q9) listener.says('saidNo');
      const choice = planOf(listener);
      if (!choice || !Object.entries(changed).every(([part, value]) => choice[part as Part] === value)) kept.push(said);
    }
    expect(kept).toEqual([]);
  });

  test('refusing it twice and starting over does not lead past it', () => {
    const guided: Said[] = [];
    for (const said of [
      'startedOver',
      'wantedShorter',
      { type: 'swappedTool', tool: 'hook' },
      'wasReady',
      'resumed',
      'wantedStretches',
    ] as Said[]) {
      const listener = planned().says('wantedNext', 'wantedNext', said);
      for (const next of ['wasReady', 'wasReady', 'wasReady'] as const) {
        if (listener.heard().plays.some(({ kind }) => kind === 'hold' || kind === 'count' || kind === 'instruct'))
          guided.push(said);
        if (listener.at === 'finished' || listener.question === ASKED.q9) break;
        listener.says(next);
      }
    }
    expect(guided).toEqual([]);
  });
});

describe('somebody who is not understood, or only says no', () => {
  const QUESTIONS: [string, Wishes][] = [
    ['spot', {}],
    ['region', { tool: 'ball' }],
    ['side', { region: 'upper' }],
    ['tool', { region: 'upper', side: 'left' }],
    ['minutes', { region: 'upper', side: 'left', tool: 'ball' }],
    ['place', { region: 'lower', side: 'left', tool: 'ball', minutes: 5 }],
  ];

  test.each(QUESTIONS)(
    'at the %s hears an example and what will be taken, and after four misses a kind end',
    (_, wishes) => {
      const listener = choosing();
      if (Object.keys(wishes).length > 0) listener.wants(wishes);
      const heard: string[] = [listener.words];
      for (let misses = 0; misses < 8 && listener.at !== 'finished'; misses++)
        heard.push(listener.says('notUnderstood').words);
      expect(new Set(heard).size).toBe(heard.length);
      expect(heard).toHaveLength(5);
      expect(heard[2]).toMatch(/for example/i);
      expect(heard[2]).toMatch(/or say okay/i);
      expect(listener.words).toMatch(/Come back|whenever/);
    },
  );

  test('says no eight times at the region: never the same sentence eight times', () => {
    const listener = choosing();
    const heard: string[] = [];
    for (let said = 0; said < 8 && listener.at !== 'finished'; said++) heard.push(listener.says('saidNo').words);
    expect(new Set(heard).size).toBe(heard.length);
    expect(listener.at).toBe('finished');
  });

  test('takes what was proposed with a yes', () => {
    const listener = choosing().says('notUnderstood', 'notUnderstood', 'saidYes');
    expect([listener.now.wishes.region, listener.question]).toEqual(['upper', 'Left, right, or both sides?']);
  });

  test('a yes before anything was proposed takes nothing', () => {
    expect(choosing().says('saidYes').now.wishes.region).toBeUndefined();
  });
});
