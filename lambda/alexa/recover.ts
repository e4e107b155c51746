// What is said when something breaks on our side, and what is left of it in the log?

import type { Response } from 'ask-sdk-model';
import type { Speech } from '../speech/speech';
import { renderSsml } from '../speech/ssml';

/** Writes one line to the log. */
export type Log = (line: string) => void;

/** Said with the microphone open, so that the listener can go on where they were. */
export function apology(speech: Speech): Response {
  const ssml = renderSsml([{ key: 'recover.sorry' }], [], { key: 'recover.ask' }, speech);
  const words = { type: 'SSML' as const, ssml };
  return { outputSpeech: words, reprompt: { outputSpeech: words }, shouldEndSession: false };
}

/**
 * One line of JSON: what kind of error, where in the program. An error's message may quote what somebody said, so it
 * is left out.
 */
export function logError(log: Log, during: string, error: unknown): void {
  const known = error instanceof Error;
  log(
    JSON.stringify({
      level: 'error',
      during,
      error: known ? error.name : typeof error,
      at: known ? placeOf(error) : '',
    }),
  );
}

/** The topmost frame of the stack, which stands after the message. */
function placeOf(error: Error): string {
  const stack = error.stack ?? '';
  const opening = `${error.name}: ${error.message}`;
  const frames = stack.startsWith(opening) ? stack.slice(opening.length) : '';
  return /^\s+at (.*)$/m.exec(frames)?.[1] ?? '';
}
