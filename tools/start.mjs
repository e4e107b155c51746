// Talks to the skill from a fresh clone; run as `npm start`.

import { join } from 'node:path';
import { runFromSources } from './run.mjs';

runFromSources(join('simulator', 'talk.ts'));
