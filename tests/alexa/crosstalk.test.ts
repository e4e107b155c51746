// Tests that listeners who talk to the same running skill neither hear nor change anything of each other.

import { createHash } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import ts from 'typescript';
import { recordFrom } from '../../lambda/alexa/memory/record';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Store } from '../../lambda/persistence/store';
import { type Chance, chanceFrom } from '../../simulator/sound/chance';
import { everyday } from '../support/how-many';
import { bareSkill } from '../support/skill';
import { filesIn, type Source } from '../support/sources';
import { INCIDENTS, type Incident, Visitor } from '../support/visitor';
import { watchedStore } from '../support/watched-store';

const START = Date.parse('2026-11-21T12:00:00Z');

interface Person {
  user: string;
  device: string;
  locale: string;
  words: string;
  seed: number;
  incidents?: Incident[];
}

const person = (user: string, locale: string, words: string, seed: number, incidents?: Incident[]): Person => ({
  user,
  device: `of-${user}`,
  locale,
  words,
  seed,
  ...(incidents ? { incidents } : {}),
});

const says = (at: string, words: string): Incident => ({ at, says: words });

const PEOPLE: Person[] = [
  person('ada', 'en-US', 'upper left, tennis ball, five minutes', 1),
  person('ben', 'en-GB', 'lower back, foam roller, ten minutes', 2),
  person('cem', 'en-AU', 'upper right, massage hook, three minutes', 3),
  person('dee', 'en-IN', 'lower back, just stretches, five minutes', 4, [says('stretching', 'slower')]),
  person('eve', 'en-CA', 'middle back, tennis ball, ten minutes', 5, [says('pressing', 'count less')]),
  person('fay', 'en-US', 'upper right, tennis ball, ten minutes', 6, [says('readying', 'slower'), ...INCIDENTS]),
  person('gus', 'en-GB', 'upper left, my hands, five minutes', 7, [says('pressing', 'i have chest pain')]),
  person('hal', 'en-US', 'middle back, just stretches, ten minutes', 8, [says('between', 'pause')]),
  person('ida', 'en-AU', 'upper left, tennis ball, three minutes', 9, [says('checking', 'nine')]),
  person('jon', 'en-IN', 'both sides of my upper back, tennis ball, ten minutes', 10),
];

/** One home, one account, two speakers, two listeners. */
const HOUSEHOLD: Person[] = [
  { ...person('home', 'en-US', 'upper left, tennis ball, five minutes', 11), device: 'kitchen' },
  { ...person('home', 'en-US', 'lower back, just stretches, ten minutes', 12), device: 'bedroom' },
];

const keyOf = (user: string): string => createHash('sha256').update(`amzn1.ask.account.${user}`).digest('hex');

function sentBy({ user, device }: Person, request: RequestEnvelope): RequestEnvelope {
  const text = JSON.stringify(request)
    .replaceAll('amzn1.ask.account.simulated', `amzn1.ask.account.${user}`)
    .replaceAll('amzn1.ask.device.simulated-echo-dot', `amzn1.ask.device.${device}`);
  return JSON.parse(text);
}

/** Some people at one running skill. What each of them hears, their session attributes included, is kept as bytes. */
function together(people: readonly Person[], store: Store) {
  // No clock of the skill's own: the time that a request states is what counts.
  const skill = bareSkill({ store, now: () => 0 });
  return people.map((one) => {
    const heard: string[] = [];
    const handler = async (request: RequestEnvelope) => {
      const answer = JSON.stringify(await skill(sentBy(one, request)));
      heard.push(answer);
      return JSON.parse(answer);
    };
    return { ...one, heard, visitor: new Visitor(handler, START, one, one.incidents ?? INCIDENTS) };
  });
}

/**
 * Turn by turn, in the order of these places in the list; how the order really was, places of those who had gone left
 * out.
 */
async function takeTurns(people: ReturnType<typeof together>, next: (left: number) => number): Promise<string[]> {
  const order: string[] = [];
  const left = [...people];
  while (left.length > 0) {
    const one = left[Math.min(left.length - 1, next(left.length))];
    if (!one) break;
    order.push(one.device);
    if (await one.visitor.step()) left.splice(left.indexOf(one), 1);
  }
  return order;
}

async function alone(one: Person) {
  const store = memoryStore();
  const people = together([one], store);
  await takeTurns(people, () => 0);
  return { heard: people[0]?.heard, kept: await store.load(keyOf(one.user)) };
}

/** A store whose answers come in no order. */
function unpunctual(store: Store, chance: Chance): Store {
  const later = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let waits = Math.floor(chance() * 6); waits > 0; waits--) await new Promise(setImmediate);
    return work();
  };
  return {
    load: (key) => later(() => store.load(key)),
    save: (...saving) => later(() => store.save(...saving)),
    forget: (key) => later(() => store.forget(key)),
  };
}

describe('many listeners at one running skill', () => {
  const byThemselves = new Map<string, Awaited<ReturnType<typeof alone>>>();
  beforeAll(async () => {
    for (const one of PEOPLE) byThemselves.set(one.user, await alone(one));
  });

  test('are as different as listeners are', () => {
    const all = [...byThemselves.values()];
    expect(new Set(all.map(({ heard }) => JSON.stringify(heard))).size).toBe(PEOPLE.length);
    expect(all.every(({ heard }) => (heard?.length ?? 0) > 12)).toBe(true);
    expect(all.filter(({ kept }) => kept !== null).length).toBeGreaterThan(8);
  });

  test.each(everyday([17, 4711, 90_210], 1))(
    'one after the other in an order of chance (%i) hear what they hear alone',
    async (seed) => {
      const chance = chanceFrom(seed);
      const store = memoryStore();
      const people = together([...PEOPLE, ...HOUSEHOLD], store);
      await takeTurns(people, (left) => Math.floor(chance() * left));
      for (const { user, heard } of people.slice(0, PEOPLE.length)) {
        expect(heard).toEqual(byThemselves.get(user)?.heard);
        expect(await store.load(keyOf(user))).toEqual(byThemselves.get(user)?.kept);
      }
    },
  );

  test.each(everyday([1, 2], 1))('all at once (%i) hear what they hear alone', async (seed) => {
    const inner = memoryStore();
    const people = together(PEOPLE, unpunctual(inner, chanceFrom(seed)));
    await Promise.all(people.map(({ visitor }) => visitor.wholeSession()));
    for (const { user, heard } of people) {
      expect(heard).toEqual(byThemselves.get(user)?.heard);
      expect(await inner.load(keyOf(user))).toEqual(byThemselves.get(user)?.kept);
    }
  });
});

describe('two speakers of one household', () => {
  test('among others hear what they hear without them, each is led back to its own place, and both did their session', async () => {
    const chance = chanceFrom(5);
    const store = watchedStore(memoryStore());
    const crowd = together([...HOUSEHOLD, ...PEOPLE], store);
    const order = await takeTurns(crowd, (left) => Math.floor(chance() * left));

    const quiet = memoryStore();
    const pair = together(HOUSEHOLD, quiet);
    const theirs = order.filter((device) => HOUSEHOLD.some((one) => one.device === device));
    const turns = theirs.values();
    const whose = () => {
      const device = turns.next().value;
      return HOUSEHOLD.findIndex((one) => one.device === device);
    };
    await takeTurns(pair, (left) => (left === 1 ? 0 : whose()));

    expect(crowd.slice(0, 2).map(({ heard }) => heard)).toEqual(pair.map(({ heard }) => heard));
    const kept = await store.load(keyOf('home'));
    expect(kept).toEqual(await quiet.load(keyOf('home')));
    expect(
      recordFrom(kept?.record ?? null)
        ?.sessions.map(({ region }) => region)
        .sort(),
    ).toEqual(['lower', 'upper']);
    const places = store.written.map(({ key, text }) => (key === keyOf('home') ? JSON.parse(text).record.places : []));
    expect(Math.max(...places.map(({ length }) => length))).toBe(2);
  });
});

describe('a module of the skill', () => {
  /**
   * What a module could keep from one request to the next: variables, and containers that begin empty. A WeakMap is
   * none: it gives what was worked out of an object to those who have that very object, and each request has its own.
   */
  function memoriesOf({ path, text }: Source): string[] {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const declared = file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
      declarationList.declarations.map((one) => ({
        one,
        changes: (declarationList.flags & ts.NodeFlags.Const) === 0,
      })),
    );
    return declared
      .filter(
        ({ one, changes }) =>
          changes || /^(new (Map|Set|Array)(<.*>)?\(\)|\[\]|\{\})$/.test(one.initializer?.getText() ?? ''),
      )
      .map(({ one }) => `${path}: ${one.name.getText()}`);
  }

  test('keeps nothing between requests by itself', () => {
    const sources = filesIn('lambda').filter(({ path }) => path.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap(memoriesOf)).toEqual([]);
  });

  test.each(['let last = null;', 'export const seen = new Map<string, string>();', 'const all: string[] = [];'])(
    'would be noticed by: %s',
    (text) => {
      expect(memoriesOf({ path: 'planted.ts', text })).toHaveLength(1);
    },
  );
});
