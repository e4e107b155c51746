// Says words aloud, where the machine has a voice.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

export interface Speaker {
  say(text: string): void;
  hush(): void;
}

/** A little faster than the simulated voice, so that a sentence is seldom cut by the next. */
const PROGRAMS: { name: string; probe: string[]; args: (locale: string) => string[] }[] = [
  { name: 'espeak-ng', probe: ['--version'], args: (locale) => ['-v', locale.toLowerCase(), '-s', '175'] },
  { name: 'say', probe: ['-v', '?'], args: () => ['-r', '190'] },
];

const SILENT: Speaker = { say: () => undefined, hush: () => undefined };

/** A speaker, or null when the machine has no voice. A text interrupts the one before it. */
export function speakerFor(locale: string): Speaker | null {
  const program = PROGRAMS.find(({ name, probe }) => spawnSync(name, probe, { stdio: 'ignore' }).status === 0);
  if (!program) return null;
  let speaking: ChildProcess | null = null;
  const hush = () => speaking?.kill();
  const say = (text: string) => {
    hush();
    // Words go in through standard input, so that none of them is taken for an option.
    speaking = spawn(program.name, program.args(locale), { stdio: ['pipe', 'ignore', 'ignore'] });
    speaking.on('error', () => undefined);
    speaking.stdin?.on('error', () => undefined);
    speaking.stdin?.end(text);
  };
  return { say, hush };
}

export { SILENT };
