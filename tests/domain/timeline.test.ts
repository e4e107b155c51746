// Tests that the timelines lead through the doses of the sources, with room for every word.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import { saySearch } from '../../lambda/domain/approach';
import type { PressTool } from '../../lambda/domain/exercise';
import { layOutPin, layOutPress, layOutSearch } from '../../lambda/domain/pressTimeline';
import { type Choice, type Plan, stretchUnitsOf } from '../../lambda/domain/routine';
import { layOutStretches } from '../../lambda/domain/stretchTimeline';
import { clipsIn, FILL, lengthOfSlot, lengthOfTimeline, roomFor, type Slot } from '../../lambda/domain/timeline';
import { speech } from '../timing/conversation';

const { exercises, press } = routineTables;
const { lengthOf } = speech;

/** The doses of the sources, written out once more: seconds of one side, sides or ways, and how often in all. */
const STRETCHES: Record<string, { seconds: number; sides: number; times: number; rounds?: number }> = {
  'cat-cow': { seconds: 45, sides: 1, times: 1, rounds: 6 },
  'cat-cow-chair': { seconds: 45, sides: 1, times: 1, rounds: 6 },
  'thread-the-needle': { seconds: 20, sides: 2, times: 1 },
  'torso-twist': { seconds: 15, sides: 2, times: 2 },
  'lying-twist': { seconds: 10, sides: 2, times: 3 },
  'childs-pose': { seconds: 30, sides: 1, times: 1 },
  'childs-pose-table': { seconds: 30, sides: 1, times: 1 },
  'knee-to-chest': { seconds: 20, sides: 2, times: 2 },
  'both-knees-to-chest': { seconds: 20, sides: 1, times: 1 },
  'arm-circles': { seconds: 15, sides: 2, times: 1, rounds: 8 },
  'head-turn': { seconds: 20, sides: 2, times: 1 },
  'shoulder-shrugs': { seconds: 30, sides: 1, times: 1, rounds: 6 },
  'neck-tilt': { seconds: 20, sides: 2, times: 1 },
  'overhead-reach': { seconds: 20, sides: 1, times: 2 },
  'light-strokes': { seconds: 30, sides: 1, times: 1 },
};

/** Pressing: seconds of one press, how many with which rest between, in one hold. */
const PRESSES: Record<PressTool, { seconds: number; rounds: number; restSeconds: number }> = {
  ball: { seconds: 30, rounds: 1, restSeconds: 0 },
  roller: { seconds: 30, rounds: 1, restSeconds: 0 },
  hook: { seconds: 10, rounds: 3, restSeconds: 4 },
  hands: { seconds: 30, rounds: 1, restSeconds: 0 },
  partner: { seconds: 30, rounds: 1, restSeconds: 0 },
};

const PACE = { counting: 'normal', slowness: 1, padMs: 0, brief: false, heard: [] } as const;

function laidOut(id: string, sets: number, side: Choice['side'] = 'left'): Slot[] {
  const choice: Choice = { region: 'upper', side, tool: 'none', minutes: 5, place: 'floor' };
  const plan: Plan = { choice, spots: [], pin: false, brief: false, stretches: [{ id, sets }], padMs: 0 };
  const units = stretchUnitsOf(plan, exercises);
  return layOutStretches(units, 0, units.length, PACE, exercises, lengthOf);
}

const isTimed = ({ kind }: Slot): boolean => kind === 'hold' || kind === 'count';

/** Seconds of each row of timed slots between which something else is said. */
function timedRows(slots: readonly Slot[]): number[] {
  const rows: number[] = [];
  slots.forEach((slot, index) => {
    if (!isTimed(slot)) return;
    const before = slots[index - 1];
    const seconds = (slot.ms ?? Number.NaN) / 1000;
    if (before && isTimed(before)) rows[rows.length - 1] = (rows.at(-1) ?? 0) + seconds;
    else rows.push(seconds);
  });
  return rows;
}

const repeated = (times: number, value: number): number[] => Array.from({ length: times }, () => value);

describe('the stretches', () => {
  test('there is a dose for every stretch, and a stretch for every dose', () => {
    expect(Object.keys(exercises.stretches).sort()).toEqual(Object.keys(STRETCHES).sort());
  });

  test.each(Object.entries(STRETCHES))(
    'a listener does %s for the seconds, sides and times of the dose',
    (id, dose) => {
      const rows = timedRows(laidOut(id, exercises.stretches[id]?.sets.least ?? 0));
      expect(rows).toEqual(repeated(dose.sides * dose.times, dose.seconds));
    },
  );

  test('a listener who moves with the count does the rounds of the dose', () => {
    const rounds = Object.values(exercises.stretches).flatMap(({ id, form }) =>
      form.kind === 'counted' ? [[id, form.reps]] : [],
    );
    const doses = Object.entries(STRETCHES).flatMap(([id, dose]) => (dose.rounds ? [[id, dose.rounds]] : []));
    expect(Object.fromEntries(rounds)).toEqual(Object.fromEntries(doses));
  });

  const sided = Object.keys(STRETCHES).filter((id) => STRETCHES[id]?.sides === 2 && !STRETCHES[id]?.rounds);
  test.each(sided)('a listener does both sides of %s as often, the side of the knot first', (id) => {
    for (const side of ['left', 'right'] as const) {
      const sides = laidOut(id, exercises.stretches[id]?.sets.most ?? 1, side).flatMap((slot) =>
        isTimed(slot) && slot.side ? [slot.side] : [],
      );
      expect(sides[0]).toBe(side);
      expect(sides.filter((one) => one === 'left')).toHaveLength(sides.length / 2);
    }
  });

  test('somebody who goes down to the floor gets up again, once', () => {
    for (const { id, place } of Object.values(exercises.stretches)) {
      const keys = laidOut(id, 1).flatMap(({ act }) => (act ? [act.key] : []));
      const [down, rise] = ['stretch.down', 'stretch.rise'].map((key) => keys.filter((one) => one === key).length);
      expect([id, down, rise]).toEqual([
        id,
        place === 'floor' && id !== 'light-strokes' ? 1 : 0,
        place === 'floor' ? 1 : 0,
      ]);
    }
  });
});

describe('pressing', () => {
  const lay = (tool: PressTool, seconds: number) =>
    layOutPress({ tool, side: 'left', seconds, lead: 'first', counting: 'normal' }, exercises, lengthOf);

  test.each(Object.entries(PRESSES))(
    'a listener presses with %s for the seconds and rounds of the dose',
    (tool, dose) => {
      const slots = lay(tool as PressTool, dose.seconds * dose.rounds);
      expect(timedRows(slots)).toEqual(repeated(dose.rounds, dose.seconds));
      const firstPress = slots.findIndex(({ pressing }) => pressing);
      const between = slots.slice(firstPress, -1).filter(({ pressing }) => !pressing);
      expect(between.map(({ ms }) => (ms ?? Number.NaN) / 1000)).toEqual(repeated(dose.rounds - 1, dose.restSeconds));
    },
  );

  test('no spot is pressed for more than sixty seconds, and no session presses more than two', () => {
    expect(press).toEqual({ spotSeconds: 60, spots: 2, shortestRestSeconds: 10 });
  });

  test('somebody kneading by hand rests for ten seconds between two holds', () => {
    expect(exercises.presses.hands.restSeconds).toBe(10);
  });

  test('a listener lifts the arm slowly five times, in about thirty seconds', () => {
    const slots = layOutPin({ side: 'left', reps: exercises.pin.form.reps, lead: 'first' }, exercises, lengthOf);
    expect(exercises.pin.form.reps).toBe(5);
    expect(timedRows(slots)).toEqual([30]);
  });

  test('a press ends with the release, and every slot in which something presses says so', () => {
    for (const tool of Object.keys(PRESSES) as PressTool[]) {
      const slots = lay(tool, 30);
      expect(slots.at(-1)).toMatchObject({ kind: 'release', act: { key: `press.${tool}.release` } });
      for (const slot of slots) expect(slot.pressing === true).toBe(slot.kind === 'hold');
    }
  });

  test("a partner's warming strokes take a minute, anybody else's quiet search nearly as long", () => {
    for (const tool of Object.keys(PRESSES) as PressTool[]) {
      const slots = layOutSearch({ tool, side: 'left' }, exercises);
      const quiet = slots.filter(({ kind }) => kind === 'quiet').reduce((sum, { ms }) => sum + (ms ?? 0), 0) / 1000;
      expect([tool, quiet]).toEqual([tool, tool === 'partner' ? 60 : 50]);
    }
  });

  test('who feels for a spot is left in quiet, with a cue after fifteen and after thirty seconds', () => {
    for (const tool of Object.keys(PRESSES) as PressTool[]) {
      const slots = layOutSearch({ tool, side: 'left' }, exercises);
      const cues = slots.flatMap(({ act }, index) =>
        act ? [[act.key, slots.slice(0, index).reduce((sum, { ms }) => sum + (ms ?? 0), 0)]] : [],
      );
      expect(cues).toEqual([
        [`find.${tool}.cue1`, 15_000],
        [`find.${tool}.cue2`, 30_000],
      ]);
    }
  });

  test('a listener hears the pain rule before anything touches the back', () => {
    const said = saySearch({ tool: 'ball', region: 'upper', side: 'left', finding: 'first', rule: true });
    expect(said.map(({ key }) => key)).toContain('rule.pain');
  });
});

describe('the length of a timeline', () => {
  const aSlot = fc.record(
    {
      kind: fc.constant('quiet' as const),
      act: fc.constantFrom({ key: 'check.high' }, { key: 'close.net' }),
      ms: fc.nat(60_000),
    },
    { requiredKeys: ['kind'] },
  );

  test('a pinned slot lasts what it is pinned to, another as long as its words, an empty one not at all', () => {
    expect(lengthOfSlot({ kind: 'hold', act: { key: 'close.net' }, ms: 5 }, lengthOf)).toBe(5);
    expect(lengthOfSlot({ kind: 'hold', act: { key: 'close.net' } }, lengthOf)).toBe(lengthOf({ key: 'close.net' }));
    expect(lengthOfSlot({ kind: 'quiet' }, lengthOf)).toBe(0);
  });

  test('the parts of a timeline last as long as the whole', () => {
    fc.assert(
      fc.property(fc.array(aSlot), fc.array(aSlot), (one, other) => {
        const [first, second, both] = [one, other, [...one, ...other]].map((slots) =>
          lengthOfTimeline(slots, lengthOf),
        );
        expect(both).toBe((first ?? 0) + (second ?? 0));
        expect(clipsIn([...one, ...other])).toBe([...one, ...other].filter(({ act }) => act !== undefined).length);
      }),
    );
  });

  test('room for words is never too little, and never more than half a second too much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (ms) => {
        const room = roomFor({ key: 'any' }, () => ms);
        expect(room * FILL).toBeGreaterThanOrEqual(ms);
        expect(room - ms / FILL).toBeLessThan(500);
      }),
    );
  });
});
