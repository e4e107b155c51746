// Puts one sentence to Amazon's service, through ask-cli.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ASK } from '../deploy/ask';
import type { Profiled } from './kept';

/** Whose model is asked. */
export interface Asked {
  skillId: string;
  locale: string;
  profile: string;
}

/** How often a sentence is put before the service is taken to be out of reach, and the wait before each next time. */
const TRIES = 3;
const WAIT_MS = 5000;

/** What ask-cli is told. */
export const profiling = ({ skillId, locale, profile }: Asked, sentence: string): string[] => [
  ...['smapi', 'profile-nlu', '-s', skillId, '--stage', 'development', '-l', locale],
  ...['-u', sentence, '--profile', profile],
];

/** What the service makes of the sentence. It answers only so many in a minute, so a refusal is no answer yet. */
export async function profiled(
  asked: Asked,
  sentence: string,
  { env = process.env, waitMs = WAIT_MS }: { env?: NodeJS.ProcessEnv; waitMs?: number } = {},
): Promise<Profiled> {
  for (let tries = 1; ; tries++) {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [ASK, ...profiling(asked, sentence)], { env });
      return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Profiled;
    } catch (error) {
      if (tries === TRIES) throw new Error(toldBy(error));
      await new Promise((resolve) => setTimeout(resolve, tries * waitMs));
    }
  }
}

/** What ask-cli said went wrong: of its own report the message alone, which ends with the status the service gave. */
function toldBy(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const [, told] = /"message": "([^"]+)"/.exec(stderr ?? '') ?? [];
  return told ?? (stderr?.trim() || message);
}
