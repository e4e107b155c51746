// How is a record kept in a folder, one file a listener?

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept, Store } from './store';

/** A store in `dir`, which is made when first needed. A file that cannot be read as a record counts as none. */
export function fileStore(dir: string): Store {
  // The name is a digest, so that no key, whatever it holds, can name a file elsewhere.
  const pathOf = (key: string) => join(dir, `${createHash('sha256').update(key).digest('hex')}.json`);
  return {
    load: async (key) => recordIn(await readFile(pathOf(key), 'utf8').catch(nothingThere)),
    async save(key, record) {
      await mkdir(dir, { recursive: true });
      await replace(pathOf(key), JSON.stringify(record));
    },
    forget: (key) => rm(pathOf(key), { force: true }),
  };
}

/** Written beside and renamed: a reader finds the old record or the new one, never half of one. */
async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function recordIn(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const record: unknown = JSON.parse(text);
    return typeof record === 'object' && record !== null && !Array.isArray(record) ? (record as Kept) : null;
  } catch {
    return null;
  }
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return null;
  throw error;
}
