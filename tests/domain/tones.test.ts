// Tests that tones stand beside a hold and never in it.

import { routineTables } from '../../content';
import type { PressTool } from '../../lambda/domain/exercise';
import { type HoldLead, layOutPin, layOutPress } from '../../lambda/domain/pressTimeline';
import { stretchUnitsOf } from '../../lambda/domain/routine';
import { layOutStretches } from '../../lambda/domain/stretchTimeline';
import type { Slot } from '../../lambda/domain/timeline';
import { tonesIn, withTones } from '../../lambda/domain/tones';

const { exercises } = routineTables;
const TOOLS = Object.keys(exercises.presses) as PressTool[];
const lengthOf = () => 1500;

const press = (tool: PressTool, lead: HoldLead = 'first'): Slot[] =>
  layOutPress({ tool, side: 'left', seconds: 30, lead, counting: 'normal' }, exercises, lengthOf);

/** Three held stretches, on both sides where they have sides. */
function stretches(): Slot[] {
  const ids = ['neck-tilt', 'overhead-reach', 'shoulder-shrugs'];
  const units = stretchUnitsOf(
    {
      choice: { region: 'upper', side: 'both', tool: 'none', minutes: 5, place: 'chair' },
      spots: [],
      pin: false,
      brief: false,
      stretches: ids.map((id) => ({ id, sets: 1 })),
      padMs: 0,
    },
    exercises,
  );
  const pace = { counting: 'normal' as const, slowness: 1, padMs: 0, brief: false, heard: [] };
  return layOutStretches(units, 0, units.length, pace, exercises, lengthOf);
}

const withoutTones = (slots: readonly Slot[]) => slots.filter(({ kind }) => kind !== 'tone');

test.each(TOOLS)('pressing with %s has one tone before the first second and one after the release', (tool) => {
  const slots = withTones(press(tool), 'both');
  expect(tonesIn(slots)).toBe(2);
  const first = slots.findIndex(({ pressing }) => pressing);
  const last = slots.findLastIndex(({ pressing }) => pressing);
  expect(slots.slice(0, first).map(({ kind }) => kind)).toEqual(['tone']);
  // The words come first: the release is said on the second, and the tone when they are over.
  expect(slots.slice(last + 1).map(({ kind }) => kind)).toEqual(['release', 'tone']);
});

test.each(['both', 'starts'] as const)('with tones at %s every other slot stays as it was', (tones) => {
  for (const slots of [...TOOLS.map((tool) => press(tool)), stretches()])
    expect(withoutTones(withTones(slots, tones))).toEqual(slots);
});

test('a tone presses on nothing and has no words', () => {
  for (const tone of withTones(press('ball'), 'both').filter(({ kind }) => kind === 'tone'))
    expect(tone).toEqual({ kind: 'tone', ms: 1000, exercise: 'ball-wall', side: 'left' });
});

test('each side of a stretch that is held has a tone at its start, and a counted one has none', () => {
  const slots = withTones(stretches(), 'starts');
  const sides = slots.filter(({ kind }) => kind === 'tone').map(({ exercise, side }) => `${exercise} ${side ?? ''}`);
  expect(sides).toEqual(['neck-tilt left', 'neck-tilt right', 'overhead-reach ']);
});

test('a stretch that is let go has a tone after the words for it, in the unit it belongs to', () => {
  const slots = withTones(stretches(), 'both');
  const ends = slots.flatMap(({ kind, unit }, index) =>
    kind === 'tone' && slots[index - 1]?.kind === 'release' ? [unit === slots[index - 1]?.unit] : [],
  );
  expect(ends).toEqual([true, true]);
});

test.each(TOOLS)('the rest of a hold with %s that was never let go of begins without a tone', (tool) => {
  const slots = withTones(press(tool, 'rest'), 'releases');
  expect(tonesIn(slots)).toBe(1);
  expect(slots.at(-1)?.kind).toBe('tone');
});

test('a pin and stretch is counted, not held: it has no tone', () => {
  const slots = layOutPin({ side: 'left', reps: 5, lead: 'first' }, exercises, lengthOf);
  expect(withTones(slots, 'both')).toEqual(slots);
});
