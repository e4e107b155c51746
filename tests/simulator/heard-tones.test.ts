// Tests that a tone in a document is a cue of its own, in JSON and in the terminal.

import { answersTo } from '../../simulator/protocol';
import { playDocument } from '../../simulator/sound/audio';
import { runsIn } from '../../simulator/terminal/picture';
import { Stage } from '../../simulator/terminal/stage';
import { answerTo, beside, directive } from './fake-skill';

const mix = (description: string, duration: number, item: object) => ({
  type: 'Mixer',
  description,
  items: [
    { type: 'Silence', duration },
    { ...item, duration: 'trimToParent' },
  ],
});
const tone = mix('tone ball-wall left', 1000, { type: 'Audio', source: 'soundbank://soundlibrary/musical/bell' });
const said = (description: string, ms: number, content: string) => mix(description, ms, { type: 'Speech', content });

const document = {
  type: 'APLA',
  version: '0.91',
  mainTemplate: {
    parameters: [],
    items: [
      {
        type: 'Sequencer',
        items: [
          tone,
          said('hold ball-wall left', 10_000, 'Lean in.'),
          said('release ball-wall left', 3000, 'Let go.'),
          tone,
          { type: 'Speech', description: 'ask', content: 'How was it?' },
        ],
      },
    ],
  },
};

const device = () =>
  beside((request) => {
    const answer = answerTo(request);
    return { ...answer, response: { ...answer.response, outputSpeech: undefined, directives: [directive(document)] } };
  }).echo;

test('a program is told of a tone at its moment, with empty text', async () => {
  const [line] = (await answersTo('open knot relief', device())) as { cues: unknown[]; speech: string }[];
  expect(line?.cues.slice(0, 4)).toEqual([
    { atMs: 0, lastsMs: 1000, kind: 'tone', exercise: 'ball-wall', side: 'left', text: '' },
    { atMs: 1000, lastsMs: 10_000, kind: 'hold', exercise: 'ball-wall', side: 'left', text: 'Lean in.' },
    { atMs: 11_000, lastsMs: 3000, kind: 'release', exercise: 'ball-wall', side: 'left', text: 'Let go.' },
    { atMs: 14_000, lastsMs: 1000, kind: 'tone', exercise: 'ball-wall', side: 'left', text: '' },
  ]);
  expect(line?.speech).toBe('Lean in. Let go. How was it?');
});

test('however long the sound rings, the silence beside it says when the next thing begins', () => {
  const { clips } = playDocument(document, () => 500);
  expect(clips.map(({ atMs }) => atMs)).toEqual([0, 1000, 11_000, 14_000, 15_000]);
  expect(clips.some(({ cut }) => cut)).toBe(false);
});

test('the terminal shows a mark for it, says nothing, and still counts ten seconds of hold', async () => {
  const [turn] = await device().say('open knot relief');
  if (turn?.type !== 'turn') throw new Error('no answer');
  const lines: string[] = [];
  const spoken: string[] = [];
  const screen = { width: 80, line: (text: string) => lines.push(text), over: () => undefined };
  const stage = new Stage(screen, { say: (text) => spoken.push(text), hush: () => undefined });
  stage.show(turn, false);
  stage.draw(turn.totalMs, true);
  expect(lines.map((line) => line.trim())).toEqual(['alexa  ♪', 'Lean in.', 'Let go.', '♪', 'How was it?']);
  expect(spoken).toEqual(['Lean in.', 'Let go.', 'How was it?']);
  expect(runsIn(turn.clips).map(({ fromMs, toMs }) => toMs - fromMs)).toEqual([10_000]);
});
