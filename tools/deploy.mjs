// Deploys the skill, from a fresh clone too; docs/deploy.md tells it step by step.

import { join } from 'node:path';
import { DEPLOYING, EVERYTHING, RUNNING } from './install.mjs';
import { runFromSources } from './run.mjs';

/** Who only wants to know what would happen needs neither the checks nor ask-cli. */
const onlyTells = process.argv.some((argument) => argument === '--dry-run' || argument === '--help');
await runFromSources(join('tools', 'deploy', 'main.ts'), ...(onlyTells ? [RUNNING] : [EVERYTHING, DEPLOYING]));
