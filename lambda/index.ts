// Which store, clock and words does the skill run with on Lambda?

import { fileLanguages } from '../content/languages';
import { createSkill } from './alexa/skill';
import { memoryStore } from './persistence/memory';

const { SKILL_ID, TABLE_NAME } = process.env;

if (TABLE_NAME) {
  console.warn(
    JSON.stringify({ level: 'warn', message: 'TABLE_NAME is set, but no table is used yet; places live in memory' }),
  );
}

/** Answers one request. Rejects for a request of another skill when SKILL_ID is set. */
export const handler = createSkill({
  store: memoryStore(),
  now: Date.now,
  // One data file a language lies beside the bundle.
  languages: fileLanguages(__dirname),
  // Written past the console, which would wrap the line in another one.
  log: (line) => process.stderr.write(`${line}\n`),
  ...(SKILL_ID ? { skillId: SKILL_ID } : {}),
});
