// Serves the skill from a machine of one's own, from a fresh clone too.

import { join } from 'node:path';
import { SERVING } from './install.mjs';
import { runFromSources } from './run.mjs';

await runFromSources(join('server', 'main.ts'), SERVING);
