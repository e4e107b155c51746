// Tests that every pinned slot has room for its words, in every language, at every pace and count.

import { locales, routineTables } from '../../content';
import { layOut } from '../../lambda/dialogue/blocks';
import { createState, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { type PressTool, REGIONS, type Stretch } from '../../lambda/domain/exercise';
import type { Counting } from '../../lambda/domain/hold';
import { layOutPin, layOutPress, layOutSearch } from '../../lambda/domain/pressTimeline';
import { type Choice, doseOf, type Plan, stretchUnitsOf } from '../../lambda/domain/routine';
import { FLOOR_WORK, layOutStretches } from '../../lambda/domain/stretchTimeline';
import { FILL, type LengthOf, type Slot } from '../../lambda/domain/timeline';
import { contextAt, playRoutine, speechOf } from './conversation';

const { exercises } = routineTables;
const TOOLS = Object.keys(exercises.presses) as PressTool[];
const COUNTINGS: Counting[] = ['normal', 'more', 'less'];
const SIDES = ['left', 'right'] as const;
const BOTH = [true, false] as const;
/** Holds and rests are said and pinned in fives, a hook's in whole rounds; none is under ten, none over a minute. */
const RESTS = [10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60] as const;

/** Every pair, triple, ... of some lists. */
function every<A, B>(one: readonly A[], other: readonly B[]): [A, B][] {
  return one.flatMap((a) => other.map((b): [A, B] => [a, b]));
}

function searches(): Slot[] {
  return every(TOOLS, SIDES).flatMap(([tool, side]) => layOutSearch({ tool, side }, exercises));
}

function holds(lengthOf: LengthOf): Slot[] {
  const leads = ['first', 'light', 'again', 'lighter', 'back', 'rest'] as const;
  return every(every(TOOLS, SIDES), every(leads, every(COUNTINGS, RESTS))).flatMap(
    ([[tool, side], [lead, [counting, rest]]]) => {
      const { rounds, seconds } = exercises.presses[tool];
      if (rounds > 1 && rest % seconds !== 0) return [];
      return layOutPress({ tool, side, seconds: rest, lead, counting }, exercises, lengthOf);
    },
  );
}

function pins(lengthOf: LengthOf): Slot[] {
  return every(SIDES, ['first', 'back'] as const).flatMap(([side, lead]) =>
    layOutPin({ side, reps: exercises.pin.form.reps, lead }, exercises, lengthOf),
  );
}

/** How long one hold, or how many reps one count may be planned. */
function lengthsOf(stretch: Stretch): number[] {
  const dose = doseOf(stretch);
  return [...new Set([Math.min(dose, 15), dose, stretch.form.longest ?? dose])];
}

function stretches(lengthOf: LengthOf): Slot[] {
  const paces = every(every(COUNTINGS, [1, 1.25]), BOTH);
  const forms = Object.values(exercises.stretches).flatMap((stretch) =>
    lengthsOf(stretch).map((each) => [stretch, each] as const),
  );
  return every(every(forms, SIDES), paces).flatMap(([[[stretch, each], side], [[counting, slowness], brief]]) => {
    const choice: Choice = { region: 'upper', side, tool: 'none', minutes: 5, place: 'floor' };
    const plan: Plan = {
      choice,
      spots: [],
      pin: false,
      brief,
      stretches: [{ id: stretch.id, sets: stretch.sets.most, each }],
      padMs: 0,
    };
    const units = stretchUnitsOf(plan, exercises);
    const pace = { counting, slowness, padMs: 0, brief, heard: [] };
    const whole = layOutStretches(units, 0, units.length, pace, exercises, lengthOf);
    const { form } = stretch;
    const rests = form.kind === 'held' ? RESTS.filter((rest) => rest < each) : [];
    return [
      ...whole,
      ...rests.flatMap((rest) => layOutStretches(units, 0, 1, pace, exercises, lengthOf, { restSeconds: rest })),
    ];
  });
}

function waits(lengthOf: LengthOf): Slot[] {
  const state = createState('any', USUAL_SETTINGS);
  const context = { ...contextAt(0), lengthOf };
  return (['pause', 'easing', 'fetching'] as const).flatMap((why) =>
    [40, 60, 180].flatMap((seconds) => layOut({ part: 'quiet', why, seconds }, state, context)),
  );
}

/** Every pinned slot with words, said once: "key context values: share of the slot". */
function tooTight(slots: readonly Slot[], lengthOf: LengthOf): string[] {
  const tight = slots.filter(({ act, ms }) => act && ms !== undefined && lengthOf(act) > FILL * ms);
  const names = tight.map(
    ({ act, ms }) => `${act?.key} ${act?.context ?? ''} ${JSON.stringify(act?.values ?? {})} in ${ms} ms`,
  );
  return [...new Set(names)];
}

describe.each(locales.map(({ locale }) => locale))('in %s', (locale) => {
  const { lengthOf } = speechOf(locale);

  test.each([
    ['looks for a knot', searches],
    ['presses', holds],
    ['pins and stretches', pins],
    ['stretches', stretches],
    ['waits', waits],
  ])('somebody who %s hears every word out before the slot is over', (_, slotsOf) => {
    const slots = slotsOf(lengthOf);
    expect(slots.length).toBeGreaterThan(0);
    expect(tooTight(slots, lengthOf)).toEqual([]);
  });

  test('somebody who goes to the floor hears how before the time for it begins', () => {
    for (const { act, quietMs } of FLOOR_WORK)
      expect([act.key, lengthOf(act) > 0, quietMs >= 3000]).toEqual([act.key, true, true]);
  });
});

test('every pinned slot of whole routines has room, after silence too', () => {
  const { lengthOf } = speechOf('en-US');
  const routines = every(REGIONS, COUNTINGS).flatMap(([region, counting]) =>
    (['ball', 'partner', 'none'] as const).map((tool): [Choice, Counting] => [
      { region, side: 'both', tool, minutes: 10, place: 'floor' },
      counting,
    ]),
  );
  for (const [choice, counting] of routines) {
    const steps = playRoutine(choice, { ...USUAL_SETTINGS, pace: 'slow', counting, holdSeconds: 60 }, true);
    const slots = steps.flatMap(({ turn }) => [...turn.plays, ...(turn.reprompt?.plays ?? [])]);
    expect(tooTight(slots, lengthOf)).toEqual([]);
  }
});
