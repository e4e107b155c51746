// Tests that a hold lasts its seconds in plain speech, as far as speaking can be estimated.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import type { PressTool } from '../../lambda/domain/exercise';
import type { Counting } from '../../lambda/domain/hold';
import { layOutPin, layOutPress } from '../../lambda/domain/pressTimeline';
import { type Choice, type Plan, stretchUnitsOf } from '../../lambda/domain/routine';
import { layOutStretches } from '../../lambda/domain/stretchTimeline';
import type { Slot } from '../../lambda/domain/timeline';
import { lengthOfWords } from '../../lambda/speech/length';
import { renderSsml } from '../../lambda/speech/ssml';
import { wordsOfSsml } from '../support/heard';
import { runs } from '../support/how-many';
import { speech } from './conversation';

const { exercises } = routineTables;
const TOOLS = Object.keys(exercises.presses) as PressTool[];
const COUNTINGS: Counting[] = ['normal', 'more', 'less'];
const counting = fc.constantFrom(...COUNTINGS);
const slowness = fc.constantFrom(1, 1.25);
const side = fc.constantFrom('left' as const, 'right' as const);

/** How far the length of a hold may be off by estimate. */
const OFF_MS = 1500;

/** Milliseconds of SSML by estimate: the breaks as they stand, and the words between two breaks as one utterance. */
function estimated(ssml: string): number {
  const breaks = [...ssml.matchAll(/<break time="(\d+)ms"\/>/g)].reduce((sum, [, ms]) => sum + Number(ms), 0);
  const spoken = ssml.split(/<break [^>]*\/>/).map((piece) => lengthOfWords(wordsOfSsml(piece)));
  return breaks + spoken.reduce((sum, ms) => sum + ms, 0);
}

/** The slots in rows: each hold and each count, from its first cue to the next thing that happens. */
function rows(slots: readonly Slot[]): Slot[][] {
  const found: Slot[][] = [];
  slots.forEach((slot, index) => {
    if (slot.kind !== 'hold' && slot.kind !== 'count') return;
    const goesOn = slots[index - 1]?.kind === slot.kind && slots[index - 1]?.unit === slot.unit;
    if (goesOn) found.at(-1)?.push(slot);
    else found.push([slot]);
  });
  return found;
}

const lengthOf = (slots: readonly Slot[]): number => slots.reduce((sum, { ms }) => sum + (ms ?? Number.NaN), 0);

/** Checks every hold of some slots, and the whole. */
function expectTrue(slots: readonly Slot[]): void {
  const found = rows(slots);
  expect(found.length).toBeGreaterThan(0);
  for (const row of found)
    expect(Math.abs(estimated(renderSsml([], row, null, speech)) - lengthOf(row))).toBeLessThanOrEqual(OFF_MS);
  const whole = renderSsml([], slots, null, speech);
  expect(Math.abs(estimated(whole) - lengthOf(slots))).toBeLessThanOrEqual(OFF_MS);
  const longest = Math.max(...[...whole.matchAll(/<break time="(\d+)ms"\/>/g)].map(([, ms]) => Number(ms)));
  expect(longest).toBeLessThanOrEqual(10_000);
}

test.each(TOOLS)('somebody whose device plays no documents presses with %s for the same seconds', (tool) => {
  const lead = fc.constantFrom('first' as const, 'again' as const, 'lighter' as const, 'back' as const);
  fc.assert(
    fc.property(side, lead, counting, fc.constantFrom(10, 15, 20, 25, 30, 45, 60), (side, lead, counting, seconds) => {
      expectTrue(layOutPress({ tool, side, seconds, lead, counting }, exercises, speech.lengthOf));
    }),
    { numRuns: runs(30, 60) },
  );
});

test('somebody whose device plays no documents pins and stretches for the same seconds', () => {
  for (const side of ['left', 'right'] as const) {
    expectTrue(layOutPin({ side, reps: exercises.pin.form.reps, lead: 'first' }, exercises, speech.lengthOf));
  }
});

test.each(Object.keys(exercises.stretches))(
  'somebody whose device plays no documents does %s for the same seconds',
  (id) => {
    const pace = fc.record({
      counting,
      slowness,
      padMs: fc.constantFrom(0, 7_777),
      brief: fc.boolean(),
      heard: fc.constant([]),
    });
    fc.assert(
      fc.property(side, pace, (side, pace) => {
        const choice: Choice = { region: 'upper', side, tool: 'none', minutes: 5, place: 'floor' };
        const sets = exercises.stretches[id]?.sets.most ?? 1;
        const plan: Plan = { choice, spots: [], pin: false, brief: false, stretches: [{ id, sets }], padMs: 0 };
        const units = stretchUnitsOf(plan, exercises);
        expectTrue(layOutStretches(units, 0, units.length, pace, exercises, speech.lengthOf));
      }),
      { numRuns: 20 },
    );
  },
);
