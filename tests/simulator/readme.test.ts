// Tests that the conversation in README.md goes the way it is shown.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saysTheSame } from '../../simulator/script';
import { replay } from '../../simulator/transcript';

/** What Alexa says in the sample: each answer with its further lines. */
function shownIn(page: string): string[] {
  const sample = /^```\n(you {4}[\s\S]*?)\n```/m.exec(page)?.[1] ?? '';
  const answers = sample.replace(/\n {7}/g, ' ').split('\n');
  return answers.filter((line) => line.startsWith('alexa')).map((line) => line.slice('alexa'.length).trim());
}

const SCRIPT = `The sample of README.md, with what it leaves out
${[
  'open knot relief',
  ...Array(8).fill('no'),
  'start',
  'upper left, tennis ball, five minutes, minute holds',
  'no',
  'four',
  'ready',
]
  .map((said) => `you    ${said}`)
  .join('\n')}
after  25 seconds
you    how long left`;

test('whoever reads the sample hears the same from the skill', async () => {
  const { rewritten } = await replay(SCRIPT.replace(/^(you .*)$/gm, '$1\nalexa  ?'), { locale: 'en-US' });
  const said = rewritten
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith('alexa'))
    .map((line) => line.slice('alexa'.length).trim());
  const shown = shownIn(readFileSync(join(__dirname, '../../README.md'), 'utf8'));
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter((line) => !said.some((one) => saysTheSame(line, one)))).toEqual([]);
});
