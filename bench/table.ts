// Lays out what was measured to be read.

/** One skill's row; null is what was not measured. */
export interface Row {
  name: string;
  bytes: number | null;
  coldMs: number;
  coldCpuMs: number;
  wholeMs: number;
  p50: number;
  p99: number;
  turns: number;
  /** Bytes after the session was played once, and after all the turns. */
  rssOnce: number;
  rss: number;
}

const KB = 1024;
const MB = KB * KB;

/** What the project aims at, of its own making: a smell when missed, no promise of the platform. */
export const AIMS = {
  coldInMemory: 6,
  coldWithTable: 0.5,
  warmP99Ms: 5,
  firstQuestionMs: 40,
  questionP99Ms: 8,
  bytes: 1.5 * MB,
  memoryOnce: 2.5,
  memory: 3.5,
} as const;

const HEAD = [
  '',
  'bundle',
  'cold start',
  'its CPU',
  'whole process',
  'warm p50',
  'p99',
  'turns',
  'memory, one session',
  'all turns',
];

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.bytes === null ? '-' : `${Math.round(row.bytes / KB)} KB`,
    `${row.coldMs.toFixed(1)} ms`,
    `${row.coldCpuMs.toFixed(1)} ms`,
    `${row.wholeMs.toFixed(0)} ms`,
    `${row.p50.toFixed(2)} ms`,
    `${row.p99.toFixed(2)} ms`,
    String(row.turns),
    `${(row.rssOnce / MB).toFixed(1)} MB`,
    `${(row.rss / MB).toFixed(1)} MB`,
  ]);
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const laid = (line: readonly string[]) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [HEAD, ...cells].map(laid).join('\n');
}

interface Compared {
  inMemory: Row;
  withTable: Row | undefined;
  hello: Row;
  withAdapter: Row | undefined;
}

/** The ratios that are aimed at, each beside its aim. */
export function ratiosOf({ inMemory, withTable, hello, withAdapter }: Compared): string {
  const times = (ratio: number) => `${ratio.toFixed(2)} times`;
  const lines: [string, string, string][] = [
    [
      'cold CPU in memory',
      `${times(inMemory.coldCpuMs / hello.coldCpuMs)} hello-world`,
      `at most ${AIMS.coldInMemory}`,
    ],
    ['warm p99 in memory', `${inMemory.p99.toFixed(2)} ms`, `under ${AIMS.warmP99Ms} ms`],
    ['bundle', `${Math.round((inMemory.bytes ?? 0) / KB)} KB`, `at most ${Math.round(AIMS.bytes / KB)} KB`],
    ['memory, one session', `${times(inMemory.rssOnce / hello.rssOnce)} hello-world`, `at most ${AIMS.memoryOnce}`],
    ['memory, all turns', `${times(inMemory.rss / hello.rss)} hello-world`, `at most ${AIMS.memory}`],
  ];
  if (withTable && withAdapter) {
    const ratio = `${times(withTable.coldCpuMs / withAdapter.coldCpuMs)} hello-world with the adapter`;
    lines.splice(1, 0, ['cold CPU with DynamoDB', ratio, `under ${AIMS.coldWithTable}`]);
  }
  return lines.map(([what, is, aim]) => `${what.padEnd(26)}${is.padEnd(44)}aim: ${aim}`).join('\n');
}
