// The line below the words while time passes.

import type { Clip } from '../sound/audio';

const WIDTH = 30;
/** Kinds of clips that count a stretch of time down. */
const TIMED = new Set(['hold', 'count', 'quiet', 'move']);
/** A run is worth a bar from here. */
const SHORTEST_MS = 4_000;

/** A stretch of time that is counted down: a hold, a quiet minute. */
interface Run {
  kind: string;
  fromMs: number;
  toMs: number;
}

/** Neighbouring timed clips make one run; its name is the first clip's. */
export function runsIn(clips: readonly Clip[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, atMs, lastsMs } of clips) {
    if (!TIMED.has(kind)) continue;
    const last = runs.at(-1);
    const joins =
      last && Math.abs(last.toMs - atMs) < 2 && (last.kind === kind || (last.kind === 'hold' && kind === 'count'));
    if (joins) last.toMs = atMs + lastsMs;
    else runs.push({ kind, fromMs: atMs, toMs: atMs + lastsMs });
  }
  return runs.filter(({ fromMs, toMs }) => toMs - fromMs >= SHORTEST_MS);
}

const NAMES: Record<string, string> = { hold: 'hold', count: 'hold', quiet: 'quiet', move: 'move' };

/** "hold   ███████·······  18 s" at a moment, or nothing outside a run. */
export function barAt(runs: readonly Run[], atMs: number): string {
  const run = runs.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
  if (!run) return '';
  const done = (atMs - run.fromMs) / (run.toMs - run.fromMs);
  const full = Math.round(done * WIDTH);
  const left = Math.ceil((run.toMs - atMs) / 1000);
  return `${(NAMES[run.kind] ?? run.kind).padEnd(6)} ${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}  ${left} s`;
}

/** Breaks words at a width, every line after the first indented like the first. */
export function wrapped(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}
