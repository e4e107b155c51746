// Tests that every rule holds in every state that any conversation can reach.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { isExhaustive } from '../support/how-many';
import { DROPPED } from './walk/abstraction';
import type { Found } from './walk/alone';
import { PLANTED } from './walk/planted';
import { type Violation, Walk } from './walk/walker';
import { type Converse, WORLDS } from './walk/world';

/** The walk takes a minute of a free core, an exhaustive one a quarter of an hour; beside busy ones several times that. */
const WALK_MS = (isExhaustive ? 45 : 9) * 60_000;

const print = (...lines: string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

const told = ({ fault, path }: Violation): string => [fault, ...path.map((step) => `    ${step}`)].join('\n');

/** The whole walk in a process of its own, which is twice as fast as in a test's sandbox. */
async function walkedAlone(): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'walk-'));
  try {
    const program = join(folder, 'alone.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'walk', 'alone.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      // The language folders are found beside the sources.
      define: { __dirname: JSON.stringify(join(__dirname, 'walk')) },
      logLevel: 'warning',
    });
    const { stdout } = await promisify(execFile)(process.execPath, [program], {
      maxBuffer: 50_000_000,
      // A walk without an end is ended with its test, and leaves no process behind.
      timeout: WALK_MS,
    });
    return JSON.parse(stdout) as Found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The conversation with one module put in another's place. */
async function converseWith(module: string, planted: (actual: Record<string, unknown>) => Record<string, unknown>) {
  const isolated: { converse: Converse }[] = [];
  await jest.isolateModulesAsync(async () => {
    jest.doMock(module, () => {
      const actual = jest.requireActual<Record<string, unknown>>(module);
      return { ...actual, ...planted(actual) };
    });
    isolated.push(await import('../../lambda/dialogue/converse'));
  });
  jest.dontMock(module);
  const [found] = isolated;
  if (!found) throw new Error(`${module} could not be planted`);
  return found.converse;
}

/** The first violation of a kind that the walk meets, or undefined. */
function firstFault(planted: Converse, kind: RegExp): Violation | undefined {
  const { violations } = new Walk(planted, WORLDS, kind).run();
  const found = violations.find(({ fault }) => kind.test(fault));
  if (found) print(`a planted fault was seen: ${told(found)}`);
  return found;
}

let found: Promise<Found>;

beforeAll(() => {
  found = walkedAlone();
});

describe('somebody who says anything at any time', () => {
  it(
    'is never guided, pressed, left alone or misunderstood against the rules',
    async () => {
      const { states, edges, moments, violations } = await found;
      print(
        `The walk: ${states} states, ${edges} edges, ${moments.length} moments.`,
        'States count as one although they differ in:',
        ...DROPPED.map((field) => `  ${field}`),
      );
      expect(violations.map(told)).toEqual([]);
      expect(moments.sort()).toEqual(EVERY_MOMENT);
    },
    WALK_MS + 30_000,
  );
});

describe('a fault that is planted', () => {
  it.each(Object.keys(PLANTED))(
    'shows when %s',
    async (name) => {
      const fault = (await found).planted[name];
      if (fault) print(`a planted fault was seen: ${told(fault)}`);
      expect(fault?.fault).toMatch(PLANTED[name]?.shows ?? /never/);
    },
    WALK_MS + 30_000,
  );

  it('shows when the screening lets somebody through after one answer', async () => {
    const planted = await converseWith('../../lambda/domain/healthQuestions', () => ({ firstOpenOf: () => null }));
    expect(firstFault(planted, /before the screening was passed|without a passed screening/)).toBeDefined();
  });

  it('shows when a moment ignores "stop"', async () => {
    const asks = { key: 'pause.ask' };
    const resting = { says: [], plays: [], asks, reprompt: { says: [], plays: [], asks }, effects: [] };
    const planted = await converseWith('../../lambda/dialogue/replies/anytime', ({ stop }) => ({
      stop: (state: { moment: { at: string } }) =>
        state.moment.at === 'pausing' ? { state, ...resting } : (stop as (one: unknown) => unknown)(state),
    }));
    expect(firstFault(planted, /does not end at "stop"/)).toBeDefined();
  });
});

/** Every moment of the conversation but its end, and the opening before the first. */
const EVERY_MOMENT: readonly string[] = [
  'between',
  'checking',
  'choosing',
  'closing',
  'doubting',
  'easing',
  'feeling',
  'fetching',
  'finding',
  'forgetting',
  'interrupted',
  'keepingPlace',
  'locating',
  'offering',
  'offeringGuide',
  'offeringTips',
  'opening',
  'pausing',
  'pressing',
  'reading',
  'readying',
  'recap',
  'rechecking',
  'reminding',
  'restarting',
  'screening',
  'stretching',
  'warmingUp',
  'warned',
  'welcomingBack',
  'worrying',
];
