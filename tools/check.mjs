// Runs every check: format, lint, types and tests.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const counts = join(root, 'node_modules', '.cache', 'tests.json');

/** Runs one program of node_modules; `live` shows its output as it comes, otherwise it is kept. */
function run(program, args, live = false) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.on('close', (status) => resolve({ passed: status === 0, output, seconds: secondsSince(began) }));
  });
}

const secondsSince = (began) => ((performance.now() - began) / 1000).toFixed(1);
const say = (line) => process.stdout.write(`${line}\n`);

/** Prints jest's own totals; an install, format or type error before the tests counts as one failure. */
function sayCount() {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(counts, 'utf8'));
    say(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
  } catch {
    say('0 passed, 1 failed');
  }
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

async function checkTests() {
  const { passed, seconds } = await run(
    'jest/bin/jest.js',
    ['--json', `--outputFile=${counts}`, ...process.argv.slice(2)],
    true,
  );
  say(`${passed ? 'ok ' : 'RED'}  Tests (${seconds} s)`);
  return passed;
}

async function check() {
  const began = performance.now();
  mkdirSync(dirname(counts), { recursive: true });
  rmSync(counts, { force: true });
  const green = (await checkText()) && (await checkTests());
  say(`\n${green ? 'Every check passed' : 'A check is red'} after ${secondsSince(began)} s.`);
  process.exitCode = green ? 0 : 1;
}

// With --count, only the totals of the run before are printed, in one line that a build server can read.
await (process.argv[2] === '--count' ? sayCount() : check());
