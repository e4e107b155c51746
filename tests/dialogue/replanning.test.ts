// Tests that the routine goes on with the new wishes after a change on the way.

import { exercises } from '../../content';
import type { Tool } from '../../lambda/domain/exercise';
import { stretchUnitsOf } from '../../lambda/domain/routine';
import type { Slot } from '../../lambda/domain/timeline';
import type { Listener, Said } from '../support/listener';
import {
  asksSharp,
  between,
  checking,
  closing,
  finding,
  GUIDED,
  interrupted,
  LONG,
  offering,
  pressing,
  readying,
  stretching,
  USUAL,
} from '../support/reaching';

const swapTo = (tool: Tool | null): Said => ({ type: 'swappedTool', tool });
const lacks = (tool: Tool | null): Said => ({ type: 'lacksTool', tool });
const MIDDLE = { ...USUAL, region: 'middle', place: 'floor' } as const;
const LOWER = { ...USUAL, region: 'lower', place: 'floor' } as const;

/** Moments in which something is going to be pressed still. */
const PRESSING: Record<string, (wishes?: typeof USUAL) => Listener> = {
  'waiting to begin': readying,
  finding,
  pressing,
  'asked how strong it was': checking,
  'asked for a sharp feeling': asksSharp,
  'offered one more': offering,
  'interrupted in a press': interrupted,
};
const pressPoints = Object.entries(PRESSING);
/** Moments in which the pressing is over. */
const stretchPoints: [string, () => Listener][] = [
  ['stretching', stretching],
  ['between the stretches', between],
  ['closing', closing],
];

/** Moments in which the routine goes on; in a pause there is nothing to change. */
const goingOn = Object.entries(GUIDED).filter(([name]) => !['paused', 'asked after a pause'].includes(name));

/** Seconds of stretching still to come, from the present place. */
function secondsAhead(listener: Listener): number {
  const { plan, place } = listener.now;
  if (!plan) return 0;
  const units = stretchUnitsOf(plan, exercises).slice(place?.part === 'stretch' ? place.unit : 0);
  return units.reduce((sum, { exercise }) => {
    const form = exercises.stretches[exercise]?.form;
    if (!form) return sum;
    return (
      sum +
      (form.kind === 'held' ? form.seconds : (form.reps * form.phases.reduce((all, { ms }) => all + ms, 0)) / 1000)
    );
  }, 0);
}
const exercisesAhead = (listener: Listener): string[] => {
  const { plan, place } = listener.now;
  const units = plan ? stretchUnitsOf(plan, exercises).slice(place?.part === 'stretch' ? place.unit : 0) : [];
  return [...new Set(units.map(({ exercise }) => exercise))];
};
/** Nothing is pressed in the answer to a change, and what was pressed stays counted. */
function keepsWhatWasDone(listener: Listener): void {
  expect(listener.pressesFor).toBe(0);
  expect(listener.heard().asks).not.toBeNull();
  const counted = listener.now.spots.map(({ pressedSeconds }) => pressedSeconds);
  for (const [spot, ms] of listener.pressedMs.entries()) {
    expect(counted[spot]).toBeGreaterThanOrEqual(Math.floor(ms / 1000) - 1);
  }
}

describe.each(pressPoints)('%s, another tool', (name, reach) => {
  test.each(['hook', 'roller', 'hands', 'partner'] as const)(
    'is said, and the spot is looked for with it (%s)',
    (tool) => {
      const listener = reach().says(swapTo(tool));
      if (name === 'pressing') expect(listener.words).toMatch(/^Step off the ball\./);
      expect(listener.now.plan?.choice.tool).toBe(tool);
      keepsWhatWasDone(listener);
      if (listener.at === 'finding') expect(listener.words).toMatch(/spine|muscle/);
      expect(listener.now.spots.length).toBeLessThanOrEqual(2);
    },
  );

  test('that is in use already is told about, and what was going on is kept', () => {
    const before = reach().now.place;
    const listener = reach().says(swapTo('ball'));
    expect(listener.turn?.says.map(({ key }) => key)).toContain('answer.which-ball');
    expect(listener.now.place?.part).toBe(before?.part);
  });

  test('unnamed is hands where they reach, else stretches', () => {
    expect(reach().says(swapTo(null)).now.plan?.choice.tool).toBe('hands');
    expect(reach(MIDDLE).says(swapTo(null)).now.plan?.choice.tool).toBe('none');
  });

  test('that does not fit is said and mended, and what is chosen then is pressed with', () => {
    const listener = reach(LOWER).says(swapTo('roller'));
    expect(listener.words).toMatch(/Not on the low back\. Ball on the wall, or stretches\?$/);
    listener.says(swapTo('hook'));
    expect(listener.now.plan?.choice.tool).toBe('hook');
    keepsWhatWasDone(listener);
  });

  test('is not there: "I don\'t have a ball" goes on without one', () => {
    for (const said of [lacks('ball'), lacks(null)]) {
      const listener = reach().says(said);
      expect(listener.now.plan?.choice.tool).toBe('hands');
      expect(listener.now.lacks).toContain('ball');
      keepsWhatWasDone(listener);
    }
    expect(reach(MIDDLE).says(lacks('ball')).now.plan?.choice.tool).toBe('none');
  });

  test('a tool that is lacking is never what a swap leads to', () => {
    expect(reach().says(lacks('ball'), lacks('hands')).now.plan?.choice.tool).toBe('none');
    expect(reach().says(lacks('hands'), swapTo(null)).now.plan?.choice.tool).toBe('none');
  });

  test('none at all: stretches, and no press is reachable by being ready', () => {
    const listener = reach().says(swapTo('none'));
    expect(listener.now.plan?.choice.tool).toBe('none');
    expect(listener.says('wasReady').at).toBe('stretching');
  });
});

describe.each(stretchPoints)('%s, another tool', (_name, reach) => {
  test('changes nothing: the stretches need none', () => {
    for (const said of [swapTo('hook'), swapTo(null), lacks('ball')]) {
      const before = reach();
      const ahead = exercisesAhead(before.says('askedHelp'));
      const listener = reach().says(said);
      expect(listener.pressesFor).toBe(0);
      expect(exercisesAhead(listener)).toEqual(ahead);
    }
  });
});

describe("I can't kneel", () => {
  test.each(pressPoints)('%s: nothing that follows is on the floor', (name, reach) => {
    const listener = reach(LOWER).says('cannotUseFloor');
    if (name === 'pressing') expect(listener.words).toMatch(/^Step off the ball\./);
    expect(listener.now.plan?.choice.place).toBe('chair');
    expect(exercisesAhead(listener).filter((id) => exercises.stretches[id]?.place === 'floor')).toEqual([]);
    keepsWhatWasDone(listener);
  });

  test('with a roller the ball takes its place', () => {
    for (const reach of Object.values(PRESSING)) {
      const listener = reach({ ...MIDDLE, tool: 'roller' }).says('cannotUseFloor');
      expect(listener.now.plan?.choice).toMatchObject({ tool: 'ball', place: 'chair' });
    }
  });

  test('in the stretches the rest is done on a chair', () => {
    const listener = stretching({ ...LOWER, minutes: 10 }).says('cannotUseFloor');
    expect(exercisesAhead(listener).filter((id) => exercises.stretches[id]?.place === 'floor')).toEqual([]);
    listener.says('wasReady');
    expect(listener.at).toBe('stretching');
    expect(listener.keys).not.toContain('stretch.down');
  });
});

describe('shorter and longer', () => {
  test.each(goingOn.filter(([, reach]) => reach().now.plan?.choice.minutes === 5))(
    '%s: are one step of three, five and ten, said, and the ends too',
    (_name, reach) => {
      for (const [said, word, minutes] of [
        ['wantedShorter', 'Three minutes, then.', 3],
        ['wantedLonger', 'Ten minutes, then.', 10],
      ] as const) {
        const before = reach();
        const listener = before.says(said);
        expect(listener.words).toContain(word);
        expect(listener.now.plan?.choice.minutes).toBe(minutes);
        keepsWhatWasDone(listener);
        listener.says(said);
        expect(listener.words).toMatch(/(Three minutes is the shortest|Ten minutes is the longest)\./);
      }
    },
  );

  test('shorter leaves less to do, longer more, from here on', () => {
    for (const reach of [readying, checking, offering]) {
      const now = secondsAhead(reach().says('askedHelp'));
      expect(secondsAhead(reach().says('wantedShorter'))).toBeLessThanOrEqual(now);
      expect(secondsAhead(reach().says('wantedLonger'))).toBeGreaterThan(now);
    }
    const long = () => stretching({ ...LONG, side: 'left' });
    expect(secondsAhead(long().says('wantedShorter'))).toBeLessThan(secondsAhead(long().says('askedHelp')));
    expect(secondsAhead(stretching().says('wantedLonger'))).toBeGreaterThan(
      secondsAhead(stretching().says('askedHelp')),
    );
  });

  test('what was stretched already is not done again by a longer routine', () => {
    const listener = stretching();
    const [first] = exercisesAhead(listener);
    const isLater = ({ kind, exercise }: Slot) => (kind === 'hold' || kind === 'count') && exercise !== first;
    const after = listener.after(listener.secondOf(isLater) + 10).says('wantedLonger');
    expect(exercisesAhead(after).length).toBeGreaterThan(0);
    expect(exercisesAhead(after)).not.toContain(first);
  });

  test('a hold that was broken off keeps its rest', () => {
    const listener = interrupted();
    const rest = listener.now.place?.restSeconds;
    expect(listener.says('wantedShorter').now.place?.restSeconds).toBe(rest);
    expect(listener.says('wasReady').pressesFor).toBe(rest);
  });
});

describe('easier', () => {
  test.each(goingOn)('%s: nothing demanding follows', (_name, reach) => {
    const listener = reach().says('wantedEasier');
    expect(listener.words).toContain('Easier, then.');
    expect(exercisesAhead(listener).filter((id) => exercises.stretches[id]?.demanding)).toEqual([]);
    keepsWhatWasDone(listener);
  });

  test('after "too much" in a stretch the next one is gentler, as was said', () => {
    for (const region of ['upper', 'middle', 'lower'] as const) {
      const listener = finding({ region, side: 'left', tool: 'ball', minutes: 10, place: 'floor' }).says(
        'wantedStretches',
      );
      for (let stretch = 0; stretch < 10 && listener.at === 'stretching'; stretch++) {
        const first = listener.secondOf(({ kind }) => kind === 'hold' || kind === 'count');
        listener.after(first + 3).says('saidTooMuch');
        const promised = listener.words.includes('The next one is gentler.');
        const next = listener.heard().plays.find(({ exercise }) => exercise)?.exercise;
        if (promised) {
          expect(next).toBeDefined();
          expect(exercises.stretches[next ?? '']?.demanding).not.toBe(true);
        }
      }
    }
  });
});

describe('slower', () => {
  test('lengthens the counts and leaves the holds as long as they are', () => {
    const led = (listener: Listener) => listener.says('wantedStretches').heard().plays;
    const lift = (listener: Listener) => led(listener).find(({ kind }) => kind === 'count')?.ms ?? 0;
    expect(lift(offering(LONG).says('wantedSlower'))).toBe(1.25 * lift(offering(LONG)));
    const holds = new Map<string, number>();
    for (const { kind, exercise, side, set, ms } of led(offering(LONG).says('wantedSlower'))) {
      const hold = `${exercise} ${side} ${set}`;
      if (kind === 'hold') holds.set(hold, (holds.get(hold) ?? 0) + (ms ?? 0));
    }
    expect(holds.size).toBeGreaterThan(1);
    for (const [hold, ms] of holds) {
      const form = exercises.stretches[hold.split(' ')[0] ?? '']?.form;
      expect(form?.kind === 'held' && form.seconds * 1000).toBe(ms);
    }
  });

  test.each(goingOn)('%s: is said and kept for the next session', (_name, reach) => {
    const listener = reach().says('wantedSlower');
    expect(listener.words).toContain('Slower, then.');
    expect(listener.now.settings.pace).toBe('slow');
    keepsWhatWasDone(listener);
  });
});

describe('count more, count less', () => {
  const numbers = (listener: Listener) =>
    listener.keys.filter((key) => key === 'hold.number' || key === 'hold.ten').length;

  test('more says every ten and the last ten, less only ten; the hold stays thirty seconds', () => {
    const usual = finding().says('wasReady');
    const more = finding().says('wantedMoreCounting', 'wasReady');
    const less = finding().says('wantedLessCounting', 'wasReady');
    expect([numbers(usual), numbers(more), numbers(less)]).toEqual([6, 11, 1]);
    for (const listener of [usual, more, less]) expect(listener.pressesFor).toBe(30);
  });

  test.each(goingOn)('%s: is said, and the place is kept', (name, reach) => {
    const more = reach().says('wantedMoreCounting');
    expect(more.words).toContain("I'll count more.");
    expect(more.now.settings.counting).toBe('more');
    const less = reach().says('wantedLessCounting');
    expect(less.words).toContain("I'll count less.");
    expect(less.now.settings.counting).toBe('less');
    // A hold goes on meanwhile.
    if (name !== 'pressing') keepsWhatWasDone(less);
  });

  test('in the middle of a hold: the hold goes on, and its rest is counted so', () => {
    const listener = pressing().says('wantedMoreCounting');
    expect(listener.words).toMatch(/^I'll count more\. About ten left\. If you lose me, step off\./);
    expect(listener.pressesFor).toBe(10);
    expect(numbers(listener)).toBe(5);
  });
});

test('"longer" at the very end adds stretches that were not done yet', () => {
  const listener = closing();
  const done = listener.now.plan?.stretches.map(({ id }) => id) ?? [];
  listener.says('wantedLonger');
  expect(listener.words).toMatch(/^Ten minutes, then\./);
  listener.says('wasReady');
  expect(listener.at).toBe('stretching');
  const added = listener.now.plan?.stretches.map(({ id }) => id) ?? [];
  expect(done).not.toContain(added[0]);
});

test('whoever asks for one more hold after the last stretch is not led through all stretches again by silence', () => {
  const listener = closing().says('wantedMore');
  expect(listener.at).toBe('offering');
  const followed = listener.heard().reprompt?.plays.filter(({ kind }) => kind === 'hold' || kind === 'count');
  expect(followed).toEqual([]);
});
