// Tests that a program can hold a whole conversation over lines of text, whatever it writes.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { talkingEcho } from '../../simulator/compose';
import { answersTo } from '../../simulator/protocol';
import { ownFolder } from '../support/own-folder';
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
  card?: { title: string; text: string };
}

/** Starting a process takes seconds, on a busy machine many; as few as possible are started. */
function spoken(
  lines: readonly string[],
  ...options: string[]
): { status: number | null; stdout: string; stderr: string } {
  const args = ['--import', 'tsx', join('simulator', 'talk.ts'), ...options];
  const input = lines.map((line) => `${line}\n`).join('');
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const linesIn = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** The same, within this process and with a device of its own. */
async function answered(lines: readonly string[], seed: number): Promise<Line[]> {
  const echo = talkingEcho({ seed });
  const all: unknown[] = [];
  for (const line of lines) all.push(...(await answersTo(line, echo)));
  return JSON.parse(JSON.stringify(all));
}

const PRESSING = [
  'open knot relief',
  ...Array(8).fill('no'),
  'start',
  'upper left, tennis ball, five minutes',
  'no',
  'four',
  'ready',
];
/**
 * What one program says in one sitting: a hold that is stopped, a language nobody has translated, and a second hold.
 */
const SITTING = [...PRESSING, ':wait 25', 'stop', 'no', ':locale de-DE', ':wait 7200', ...PRESSING, ':end'];

const folder = ownFolder();

test('a program is led to a hold, stops it, is told what is not there, and is known again in another process', async () => {
  const first = spoken(SITTING, '--json', '--seed', '7', '--data', folder());
  expect(first.status).toBe(0);
  const out = linesIn(first.stdout);
  const at = PRESSING.length;
  expect(out.slice(0, at).filter(({ cues }) => cues?.some(({ kind }) => kind === 'hold'))).not.toEqual([]);
  expect(out.flatMap(({ cues = [] }) => cues).filter(({ kind, text }) => text === '' && kind !== 'tone')).toEqual([]);
  expect(out[at]).toMatchObject({ intent: 'AMAZON.StopIntent', sessionOpen: false, question: null, reprompt: null });
  expect(out[at + 1]).toEqual({ event: 'noSession', utterance: 'no' });
  expect(out[at + 2]).toEqual({ event: 'unknownLocale', locale: 'de-DE', stays: 'en-US' });
  expect(out[at + 3]).toMatchObject({ intent: 'LaunchRequest', sessionOpen: true });
  expect(Object.keys(out[0] ?? {})).toEqual([
    ...['utterance', 'intent', 'slots', 'speech', 'cues', 'totalMs', 'reprompt', 'question'],
    ...['sessionOpen', 'state', 'directives'],
  ]);
  const carded = out.filter(({ card }) => card);
  expect(carded.length).toBeGreaterThan(0);
  for (const { card } of carded) expect(card).toEqual({ title: expect.any(String), text: expect.any(String) });
  // With the seed that was chosen, the same is heard; nobody is known yet in either.
  expect(out.slice(0, at)).toEqual(await answered(PRESSING, 7));

  expect(readdirSync(folder()).length).toBeGreaterThan(1);
  const [again] = linesIn(spoken(['open knot relief'], '--json', '--data', folder()).stdout);
  expect(again?.state).not.toBe('screening q1');
});

test('a program hears the same conversation twice with one seed, and another with another', async () => {
  const lines = ['open knot relief', ':wait 9', 'no', ':wait 120'];
  expect(await answered(lines, 7)).toEqual(await answered(lines, 7));
  expect(await answered(lines, 7)).not.toEqual(await answered(lines, 8));
});

test.each(
  [
    '',
    ':',
    ':wait',
    ':wait minus',
    ':wait -5',
    ':wait 1e99',
    ':device toaster',
    ':locale ../../x',
    'x'.repeat(8000),
    '</speak>',
    '\u0000\ud800',
    '{"a":1}',
    'open knot relief and </speak> {x}',
  ].map((line) => [line.slice(0, 30), line]),
)('whatever is written (%j), the next line is answered', async (_, line) => {
  const { echo } = beside();
  await answersTo('open knot relief', echo);
  for (const answer of await answersTo(line, echo)) expect(typeof JSON.stringify(answer)).toBe('string');
  expect(await answersTo('open knot relief', echo)).toMatchObject([{ intent: 'LaunchRequest', sessionOpen: true }]);
});

test('somebody whose words come through a pipe reads each once, and no sign of time passing', () => {
  const { stdout } = spoken(['', 'no', '', ':locale xx-YY', 'stop'], '--fast');
  const shown = stdout.split('\n').filter((line) => line.startsWith('you'));
  expect(shown).toEqual(['you    open knot relief', 'you    no', 'you    :locale xx-YY', 'you    stop', 'you    ']);
  expect(stdout).toContain('It stays en-US.');
  expect(stdout).not.toMatch(/…$/m);
  expect(stdout).not.toContain(String.fromCharCode(27));
});

test.each([
  ['--device', 'sonos'],
  ['--seed', 'x'],
  ['--form', 'foo'],
])('%s %s is refused with the options there are', (option, value) => {
  const { status, stdout, stderr } = spoken([], option, value);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(new RegExp(`^${option} does not take "${value}"\nnpm start -- \\[options\\]`));
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
