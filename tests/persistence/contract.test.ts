// Tests that every store keeps what it is given, loses nothing, and keeps nothing else.

import { join } from 'node:path';
import { dynamoStore } from '../../lambda/persistence/dynamodb';
import { fileStore } from '../../lambda/persistence/file';
import { memoryStore } from '../../lambda/persistence/memory';
import { Conflict, type Kept, type Store } from '../../lambda/persistence/store';
import { type FaultyDynamo, faultyDynamo } from '../support/faulty-dynamo';
import { HandTime } from '../support/hand-time';
import { ownFolder } from '../support/own-folder';

const dir = ownFolder();
let dynamo: FaultyDynamo;
let tables = 0;
const table = () => `listeners-${tables}`;

beforeAll(async () => {
  dynamo = await faultyDynamo();
});
beforeEach(async () => {
  tables += 1;
  await dynamo.table(table());
});
afterAll(() => dynamo.stop());

const ANY_KEYS = ['../../outside', 'a/b', 'ü'.repeat(300), '__proto__', ' '];
/** This is about what is kept, not how fast: time stands still. */
const { sleep } = new HandTime();
const END = 1_900_000_000_123;
const first = { version: 0, expiresAtMs: END };

interface Place {
  name: string;
  /** One more store object over the same place. */
  open: () => Store;
  keys: string[];
  endKept: number;
}

/** A memory is its own place. */
const memories = new Map<string, Store>();
function memoryOfThisTest(): Store {
  const store = memories.get(dir()) ?? memoryStore();
  memories.set(dir(), store);
  return store;
}

const places: Place[] = [
  { name: 'memory', open: memoryOfThisTest, keys: [...ANY_KEYS, ''], endKept: END },
  { name: 'file', open: () => fileStore(join(dir(), 'made', 'when needed')), keys: [...ANY_KEYS, ''], endKept: END },
  {
    name: 'DynamoDB',
    open: () => dynamoStore({ table: table(), client: dynamo.client(), sleep }),
    // DynamoDB has no empty key.
    keys: ANY_KEYS,
    endKept: 1_900_000_000_000,
  },
];

const CONTENTS: [string, Kept, Kept?][] = [
  ['words of any script', { words: 'ä & <b> 😀 \u0000 \ud800 "\\' }],
  ['what lies deep', { place: { units: [{ seconds: 3, side: null }, [], {}] } }],
  ['what is empty', { text: '', list: [], '': '' }],
  ['nothing at all', {}],
  ['numbers as they are', { tiny: 5e-324, large: 2 ** 53, minus: -1.5 }],
  ['not what is undefined', { kept: 1, gone: undefined }, { kept: 1 }],
  ['its own version, which is not the store’s', { version: 'mine', record: {}, id: 7, expiresAt: 'never' }],
];

/** Adds one, and tries again as long as another writer was quicker. */
async function countOneMore(store: Store): Promise<void> {
  for (;;) {
    const held = await store.load('one');
    const count = Number(held?.record['count'] ?? 0) + 1;
    const outcome = await store.save('one', { count }, { version: held?.version ?? 0, expiresAtMs: END }).then(
      () => null,
      (error: unknown) => error,
    );
    if (outcome === null) return;
    if (!(outcome instanceof Conflict)) throw outcome;
  }
}

describe.each(places)('a store in $name', ({ open, keys, endKept }) => {
  it('has nothing of somebody it has never met', async () => {
    const store = open();
    expect(await store.load('nobody')).toBeNull();
    await store.save('somebody', { of: 'somebody' }, first);
    expect(await store.load('nobody')).toBeNull();
  });

  it.each(CONTENTS)('gives back %s', async (_what, record, back = record) => {
    const store = open();
    await store.save('one', record, first);
    expect(await store.load('one')).toStrictEqual({ record: back, version: 1, expiresAtMs: endKept });
  });

  it('keeps what it was given, whatever giver and taker do with it afterwards', async () => {
    const store = open();
    const record = { list: ['a'] };
    const saving = store.save('one', record, first);
    record.list.push('b');
    await saving;
    Object.assign((await store.load('one'))?.record ?? {}, { list: [] });
    expect((await store.load('one'))?.record).toEqual({ list: ['a'] });
  });

  it('counts the writings, and keeps the end of each', async () => {
    const store = open();
    for (let version = 0; version < 4; version++) {
      await store.save('one', { version }, { version, expiresAtMs: END + version * 5000 });
      const expiresAtMs = endKept + version * 5000;
      expect(await store.load('one')).toEqual({ record: { version }, version: version + 1, expiresAtMs });
    }
  });

  it('takes any key, and keeps each apart', async () => {
    const store = open();
    for (const key of keys) await store.save(key, { key }, first);
    for (const key of keys) expect((await store.load(key))?.record).toEqual({ key });
  });

  it('lets one of two speakers write who know the same writing, and tells the other', async () => {
    const [kitchen, bedroom] = [open(), open()];
    await kitchen.save('one', { from: 'before' }, first);
    const seen = { version: 1, expiresAtMs: END };
    const outcomes = await Promise.allSettled([
      kitchen.save('one', { from: 'kitchen' }, seen),
      bedroom.save('one', { from: 'bedroom' }, seen),
    ]);
    const winner = outcomes[0].status === 'fulfilled' ? 'kitchen' : 'bedroom';
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(failed.map(({ reason }) => reason)).toEqual([expect.any(Conflict)]);
    expect(await kitchen.load('one')).toMatchObject({ record: { from: winner }, version: 2 });
  });

  it('loses none of twenty writings at once, if each who is told so comes again', async () => {
    await Promise.all(Array.from({ length: 20 }, () => countOneMore(open())));
    expect(await open().load('one')).toMatchObject({ record: { count: 20 }, version: 20 });
  });

  it.each([0, 1, 3])('is not overwritten by who knows writing %i of two', async (version) => {
    const store = open();
    await store.save('one', { writing: 1 }, first);
    await store.save('one', { writing: 2 }, { version: 1, expiresAtMs: END });
    await expect(store.save('one', { writing: 'late' }, { version, expiresAtMs: 0 })).rejects.toThrow(Conflict);
    expect(await store.load('one')).toEqual({ record: { writing: 2 }, version: 2, expiresAtMs: endKept });
  });

  it('forgets, and forgetting twice or a stranger is no mistake', async () => {
    const store = open();
    await store.forget('nobody');
    await store.save('one', { old: true }, first);
    await store.save('other', { kept: true }, first);
    await store.forget('one');
    await store.forget('one');
    expect(await store.load('one')).toBeNull();
    expect((await store.load('other'))?.record).toEqual({ kept: true });
  });

  it('does not bring somebody back who was forgotten, when a writing comes late', async () => {
    const [kitchen, bedroom] = [open(), open()];
    await kitchen.save('one', { old: true }, first);
    await bedroom.forget('one');
    await expect(kitchen.save('one', { late: true }, { version: 1, expiresAtMs: END })).rejects.toThrow(Conflict);
    expect(await kitchen.load('one')).toBeNull();
    await kitchen.save('one', { anew: true }, first);
    expect(await bedroom.load('one')).toMatchObject({ record: { anew: true }, version: 1 });
  });
});
