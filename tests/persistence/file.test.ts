// What lies in the folder, and what of it goes when its time is over?

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileStore, removeExpired } from '../../lambda/persistence/file';
import { locked } from '../../lambda/persistence/lock';
import { Conflict } from '../../lambda/persistence/store';

const END = 1_900_000_000_000;
const first = { version: 0, expiresAtMs: END };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const onlyFile = () => join(dir, readdirSync(dir)[0] ?? '');
const age = (path: string, seconds: number) =>
  utimesSync(path, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);

describe('a file', () => {
  it.each(['{"version":', '', '[]', 'null', '7', '{"record":{}}', '{"record":{},"version":"1"}'])(
    'that holds %s counts as nothing, and gives way to a first writing',
    async (text) => {
      const store = fileStore(dir);
      await store.save('one', { old: true }, first);
      writeFileSync(onlyFile(), text);
      expect(await store.load('one')).toBeNull();
      await expect(store.save('one', {}, { version: 1, expiresAtMs: END })).rejects.toThrow(Conflict);
      await store.save('one', { anew: true }, first);
      expect(await store.load('one')).toEqual({ record: { anew: true }, version: 1, expiresAtMs: END });
    },
  );

  it('whose record is none is empty, and keeps its version', async () => {
    const store = fileStore(dir);
    await store.save('one', {}, first);
    writeFileSync(onlyFile(), '{"version":3,"record":[1],"expiresAtMs":"soon"}');
    expect(await store.load('one')).toEqual({ record: {}, version: 3, expiresAtMs: 0 });
  });

  it('stands alone when all is written, is named by no one’s key, and is read by nobody else on the machine', async () => {
    const store = fileStore(dir);
    await store.save('one', { a: 1 }, first);
    await store.save('one', { a: 2 }, { version: 1, expiresAtMs: END });
    await expect(store.save('one', { a: 3 }, first)).rejects.toThrow(Conflict);
    expect(readdirSync(dir)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
    expect(statSync(onlyFile()).mode & 0o077).toBe(0);
  });
});

describe('a lock', () => {
  it('that a writer took to its grave is taken over', async () => {
    const store = fileStore(dir);
    await store.save('one', { a: 1 }, first);
    const path = onlyFile();
    writeFileSync(`${path}.lock`, 'dead');
    age(`${path}.lock`, 60);
    await Promise.all([1, 2, 3].map(() => store.save('one', {}, { version: 1, expiresAtMs: END }).catch(() => {})));
    expect((await store.load('one'))?.version).toBe(2);
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('that was taken over is not taken from whoever has it next, though many found it stale', async () => {
    const store = fileStore(dir);
    await store.save('one', {}, first);
    const path = onlyFile();
    for (let version = 1; version < 10; version++) {
      writeFileSync(`${path}.lock`, 'dead');
      age(`${path}.lock`, 60);
      const writers = Array.from({ length: 12 }, () => store.save('one', {}, { version, expiresAtMs: END }));
      const outcomes = await Promise.allSettled(writers);
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(reasons).toEqual(Array.from({ length: 11 }, () => expect.any(Conflict)));
    }
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('that was lost to another is noticed before anything is written, and stays the other’s', async () => {
    const path = join(dir, 'record');
    const working = locked(path, async (stillOurs) => {
      await stillOurs();
      writeFileSync(`${path}.lock`, 'another');
      await stillOurs();
    });
    await expect(working).rejects.toThrow('The lock was lost to another writer');
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  it('that a writer holds keeps a forgetting waiting, so that the writing does not outlive it', async () => {
    const store = fileStore(dir);
    await store.save('one', { a: 1 }, first);
    const path = onlyFile();
    writeFileSync(`${path}.lock`, 'alive');
    const forgetting = store.forget('one');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await store.load('one')).toMatchObject({ record: { a: 1 } });
    rmSync(`${path}.lock`);
    await forgetting;
    expect(readdirSync(dir)).toEqual([]);
  });

  it('that others hold is waited for about a second, then the writing is refused and the record stays', async () => {
    const store = fileStore(dir);
    await store.save('one', { a: 1 }, first);
    const path = onlyFile();
    writeFileSync(`${path}.lock`, 'alive');
    const began = Date.now();
    const refused = store.save('one', { a: 2 }, { version: 1, expiresAtMs: END });
    await expect(refused).rejects.toThrow('Others have held the lock for too long');
    await expect(refused).rejects.not.toBeInstanceOf(Conflict);
    expect(Date.now() - began).toBeGreaterThanOrEqual(950);
    expect(await store.load('one')).toMatchObject({ record: { a: 1 }, version: 1 });
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  it('lets several processes count together without losing one', async () => {
    const counting = join(__dirname, '..', 'support', 'count-in-folder.ts');
    const tsx = join(__dirname, '..', '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
    const run = () => promisify(execFile)(process.execPath, [tsx, counting, dir, '25']);
    await Promise.all([run(), run(), run()]);
    expect(await fileStore(dir).load('one')).toMatchObject({ record: { count: 75 }, version: 75 });
    expect(readdirSync(dir)).toHaveLength(1);
  }, 60_000);
});

describe('a folder whose time goes on', () => {
  it('loses the records whose end is past, and no other', async () => {
    const store = fileStore(dir);
    await store.save('past', {}, { version: 0, expiresAtMs: 1000 });
    await store.save('now', {}, { version: 0, expiresAtMs: 2000 });
    await store.save('later', { kept: true }, { version: 0, expiresAtMs: 2001 });
    expect(await removeExpired(dir, 2000)).toBe(2);
    expect(await store.load('past')).toBeNull();
    expect(await store.load('later')).toMatchObject({ record: { kept: true } });
    expect(await removeExpired(dir, 2000)).toBe(0);
  });

  it('loses what cannot be read and what dead writers left, but nothing fresh and nothing that is not the store’s', async () => {
    const name = 'ab'.repeat(32);
    const leftovers = [`${name}.json.half`, `${name}.json.lock`].map((file) => join(dir, file));
    const fresh = join(dir, `${'cd'.repeat(32)}.json.half`);
    const foreign = join(dir, 'notes.json');
    for (const path of [...leftovers, fresh, foreign, join(dir, `${'ef'.repeat(32)}.json`)]) writeFileSync(path, '{');
    for (const path of [...leftovers, foreign]) age(path, 3600);
    expect(await removeExpired(dir, Date.now())).toBe(1);
    expect(
      readdirSync(dir)
        .map((file) => join(dir, file))
        .sort(),
    ).toEqual([fresh, foreign].sort());
  });

  it('need not be there', async () => {
    expect(await removeExpired(join(dir, 'nowhere'), END)).toBe(0);
  });
});
