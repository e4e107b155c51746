// Starts a program of the project, after installing what it needs.
//
// Plain Node, no packages: this file has to run before anything is installed.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, ROOT } from './install.mjs';

/** Runs a TypeScript file of the project with this process's arguments, after installing the sets of packages it needs. */
export async function runFromSources(file, ...sets) {
  await install(...sets);
  await learn();
  runNode(ROOT, '--import', 'tsx', file, ...process.argv.slice(2));
}

/** Learns from the wordings of the questions what was not learnt from them yet; it takes a second or two. */
export async function learn() {
  const { tsImport } = await import('tsx/esm/api');
  const { learnLanguages } = await tsImport('./learning.ts', import.meta.url);
  learnLanguages(join(ROOT, 'content/languages'));
}

/** Runs Node in `folder`; this process ends with it, and as it does. */
export function runNode(folder, ...args) {
  const program = spawn(process.execPath, args, { cwd: folder, stdio: 'inherit' });
  // Ctrl-C reaches the program by itself; this process waits for it to take its leave.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => program.kill('SIGTERM'));
  program.on('exit', (status, signal) => process.exit(signal ? 1 : (status ?? 0)));
}
