// How does one writer at a time get at a file, whichever process it is in?

import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';

/** A writer waits this long for the others, then gives up. */
const PATIENCE_MS = 1000;
/** Who has held a lock this long has died with it: a writing takes milliseconds. */
const STALE_MS = 5000;
/** Between two looks, in milliseconds; by chance, so that those who wait do not keep step. */
const lookAgainMs = () => 2 + Math.random() * 10;

/**
 * Does `work` while holding the lock file beside `path`. `stillOurs` rejects when the lock was taken over meanwhile, as
 * it is from a process that stood still for seconds; ask it right before what cannot be undone. Rejects with a plain
 * error when others have held the lock for a second; with ENOENT when there is no such folder.
 */
export async function locked<T>(path: string, work: (stillOurs: () => Promise<void>) => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  const token = randomUUID();
  const isOurs = async () => (await readFile(lock, 'utf8').catch(() => '')) === token;
  await acquire(lock, token);
  try {
    return await work(async () => {
      if (!(await isOurs())) throw new Error('The lock was lost to another writer');
    });
  } finally {
    if (await isOurs()) await rm(lock, { force: true });
  }
}

async function acquire(lock: string, token: string): Promise<void> {
  const untilMs = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      // Made only if it is not there: of all who try at once, one succeeds.
      return await writeFile(lock, token, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isStale(lock)) await removeStale(lock);
    else if (Date.now() >= untilMs) throw new Error('Others have held the lock for too long');
    else await new Promise((resolve) => setTimeout(resolve, lookAgainMs()));
  }
}

const isStale = (lock: string): Promise<boolean> =>
  stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > STALE_MS,
    () => false,
  );

/** Moved aside before it is removed: of two who found it stale, the slower one might move a new writer's lock instead. */
async function removeStale(lock: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch {
    return; // Somebody was quicker.
  }
  // A lock that is in use goes back where it was, unless a third has come meanwhile; `stillOurs` then tells its holder.
  if (!(await isStale(aside))) await link(aside, lock).catch(() => {});
  await rm(aside, { force: true });
}
