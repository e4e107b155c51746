// The conversation for programs, as a listener at its door meets it: a line goes in, what is heard comes out.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One thing that is heard, in milliseconds from the first sound of its turn. */
export interface Cue {
  atMs: number;
  lastsMs: number;
  kind: string;
  exercise?: string;
  text: string;
}

/** One answer of the skill. */
export interface Heard {
  utterance: string;
  intent: string;
  speech: string;
  cues: Cue[];
  totalMs: number;
  question: string | null;
  sessionOpen: boolean;
  state: string | null;
}

export interface Door {
  /** Writes a line; the objects it leads to. */
  line: (text: string) => Promise<unknown[]>;
  close: () => void;
}

/** What no device knows; its answer says that all before it has been answered. */
const MARK = ':all-heard';

/** Knocks at the door of a checkout in `folder`, in a process of its own. */
export function doorOf(folder: string): Door {
  const program = spawn(process.execPath, [join(folder, 'tools', 'start.mjs'), '--json'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const objects = linesOf(program);
  const line = async (text: string): Promise<unknown[]> => {
    program.stdin.write(`${text}\n${MARK}\n`);
    const answers: unknown[] = [];
    for (let next = await objects.next(); !next.done; next = await objects.next()) {
      if (next.value['utterance'] === MARK) return answers;
      answers.push(next.value);
    }
    throw new Error(`${folder} stopped talking after "${text}"`);
  };
  return { line, close: () => program.stdin.end() };
}

async function* linesOf(program: ChildProcess): AsyncGenerator<Record<string, unknown>, void> {
  if (!program.stdout) return;
  for await (const line of createInterface({ input: program.stdout })) {
    // What npm or an installation says is no JSON, and not for the listener.
    if (line.startsWith('{')) yield JSON.parse(line) as Record<string, unknown>;
  }
}

/** The answer among what a line has led to, if the skill gave one. */
export function answerIn(objects: readonly unknown[]): Heard | null {
  const turns = objects.filter((one) => typeof one === 'object' && one !== null && 'totalMs' in one);
  return (turns.at(-1) as Heard | undefined) ?? null;
}
