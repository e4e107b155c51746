// Checks format, lint, types and runs every test: `npm test`.
//
//   --exhaustive   all cases of each kind, not the everyday sample
//   --count        only the totals of the run before, in one line that a build server can read
//   anything else is handed to jest: `npm test -- tests/dialogue`

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEPLOYING, EVERYTHING, install, isInstalled, ON_LAMBDA, ROOT } from './install.mjs';

const COUNTS = join(ROOT, 'node_modules', '.cache', 'tests.json');

/** Runs one program of node_modules; `live` shows its output as it comes, otherwise it is kept. */
function run(program, args, { live = false, environment = {} } = {}) {
  const beganMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.on('close', (status) => resolve({ passed: status === 0, output, seconds: secondsSince(beganMs) }));
  });
}

const secondsSince = (beganMs) => ((performance.now() - beganMs) / 1000).toFixed(1);
const say = (line) => process.stdout.write(`${line}\n`);

/** What jest wrote of its last run, or nothing when it did not come to an end. */
function lastRun() {
  try {
    return JSON.parse(readFileSync(COUNTS, 'utf8'));
  } catch {
    return null;
  }
}

/** Prints jest's own totals; an install, format or type error before the tests counts as one failure. */
function sayCount() {
  const { numPassedTests = 0, numFailedTests = 1, numRuntimeErrorTestSuites = 0 } = lastRun() ?? {};
  say(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
}

async function checkText() {
  const [style, types] = await Promise.all([
    run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--colors=off']),
    run('typescript/bin/tsc', ['--noEmit', '--pretty', 'false']),
  ]);
  for (const [name, { passed, output, seconds }] of [
    ['Format and lint', style],
    ['Types', types],
  ]) {
    say(`${passed ? 'ok ' : 'RED'}  ${name} (${seconds} s)`);
    if (!passed) say(output.trimEnd());
  }
  if (!style.passed) say('\nMost of this is mended by: npm run fix');
  return style.passed && types.passed;
}

async function checkTests({ isExhaustive, jestArguments }) {
  const { passed, seconds } = await run('jest/bin/jest.js', ['--json', `--outputFile=${COUNTS}`, ...jestArguments], {
    live: true,
    environment: isExhaustive ? { EXHAUSTIVE: '1' } : {},
  });
  const skipped = lastRun()?.numPendingTests ?? 0;
  say(`${passed ? 'ok ' : 'RED'}  ${isExhaustive ? 'All cases of all tests' : 'Tests'} (${seconds} s)`);
  if (skipped > 0) say(`    ${skipped} tests were left out: ${reasonForSkipping()}`);
  return passed;
}

/** Which of the tools that not every machine has the tests went without; else the test itself says why. */
function reasonForSkipping() {
  const lacking = [
    ...(isInstalled(DEPLOYING) ? [] : ['ask-cli, which the deployment brings (node tools/install.mjs deploying)']),
    ...(isInstalled(ON_LAMBDA) ? [] : ['the Node that Lambda runs, which could not be installed']),
  ];
  return lacking.length > 0 ? `they need ${lacking.join(', or ')}.` : 'see "skipped" above.';
}

async function check(given) {
  const beganMs = performance.now();
  const isExhaustive = given.includes('--exhaustive');
  const jestArguments = given.filter((argument) => argument !== '--exhaustive');
  await install(EVERYTHING, ON_LAMBDA);
  mkdirSync(dirname(COUNTS), { recursive: true });
  rmSync(COUNTS, { force: true });
  say('Checking format, lint and types, then running the tests.');
  const isGreen = (await checkText()) && (await checkTests({ isExhaustive, jestArguments }));
  say(`\n${isGreen ? 'Every check passed' : 'A check is red'} after ${secondsSince(beganMs)} s.`);
  process.exitCode = isGreen ? 0 : 1;
}

await (process.argv[2] === '--count' ? sayCount() : check(process.argv.slice(2)));
