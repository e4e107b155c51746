// Tests that every symptom, at any time, ends in its cell of docs/safety.md "The symptom table".

import type { SymptomRow } from '../../lambda/domain/symptom';
import { ASKED } from '../support/health-questions';
import type { Listener, Said } from '../support/listener';
import { AWAY, C, D, D_AFTER, E, GO_BACK, LINES, M, Q3B, SAFETY_NET } from '../support/outcome-lines';
import {
  askedTo,
  asksNumb,
  asksSharp,
  asksSoreness,
  atRecap,
  between,
  checking,
  choosing,
  closing,
  finding,
  interrupted,
  LONG,
  offering,
  paused,
  pressing,
  readying,
  rechecking,
  stretching,
} from '../support/reaching';

const reports = (...rows: SymptomRow[]): Said => ({ type: 'reportedSymptom', rows });
const TIPS = 'I can still share posture tips.';
/** Ten minutes on one side: the neck tilt is not the last stretch. */
const MORE = { ...LONG, side: 'left' } as const;
/** Five minutes have two stretches here; the second has begun. */
const inTheLastStretch = (): Listener => stretching().says('wantedNext').after(25);

/** Points of a session, by the columns of the table. */
const WHEN: Record<Column, Record<string, () => Listener>> = {
  screening: { 'at the fourth question': () => askedTo('q4'), 'at the recap': () => atRecap() },
  touching: {
    finding,
    pressing,
    'asked how strong': checking,
    'asked for sharpness': asksSharp,
    'asked for numbness': asksNumb,
    'offered one more': offering,
  },
  stretching: { stretching },
  between: {
    choosing: () => choosing(),
    'asked how sore': asksSoreness,
    readying,
    between,
    interrupted,
    paused,
    rechecking,
  },
  after: { 'after the last stretch': closing },
};

type Column = 'screening' | 'touching' | 'stretching' | 'between' | 'after';
/** What is heard first, shortened: "Step away now.", the release, away from the wall, out of the stretch. */
const FIRST: Record<string, RegExp> = {
  away: /^Step away now\. /,
  release: /^Step off the ball\. /,
  wall: /^Step away from the wall now\. Rest for one minute\. /,
  out: /^Come out of it slowly\. /,
};
/** The cells; a word of FIRST comes before what is said then. */
const TABLE: Record<SymptomRow, Record<Column, string>> = {
  emergency: { screening: 'E', touching: 'away E', stretching: 'E', between: 'E', after: 'E' },
  saddle: { screening: 'E now', touching: 'away E now', stretching: 'E now', between: 'E now', after: 'E now' },
  numb: {
    screening: 'D both?',
    touching: 'release gone?',
    stretching: 'out gone?',
    between: 'D both?',
    after: 'D over',
  },
  'numb-both': { screening: 'E', touching: 'away E', stretching: 'E', between: 'E', after: 'E' },
  weak: { screening: 'D both?', touching: 'away D', stretching: 'D', between: 'D both?', after: 'D over' },
  'weak-both': { screening: 'E', touching: 'away E', stretching: 'E', between: 'E', after: 'E' },
  sharp: { screening: 'severe?', touching: 'wall eased?', stretching: 'out eased?', between: 'where?', after: 'net' },
  dizzy: {
    screening: 'passed?',
    touching: 'release passed?',
    stretching: 'out passed?',
    between: 'passed?',
    after: 'passed?',
  },
  ill: { screening: 'D', touching: 'away D', stretching: 'D', between: 'D', after: 'D over' },
  injury: {
    screening: 'D crash',
    touching: 'away D crash',
    stretching: 'D crash',
    between: 'D crash',
    after: 'D over crash',
  },
  standing: { screening: 'C', touching: 'away C', stretching: 'C', between: 'C', after: 'C' },
  skin: { screening: 'noted', touching: 'away M', stretching: 'M', between: 'M', after: 'net' },
};

const HEARD: Record<string, string> = {
  E: `${E} ${GO_BACK}`,
  'E now': `${LINES.q2} ${GO_BACK}`,
  D: `${D} ${GO_BACK}`,
  'D both?': `${D} ${Q3B}`,
  'D crash': `${LINES.q5} ${GO_BACK}`,
  'D over': `${D_AFTER} ${GO_BACK}`,
  'D over crash': `${LINES.q5.replace(D, D_AFTER)} ${GO_BACK}`,
  C: `${LINES.q6} ${TIPS} ${GO_BACK}`,
  M: `${M} Want the stretches?`,
};

/** One cell, held against everything that was heard. */
function inCell(listener: Listener, cell: string): void {
  const { words } = listener;
  const first = FIRST[cell.split(' ')[0] ?? ''];
  if (first) expect(words).toMatch(first);
  const rest = cell.replace(/^(away|release|wall|out) /, '');
  const line = HEARD[rest];
  if (line) expect(words.replace(/^(Step off the ball\. )?(Step away now\. )?/, '')).toBe(line);
  const question = { 'gone?': 'Has it gone?', 'eased?': 'Has it eased?', 'passed?': 'Has it passed?' }[rest];
  if (question) {
    expect(listener.question).toBe(question);
    expect(listener.heard().plays.reduce((sum, { ms }) => sum + (ms ?? 0), 0)).toBe(60_000);
  }
  if (rest === 'severe?') expect(words).toBe(ASKED.q6);
  if (rest === 'where?') expect(words).toBe('Does it run down an arm or a leg?');
  if (rest === 'noted') expect(listener.now.skinNoted).toBe(true);
  if (rest === 'net') expect(words.endsWith(SAFETY_NET)).toBe(true);
  if (/\b[EDC]\b/.test(rest)) expect(listener.now).toMatchObject({ guideOff: true, cleared: false, place: null });
}

describe.each(Object.keys(TABLE) as SymptomRow[])('%s', (row) => {
  for (const [column, points] of Object.entries(WHEN) as [Column, Record<string, () => Listener>][]) {
    test.each(Object.entries(points))(`said %s is answered with its cell of ${column}`, (_name, reach) => {
      const listener = reach().says(reports(row));
      inCell(listener, TABLE[row][column]);
      expect(listener.now.pressOff).toBe(true);
      expect(listener.pressesFor).toBe(0);
    });
  }
});

describe('after the line to see somebody first', () => {
  test.each(['numb', 'dizzy', 'weak', 'ill'] as const)('a report of today is the same-day line (%s)', (row) => {
    const listener = askedTo('q8').says('saidYes');
    expect(listener.words).toContain(C);
    expect(listener.says(reports(row)).words).toContain(D);
  });

  test('an emergency is the emergency line', () => {
    expect(askedTo('q8').says('saidYes', reports('emergency')).words).toBe(`${E} ${GO_BACK}`);
  });
});

describe('several at once', () => {
  test('the most urgent is answered', () => {
    expect(pressing().says(reports('sharp', 'numb', 'emergency')).words).toBe(`${AWAY} ${E} ${GO_BACK}`);
    expect(choosing().says(reports('skin', 'ill')).words).toBe(`${D} ${GO_BACK}`);
    expect(stretching().says(reports('dizzy', 'emergency')).words).toBe(`${E} ${GO_BACK}`);
  });
});

describe('numbness in a press, after a quiet minute', () => {
  const asked = () => pressing().says(reports('numb'));

  test('gone: the session is closed gently, with the safety net', () => {
    const listener = asked().says('saidYes');
    expect(listener.words).toContain(SAFETY_NET);
    expect(listener.heard().asks).toBeNull();
  });

  test.each(['saidNo', 'wasNotSure', 'saidSomewhat', 'mixedAnswer'] as const)(
    'not gone or not sure: the same-day line (%s)',
    (said) => {
      expect(asked().says(said).words).toBe(`${D} ${GO_BACK}`);
    },
  );

  test('weakness now: the same-day line; on both sides: the emergency line', () => {
    expect(asked().says(reports('weak')).words).toContain(D);
    expect(asked().says(reports('numb-both')).words).toBe(`${E} ${GO_BACK}`);
  });

  test('silence is asked once more and never carried on to stretches', () => {
    expect(asked().heard().reprompt).toMatchObject({ plays: [], asks: { key: 'easing.ask.numb' } });
  });
});

describe('something sharp in a press, after a quiet minute', () => {
  const asked = () => pressing().says(reports('sharp'));

  test('eased: no more pressing, and the stretches may go on', () => {
    const listener = asked().says('saidYes');
    expect(listener.words).toMatch(/No more pressing today\./);
    listener.says('wasReady');
    expect(listener.at).toBe('stretching');
    expect(listener.pressesFor).toBe(0);
  });

  test.each(['saidNo', 'wasNotSure'] as const)('not eased: the same-day line (%s)', (said) => {
    expect(asked().says(said).words).toContain(D);
  });

  test('the answer "yes" to "any sharp or electric feeling?" is the same report', () => {
    expect(asksSharp().says('saidYes').question).toBe('Has it eased?');
    expect(asksSharp().says('wasNotSure').question).toBe('Has it eased?');
    expect(asksNumb().says('saidYes').question).toBe('Has it gone?');
  });
});

describe('something sharp in a stretch', () => {
  test('that stretch is not led again, on either side', () => {
    const listener = stretching(MORE).says(reports('sharp'), 'saidYes', 'wasReady');
    const led = listener.heard().plays.map(({ exercise }) => exercise);
    expect(led.length).toBeGreaterThan(0);
    expect(led).not.toContain('neck-tilt');
  });

  test('in the last one: the last check follows, not another stretch', () => {
    const listener = inTheLastStretch().says(reports('sharp'), 'saidYes');
    if (listener.at !== 'closing') listener.says('wasReady');
    expect(listener.heard().plays).toEqual([]);
    expect(listener.question).toBe('Any numbness, tingling, or weakness now?');
  });
});

describe('something sharp at a spot', () => {
  test.each(['hook', 'hands', 'partner', 'roller'] as const)(
    'under another tool: let go first, then a minute of rest (%s)',
    (tool) => {
      const region = tool === 'roller' ? 'middle' : 'upper';
      const listener = pressing({ region, side: 'left', tool, minutes: 5, place: 'floor' });
      const release = listener.wordsOf([{ key: `release.${tool}` }]);
      expect(listener.says(reports('sharp')).words.startsWith(`${release} Rest for one minute. `)).toBe(true);
    },
  );
});

describe('the minute of rest', () => {
  const REST = 60;

  test.each(['numb', 'sharp', 'dizzy'] as const)('a "yes" before it is over only brings the question (%s)', (row) => {
    const listener = pressing().says(reports(row)).after(20).says('saidYes');
    expect(listener.heard().plays).toEqual([]);
    expect(listener.at).toBe('easing');
    expect(listener.question).toMatch(/^Has it (gone|eased|passed)\?$/);
  });

  test.each(['saidNo', 'itStays', 'saidTooMuch'] as const)('"it\'s worse" is not waited for (%s)', (said) => {
    expect(pressing().says(reports('sharp')).after(20).says(said).words).toContain(D);
  });

  test('"it\'s better" is the yes, "it\'s still there" the no', () => {
    const asked = () => pressing().says(reports('sharp'));
    expect(asked().says('itEased').words).toMatch(/^No more pressing today\./);
    expect(asked().says('itStays').words).toContain(D);
    expect(
      asked()
        .heard()
        .plays.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
    ).toBe(REST * 1000);
  });
});

describe('dizziness', () => {
  test('in the screening the question is asked again when it has passed', () => {
    const listener = askedTo('q4').says(reports('dizzy'), 'saidYes');
    expect(listener.question).toBe(ASKED.q4);
    expect(listener.now.noes).not.toContain('q4');
  });

  test('at the recap a question is asked again before "start" counts', () => {
    const listener = atRecap().says(reports('dizzy'), 'saidYes');
    expect(listener.says({ type: 'saidStart', word: true }).now.cleared).toBe(false);
  });

  test('in a press only stretches on a chair may follow', () => {
    const listener = pressing({ region: 'lower', side: 'left', tool: 'ball', minutes: 5, place: 'floor' });
    listener.says(reports('dizzy'), 'saidYes');
    expect(listener.now.plan?.choice.place).toBe('chair');
    listener.says('wasReady');
    expect(listener.at).toBe('stretching');
    expect(listener.keys).not.toContain('stretch.down');
  });

  test('not passed is the same-day line, with chest pain the emergency line', () => {
    expect(pressing().says(reports('dizzy'), 'saidNo').words).toContain(D);
    expect(pressing().says(reports('dizzy'), reports('emergency')).words).toContain(E);
  });

  test('after the last stretch, passed, the session ends; no stretch is led once more', () => {
    const listener = closing().says(reports('dizzy'), 'saidYes');
    listener.says(...(listener.heard().asks ? (['wasReady'] as const) : []));
    expect(listener.at).not.toBe('stretching');
    expect(listener.words).toContain(SAFETY_NET);
  });
});

describe('something sharp while choosing', () => {
  const asked = () => choosing().says(reports('sharp'));

  test('running down a limb, or not sure: the same-day line', () => {
    expect(asked().says('saidYes').words).toContain(D);
    expect(asked().says('wasNotSure').words).toContain(D);
  });

  test('only at the spot: no pressing, and choosing goes on', () => {
    const listener = asked().says('saidNo').wants({ region: 'upper', side: 'left', tool: 'ball', minutes: 5 });
    expect(listener.now.plan?.choice.tool).toBe('none');
  });
});

describe('the skin', () => {
  test('named in the screening, is left alone when the plan stands', () => {
    const listener = askedTo('q4').says(reports('skin')).answersNo(5).says({ type: 'saidStart', word: true });
    listener.wants({ region: 'upper', side: 'left', tool: 'ball', minutes: 5 });
    expect(listener.words).toContain(M);
    listener.says('saidYes', 'wasReady');
    expect(listener.at).toBe('stretching');
  });

  test('no stretches wanted instead: the safety net and goodbye', () => {
    const listener = askedTo('q9').says('saidYes', 'saidNo');
    expect(listener.words).toContain(SAFETY_NET);
    expect(listener.heard().asks).toBeNull();
  });

  test('a yes leads to stretches alone, said to be without pressing', () => {
    const listener = askedTo('q9').says('saidYes', 'saidYes', 'wasReady');
    expect(listener.at).toBe('stretching');
    expect(listener.now.plan?.choice.tool).toBe('none');
  });
});

describe('too much', () => {
  test('in a press: off, ease off, and the number is asked', () => {
    const listener = pressing().says('saidTooMuch');
    expect(listener.words).toMatch(/^Step off the ball\. Ease off now\./);
    expect(listener.question).toBe('From one to ten, how strong was it?');
    expect(listener.number(8).now.pressOff).toBe(true);
  });

  test('while finding: the same', () => {
    expect(finding().says('saidTooMuch').words).toMatch(/^Step off the ball\. Ease off now\./);
  });

  test('in a stretch: that stretch is left, on both sides, and what follows is gentler', () => {
    const listener = stretching(MORE).says('saidTooMuch');
    expect(listener.words).toMatch(/^Stop that stretch\. The next one is gentler\./);
    expect(listener.heard().plays.map(({ exercise }) => exercise)).not.toContain('neck-tilt');
    expect(listener.now.pressOff).toBe(false);
  });

  test('in the last stretch: no gentler one is promised, the last check follows', () => {
    const listener = inTheLastStretch().says('saidTooMuch');
    expect(listener.words).toBe('Stop that stretch. It was the last one. Any numbness, tingling, or weakness now?');
    expect(listener.heard().plays).toEqual([]);
  });

  test('is not a symptom: elsewhere the question is asked again', () => {
    for (const reach of [() => askedTo('q4'), () => choosing(), readying, between]) {
      const listener = reach();
      const { question } = listener;
      expect(listener.says('saidTooMuch').question).toBe(question);
      expect(listener.now.pressOff).toBe(false);
    }
  });
});
test('the lines of the outcomes are the only ones spoken: no C where a D is meant', () => {
  expect(new Set([C, D, E, M]).size).toBe(4);
});

test('after a sharp spot nobody is told to be back in place for stretches that have not begun', () => {
  const listener = pressing().says({ type: 'reportedSymptom', rows: ['sharp'] }, 'itEased');
  expect(listener.words).toContain('Gentle stretches are all right.');
  expect(listener.question).toBe('Say ready to go on.');
});
