// Scores how well listeners' sentences are understood; run as `npm run score:questions`.

import { join } from 'node:path';
import { learnLanguages } from './learning';
import { leftOut } from './scoring/leftOut';
import { missesOf } from './scoring/misses';
import { type Part, setsOf } from './scoring/sets';
import { scoresOf } from './scoring/tables';

const PARTS: readonly Part[] = ['tuned', 'held'];
/** Only this part may be looked at; who reads the misses of the other has tuned to it. */
const SHOWN: Part = 'tuned';

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function scorePart(part: Part): void {
  const sets = setsOf(part);
  print([`== ${part} ==`, ...(sets ? scoresOf(sets) : ['no sentences yet']), '']);
}

function listMisses(part: string | undefined): void {
  if (part !== SHOWN) {
    process.stderr.write(`Misses are listed of the ${SHOWN} part only: --misses ${SHOWN}\n`);
    process.exitCode = 1;
    return;
  }
  const sets = setsOf(part);
  if (sets) print(missesOf(sets));
}

learnLanguages(join(__dirname, '..', 'content', 'languages'));
const asked = process.argv.indexOf('--misses');
if (process.argv.includes('--left-out')) print(leftOut());
else if (asked >= 0) listMisses(process.argv[asked + 1]);
else for (const part of PARTS) scorePart(part);
