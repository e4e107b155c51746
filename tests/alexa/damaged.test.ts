// Tests that a listener whose session or record comes back damaged is still answered, kindly and at once.

import { createHash } from 'node:crypto';
import type { ResponseEnvelope } from 'ask-sdk-model';
import * as fc from 'fast-check';
import { contentVersion } from '../../content';
import { EMPTY_RECORD } from '../../lambda/alexa/memory/record';
import type { State } from '../../lambda/dialogue/state';
import { memoryStore } from '../../lambda/persistence/memory';
import { replay } from '../../simulator/transcript';
import { DEVICE_ID, intent, launch, USER_ID } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { runs } from '../support/how-many';
import { START, skillInTest } from '../support/skill';

type Json = Record<string, unknown>;
type Damage = (state: State) => unknown;

const EVENTS = ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'ReadyIntent', 'TimeLeftIntent', 'AMAZON.PreviousIntent'];
EVENTS.push('PlanIntent', 'AMAZON.PauseIntent', 'LongerIntent', 'AMAZON.StartOverIntent', 'SwapToolIntent');

/** States as they really are sent, one for each moment and timed part of a whole session. */
async function statesOfASession(): Promise<State[]> {
  const script = `A whole session
${[
  'open knot relief',
  ...Array(8).fill('no'),
  'start',
  'upper left with a tennis ball ten minutes',
  'no',
  'four',
  'ready',
  'ready',
  'four',
  'no',
  'yes',
  'pause',
  'ready',
  'no',
  'ready',
  'four',
  'no',
  'ready',
  'ready',
  'ready',
  'ready',
  'ready',
]
  .map((said) => `you    ${said}`)
  .join('\n')}`;
  const { exchanges } = await replay(script, { locale: 'en-US' });
  const states = exchanges.map(({ response }) => (response as ResponseEnvelope).sessionAttributes?.['state'] as State);
  const known = new Map(states.filter(Boolean).map((one) => [`${one.moment.at} ${one.playing?.block?.part}`, one]));
  return [...known.values()];
}

let states: State[];
const at = (moment: State['moment']['at']): State => {
  const found = states.find((one) => one.moment.at === moment);
  if (!found) throw new Error(`nobody came to ${moment}`);
  return found;
};
beforeAll(async () => {
  states = await statesOfASession();
});

test('a whole session comes past the moments that are damaged below', () => {
  const moments = new Set(states.map((one) => one.moment.at));
  for (const one of ['screening', 'readying', 'finding', 'pressing', 'stretching', 'pausing', 'rechecking']) {
    expect([...moments]).toContain(one);
  }
});

const nested = (depth: number): unknown =>
  depth === 0 ? { at: 'recap', tries: {} } : { at: 'pausing', back: nested(depth - 1) };
const planned = (state: State, change: Json): Json => ({ ...state, plan: { ...state.plan, ...change } });
const spot = { side: 'left', pressedSeconds: 30, holds: 1, pinned: false, strength: null };

const DAMAGES: [string, State['moment']['at'], Damage][] = [
  ['a plan that is a list', 'stretching', (state) => ({ ...state, plan: [] })],
  ['a plan that is a word', 'stretching', (state) => ({ ...state, plan: 'plan' })],
  ['no plan while something is led', 'pressing', (state) => ({ ...state, plan: null })],
  ['a tool nobody has', 'finding', (state) => planned(state, { choice: { ...state.plan?.choice, tool: 'ghost' } })],
  ['an exercise nobody knows', 'stretching', (state) => planned(state, { stretches: [{ id: 'ghost', sets: 1 }] })],
  [
    'an exercise called constructor',
    'stretching',
    (state) => planned(state, { stretches: [{ id: 'constructor', sets: 1 }] }),
  ],
  ['a million sets', 'stretching', (state) => planned(state, { stretches: [{ id: 'neck-tilt', sets: 1e6 }] })],
  [
    'a plan of ten thousand stretches',
    'stretching',
    (state) => planned(state, { stretches: Array(1e4).fill({ id: 'neck-tilt', sets: 1 }) }),
  ],
  ['a question nobody asks', 'screening', (state) => ({ ...state, moment: { ...state.moment, question: 'q77' } })],
  ['a moment nobody knows', 'pressing', (state) => ({ ...state, moment: { at: 'ghost' } })],
  ['a moment called constructor', 'pressing', (state) => ({ ...state, moment: { at: 'constructor' } })],
  ['a moment without its tries', 'screening', (state) => ({ ...state, moment: { at: 'screening', question: 'q1' } })],
  ['a break in a break, fifty deep', 'pausing', (state) => ({ ...state, moment: nested(50) })],
  ['a break from nowhere', 'pausing', (state) => ({ ...state, moment: { at: 'pausing' } })],
  [
    'a check that leads nowhere',
    'rechecking',
    (state) => ({ ...state, moment: { at: 'rechecking', after: 'pause', tries: {} } }),
  ],
  [
    'a timed part nobody knows',
    'pressing',
    (state) => ({ ...state, playing: { ...state.playing, block: { part: 'ghost' } } }),
  ],
  ['a time that is a word', 'pressing', (state) => ({ ...state, playing: { ...state.playing, sentAtMs: 'noon' } })],
  ['less than no pressing', 'pressing', (state) => ({ ...state, spots: [{ ...spot, pressedSeconds: -500 }] })],
  ['a spot that is nothing', 'pressing', (state) => ({ ...state, spots: [null] })],
  ['a hundred spots', 'pressing', (state) => ({ ...state, spots: Array(100).fill(spot) })],
  ['a place far behind the end', 'stretching', (state) => ({ ...state, place: { part: 'stretch', unit: 9999 } })],
  ['a place before the beginning', 'stretching', (state) => ({ ...state, place: { part: 'stretch', unit: -5 } })],
  ['a place that is no number', 'stretching', (state) => ({ ...state, place: { part: 'stretch', unit: Number.NaN } })],
  [
    'a rest that is a word',
    'stretching',
    (state) => ({ ...state, place: { part: 'press', unit: 0, restSeconds: 'x' } }),
  ],
  ['a wish for a ghost', 'readying', (state) => ({ ...state, wishes: { region: 'ghost', tool: 4 } })],
  ['answers that are numbers', 'screening', (state) => ({ ...state, noes: [1, null] })],
  ['settings that are a list', 'pressing', (state) => ({ ...state, settings: [] })],
];

test.each(DAMAGES)('%s is no place to go on from, and the questions begin anew', async (_, moment, damage) => {
  const skill = skillInTest();
  for (const name of EVENTS) {
    const damaged = JSON.parse(JSON.stringify(damage(at(moment))));
    const answer = await skill.ask(intent(name, {}, { attributes: { state: damaged } }));
    expect(answerWords(answer)).not.toBe('');
    const left = answer.sessionAttributes?.['state'] as State | undefined;
    expect(left?.cleared ?? false).toBe(false);
  }
  expect(skill.faults()).toEqual([]);
});

/** Every path through a value. */
function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

function changedAt(value: unknown, [first, ...rest]: (string | number)[], to: unknown): unknown {
  if (first === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Json) };
  (copy as Json)[first] = changedAt((value as Json)[first], rest, to);
  return copy;
}

const NASTY = [
  null,
  '',
  'x',
  'constructor',
  '__proto__',
  -1,
  0.5,
  7,
  1e9,
  1e308,
  true,
  [],
  [null],
  {},
  { at: 'ghost' },
];

test('wherever a state is damaged, the next thing said is answered', async () => {
  const damaged = fc.integer({ min: 0, max: states.length - 1 }).chain((index) => {
    const state = states[index];
    return fc.record({
      state: fc.constant(state),
      path: fc.constantFrom(...pathsIn(state)),
      to: fc.constantFrom(...NASTY),
    });
  });
  const property = fc.asyncProperty(damaged, fc.constantFrom(...EVENTS), async ({ state, path, to }, name) => {
    const skill = skillInTest();
    const answer = await skill.ask(intent(name, {}, { attributes: { state: changedAt(state, path, to) } }));
    expect(skill.faults()).toEqual([]);
    expect(answerWords(answer)).not.toBe('');
  });
  await fc.assert(property, { numRuns: runs(150, 400) });
});

describe('a record', () => {
  const digest = (id: string) => createHash('sha256').update(id).digest('hex');
  const record = (place: unknown) => ({ ...EMPTY_RECORD, pace: 'slow', places: [place] });
  const keptOf = ({ plan, place, spots }: State) => ({
    plan,
    place,
    spots,
    recheckUntilMs: START + 60_000,
    pressingUntilMs: null,
    endsAtMs: START + 60_000,
    device: digest(DEVICE_ID),
    content: contentVersion,
  });

  async function openedWith(place: unknown, now = () => START) {
    const store = memoryStore();
    await store.save(digest(USER_ID), record(place), { version: 0, expiresAtMs: START + 1e10 });
    const skill = skillInTest({ store, now });
    return { skill, store, answer: await skill.ask(launch()) };
  }

  test('that is whole is offered to go on from', async () => {
    const { answer } = await openedWith(keptOf(at('stretching')));
    expect(answer.sessionAttributes?.['state']).toMatchObject({ moment: { at: 'welcomingBack' } });
  });

  test.each<[string, (kept: ReturnType<typeof keptOf>) => Json]>([
    ['a rest that is a word', (kept) => ({ ...kept, place: { part: 'press', unit: 0, restSeconds: 'x' } })],
    [
      'a tool nobody has',
      (kept) => ({ ...kept, plan: { ...kept.plan, choice: { ...kept.plan?.choice, tool: 'ghost' } } }),
    ],
    ['a number without end', (kept) => ({ ...kept, recheckUntilMs: 1e308 })],
    ['a place behind the end', (kept) => ({ ...kept, place: { part: 'stretch', unit: 999 } })],
    ['a million sets', (kept) => ({ ...kept, plan: { ...kept.plan, stretches: [{ id: 'neck-tilt', sets: 1e6 }] } })],
    ['spots that are words', (kept) => ({ ...kept, spots: ['left'] })],
  ])('that holds %s is not taken up; the questions begin', async (_, damage) => {
    const { skill, answer } = await openedWith(damage(keptOf(at('stretching'))));
    expect(answer.sessionAttributes?.['state']).toMatchObject({ moment: { at: 'screening', question: 'q1' } });
    expect(skill.faults()).toEqual([]);
  });

  test('that may have broken a turn is not met at the next launch again, and nothing else of it is lost', async () => {
    let broken = true;
    // Broken once, and whole again for the apology.
    const now = () => {
      if (!broken) return START;
      broken = false;
      throw new RangeError('broken');
    };
    const { skill, store, answer } = await openedWith(keptOf(at('stretching')), now);
    expect(answerWords(answer)).toMatch(/step away/i);
    const held = await store.load(digest(USER_ID));
    expect(held?.record).toEqual({ ...EMPTY_RECORD, begunAtMs: 0, pace: 'slow' });
    const again = await skill.ask(launch());
    expect(again.sessionAttributes?.['state']).toMatchObject({ moment: { at: 'screening', question: 'q1' } });
  });
});
