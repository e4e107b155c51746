// Runs fresh processes of a skill and collects what they measure.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import type { Candidate } from './candidates';

const PROGRAM = join(__dirname, 'measured.cjs');

/** Lambda's own runtime client has loaded node:http before it loads a skill, and with it Node's streams. */
const AS_ON_LAMBDA = ['-r', 'node:http'];

export interface Warm {
  /** Milliseconds of the second request of a process, and of all later ones. */
  second: number;
  p50: number;
  p99: number;
  /** Resident memory in bytes after the session has been played once, and when all is done. */
  rssOnce: number;
  rss: number;
}

type Environment = Record<string, string>;

async function measured<Result>(
  { name, handler, env }: Candidate,
  common: Environment,
  args: string[],
): Promise<Result> {
  const [what = '', ...rest] = args;
  const all = [...AS_ON_LAMBDA, PROGRAM, what, handler, ...rest];
  // The log goes nowhere, as on Lambda, where no listener waits for it.
  const child = spawn(process.execPath, all, { env: { ...common, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`${name} ended with ${code} when ${what}`);
  return JSON.parse(stdout) as Result;
}

export interface Cold {
  /** Milliseconds from before the skill is loaded to its first answer, and how many of them the processor worked. */
  ms: number;
  cpuMs: number;
  /** Milliseconds of the whole process. */
  wholeMs: number;
}

/** The first answer of a fresh process. */
export async function coldStart(candidate: Candidate, common: Environment, requests: string): Promise<Cold> {
  const before = performance.now();
  const first = await measured<Omit<Cold, 'wholeMs'>>(candidate, common, ['cold', requests]);
  return { ...first, wholeMs: performance.now() - before };
}

/** The turns of a session, again and again in one process, after it has been played once. */
export function warmTurns(candidate: Candidate, common: Environment, requests: string, turns: number): Promise<Warm> {
  return measured<Warm>(candidate, common, ['warm', requests, String(turns)]);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
