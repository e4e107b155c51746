// Sends the kept sentences to Amazon's service and shows what it makes of them, from a fresh clone too.

import { join } from 'node:path';
import { DEPLOYING, RUNNING } from './install.mjs';
import { runFromSources } from './run.mjs';

/** Only who sends sentences needs ask-cli. */
const sendsNothing = process.argv.some((argument) => /^--(dry-run|help|read)\b/.test(argument));
await runFromSources(join('tools', 'profile', 'profile.ts'), RUNNING, ...(sendsNothing ? [] : [DEPLOYING]));
