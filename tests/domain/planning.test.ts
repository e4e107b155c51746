// Tests that every plan keeps to what the sources allow, whatever is chosen.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import { holdIn, measurePlan, planRoutine, planWork, refit, runsOver } from '../../lambda/domain/planning';
import type { PlanningTables, Taste } from '../../lambda/domain/planningTables';
import { type Choice, doseOf, LIGHT_STROKES, type Plan, stretchUnitsOf } from '../../lambda/domain/routine';
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
  hold: fc.record({ first: fc.constantFrom(30, 45, 60), next: fc.constantFrom(30, 45, 60) }),
});
const USUAL: Taste = {
  pace: { counting: 'normal', slowness: 1, padMs: 0, brief: false, heard: [] },
  easier: false,
  pressOff: false,
  done: [],
  hold: { first: 30, next: 30 },
};

const planOf = (choice: Choice, taste: Taste = USUAL, later = false): Plan => planRoutine(choice, later, taste, tables);

/** Holds the plans of many choices and tastes to a rule. */
function everyPlan(rule: (plan: Plan, choice: Choice, taste: Taste) => void): void {
  fc.assert(
    fc.property(choice, taste, (choice, taste) => rule(planOf(choice, taste), choice, taste)),
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
    idsOf(planOf(one))
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
  for (const one of [low(5, 'left', 'none'), low(10, 'left', 'ball'), low(10, 'both', 'ball')]) {
    const places = idsOf(planOf(one)).map((id) => exercises.stretches[id]?.place);
    expect([nameOf(one), places[0]]).toEqual([nameOf(one), 'floor']);
  }
});

test('no stretch is done more often than its dose, and no side of it for longer than a minute', () => {
  everyPlan((plan) => {
    for (const { id, sets, each } of plan.stretches) {
      const stretch = exercises.stretches[id];
      const length = each ?? (stretch ? doseOf(stretch) : 0);
      expect([id, sets >= 1 && sets <= (stretch?.sets.most ?? 0)]).toEqual([id, true]);
      if (stretch?.form.kind === 'held') expect([id, length * sets <= 60]).toEqual([id, true]);
    }
  });
});

test('in three minutes nothing but a partner strokes for longer than fifteen seconds', () => {
  for (const one of CHOICES.filter(({ minutes }) => minutes === 3)) {
    const held = stretchUnitsOf(planOf(one), exercises).filter(
      ({ exercise }) => exercise !== LIGHT_STROKES && exercises.stretches[exercise]?.form.kind === 'held',
    );
    expect([nameOf(one), held.filter(({ each }) => each > 15)]).toEqual([nameOf(one), []]);
  }
});

test('no stretch stands beside its own form for a chair', () => {
  everyPlan((plan) => {
    const ids = idsOf(plan);
    expect(ids.filter((id) => ids.includes(exercises.stretches[id]?.seated ?? 'none'))).toEqual([]);
  });
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
  const others = ['lying-twist', 'childs-pose', 'cat-cow', 'torso-twist', 'overhead-reach', 'cat-cow-chair'];
  for (const choice of long) rule(planOf(choice, { ...USUAL, done: others }));
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
    expect([nameOf(one), [...planWork(one, USUAL.hold, tables)].map(({ side }) => side)]).toEqual([
      nameOf(one),
      ['left', 'right'],
    ]);
  }
});

test('a pin and stretch is planned only with the ball on the upper or middle back, in ten minutes, once', () => {
  const pinned = CHOICES.filter((one) => planOf(one).pin);
  const expected = CHOICES.filter(
    ({ tool, region, minutes }) => tool === 'ball' && region !== 'lower' && minutes === 10,
  );
  expect(pinned.map(nameOf)).toEqual(expected.map(nameOf));
  for (const one of pinned) expect(planWork(one, USUAL.hold, tables).map((spot) => spot.pinned)).toEqual([false, true]);
});

test('a partner ends with light strokes, before anybody gets up; nobody else does', () => {
  for (const one of CHOICES) {
    const ids = idsOf(planOf(one));
    expect([nameOf(one), ids.indexOf(LIGHT_STROKES)]).toEqual([nameOf(one), one.tool === 'partner' ? 0 : -1]);
  }
});

test('quiet is added for at most ten seconds an exercise', () => {
  everyPlan(({ padMs }) => expect(padMs >= 0 && padMs <= 10_000).toBe(true));
});

test('the same wish gives the same plan', () => {
  everyPlan((plan, choice, taste) => expect(planOf(choice, taste)).toEqual(plan));
});

/** The lengths that can be wished for, and where they hold: on a first visit, the low back and the first spot not. */
const VISITS = [
  { later: false, hold: { first: 30, next: 30 } },
  { later: false, hold: { first: 30, next: 45 } },
  { later: false, hold: { first: 30, next: 60 } },
  { later: true, hold: { first: 30, next: 30 } },
  { later: true, hold: { first: 45, next: 45 } },
  { later: true, hold: { first: 60, next: 60 } },
] as const;

const ROWS = CHOICES.filter(({ side }) => side !== 'right').flatMap((one) =>
  VISITS.filter(({ hold, later }) => {
    const only = one.region === 'lower' || (one.tool === 'partner' && !later) || one.tool === 'none';
    return !only || (hold.first === 30 && hold.next === 30);
  }).map((visit) => ({ choice: one, ...visit })),
);

/** Every plan, with how far it is off its minutes and how much work it holds. */
const MEASURED = ROWS.map(({ choice: one, later, hold }) => {
  const heard = later ? Object.keys(exercises.stretches) : [];
  const wanted: Taste = { ...USUAL, pace: { ...USUAL.pace, heard }, hold };
  const plan = planOf(one, wanted, later);
  const work = planWork(one, hold, tables);
  const { ms } = measurePlan(plan, work, wanted, tables);
  const name = `${nameOf(one)}, ${later ? 'later' : 'first'}, ${hold.first} then ${hold.next}`;
  return { name, plan, work, choice: one, off: ms / (one.minutes * 60_000) - 1 };
});

describe('every plan of every region, tool, length, place, hold and visit', () => {
  test('takes its minutes to a tenth, from "start" to the last word', () => {
    expect(MEASURED.length).toBeGreaterThan(500);
    const far = MEASURED.filter(({ off }) => Math.abs(off) > 0.1);
    expect(far.map(({ name, off }) => `${name}: ${(off * 100).toFixed(1)} %`)).toEqual([]);
  });

  test('presses no spot for more than a minute', () => {
    const long = MEASURED.filter(({ work }) => work.some(({ holds }) => holds.reduce((a, b) => a + b, 0) > 60));
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  test('has one hold in three minutes, two in five, four in ten, or a minute at a time', () => {
    const pressing = MEASURED.filter(({ choice: { tool } }) => tool !== 'none');
    const holdsOf = (of: (typeof MEASURED)[number]) =>
      of.work.reduce((sum, { holds, pinned }) => sum + holds.length + (pinned ? 1 : 0), 0);
    const short = pressing.filter(({ work }) => work.every(({ holds }) => holds[0] === 30));
    const expected = { 3: 1, 5: 2, 10: 4 } as const;
    expect(short.length).toBeGreaterThan(100);
    expect(short.filter((one) => holdsOf(one) !== expected[one.choice.minutes]).map(({ name }) => name)).toEqual([]);
  });
});

test('a hook presses in three or six rounds, and in six only where the minutes have room', () => {
  const hook = (minutes: 3 | 5 | 10, side: 'left' | 'both'): Choice => ({
    region: 'upper',
    side,
    tool: 'hook',
    minutes,
    place: 'chair',
  });
  const seconds = (minutes: 3 | 5 | 10, side: 'left' | 'both', wished: number) =>
    holdIn(hook(minutes, side), wished, exercises);
  expect([seconds(5, 'left', 30), seconds(5, 'left', 45), seconds(5, 'left', 60)]).toEqual([30, 30, 60]);
  expect([seconds(3, 'left', 60), seconds(5, 'both', 60), seconds(10, 'both', 60)]).toEqual([30, 30, 60]);
});

test('a hold beyond the plan takes nothing from the stretches', () => {
  const wish: Choice = { region: 'upper', side: 'left', tool: 'ball', minutes: 3, place: 'chair' };
  const plan = planOf(wish);
  const twice = [{ side: 'left' as const, holds: [30, 30], pinned: false }];
  expect(runsOver(plan, twice, USUAL, tables)).toBe(true);
  expect(refit(plan, twice, USUAL, tables)).toEqual(plan);
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
  const plan = planOf(wish);
  const spot = (...holds: number[]) => [{ side: 'left' as const, holds, pinned: false }];
  const [none, two] = [
    refit(plan, spot(), USUAL, tables),
    refit(plan, [...spot(30, 30), ...spot(30, 30)], USUAL, tables),
  ];
  expect(seconds(two)).toBeLessThan(seconds(none));
});
