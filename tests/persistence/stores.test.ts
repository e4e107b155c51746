// Does every store keep what it is given, and nothing else?

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../lambda/persistence/file';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Store } from '../../lambda/persistence/store';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const stores: [string, () => Store][] = [
  ['memory', () => memoryStore()],
  ['file', () => fileStore(join(dir, 'made', 'when needed'))],
];

describe.each(stores)('a %s store', (_name, make) => {
  test('has nothing of somebody it has never met', async () => {
    expect(await make().load('nobody')).toBeNull();
  });

  test('gives back what it was given', async () => {
    const store = make();
    await store.save('one', { place: { unit: 3 }, words: 'ä & <b>' });
    await store.save('other', { place: null });
    expect(await store.load('one')).toEqual({ place: { unit: 3 }, words: 'ä & <b>' });
    expect(await store.load('other')).toEqual({ place: null });
  });

  test('replaces, and is not changed by what the giver does afterwards', async () => {
    const store = make();
    const record = { version: 1, list: ['a'] };
    await store.save('one', { old: true });
    await store.save('one', record);
    record.list.push('b');
    expect(await store.load('one')).toEqual({ version: 1, list: ['a'] });
  });

  test('forgets, and forgetting twice is no mistake', async () => {
    const store = make();
    await store.save('one', { version: 1 });
    await store.forget('one');
    await store.forget('one');
    expect(await store.load('one')).toBeNull();
  });

  test('takes any key', async () => {
    const store = make();
    for (const key of ['../../outside', '', 'a/b', 'ü'.repeat(300)]) {
      await store.save(key, { key });
      expect(await store.load(key)).toEqual({ key });
    }
  });

  test('saved many times at once, it holds one of them whole', async () => {
    const store = make();
    const records = Array.from({ length: 20 }, (_, number) => ({ number, text: 'x'.repeat(1000) }));
    await Promise.all(records.map((record) => store.save('one', record)));
    expect(records).toContainEqual(await store.load('one'));
  });
});

test('a file that was cut off or holds something else counts as nothing, and can be replaced', async () => {
  const store = fileStore(dir);
  await store.save('one', { version: 1 });
  const [file] = readdirSync(dir);
  for (const text of ['{"version":', '', '[]', 'null', '7']) {
    writeFileSync(join(dir, file ?? ''), text);
    expect(await store.load('one')).toBeNull();
  }
  await store.save('one', { version: 2 });
  expect(await store.load('one')).toEqual({ version: 2 });
});

test('another process finds what this one kept, and no half-written file stays behind', async () => {
  await fileStore(dir).save('one', { version: 1 });
  expect(await fileStore(dir).load('one')).toEqual({ version: 1 });
  expect(readdirSync(dir)).toHaveLength(1);
});
