// Tests what lies in the folder while several write in it, and what is removed when its time is over.

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileStore, removeExpired } from '../../lambda/persistence/file';
import { Conflict, type Store } from '../../lambda/persistence/store';
import { ownFolder } from '../support/own-folder';

jest.mock('node:fs/promises', () => ({ __esModule: true, ...jest.requireActual('node:fs/promises') }));

const END = 1_900_000_000_000;
const NOW = 1_800_000_000_000;
const first = { version: 0, expiresAtMs: END };
const upon = (version: number) => ({ version, expiresAtMs: END });

const dir = ownFolder();
beforeEach(() => jest.restoreAllMocks());

const names = () => readdirSync(dir());
const onlyFile = () => join(dir(), names()[0] ?? '');
const age = (path: string, seconds: number) => utimesSync(path, NOW / 1000 - seconds, NOW / 1000 - seconds);

/** A store in which `record` was written, once for each version. */
async function storeWith(versions: number): Promise<Store> {
  const store = fileStore(dir());
  for (let version = 0; version < versions; version++) await store.save('one', { writing: version + 1 }, upon(version));
  return store;
}

describe('a file', () => {
  it.each(['{"version":', '', '[]', 'null', '7', '{"record":{}}', '{"record":{},"version":"1"}'])(
    'that holds %s counts as nothing, and gives way to a first writing',
    async (text) => {
      const store = await storeWith(1);
      writeFileSync(onlyFile(), text);
      expect(await store.load('one')).toBeNull();
      await expect(store.save('one', {}, upon(1))).rejects.toThrow(Conflict);
      await store.save('one', { anew: true }, first);
      expect(await store.load('one')).toEqual({ record: { anew: true }, version: 1, expiresAtMs: END });
    },
  );

  it('whose record is none is empty, and keeps its version', async () => {
    const store = await storeWith(1);
    writeFileSync(onlyFile(), '{"version":3,"record":[1],"expiresAtMs":"soon"}');
    expect(await store.load('one')).toEqual({ record: {}, version: 3, expiresAtMs: 0 });
  });

  it('stands alone when all is written, is named by no one’s key, and is read by nobody else on the machine', async () => {
    const store = await storeWith(2);
    await expect(store.save('one', { a: 3 }, first)).rejects.toThrow(Conflict);
    expect(names()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.2\.json$/)]);
    expect(statSync(onlyFile()).mode & 0o077).toBe(0);
  });

  it('of an earlier store, without its writing in its name, is read, written on and forgotten', async () => {
    const store = await storeWith(1);
    const name = names()[0]?.replace('.1.json', '.json') ?? '';
    await store.forget('one');
    writeFileSync(join(dir(), name), JSON.stringify({ record: { pace: 'slow' }, version: 7, expiresAtMs: END }));
    expect(await store.load('one')).toEqual({ record: { pace: 'slow' }, version: 7, expiresAtMs: END });
    await store.save('one', { pace: 'normal' }, upon(7));
    expect(await store.load('one')).toEqual({ record: { pace: 'normal' }, version: 8, expiresAtMs: END });
    expect(names()).toEqual([name.replace('.json', '.8.json')]);
    writeFileSync(join(dir(), name), JSON.stringify({ record: {}, version: 1, expiresAtMs: END }));
    await store.forget('one');
    expect(names()).toEqual([]);
  });
});

/** Does something else right before this store makes the file of its writing, or right after. */
function meanwhile(when: 'before' | 'after', work: () => Promise<unknown>): void {
  const { link } = jest.requireActual<typeof files>('node:fs/promises');
  jest.spyOn(files, 'link').mockImplementationOnce(async (...paths) => {
    if (when === 'before') await work();
    await link(...paths);
    if (when === 'after') await work();
  });
}

describe('of several who write', () => {
  it('one is taken, however many write on the same writing', async () => {
    const store = await storeWith(1);
    for (let version = 1; version < 6; version++) {
      const writers = Array.from({ length: 12 }, () => store.save('one', {}, upon(version)));
      const outcomes = await Promise.allSettled(writers);
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(reasons).toEqual(Array.from({ length: 11 }, () => expect.any(Conflict)));
    }
    expect(names()).toHaveLength(1);
  });

  it('the one who was about to write is told that another was quicker', async () => {
    const store = await storeWith(1);
    meanwhile('before', () => store.save('one', { from: 'another' }, upon(1)));
    await expect(store.save('one', { from: 'late' }, upon(1))).rejects.toThrow(Conflict);
    expect(await store.load('one')).toMatchObject({ record: { from: 'another' }, version: 2 });
    expect(names()).toHaveLength(1);
  });

  it('the one who stood still while two others wrote is told so, and leaves nothing', async () => {
    const store = await storeWith(1);
    meanwhile('before', async () => {
      await store.save('one', { from: 'another' }, upon(1));
      await store.save('one', { from: 'a third' }, upon(2));
    });
    await expect(store.save('one', { from: 'late' }, upon(1))).rejects.toThrow(Conflict);
    expect(await store.load('one')).toMatchObject({ record: { from: 'a third' }, version: 3 });
    expect(names()).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)(
    'one whose listener is forgotten right %s the writing does not bring them back',
    async (when) => {
      const store = await storeWith(1);
      meanwhile(when, () => store.forget('one'));
      await expect(store.save('one', { late: true }, upon(1))).rejects.toThrow(Conflict);
      expect(await store.load('one')).toBeNull();
      expect(names()).toEqual([]);
    },
  );

  it('one who reads while another writes finds the old record or the new one', async () => {
    const store = await storeWith(1);
    let found: unknown;
    meanwhile('after', async () => {
      found = await store.load('one');
    });
    await store.save('one', { writing: 2 }, upon(1));
    expect(found).toEqual({ record: { writing: 2 }, version: 2, expiresAtMs: END });
  });

  it('one who looks for a file that is just being replaced looks again', async () => {
    const store = await storeWith(1);
    const { readFile } = jest.requireActual<typeof files>('node:fs/promises');
    jest.spyOn(files, 'readFile').mockImplementationOnce((async (path: string) => {
      await store.save('one', { writing: 2 }, upon(1));
      return readFile(path, 'utf8');
    }) as typeof readFile);
    expect(await store.load('one')).toMatchObject({ record: { writing: 2 }, version: 2 });
  });

  it('one who died between its file and the removal of the one before has written', async () => {
    const store = await storeWith(1);
    jest.spyOn(files, 'unlink').mockRejectedValueOnce(Object.assign(new Error('died'), { code: 'EIO' }));
    jest.spyOn(files, 'rm').mockRejectedValueOnce(new Error('died'));
    await expect(store.save('one', { from: 'the dead' }, upon(1))).rejects.toThrow('died');
    jest.restoreAllMocks();
    expect(await store.load('one')).toMatchObject({ record: { from: 'the dead' }, version: 2 });
    await store.save('one', { from: 'the next' }, upon(2));
    expect(await store.load('one')).toMatchObject({ record: { from: 'the next' }, version: 3 });
    await store.forget('one');
    expect(names()).toEqual([]);
  });

  it('several processes count together without losing one', async () => {
    const counting = join(__dirname, '..', 'support', 'count-in-folder.ts');
    const tsx = join(__dirname, '..', '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
    const run = () => promisify(execFile)(process.execPath, [tsx, counting, dir(), '25']);
    await Promise.all([run(), run(), run()]);
    expect(await fileStore(dir()).load('one')).toMatchObject({ record: { count: 75 }, version: 75 });
    expect(names()).toHaveLength(1);
  });
});

describe('a folder whose time goes on', () => {
  it('loses the records whose end is past, and no other', async () => {
    const store = fileStore(dir());
    await store.save('past', {}, { version: 0, expiresAtMs: 1000 });
    await store.save('now', {}, { version: 0, expiresAtMs: 2000 });
    await store.save('later', { kept: true }, { version: 0, expiresAtMs: 2001 });
    expect(await removeExpired(dir(), 2000)).toBe(2);
    expect(await store.load('past')).toBeNull();
    expect(await store.load('later')).toMatchObject({ record: { kept: true } });
    expect(await removeExpired(dir(), 2000)).toBe(0);
  });

  it('keeps a listener who comes back in the very moment in which their record goes', async () => {
    const store = fileStore(dir());
    await store.save('one', {}, { version: 0, expiresAtMs: 1000 });
    meanwhile('after', () => removeExpired(dir(), 2000));
    await expect(store.save('one', { back: true }, upon(1))).rejects.toThrow(Conflict);
    await store.save('one', { back: true }, first);
    expect(await store.load('one')).toMatchObject({ record: { back: true } });
  });

  it('loses what cannot be read and what dead writers left, but nothing fresh and nothing that is not the store’s', async () => {
    const name = 'ab'.repeat(32);
    const leftovers = [`${name}.json.half`, `${name}.json.lock`].map((file) => join(dir(), file));
    const fresh = join(dir(), `${'cd'.repeat(32)}.json.half`);
    const foreign = join(dir(), 'notes.json');
    const broken = ['ef', '01'].map((two) => join(dir(), `${two.repeat(32)}${two === 'ef' ? '' : '.4'}.json`));
    for (const path of [...leftovers, fresh, foreign, ...broken]) writeFileSync(path, '{');
    for (const path of [...leftovers, foreign]) age(path, 3600);
    age(fresh, 1);
    expect(await removeExpired(dir(), NOW)).toBe(2);
    expect(
      names()
        .map((file) => join(dir(), file))
        .sort(),
    ).toEqual([fresh, foreign].sort());
  });

  it('need not be there', async () => {
    expect(await removeExpired(join(dir(), 'nowhere'), END)).toBe(0);
  });

  it('may hold a folder that is named like a record, which is none', async () => {
    const store = await storeWith(1);
    const id = names()[0]?.slice(0, 64) ?? '';
    mkdirSync(join(dir(), `${id}.9.json`));
    expect(await store.load('one')).toMatchObject({ version: 1 });
  });
});
