// The stress proof, `npm run test:stress`: the suite beside two busy loops a core, three times in a row, must be green.
//
// Arguments are handed to jest, to try it on a few files: `npm run test:stress -- tests/server`.

import { fork, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVERYTHING, install, ROOT } from '../../tools/install.mjs';

const RUNS = 3;
const LOOPS_A_CORE = 2;
const RESULTS = join(ROOT, 'node_modules', '.cache', 'stress.json');

/** Keeps a core busy until the process that started it is gone, however that ended. */
function stayBusy() {
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => process.exit(0));
  const turn = () => {
    const untilMs = performance.now() + 50;
    while (performance.now() < untilMs);
    setImmediate(turn);
  };
  turn();
}

/** One run of jest: whether it was green, its totals, and how long it took. */
function runJest(jestArguments) {
  rmSync(RESULTS, { force: true });
  const beganMs = performance.now();
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [jest, '--json', `--outputFile=${RESULTS}`, ...jestArguments], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    endWithThis(child);
    child.on('close', (status) => {
      const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
      resolve({ isGreen: status === 0, totals: totals(), seconds });
    });
  });
}

/** Nothing that was started here outlives this process, Ctrl-C included. */
const endWithThis = (child) => process.on('exit', () => child.kill());

function totals() {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(RESULTS, 'utf8'));
    return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
  } catch {
    return 'did not finish';
  }
}

async function stress(jestArguments) {
  await install(EVERYTHING);
  mkdirSync(dirname(RESULTS), { recursive: true });
  const cores = availableParallelism();
  const loops = Array.from({ length: LOOPS_A_CORE * cores }, () => fork(fileURLToPath(import.meta.url), ['--busy']));
  for (const loop of loops) endWithThis(loop);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  const runs = [];
  for (let run = 1; run <= RUNS; run++) {
    process.stderr.write(`\nRun ${run} of ${RUNS}, beside ${loops.length} busy loops on ${cores} cores\n`);
    runs.push(await runJest(jestArguments));
  }
  for (const { isGreen, totals, seconds } of runs) {
    process.stdout.write(`${isGreen ? 'ok ' : 'RED'}  ${totals}, ${seconds} s\n`);
  }
  process.exit(runs.every(({ isGreen }) => isGreen) ? 0 : 1);
}

if (process.argv[2] === '--busy') stayBusy();
else await stress(process.argv.slice(2));
