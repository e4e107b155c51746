// How does somebody talk to the skill from a fresh clone, with one command?

import { join } from 'node:path';
import { runFromSources } from './run.mjs';

runFromSources(join('simulator', 'talk.ts'));
