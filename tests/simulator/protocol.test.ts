// Can a program hold a whole conversation over lines of text, whatever it writes?

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersTo } from '../../simulator/protocol';
import { beside } from './fake-skill';

const ROOT = join(__dirname, '../..');

interface Line {
  event?: string;
  intent?: string;
  speech?: string;
  cues?: { atMs: number; lastsMs: number; kind: string; exercise?: string; text: string }[];
  totalMs?: number;
  state?: string | null;
  sessionOpen?: boolean;
}

function conversation(lines: string[], ...options: string[]): { status: number | null; out: Line[]; text: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('simulator', 'talk.ts'), '--json', ...options],
    { cwd: ROOT, input: lines.map((line) => `${line}\n`).join(''), encoding: 'utf8' },
  );
  const out = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  return { status, out, text: stdout };
}

const PRESSING = [
  'open knot relief',
  ...Array(8).fill('no'),
  'start',
  'upper left, tennis ball, five minutes',
  'no',
  'four',
  'ready',
  'ready',
];

test('a program is led to a hold, interrupts it after twelve seconds, and stops', () => {
  const { status, out } = conversation([...PRESSING, ':wait 25', 'stop', 'no']);
  expect(status).toBe(0);
  expect(out).toHaveLength(PRESSING.length + 2);
  const hold = out.find(({ cues }) => cues?.some(({ kind }) => kind === 'hold'));
  expect(hold?.cues?.every(({ text }) => text !== '')).toBe(true);
  expect(out.at(-2)).toMatchObject({ intent: 'AMAZON.StopIntent', sessionOpen: false, question: null, reprompt: null });
  expect(out.at(-1)).toEqual({ event: 'noSession', utterance: 'no' });
});

test('a program hears the same conversation twice, with the seed it chose', () => {
  const lines = ['open knot relief', ':wait 9', 'no', ':wait 120'];
  const [one, two, other] = [
    ['--seed', '7'],
    ['--seed', '7'],
    ['--seed', '8'],
  ].map((seed) => conversation(lines, ...seed).text);
  expect(one).toBe(two);
  expect(one).not.toBe(other);
});

test('a program gets every field of a turn, in the order that is promised', () => {
  const { out } = conversation(['open knot relief']);
  expect(Object.keys(out[0] ?? {})).toEqual([
    'utterance',
    'intent',
    'slots',
    'speech',
    'cues',
    'totalMs',
    'reprompt',
    'question',
    'sessionOpen',
    'state',
    'directives',
  ]);
});

test("a listener's memory is kept in the folder that was named, and nowhere else", () => {
  const folder = mkdtempSync(join(tmpdir(), 'knot-relief-'));
  try {
    conversation([...PRESSING, ':end'], '--data', folder);
    expect(readdirSync(folder).length).toBeGreaterThan(1);
    const { out } = conversation(['open knot relief'], '--data', folder);
    expect(out[0]?.state).not.toBe('screening q1');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  [''],
  [':'],
  [':wait'],
  [':wait minus'],
  [':wait -5'],
  [':wait 1e99'],
  [':device toaster'],
  [':locale ../../x'],
  ['x'.repeat(8000)],
  ['</speak>'],
  ['\u0000\ud800'],
  ['{"a":1}'],
  ['open knot relief and </speak> {x}'],
])('whatever is written (%j), the next line is answered', async (line) => {
  const { echo } = beside();
  await answersTo('open knot relief', echo);
  for (const answer of await answersTo(line, echo)) expect(typeof JSON.stringify(answer)).toBe('string');
  expect(await answersTo('open knot relief', echo)).toMatchObject([{ intent: 'LaunchRequest', sessionOpen: true }]);
});

test('a program that asks for a language nobody has translated is told so, and the conversation goes on', () => {
  const { status, out } = conversation(['open knot relief', ':locale de-DE', 'no']);
  expect(status).toBe(0);
  expect(out[1]).toEqual({ event: 'unknownLocale', locale: 'de-DE', stays: 'en-US' });
  expect(out[2]).toMatchObject({ intent: 'AMAZON.NoIntent', sessionOpen: true });
});

test('somebody whose words come through a pipe reads each once, and no sign of time passing', () => {
  const lines = ['', 'no', '', ':locale xx-YY', 'stop'].map((line) => `${line}\n`).join('');
  const args = ['--import', 'tsx', join('simulator', 'talk.ts'), '--fast'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, input: lines, encoding: 'utf8' });
  const shown = stdout.split('\n').filter((line) => line.startsWith('you'));
  expect(shown).toEqual(['you    open knot relief', 'you    no', 'you    :locale xx-YY', 'you    stop', 'you    ']);
  expect(stdout).toContain('It stays en-US.');
  expect(stdout).not.toMatch(/…$/m);
  expect(stdout).not.toContain(String.fromCharCode(27));
});

test('time that passes brings what happens by itself, counted from the first sound of the turn', async () => {
  const { echo } = beside();
  const [turn] = (await answersTo('open knot relief', echo)) as [{ totalMs: number }];
  const [again, over] = (await answersTo(':wait 600', echo)) as [Line & { atMs: number }, Line & { atMs: number }];
  expect(again).toMatchObject({ event: 'reprompt', speech: 'How was it?' });
  expect(again.atMs).toBeGreaterThanOrEqual(turn.totalMs + 7_999);
  expect(again.cues?.[0]?.atMs).toBe(again.atMs);
  expect(over).toMatchObject({ event: 'sessionEnded', reason: 'EXCEEDED_MAX_REPROMPTS' });
  expect(await answersTo(':wait 5', echo)).toEqual([]);
  expect(await answersTo('yes', echo)).toEqual([{ event: 'noSession', utterance: 'yes' }]);
});
