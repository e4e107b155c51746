// Tests that a response plays a turn in the order in which it is to be heard.

import { respond } from '../../lambda/alexa/respond';
import type { Turn } from '../../lambda/dialogue/act';
import { createState, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import type { Slot } from '../../lambda/domain/timeline';
import { speechIn } from '../../lambda/speech/speech';
import { clipsOf, documentsOf, heardWords, ssmlOf } from '../support/heard';

const speech = speechIn(
  {
    sentences: {
      safe: 'Step off after thirty.',
      lean: 'Lean in.',
      go: 'Let go.',
      strong: 'How strong?',
      on: 'I will go on.',
      back: 'Say open.',
    },
    numbers: [],
    emergency: '',
    advice: '',
  },
  { strict: true },
);
const act = (key: string) => ({ key });
const plays: Slot[] = [
  { kind: 'hold', act: act('lean'), ms: 30_000, exercise: 'ball-wall', side: 'left' },
  { kind: 'release', act: act('go'), ms: 3000, exercise: 'ball-wall', side: 'left' },
];
const turn: Turn = {
  state: createState('1', USUAL_SETTINGS),
  says: [act('safe')],
  plays,
  asks: act('strong'),
  reprompt: { says: [act('on')], plays: [{ kind: 'quiet', ms: 5000 }], asks: act('back') },
  effects: [],
};

test('a hold is spoken as one sentence, then a document that ends with the question', () => {
  const response = respond(turn, speech, 'apla');
  expect(ssmlOf(response)).toBe('<speak>Step off after thirty.</speak>');
  expect(clipsOf(response).map(({ text }) => text)).toEqual([
    'Step off after thirty.',
    'Lean in.',
    'Let go.',
    'How strong?',
  ]);
  expect(response.shouldEndSession).toBe(false);
});

test('a silent listener hears the reprompt the same way', () => {
  const { reprompt } = respond(turn, speech, 'apla');
  expect(ssmlOf(reprompt)).toBe('<speak>I will go on.</speak>');
  expect(documentsOf(reprompt)).toHaveLength(1);
  expect(heardWords(reprompt)).toBe('I will go on. Say open.');
});

test('a device that cannot play documents hears the same words in the same order', () => {
  const response = respond(turn, speech, 'ssml');
  expect(response.directives).toBeUndefined();
  expect(heardWords(response)).toBe(heardWords(respond(turn, speech, 'apla')));
  expect(heardWords(response.reprompt)).toBe(heardWords(respond(turn, speech, 'apla').reprompt));
  expect(ssmlOf(response)).toContain('<break time="10000ms"/><break time="10000ms"/>');
});

test('without a timed part everything is spoken, and the question last', () => {
  const response = respond({ ...turn, plays: [], reprompt: null }, speech, 'apla');
  expect(heardWords(response)).toBe('Step off after thirty. How strong?');
  expect(heardWords(response.reprompt)).toBe('How strong?');
});

test('what is to be kept in mind is a plain card beside the words, a line each, without markup', () => {
  const card = { title: act('lean'), text: [act('safe'), act('go')] };
  const response = respond({ ...turn, card }, speech, 'apla');
  expect(response.card).toEqual({ type: 'Simple', title: 'Lean in.', content: 'Step off after thirty.\nLet go.' });
  expect(heardWords(response)).toBe(heardWords(respond(turn, speech, 'apla')));
  expect(respond(turn, speech, 'apla').card).toBeUndefined();
});

test('a session that is over asks nothing', () => {
  const response = respond({ ...turn, plays: [], asks: null }, speech, 'apla');
  expect(response.shouldEndSession).toBe(true);
  expect(response.reprompt).toBeUndefined();
  expect(heardWords(response)).toBe('Step off after thirty.');
});

test('a silent turn says nothing and leaves the microphone as it is', () => {
  expect(respond({ ...turn, silent: true }, speech, 'apla')).toEqual({});
});
