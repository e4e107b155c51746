// Tests that a timeline sounds as long as it says, as APL for Audio and as SSML.

import { check } from 'ssml-check-core';
import type { Slot } from '../../lambda/domain/timeline';
import { renderAudio, TONE_SOURCE } from '../../lambda/speech/apla';
import { lengthOfWords } from '../../lambda/speech/length';
import { speechIn } from '../../lambda/speech/speech';
import { escapeForSsml, renderSsml } from '../../lambda/speech/ssml';
import { documentFaults } from '../support/apla-schema';

const speech = speechIn(
  {
    sentences: {
      lean: 'Lean in.',
      half: 'Half way. Breathe out.',
      go: 'Let go. Step off the ball.',
      ask: 'How strong was it?',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression as APL for Audio writes it
      odd: '"${x}" & <b>it\'s</b>',
    },
    numbers: [],
    emergency: '',
    advice: '',
  },
  { strict: true },
);

const hold: Slot[] = [
  { kind: 'hold', act: { key: 'lean' }, ms: 15_000, exercise: 'ball-wall', side: 'left' },
  { kind: 'hold', act: { key: 'half' }, ms: 12_000, exercise: 'ball-wall', side: 'left' },
  { kind: 'quiet', ms: 3000 },
  { kind: 'release', act: { key: 'go' } },
];

test('a hold is a row of mixes whose silences alone make its length', () => {
  const document = renderAudio(hold, { key: 'ask' }, speech.sentence);
  expect(documentFaults(document)).toEqual([]);
  expect(document.mainTemplate.items[0].items).toEqual([
    {
      type: 'Mixer',
      description: 'hold ball-wall left',
      items: [
        { type: 'Silence', duration: 15_000 },
        { type: 'Speech', content: 'Lean in.', duration: 'trimToParent' },
      ],
    },
    {
      type: 'Mixer',
      description: 'hold ball-wall left',
      items: [
        { type: 'Silence', duration: 12_000 },
        { type: 'Speech', content: 'Half way. Breathe out.', duration: 'trimToParent' },
      ],
    },
    { type: 'Silence', description: 'quiet', duration: 3000 },
    { type: 'Speech', description: 'release', content: 'Let go. Step off the ball.' },
    { type: 'Speech', description: 'ask', content: 'How strong was it?' },
  ]);
});

test("a tone is a sound of Amazon's own beside a silence that sets its length", () => {
  const document = renderAudio([{ kind: 'tone', ms: 1000, exercise: 'ball-wall' }, ...hold], null, speech.sentence);
  expect(documentFaults(document)).toEqual([]);
  expect(document.mainTemplate.items[0].items[0]).toEqual({
    type: 'Mixer',
    description: 'tone ball-wall',
    items: [
      { type: 'Silence', duration: 1000 },
      { type: 'Audio', source: TONE_SOURCE, duration: 'trimToParent' },
    ],
  });
  expect(TONE_SOURCE).toMatch(/^soundbank:\/\/soundlibrary\//);
});

test('in plain speech there is no tone, and no time for one', () => {
  const ssml = renderSsml([], [{ kind: 'tone', ms: 1000 }, ...hold, { kind: 'tone', ms: 1000 }], null, speech);
  expect(ssml).toBe(renderSsml([], hold, null, speech));
});

test('what a clip is can be read from its label', () => {
  const label = (slot: Slot) => renderAudio([slot], null, speech.sentence).mainTemplate.items[0].items[0]?.description;
  expect(label({ kind: 'hold', ms: 1, exercise: 'neck-tilt', side: 'right' })).toBe('hold neck-tilt right');
  expect(label({ kind: 'count', ms: 1, exercise: 'cat-cow' })).toBe('count cat-cow');
  expect(label({ kind: 'quiet', ms: 1 })).toBe('quiet');
  expect(label({ kind: 'move', ms: 1, side: 'left' })).toBe('move - left');
});

test('no expression is opened in a document, whatever the words hold', () => {
  expect(JSON.stringify(renderAudio([], { key: 'odd' }, speech.sentence))).not.toContain('${');
});

test('without APL for Audio a hold is words and breaks of the same length', async () => {
  const ssml = renderSsml([{ key: 'lean' }], hold, { key: 'ask' }, speech);
  expect(await check(ssml, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
  const breaks = [...ssml.matchAll(/time="(\d+)ms"/g)].map(([, time]) => Number(time));
  expect(Math.max(...breaks)).toBeLessThanOrEqual(10_000);
  const words = lengthOfWords('Lean in.') + lengthOfWords('Half way. Breathe out.');
  expect(breaks.reduce((sum, ms) => sum + ms, 0) + words).toBe(30_000);
  expect(ssml.endsWith('How strong was it?</speak>')).toBe(true);
});

test('words longer than their slot get no break, rather than a negative one', () => {
  expect(renderSsml([], [{ kind: 'count', act: { key: 'half' }, ms: 100 }], null, speech)).toBe(
    '<speak>Half way. Breathe out.</speak>',
  );
});

test('every character that means something in SSML is escaped, once', async () => {
  expect(escapeForSsml(`&amp; <a> "it's"`)).toBe('&amp;amp; &lt;a&gt; &quot;it&apos;s&quot;');
  const ssml = renderSsml([{ key: 'odd' }], [], null, speech);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression as APL for Audio writes it
  expect(ssml).toBe('<speak>&quot;${x}&quot; &amp; &lt;b&gt;it&apos;s&lt;/b&gt;</speak>');
  expect(await check(ssml, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
});

test('speech takes about as long as an unhurried voice takes', () => {
  expect(lengthOfWords('')).toBe(0);
  // A hundred and fifty words a minute: ten words are about four seconds, and a stop.
  const ten = lengthOfWords('Put your back to the wall and bend your knees.');
  expect(ten).toBeGreaterThan(3200);
  expect(ten).toBeLessThan(4800);
  expect(lengthOfWords('One, two.') - lengthOfWords('One two.')).toBe(150 + 70);
});

test('a length asked twice is the same, and follows the values', () => {
  const counting = speechIn({
    sentences: { n: '{{number}} to go.' },
    numbers: ['zero', 'one', 'seventeen'],
    emergency: '',
    advice: '',
  });
  const length = (number: number) => counting.lengthOf({ key: 'n', values: { number } });
  expect(length(2)).toBe(length(2));
  expect(length(2)).toBeGreaterThan(length(1));
});
