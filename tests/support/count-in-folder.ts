// One of several processes that count together in one folder.

import { fileStore } from '../../lambda/persistence/file';
import { Conflict } from '../../lambda/persistence/store';

const [, , dir = '', times = '0'] = process.argv;

async function countOneMore(): Promise<void> {
  const store = fileStore(dir);
  const held = await store.load('one');
  const record = { count: Number(held?.record['count'] ?? 0) + 1 };
  try {
    await store.save('one', record, { version: held?.version ?? 0, expiresAtMs: 1 });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await countOneMore();
  }
}

async function countAll(): Promise<void> {
  for (let time = 0; time < Number(times); time++) await countOneMore();
}

countAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
