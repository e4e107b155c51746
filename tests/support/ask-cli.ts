// Runs the tests that need ask-cli, and skips them where deployment's own tools are not installed.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const isInstalled = existsSync(join(__dirname, '../../tools/deploy/node_modules/ask-cli/package.json'));

/** `describe` for what only ask-cli's own code can show. The check says how many tests were left out. */
export const withAskCli = isInstalled ? describe : describe.skip;
