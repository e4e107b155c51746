// Tests that a written conversation is read as it was meant, and a difference told plainly.

import { durationOf, readScript, saysTheSame } from '../../simulator/script';
import { localeOf, replay } from '../../simulator/transcript';

const OPENING = [
  'A person opens the skill and goes away',
  '',
  'you    open knot relief',
  'alexa  Knot Relief, for adults. … pain?',
  'state  screening q1',
];

test('a conversation that goes as written has no faults, and is rewritten as it was', async () => {
  const text = [
    ...OPENING,
    'silence',
    'alexa  …',
    'silence',
    'ends',
    '# after that nobody listens',
    'you    no',
    '',
  ].join('\n');
  const { faults, rewritten, exchanges, title } = await replay(text);
  expect(faults).toEqual([]);
  expect(rewritten).toBe(text);
  expect(title).toBe('A person opens the skill and goes away');
  expect(exchanges).toHaveLength(2);
});

test('a conversation that goes otherwise is told line by line, and rewritten to what was said', async () => {
  const { faults, rewritten } = await replay(
    [...OPENING, 'you    no', 'alexa  Something else.', 'ends', 'state  finished'].join('\n'),
  );
  expect(faults).toHaveLength(3);
  expect(faults[0]).toMatch(/^line 7: expected "Something else\."/);
  expect((await replay(rewritten)).faults).toEqual([]);
});

test('a line that goes on below is one line, and one that begins with nothing known is a mistake', () => {
  expect(readScript('Title\nalexa  one\n       two').lines[0]?.text).toBe('one two');
  expect(() => readScript('Title\nbob    hello')).toThrow('line 2 begins with "bob"');
});

test.each([
  ['Hold. …', 'Hold. Thirty seconds.', true],
  ['… say ready.', 'When you have it, say ready.', true],
  ['Hold.', 'Hold. Thirty seconds.', false],
  ['Is it (really) so?', 'Is it (really) so?', true],
])('"%s" and "%s": the same is %s', (written, said, same) => {
  expect(saysTheSame(written, said)).toBe(same);
});

test.each([
  ['12 seconds', 12_000],
  ['1 minute', 60_000],
  ['2 hours', 7_200_000],
  ['soon', null],
])('"%s" is %s ms', (text, ms) => {
  expect(durationOf(text)).toBe(ms);
});

test('the folder of a transcript is its locale', () => {
  expect(localeOf('tests/transcripts/en-GB/chest-pain.txt')).toBe('en-GB');
});
