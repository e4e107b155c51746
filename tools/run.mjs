// How does a program of this project start from a fresh clone?
//
// Plain Node, no packages: this file has to run before anything is installed.
// Nothing but the program itself writes to standard output, so that what it prints can be piped into another.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The packages a lock file names, by folder; none when the file is missing or broken. */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** True when every package of the lock file stands in node_modules in the version locked. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  // Optional packages belong to other machines (another processor, another system) and may be absent.
  return Object.entries(packagesIn('package-lock.json'))
    .filter(([folder, entry]) => folder !== '' && !entry.optional)
    .every(([folder, { version }]) => installed[folder]?.version === version);
}

function install() {
  process.stderr.write('Installing what is missing, once. This takes a moment.\n');
  const { status } = spawnSync('npm', ['ci', '--no-json', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write('The packages could not be installed. Is the package registry reachable?\n');
    process.exit(status ?? 1);
  }
}

/** Runs a TypeScript file of the project with this process's arguments, after installing what is missing. */
export function runFromSources(file) {
  if (!isInstalled()) install();
  const program = spawn(process.execPath, ['--import', 'tsx', file, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the program by itself; this process waits for it to take its leave.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => program.kill('SIGTERM'));
  program.on('exit', (status, signal) => process.exit(signal ? 1 : (status ?? 0)));
}
