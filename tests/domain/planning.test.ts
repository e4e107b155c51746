// Tests that every plan keeps to what the sources allow, whatever is chosen.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import type { PlanningTables, Taste } from '../../lambda/domain/fitting';
import { closingFor, planRoutine, planWork, refit } from '../../lambda/domain/planning';
import { type Choice, LIGHT_STROKES, type Plan, stretchUnitsOf } from '../../lambda/domain/routine';
import { CHOICES, nameOf, speech } from '../timing/conversation';

const tables: PlanningTables = { ...routineTables, lengthOf: speech.lengthOf };
const { exercises, press, stretchOrder } = routineTables;

const choice = fc.constantFrom(...CHOICES);
const taste: fc.Arbitrary<Taste> = fc.record({
  pace: fc.record({
    counting: fc.constantFrom('normal' as const, 'more' as const, 'less' as const),
    slowness: fc.constantFrom(1, 1.25),
    padMs: fc.constant(0),
    brief: fc.constant(false),
    heard: fc.subarray(Object.keys(exercises.stretches)),
  }),
  easier: fc.boolean(),
  pressOff: fc.boolean(),
  done: fc.subarray(Object.keys(exercises.stretches)),
});
const USUAL: Taste = {
  pace: { counting: 'normal', slowness: 1, padMs: 0, brief: false, heard: [] },
  easier: false,
  pressOff: false,
  done: [],
};

/** Holds the plans of many choices and tastes to a rule. */
function everyPlan(rule: (plan: Plan, choice: Choice, taste: Taste) => void): void {
  fc.assert(
    fc.property(choice, taste, (choice, taste) => rule(planRoutine(choice, taste, tables), choice, taste)),
    { numRuns: 50 },
  );
}

const idsOf = ({ stretches }: Plan): string[] => stretches.map(({ id }) => id);

test('every routine stretches, with exercises of the region and place, in their order and each once', () => {
  everyPlan((plan, { region, place }) => {
    const own = idsOf(plan).filter((id) => id !== LIGHT_STROKES);
    const order = stretchOrder[region][place];
    expect(plan.stretches.length).toBeGreaterThan(0);
    expect(own).toEqual(order.filter((id) => own.includes(id)));
  });
});

test('every stretch is one for the region of the knot, whatever is chosen', () => {
  const astray = CHOICES.flatMap((one) =>
    idsOf(planRoutine(one, USUAL, tables))
      .filter((id) => !exercises.stretches[id]?.regions.includes(one.region))
      .map((id) => `${nameOf(one)}: ${id}`),
  );
  expect(astray).toEqual([]);
});

test('a listener who chose the floor for the low back stretches there, as soon as the minutes have room for it', () => {
  const low = (minutes: 5 | 10, side: 'left' | 'both', tool: 'ball' | 'none'): Choice => ({
    region: 'lower',
    place: 'floor',
    side,
    tool,
    minutes,
  });
  for (const one of [low(5, 'left', 'ball'), low(5, 'left', 'none'), low(10, 'both', 'ball')]) {
    const places = idsOf(planRoutine(one, USUAL, tables)).map((id) => exercises.stretches[id]?.place);
    expect([nameOf(one), new Set(places)]).toEqual([nameOf(one), new Set(['floor'])]);
  }
});

test('no stretch is done more often than its dose, and less often only where the minutes are tight', () => {
  everyPlan((plan) => {
    for (const { id, sets } of plan.stretches) {
      expect([id, sets >= 1 && sets <= (exercises.stretches[id]?.sets.most ?? 0)]).toEqual([id, true]);
    }
  });
  const short = CHOICES.filter((one) =>
    planRoutine(one, USUAL, tables).stretches.some(({ id, sets }) => sets < (exercises.stretches[id]?.sets.least ?? 0)),
  );
  expect(short.filter(({ minutes }) => minutes === 10).map(nameOf)).toEqual([]);
  expect(short.filter(({ tool }) => tool === 'none').map(nameOf)).toEqual([]);
});

test('somebody on a chair is never sent to the floor', () => {
  everyPlan((plan, { place, tool }) => {
    if (place === 'floor' || tool === 'partner') return;
    expect(idsOf(plan).filter((id) => exercises.stretches[id]?.place === 'floor')).toEqual([]);
  });
});

test('somebody who wants it easier gets nothing demanding', () => {
  everyPlan((plan, _, { easier }) => {
    if (easier) expect(idsOf(plan).filter((id) => exercises.stretches[id]?.demanding)).toEqual([]);
  });
});

test('what has been done is not done again while something else is left', () => {
  everyPlan((plan, { region, place }, { done, easier }) => {
    const fresh = stretchOrder[region][place].filter(
      (id) => !done.includes(id) && !(easier && exercises.stretches[id]?.demanding),
    );
    const own = idsOf(plan).filter((id) => id !== LIGHT_STROKES);
    if (fresh.length > 0) expect(own.filter((id) => done.includes(id))).toEqual([]);
  });
});

test('an exercise that needs another before it never comes without it', () => {
  let followers = 0;
  const rule = (plan: Plan): void => {
    const ids = idsOf(plan);
    for (const [index, id] of ids.entries()) {
      const before = exercises.stretches[id]?.follows;
      if (!before) continue;
      expect(ids.slice(0, index)).toContain(before);
      followers += 1;
    }
  };
  everyPlan(rule);
  // Few routines have one; chance may miss them.
  const long = CHOICES.filter(
    ({ region, place, minutes }) => region === 'lower' && place === 'floor' && minutes === 10,
  );
  for (const choice of long) rule(planRoutine(choice, USUAL, tables));
  expect(followers).toBeGreaterThan(0);
});

test('no session presses more than two spots, and none without a tool', () => {
  everyPlan((plan, { tool, side }, { pressOff }) => {
    expect(plan.spots.length).toBeLessThanOrEqual(press.spots);
    expect(plan.spots.length === 0).toBe(tool === 'none' || pressOff);
    if (side !== 'both' && plan.spots.length > 0) expect(new Set(plan.spots)).toEqual(new Set([side]));
    if (pressOff) expect(plan.choice.tool).toBe('none');
  });
});

test('somebody with knots on both sides has both pressed, when five minutes or more are wanted', () => {
  for (const one of CHOICES.filter(({ side, tool, minutes }) => side === 'both' && tool !== 'none' && minutes > 3)) {
    expect([nameOf(one), [...planWork(one, tables)].map(({ side }) => side)]).toEqual([nameOf(one), ['left', 'right']]);
  }
});

test('a pin and stretch is planned only with the ball on the upper or middle back, in ten minutes, once', () => {
  const pinned = CHOICES.filter((one) => planRoutine(one, USUAL, tables).pin);
  const expected = CHOICES.filter(
    ({ tool, region, minutes }) => tool === 'ball' && region !== 'lower' && minutes === 10,
  );
  expect(pinned.map(nameOf)).toEqual(expected.map(nameOf));
  for (const one of pinned) expect(planWork(one, tables).map((spot) => spot.pinned)).toEqual([false, true]);
});

test('a partner ends with light strokes, before anybody gets up; nobody else does', () => {
  for (const one of CHOICES) {
    const ids = idsOf(planRoutine(one, USUAL, tables));
    expect([nameOf(one), ids.indexOf(LIGHT_STROKES)]).toEqual([nameOf(one), one.tool === 'partner' ? 0 : -1]);
  }
});

test('quiet is added for at most ten seconds an exercise', () => {
  everyPlan(({ padMs }) => expect(padMs >= 0 && padMs <= 10_000).toBe(true));
});

test('the same wish gives the same plan', () => {
  everyPlan((plan, choice, taste) => expect(planRoutine(choice, taste, tables)).toEqual(plan));
});

test('the longer somebody has pressed, the less they stretch', () => {
  const seconds = ({ stretches, padMs }: Plan): number => {
    const plan: Plan = {
      choice: { region: 'upper', side: 'left', tool: 'ball', minutes: 10, place: 'chair' },
      spots: [],
      pin: false,
      brief: false,
      stretches,
      padMs,
    };
    return stretchUnitsOf(plan, exercises).length;
  };
  const wish: Choice = { region: 'upper', side: 'left', tool: 'ball', minutes: 10, place: 'chair' };
  const plan = planRoutine(wish, USUAL, tables);
  const spot = (holds: number) => [{ side: 'left' as const, holds, pinned: false }];
  const [none, two] = [refit(plan, spot(0), USUAL, tables), refit(plan, [...spot(2), ...spot(2)], USUAL, tables)];
  expect(seconds(two)).toBeLessThan(seconds(none));
});

describe('the closing', () => {
  const keys = (...told: Parameters<typeof closingFor>) => closingFor(...told).map(({ key }) => key);

  test('somebody always hears the safety net before goodbye', () => {
    for (const minutes of [3, 5, 10] as const) {
      for (const [brief, pressed] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        expect(keys(minutes, brief, pressed).slice(-2)).toEqual(['close.net', 'close.goodbye']);
      }
    }
  });

  test('somebody who was pressed for longer than a brief routine hears about soreness; nobody else does', () => {
    expect(keys(5, false, true)).toContain('close.sore');
    expect(keys(10, false, true)).toContain('close.often');
    for (const minutes of [3, 5, 10] as const) expect(keys(minutes, false, false)).not.toContain('close.sore');
  });
});
