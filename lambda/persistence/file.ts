// How is a record kept in a folder, one file a listener?

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locked } from './lock';
import { endOf, objectIn, recordOf, versionOf } from './reading';
import { Conflict, type Held, type Store } from './store';

/** What a process that died in the middle of a writing left behind is removed after this long. */
const LEFTOVER_MS = 60_000;

/**
 * A store in `dir`, which is made when first needed. Several stores and several processes may share one folder. A file
 * that cannot be read as a record counts as none, so a save with version 0 replaces it. Besides a `Conflict`, a save
 * and a forgetting reject when others have been writing the same record for a second, and all reject when the folder
 * cannot be read or written.
 */
export function fileStore(dir: string): Store {
  // The name is a digest, so that no key, whatever it holds, can name a file elsewhere.
  const pathOf = (key: string) => join(dir, `${createHash('sha256').update(key).digest('hex')}.json`);
  return {
    load: (key) => heldAt(pathOf(key)),
    async save(key, record, { version, expiresAtMs }) {
      const path = pathOf(key);
      const text = JSON.stringify({ record, version: version + 1, expiresAtMs });
      await mkdir(dir, { recursive: true });
      await locked(path, async (stillOurs) => {
        if (((await heldAt(path))?.version ?? 0) !== version) throw new Conflict();
        await replace(path, text, stillOurs);
      });
    },
    async forget(key) {
      const path = pathOf(key);
      // Under the lock too: a save in the middle of its work would bring the record back.
      await locked(path, () => rm(path, { force: true })).catch(nothingThere);
    },
  };
}

/** Written beside and renamed: a reader finds the old record or the new one, never half of one. */
async function replace(path: string, text: string, beforehand: () => Promise<void>): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await writeFile(beside, text, { mode: 0o600 });
    await beforehand();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function heldAt(path: string): Promise<Held | null> {
  const held = objectIn(await readFile(path, 'utf8').catch(nothingThere));
  const version = versionOf(held?.['version']);
  if (held === null || version === 0) return null;
  return { record: recordOf(held['record']), version, expiresAtMs: endOf(held['expiresAtMs']) };
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return null;
  throw error;
}

/**
 * Removes the records in `dir` whose end is at or before `nowMs` (milliseconds since 1970), and those that can no longer
 * be read, in which nothing is left to lose. What writers that died left behind goes with them, uncounted. Resolves to
 * the number of records removed; rejects when the folder cannot be read or written.
 */
export async function removeExpired(dir: string, nowMs: number): Promise<number> {
  const names = (await readdir(dir).catch(nothingThere)) ?? [];
  let removed = 0;
  for (const name of names) {
    const path = join(dir, name);
    if (/^[0-9a-f]{64}\.json$/.test(name)) removed += (await isRemoved(path, nowMs)) ? 1 : 0;
    else if (/^[0-9a-f]{64}\.json\./.test(name)) await removeLeftover(path, nowMs);
  }
  return removed;
}

async function isRemoved(path: string, nowMs: number): Promise<boolean> {
  const isOver = async () => ((await heldAt(path))?.expiresAtMs ?? 0) <= nowMs;
  if (!(await isOver())) return false;
  return locked(path, async () => {
    // Asked again: the listener may have come back in this very moment.
    if (!(await isOver())) return false;
    await rm(path, { force: true });
    return true;
  });
}

async function removeLeftover(path: string, nowMs: number): Promise<void> {
  const found = await stat(path).catch(nothingThere);
  if (found !== null && nowMs - found.mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
}
