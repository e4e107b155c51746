// Tests that a hold lasts its seconds in the document as it is played, whatever the voice does.

import * as fc from 'fast-check';
import { routineTables } from '../../content';
import type { PressTool, Stretch } from '../../lambda/domain/exercise';
import type { Counting } from '../../lambda/domain/hold';
import { layOutPin, layOutPress } from '../../lambda/domain/pressTimeline';
import { type Choice, type Plan, stretchUnitsOf } from '../../lambda/domain/routine';
import { layOutStretches } from '../../lambda/domain/stretchTimeline';
import type { Slot } from '../../lambda/domain/timeline';
import { renderAudio } from '../../lambda/speech/apla';
import { lengthOfWords } from '../../lambda/speech/length';
import { between, chanceFrom } from '../../simulator/sound/chance';
import { documentFaults } from '../support/apla-schema';
import { runs } from '../support/how-many';
import { endOf, type Part, partsOf, type Run, runsOf } from './clock';
import { CHOICES, playRoutine, speech } from './conversation';

const { exercises } = routineTables;
const TOOLS = Object.keys(exercises.presses) as PressTool[];
const COUNTINGS: Counting[] = ['normal', 'more', 'less'];

const counting = fc.constantFrom(...COUNTINGS);
const slowness = fc.constantFrom(1, 1.25);
const side = fc.constantFrom('left' as const, 'right' as const);
const seed = fc.integer({ min: 0, max: 1e6 });

/** The document of some slots, played by a voice that may take up to twice the time there is. */
function played(slots: readonly Slot[], seed: number, ask = true): Part[] {
  const document = renderAudio(slots, ask ? { key: 'check.strength' } : null, speech.sentence);
  expect(documentFaults(document)).toEqual([]);
  const chance = chanceFrom(seed);
  return partsOf(document, (text, slotMs) => Math.round(between(chance, 0, 2 * (slotMs ?? text.length * 70))));
}

const secondsOf = (runs: readonly Run[]): number[] => runs.map(({ lastsMs }) => lastsMs / 1000);
const repeated = <T>(times: number, value: T): T[] => Array.from({ length: times }, () => value);

/** A routine of one stretch. */
function planOf(id: string, sets: number, sides: Choice['side']): Plan {
  const choice: Choice = { region: 'upper', side: sides, tool: 'none', minutes: 5, place: 'floor' };
  return { choice, spots: [], pin: false, brief: false, stretches: [{ id, sets }], padMs: 0 };
}

function partsPerSet({ form, sided }: Stretch): number {
  return (sided ? 2 : 1) * (form.kind === 'counted' ? Math.max(1, form.ways.length) : 1);
}

describe.each(Object.values(exercises.stretches).map((one) => [one.id, one] as const))('%s', (id, stretch) => {
  const { form } = stretch;
  const aWay = fc.record({
    sets: fc.integer(
      stretch.sets.least < stretch.sets.most ? { min: stretch.sets.least, max: stretch.sets.most } : { min: 1, max: 2 },
    ),
    sides: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
    pace: fc.record({
      counting,
      slowness,
      padMs: fc.integer({ min: 0, max: 10_000 }),
      brief: fc.boolean(),
      heard: fc.constantFrom<string[]>([], [id]),
    }),
    seed,
  });

  test('a listener keeps still, or moves, for exactly the seconds of the table on every side', () => {
    fc.assert(
      fc.property(aWay, ({ sets, sides, pace, seed }) => {
        const units = stretchUnitsOf(planOf(id, sets, sides), exercises);
        const parts = played(layOutStretches(units, 0, units.length, pace, exercises, speech.lengthOf), seed);
        const all = repeated(
          sets * partsPerSet(stretch),
          form.kind === 'held' ? form.seconds : movingSeconds(form, pace.slowness),
        );
        expect(secondsOf(runsOf(parts, 'hold'))).toEqual(form.kind === 'held' ? all : []);
        expect(secondsOf(runsOf(parts, 'count'))).toEqual(form.kind === 'counted' ? all : []);
      }),
      { numRuns: runs(20, 40) },
    );
  });

  if (form.kind !== 'held') return;
  test('somebody who comes back holds for exactly the seconds that were left', () => {
    fc.assert(
      fc.property(aWay, fc.integer({ min: 1, max: 6 }), ({ sets, sides, pace, seed }, fives) => {
        const rest = Math.min(fives * 5 + 5, form.seconds);
        const units = stretchUnitsOf(planOf(id, sets, sides), exercises);
        const parts = played(
          layOutStretches(units, 0, 1, pace, exercises, speech.lengthOf, { restSeconds: rest }),
          seed,
        );
        expect(secondsOf(runsOf(parts, 'hold'))).toEqual([rest]);
      }),
      { numRuns: 20 },
    );
  });
});

function movingSeconds(form: { reps: number; phases: { ms: number }[] }, slower: number): number {
  return (form.reps * form.phases.reduce((sum, { ms }) => sum + Math.round(ms * slower), 0)) / 1000;
}

describe.each(TOOLS)('pressing with %s', (tool) => {
  const press = exercises.presses[tool];
  const aHold = fc.record({
    side,
    lead: fc.constantFrom('first' as const, 'again' as const, 'lighter' as const, 'back' as const),
    counting,
  });
  const lay = (hold: Parameters<typeof layOutPress>[0]) => layOutPress(hold, exercises, speech.lengthOf);

  test('a listener is pressed for exactly the seconds of the table, with the rests of the table between', () => {
    fc.assert(
      fc.property(aHold, seed, (hold, seed) => {
        const parts = played(lay({ ...hold, tool, seconds: press.seconds * press.rounds }), seed);
        const runs = runsOf(parts, 'hold');
        expect(secondsOf(runs)).toEqual(repeated(press.rounds, press.seconds));
        const rests = runs
          .slice(1)
          .map((run, index) => run.atMs - ((runs[index]?.atMs ?? 0) + (runs[index]?.lastsMs ?? 0)));
        expect(rests).toEqual(repeated(press.rounds - 1, press.offSeconds * 1000));
      }),
      { numRuns: runs(20, 40) },
    );
  });

  test('somebody who comes back is pressed for exactly what was left', () => {
    fc.assert(
      fc.property(aHold, fc.integer({ min: 10, max: 30 }), seed, (hold, seconds, seed) => {
        const runs = runsOf(played(lay({ ...hold, tool, seconds }), seed), 'hold');
        expect(secondsOf(runs).reduce((sum, one) => sum + one, 0)).toBe(seconds);
      }),
      { numRuns: runs(20, 40) },
    );
  });

  test('the release is said the moment the hold ends', () => {
    fc.assert(
      fc.property(aHold, seed, (hold, seed) => {
        const parts = played(lay({ ...hold, tool, seconds: 30 }), seed);
        const lastHold = parts.findLastIndex(({ label }) => label.startsWith('hold'));
        const [end, release] = [parts[lastHold], parts[lastHold + 1]];
        expect(release?.label).toBe(`release ${press.id} ${hold.side}`);
        expect(release?.atMs).toBe((end?.atMs ?? 0) + (end?.lastsMs ?? 0));
      }),
      { numRuns: 20 },
    );
  });
});

test('somebody who pins and stretches lifts the arm for the seconds of the table, whatever their pace', () => {
  const { form } = exercises.pin;
  const lead = fc.constantFrom('first' as const, 'back' as const);
  const reps = fc.integer({ min: 1, max: form.reps });
  fc.assert(
    fc.property(side, lead, seed, reps, (side, lead, seed, reps) => {
      const parts = played(layOutPin({ side, reps, lead }, exercises, speech.lengthOf), seed);
      expect(secondsOf(runsOf(parts, 'count'))).toEqual([movingSeconds({ ...form, reps }, 1)]);
    }),
  );
});

/** Seconds a run may last in a whole routine: those of the table, at this pace; nothing else. */
function allowed(label: string, slower: number): number[] {
  const id = label.split(' ')[1] ?? '';
  const press = Object.values(exercises.presses).find((one) => one.id === id);
  // Holds are as wished, and what is left of a spot's minute.
  if (press) return press.rounds > 1 ? [press.seconds] : [15, 30, 45, 60];
  // Fewer lifts when the spot's minute has no room for all of them.
  const { form: lifts } = exercises.pin;
  if (id === exercises.pin.id) {
    return Array.from({ length: lifts.reps }, (_, less) => movingSeconds({ ...lifts, reps: lifts.reps - less }, 1));
  }
  const form = exercises.stretches[id]?.form;
  if (!form) return [];
  const most = Math.max(form.longest ?? 0, form.kind === 'held' ? form.seconds : form.reps);
  const each = Array.from({ length: most }, (_, index) => index + 1);
  if (form.kind === 'held') return each.filter((seconds) => seconds >= 10 && seconds % 5 === 0);
  return each
    .filter((reps) => reps >= (form.fewest ?? form.reps))
    .map((reps) => movingSeconds({ ...form, reps }, slower));
}

const aSetting = fc.record({
  pace: fc.constantFrom('normal' as const, 'slow' as const),
  counting,
  holdSeconds: fc.constantFrom(30 as const, 45 as const, 60 as const),
  talk: fc.constantFrom('normal' as const, 'less' as const),
  sounds: fc.constant(true),
  tones: fc.constantFrom('none' as const, 'trial' as const, 'all' as const),
  audio: fc.constant('apla' as const),
});

test('in a whole routine every hold and every count lasts what the table says, in the answers and after silence', () => {
  const choice = fc.constantFrom(...CHOICES);
  fc.assert(
    fc.property(choice, aSetting, fc.boolean(), seed, (choice, settings, oneMore, seed) => {
      for (const { turn } of playRoutine(choice, settings, oneMore)) {
        for (const slots of [turn.plays, turn.reprompt?.plays ?? []]) {
          const parts = played(slots, seed);
          for (const run of [...runsOf(parts, 'hold'), ...runsOf(parts, 'count')]) {
            expect(allowed(run.label, settings.pace === 'slow' ? 1.25 : 1)).toContain(run.lastsMs / 1000);
          }
        }
      }
    }),
    { numRuns: runs(20, 40) },
  );
});

test('a timed part ends to the millisecond where it should, however slow the voice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CHOICES), seed, (choice, seed) => {
      const timed = playRoutine(choice).filter(({ turn }) => turn.plays.length > 0);
      for (const { turn } of timed) {
        const pinnedMs = turn.plays.reduce((sum, { ms }) => sum + (ms ?? Number.NaN), 0);
        expect(endOf(played(turn.plays, seed, false))).toBe(pinnedMs);
      }
    }),
    { numRuns: runs(20, 40) },
  );
});

test('a voice a third slower than estimated is never cut off', () => {
  const slow = (text: string) => lengthOfWords(text) * 1.33;
  fc.assert(
    fc.property(fc.constantFrom(...CHOICES), aSetting, (choice, settings) => {
      const slots = playRoutine(choice, settings).flatMap(({ turn }) => [
        ...turn.plays,
        ...(turn.reprompt?.plays ?? []),
      ]);
      const parts = partsOf(renderAudio(slots, null, speech.sentence), slow);
      expect(parts.filter(({ cut }) => cut)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
