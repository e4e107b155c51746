// How well are listeners' sentences understood? Run as `npm run score:questions`.

import { missesOf } from './scoring/misses';
import { type Half, setsOf } from './scoring/sets';
import { scoresOf } from './scoring/tables';

const HALVES: readonly Half[] = ['tuned', 'held'];
/** Only this half may be looked at; who reads the misses of the other has tuned to it. */
const SHOWN: Half = 'tuned';

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function scoreHalf(half: Half): void {
  const sets = setsOf(half);
  print([`== ${half} ==`, ...(sets ? scoresOf(sets) : ['no sentences yet']), '']);
}

function listMisses(half: string | undefined): void {
  if (half !== SHOWN) {
    process.stderr.write(`Misses are listed of the ${SHOWN} half only: --misses ${SHOWN}\n`);
    process.exitCode = 1;
    return;
  }
  const sets = setsOf(half);
  if (sets) print(missesOf(sets));
}

const asked = process.argv.indexOf('--misses');
if (asked >= 0) listMisses(process.argv[asked + 1]);
else for (const half of HALVES) scoreHalf(half);
