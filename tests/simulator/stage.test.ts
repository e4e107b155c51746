// Tests that the terminal shows the words at their moments, and the seconds of a hold between them.

import { barAt, runsIn, wrapped } from '../../simulator/terminal/picture';
import { Stage } from '../../simulator/terminal/stage';
import { beside } from './fake-skill';

function screen() {
  const lines: string[] = [];
  const below: string[] = [];
  const on = {
    width: 80,
    line: (text: string) => {
      lines.push(text);
    },
    over: (text: string) => {
      below.push(text);
    },
  };
  return { on, lines, below: () => below.at(-1) };
}

const silent = { say: () => undefined, hush: () => undefined };

async function opened() {
  const [turn] = await beside().echo.say('open knot relief');
  if (turn?.type !== 'turn') throw new Error('no answer');
  return turn;
}

test('a hold counts down to its release in one bar', async () => {
  const { clips } = await opened();
  const hold = clips.find(({ kind }) => kind === 'hold');
  const runs = runsIn(clips.filter(({ kind }) => kind !== 'quiet'));
  expect(barAt(runs, (hold?.atMs ?? 0) + 1000)).toMatch(/^hold {3}█{8}·{22} {2}3 s$/);
  expect(barAt(runs, 0)).toBe('');
});

test('words appear when they are said, and the microphone when all is said', async () => {
  const turn = await opened();
  const { on, lines, below } = screen();
  const stage = new Stage(on, silent);
  stage.show(turn, false);
  stage.draw(0, true);
  expect(lines).toEqual(['alexa  Fish & chips.']);
  stage.draw(turn.totalMs - 1, true);
  expect(lines.at(-1)).toBe('       How was it?');
  stage.draw(turn.totalMs, true);
  expect(below()).toBe('you    ');
});

test('the card of the app stands under the words, once all is said', async () => {
  const card = { title: 'Upper back', text: 'Neck tilts.\nTo come back, say open.' };
  const turn = { ...(await opened()), card };
  const lines = ['app    Upper back', '       Neck tilts.', '       To come back, say open.'];
  const live = screen();
  const stage = new Stage(live.on, silent);
  stage.show(turn, false);
  stage.draw(turn.totalMs - 1, true);
  expect(live.lines).not.toContain(lines[0]);
  stage.draw(turn.totalMs, true);
  stage.draw(turn.totalMs + 1, true);
  expect(live.lines.slice(-3)).toEqual(lines);
  const fast = screen();
  new Stage(fast.on, silent).show(turn, true);
  expect(fast.lines.slice(-3)).toEqual(lines);
});

test('an interruption leaves unsaid what was not yet said', async () => {
  const turn = await opened();
  const { on, lines } = screen();
  const stage = new Stage(on, silent);
  stage.show(turn, false);
  stage.draw(0, true);
  stage.interrupt();
  stage.draw(turn.totalMs, true);
  expect(lines).toHaveLength(1);
});

test('with nothing waited for, everything is shown with its moment', async () => {
  const { on, lines } = screen();
  new Stage(on, silent).show(await opened(), true);
  expect(lines).toHaveLength(7);
  expect(lines[0]).toMatch(/^alexa {5}0\.0 s {2}Fish & chips\.$/);
});

test('long words are broken below each other', () => {
  expect(wrapped('one two three', '  ', 9)).toBe('one two\n  three');
});
