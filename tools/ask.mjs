// Runs the pinned ask-cli in the folder the command is given in: `npm run ask -- configure`.

import { join } from 'node:path';
import { DEPLOYING, install, ROOT } from './install.mjs';
import { runNode } from './run.mjs';

await install(DEPLOYING);
const program = join(ROOT, 'tools/deploy/node_modules/ask-cli/dist/bin/ask.js');
runNode(process.env.INIT_CWD ?? ROOT, program, ...process.argv.slice(2));
