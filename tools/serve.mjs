// Hosts the skill from a fresh clone; run as `npm run serve`.

import { join } from 'node:path';
import { runFromSources } from './run.mjs';

runFromSources(join('server', 'main.ts'));
