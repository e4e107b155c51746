// Tests that doses, lists of stretches and limits of pressing are what the sources allow.

import { routineTables } from '../../content/index';
import routines from '../../content/routines.json';
import type { Stretch } from '../../lambda/domain/exercise';
import { spokenSentences } from '../../tools/facts';

const { exercises, press, stretchOrder } = routineTables;
const stretches = Object.values(exercises.stretches);
const presses = Object.values(exercises.presses);
const REGIONS = ['upper', 'middle', 'lower'] as const;
const PLACES = ['chair', 'floor'] as const;
const lists = REGIONS.flatMap((region) => PLACES.map((place) => ({ region, place, ids: stretchOrder[region][place] })));

/** Seconds of one side or way, how many of them, and the fewest sets: docs/safety.md "Doses". */
const DOSES: Record<string, [number, number, number]> = {
  'shoulder-shrugs': [30, 1, 1],
  'neck-tilt': [20, 2, 1],
  'head-turn': [20, 2, 1],
  'arm-circles': [15, 2, 1],
  'cat-cow': [45, 1, 1],
  'cat-cow-chair': [45, 1, 1],
  'thread-the-needle': [20, 2, 1],
  'overhead-reach': [20, 1, 2],
  'torso-twist': [15, 2, 2],
  'childs-pose': [30, 1, 1],
  'childs-pose-table': [30, 1, 1],
  'knee-to-chest': [20, 2, 2],
  'both-knees-to-chest': [20, 1, 1],
  'lying-twist': [10, 2, 3],
  'light-strokes': [30, 1, 1],
};

/** How long one hold, or how many reps one count may grow to (docs/grounds.md "Doses and technique"). */
const LONGEST: Record<string, number> = {
  'shoulder-shrugs': 10,
  'arm-circles': 12,
  'cat-cow': 10,
  'cat-cow-chair': 10,
  'thread-the-needle': 30,
  'knee-to-chest': 30,
  'both-knees-to-chest': 30,
  'light-strokes': 60,
};

function secondsOf({ form }: Stretch): number {
  if (form.kind === 'held') return form.seconds;
  return (form.reps * form.phases.reduce((sum, phase) => sum + phase.ms, 0)) / 1000;
}

function partsOf({ form, sided }: Stretch): number {
  return (sided ? 2 : 1) * (form.kind === 'counted' ? Math.max(1, form.ways.length) : 1);
}

function find(id: string): Stretch {
  const stretch = exercises.stretches[id];
  if (!stretch) throw new Error(`No stretch ${id}`);
  return stretch;
}

describe('the dose of a stretch', () => {
  test('a listener stretches for the seconds, sides and counts of the dose', () => {
    const found = stretches.map((one) => [one.id, [secondsOf(one), partsOf(one), one.sets.least]]);
    expect(Object.fromEntries(found)).toEqual(DOSES);
  });

  test('a listener with more time does no more than about a minute a side, four times at most', () => {
    for (const one of stretches) {
      expect(one.sets.most).toBeGreaterThanOrEqual(one.sets.least);
      expect(one.sets.most).toBeLessThanOrEqual(4);
      if (one.form.kind === 'held') expect(one.form.seconds * one.sets.most).toBeLessThanOrEqual(60);
      expect(one.form.longest ?? 0).toBeLessThanOrEqual(LONGEST[one.id] ?? 0);
    }
  });

  test('somebody going to the floor gets more time to move than somebody on a chair', () => {
    const quiet = (place: string) => stretches.filter((one) => one.place === place && one.id !== 'light-strokes');
    const least = Math.min(...quiet('floor').map((one) => one.intoSeconds));
    expect(least).toBeGreaterThanOrEqual(Math.max(...quiet('chair').map((one) => one.intoSeconds)));
  });
});

describe('the lists of stretches', () => {
  test.each(lists)('somebody with a $region knot has at least four exercises for $place', ({ ids }) => {
    expect(ids.length).toBeGreaterThanOrEqual(4);
    for (const id of ids) expect(exercises.stretches[id]?.id).toBe(id);
    expect(ids).not.toContain('light-strokes');
  });

  test('somebody who stays off the floor is never sent to it', () => {
    for (const region of REGIONS) for (const id of stretchOrder[region].chair) expect(find(id).place).toBe('chair');
  });

  test('somebody on the floor gets down once and up once', () => {
    for (const region of REGIONS) {
      const places = stretchOrder[region].floor.map((id) => find(id).place);
      const changes = places.filter((place, index) => index > 0 && place !== places[index - 1]).length;
      expect(changes).toBe(1);
    }
  });

  test('every stretch of a list is one for the region of the knot', () => {
    const astray = lists.flatMap(({ region, place, ids }) =>
      ids.filter((id) => !find(id).regions.includes(region)).map((id) => `${region} ${place}: ${id}`),
    );
    expect(astray).toEqual([]);
  });

  test('somebody who asks for something easier still has stretches left', () => {
    for (const { ids } of lists) expect(ids.filter((id) => !find(id).demanding).length).toBeGreaterThanOrEqual(4);
  });

  test('somebody who presses stretches afterwards, whatever the region', () => {
    for (const one of presses) {
      for (const region of one.regions) expect(stretchOrder[region].chair.length).toBeGreaterThan(0);
    }
  });
});

describe('pressing', () => {
  test('a listener is pressed for thirty seconds at a time unless they wish for more, and for a minute a spot', () => {
    for (const one of presses) expect(one.seconds * one.rounds).toBe(30);
    expect(press).toEqual({ spotSeconds: 60, spots: 2, shortestRestSeconds: 10 });
  });

  test('somebody with a sore low back is never put on the roller', () => {
    expect(exercises.presses.roller.regions).toEqual(['upper', 'middle']);
  });

  test('somebody kneading by hand is not asked to reach the middle of the back', () => {
    expect(exercises.presses.hands.regions).toEqual(['upper', 'lower']);
  });

  test('somebody with a hook presses in three short rounds with a rest after each', () => {
    const { seconds, rounds, offSeconds } = exercises.presses.hook;
    expect([seconds, rounds, offSeconds]).toEqual([10, 3, 4]);
  });

  test('somebody pins and stretches with the ball only, on the upper or middle back', () => {
    const pinned = presses.filter((one) => one.pinRegions.length > 0);
    expect(pinned.map((one) => [one.tool, one.pinRegions])).toEqual([['ball', ['upper', 'middle']]]);
  });
});

describe('how often', () => {
  test('a listener is told the frequency the table holds', () => {
    const { pressDaysPerWeek, stretchDaysPerWeek } = routines.frequency;
    expect([pressDaysPerWeek.least, pressDaysPerWeek.most, stretchDaysPerWeek]).toEqual([2, 3, 7]);
    const spoken = spokenSentences();
    expect(spoken['close.tip_often']).toContain('two or three days a week');
    expect(spoken['card.stillSore']).toContain('at most three days in any seven');
    expect(spoken['close.tip_daily']).toContain('stretches are fine every day');
  });
});
