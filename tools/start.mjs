// Talks to the skill in the terminal, from a fresh clone too.

import { join } from 'node:path';
import { RUNNING } from './install.mjs';
import { runFromSources } from './run.mjs';

await runFromSources(join('simulator', 'talk.ts'), RUNNING);
