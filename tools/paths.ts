// Lists the files entered between two things a listener says and their answers; run as `npm run paths [-- FOLDER]`.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import type * as Simulated from '../simulator/compose';

/** One function entered; `conversing` while `converse` was working, what it calls included. */
interface Entry {
  file: string;
  /** Where in the file the function begins, which names it. */
  at: number;
  conversing: boolean;
}

/** What the marked sources report to. */
interface Trail {
  entered(file: string, at: number): void;
  conversing(isWorking: boolean): void;
}

interface Way {
  title: string;
  before: string[];
  /** The moment, as the session has it, in which the last thing is said. */
  at: string;
  /** Milliseconds from the first sound of the last answer; without it, the listener hears the answer out. */
  afterMs?: number;
  says: string;
}

const SCREENED = ['alexa, open knot relief', ...Array<string>(8).fill('no'), 'start'];
const CHOSEN = ["upper left, I've got a tennis ball and five minutes", 'no', 'six'];

/** The two ways of docs/paths.md. */
export const WAYS: readonly Way[] = [
  { title: '"no" at the third health question', before: SCREENED.slice(0, 3), at: 'screening q3', says: 'no' },
  {
    title: '"ready" when the spot is found',
    before: [...SCREENED, ...CHOSEN],
    at: 'finding',
    afterMs: 20_000,
    says: 'ready',
  },
];

const CONVERSE = 'lambda/dialogue/converse.ts';
const PURE = /^lambda\/(dialogue|domain)\//;

/** The source with a call at the head of every function; `converse` also tells when it ends. */
function mark(file: string, text: string): string {
  const inserts: { at: number; code: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const { body, name } = node as ts.FunctionLikeDeclaration;
      const enter = `pathTrail.entered(${JSON.stringify(file)}, ${node.getStart()})`;
      const isConverse = file === CONVERSE && name?.getText() === 'converse';
      if (body && ts.isBlock(body)) {
        const [begins, ends] = isConverse
          ? ['pathTrail.conversing(true); try {', '} finally { pathTrail.conversing(false); }']
          : ['', ''];
        inserts.push({ at: body.getStart() + 1, code: `${begins}${enter};` }, { at: body.end - 1, code: ends });
      } else if (body) inserts.push({ at: body.getStart(), code: `(${enter},` }, { at: body.end, code: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  // From the end, so that the places before it stay where they are.
  inserts.sort((a, b) => b.at - a.at);
  return inserts.reduce((marked, { at, code }) => marked.slice(0, at) + code + marked.slice(at), text);
}

const marking = (root: string): Plugin => ({
  name: 'marking',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]lambda[\\/].*\.ts$/ }, async ({ path }) => {
      const file = relative(root, path).split(sep).join('/');
      return { contents: mark(file, await readFile(path, 'utf8')), loader: 'ts' };
    });
  },
});

/** The simulator of a tree with its skill, whose functions report to the trail. */
async function markedSimulator(root: string, trail: Trail): Promise<typeof Simulated> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['simulator/compose.ts'],
    plugins: [marking(root)],
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const run = new Function('module', 'require', '__dirname', 'pathTrail', outputFiles[0]?.text ?? '');
  run(module, createRequire(join(root, 'package.json')), join(root, 'simulator'), trail);
  return module.exports as typeof Simulated;
}

/** Plays each way twice, so that nothing that is made once counts; what the second request enters, in order. */
export async function pathsIn(root: string): Promise<{ way: Way; entries: Entry[] }[]> {
  let entries: Entry[] = [];
  let conversing = false;
  const { talkingEcho } = await markedSimulator(resolve(root), {
    entered: (file, at) => entries.push({ file, at, conversing }),
    conversing: (isWorking) => {
      conversing = isWorking;
    },
  });
  const play = async ({ before, at, afterMs, says }: Way): Promise<Entry[]> => {
    const echo = talkingEcho({ startMs: Date.parse('2026-01-05T09:00:00Z'), everySentence: true });
    let moment = '';
    for (const words of before) for (const now of await echo.say(words)) if ('state' in now) moment = now.state ?? '';
    if (moment !== at) throw new Error(`"${says}" belongs to "${at}", and the conversation is in "${moment}"`);
    if (afterMs !== undefined) await echo.wait(afterMs);
    entries = [];
    await echo.say(says);
    const heard = entries;
    entries = [];
    return heard;
  };
  const found: { way: Way; entries: Entry[] }[] = [];
  for (const way of WAYS) {
    await play(way);
    found.push({ way, entries: await play(way) });
  }
  return found;
}

/** The files one after the other: several functions of one file in a row are one entry. */
function filesEntered(entries: readonly Entry[]): string[] {
  return entries.map(({ file }) => file).filter((file, index, files) => file !== files[index - 1]);
}

/** Returns: entries of a file that has been left before. */
function totals(files: readonly string[]): string {
  const different = new Set(files).size;
  return `files ${different}, entries ${files.length}, returns ${files.length - different}`;
}

/** The files in the order in which they are first entered, each with how often it is; the totals last. */
export function listPath(entries: readonly Entry[]): string[] {
  const files = filesEntered(entries);
  const times = new Map<string, number>();
  for (const file of files) times.set(file, (times.get(file) ?? 0) + 1);
  const read = [...new Map(entries.map((entry) => [`${entry.file} ${entry.at}`, entry])).values()];
  const rows = [...times].map(([file, count]) => `${String(count).padStart(4)}  ${file}`);
  return [...rows, `run: ${totals(files)}`, `read, each function once: ${totals(filesEntered(read))}`];
}

/** What `converse` itself enters, without the words and lengths it asks `lambda/speech` for. */
export function ofConverse(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ file, conversing }) => conversing && PURE.test(file));
}

async function main(root: string): Promise<void> {
  for (const { way, entries } of await pathsIn(root)) {
    const parts = [`== ${way.title}: converse`, ...listPath(ofConverse(entries))];
    process.stdout.write(`${[...parts, `== ${way.title}: the request`, ...listPath(entries), ''].join('\n')}\n`);
  }
}

if (require.main === module) void main(process.argv[2] ?? join(__dirname, '..'));
