// The store in a folder, one file a listener, named by the writing it is: no lock is needed.

import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endOf, objectIn, recordOf, versionOf } from './reading';
import { Conflict, type Held, type Store } from './store';

/** What a process that died in the middle of a writing left behind is removed after this long. */
const LEFTOVER_MS = 60_000;

/** The digest of a key, then the writing. Earlier stores left the writing out and replaced the file. */
const RECORD = /^([0-9a-f]{64})(?:\.\d+)?\.json$/;
const LEFTOVER = /^[0-9a-f]{64}\.json\./;

interface Found {
  path: string;
  held: Held;
}

interface Files {
  /** The highest writing; null when there is none that can be read. A writer that died may have left the one before. */
  newest: Found | null;
  /** Files that hold no record. */
  unreadable: string[];
}

/**
 * A store in `dir`, which is made when first needed, on a file system that has hard links. Several stores and several
 * processes may share one folder. A file that cannot be read as a record counts as none, so a save with version 0
 * replaces it. Besides a `Conflict`, all reject when the folder cannot be read or written.
 *
 * Of all who write on the same writing one makes the file of the next, because a link is made only where nothing is.
 * That the replaced file could then be removed proves that nobody had forgotten or replaced it meanwhile.
 */
export function fileStore(dir: string): Store {
  return {
    load: async (key) => (await filesOf(dir, idOf(key))).newest?.held ?? null,
    async save(key, record, { version, expiresAtMs }) {
      const id = idOf(key);
      const next = version + 1;
      const text = JSON.stringify({ record, version: next, expiresAtMs });
      await mkdir(dir, { recursive: true });
      const beside = join(dir, `${id}.json.${randomUUID()}`);
      try {
        await writeFile(beside, text, { mode: 0o600 });
        const { newest, unreadable } = await filesOf(dir, id);
        if ((newest?.held.version ?? 0) !== version) throw new Conflict();
        await removeAll(unreadable);
        await replace(newest, beside, join(dir, `${id}.${next}.json`));
      } finally {
        await rm(beside, { force: true });
      }
    },
    async forget(key) {
      // Looked at again until nothing is left: a writing that was under way may have come to its end meanwhile.
      const id = idOf(key);
      for (let paths = await pathsOf(dir, id); paths.length > 0; paths = await pathsOf(dir, id)) await removeAll(paths);
    },
  };
}

// The name is a digest, so that no key, whatever it holds, can name a file elsewhere.
const idOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Rejects with a `Conflict` when another writer has made the next writing, or the one before it is gone. */
async function replace(before: Found | null, beside: string, next: string): Promise<void> {
  // Linked when all is written: a reader finds the old record or the new one, never half of one.
  await link(beside, next).catch(conflictIf('EEXIST'));
  if (!before) return;
  try {
    await unlink(before.path).catch(conflictIf('ENOENT'));
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

const conflictIf =
  (code: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw error.code === code ? new Conflict() : error;
  };

async function pathsOf(dir: string, id: string): Promise<string[]> {
  const names = (await readdir(dir).catch(expectMissing)) ?? [];
  return names.filter((name) => RECORD.exec(name)?.[1] === id).map((name) => join(dir, name));
}

/** A file that goes while it is looked for was replaced or forgotten, so all are looked for again. */
async function filesOf(dir: string, id: string): Promise<Files> {
  for (;;) {
    const paths = await pathsOf(dir, id);
    const texts = await Promise.all(paths.map(textAt));
    if (texts.includes(null)) continue;
    const all = paths.map((path, index) => ({ path, held: heldIn(texts[index]) }));
    const found = all.filter((one): one is Found => one.held !== null);
    const [newest = null] = found.sort((one, other) => other.held.version - one.held.version);
    return { newest, unreadable: all.filter(({ held }) => held === null).map(({ path }) => path) };
  }
}

/** Null where no such file is; nothing of what is none. */
async function textAt(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'EISDIR' ? '' : expectMissing(error),
  );
}

function heldIn(text: unknown): Held | null {
  const held = objectIn(text);
  const version = versionOf(held?.['version']);
  if (held === null || version === 0) return null;
  return { record: recordOf(held['record']), version, expiresAtMs: endOf(held['expiresAtMs']) };
}

function expectMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

const removeAll = (paths: readonly string[]) => Promise.all(paths.map((path) => rm(path, { force: true })));

/**
 * Removes the records in `dir` whose end is at or before `nowMs` (milliseconds since 1970), and those that can no longer
 * be read, in which nothing is left to lose. What writers that died left behind goes with them, uncounted. Resolves to
 * the number of records removed; rejects when the folder cannot be read or written.
 */
export async function removeExpired(dir: string, nowMs: number): Promise<number> {
  const names = (await readdir(dir).catch(expectMissing)) ?? [];
  let removed = 0;
  for (const name of names) {
    const path = join(dir, name);
    if (RECORD.test(name)) removed += (await isRemoved(path, nowMs)) ? 1 : 0;
    else if (LEFTOVER.test(name)) await removeLeftover(path, nowMs);
  }
  return removed;
}

/** A listener who comes back in this very moment is told so by the missing file, as after a forgetting. */
async function isRemoved(path: string, nowMs: number): Promise<boolean> {
  const text = await textAt(path);
  if (text === null || (heldIn(text)?.expiresAtMs ?? 0) > nowMs) return false;
  await rm(path, { force: true });
  return true;
}

async function removeLeftover(path: string, nowMs: number): Promise<void> {
  const found = await stat(path).catch(expectMissing);
  if (found !== null && nowMs - found.mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
}
