// Chooses store, clock and words on Lambda, and exports the handler.

import { fileLanguages } from '../content/packed';
import { createSkill } from './alexa/skill';
import { memoryStore } from './persistence/memory';
import type { Store } from './persistence/store';
import { machineTime } from './waiting';

const { SKILL_ID, TABLE_NAME } = process.env;

/** A table's store begins to open its connection here, while the first request is still on its way. */
function storeIn(table: string | undefined): Store {
  if (!table) return memoryStore();
  // Without a table the AWS SDK is never loaded.
  const { dynamoStore } = require('./persistence/dynamodb') as typeof import('./persistence/dynamodb');
  const store = dynamoStore({ table, sleep: machineTime.sleep });
  store.warmUp();
  return store;
}

/** Answers one request. Rejects for a request of another skill when SKILL_ID is set. */
export const handler = createSkill({
  store: storeIn(TABLE_NAME),
  now: Date.now,
  waiting: machineTime,
  // One file a language lies beside the bundle.
  languages: fileLanguages(__dirname),
  // Written past the console, which would wrap the line in another one.
  log: (line) => process.stderr.write(`${line}\n`),
  ...(SKILL_ID ? { skillId: SKILL_ID } : {}),
});
