// Tests that the simulator understands a listener the way the service would, and nothing more.

import { generatedModel } from '../../simulator/compose';
import { afterWakeWord, isLeaving, listen } from '../../simulator/listen';
import { durationsAt, numbersAt } from '../../simulator/understanding/numbers';
import { model } from './small-model';

const FALLBACK = 'AMAZON.FallbackIntent';

function meaning(said: string, strict = false): string {
  const { intent, slots } = listen(said, model, { strict });
  const filled = Object.entries(slots).map(([name, { value, resolved }]) => `${name}=${resolved?.[0]?.id ?? value}`);
  return [intent, ...filled].join(' ');
}

test.each([
  ['yes', 'AMAZON.YesIntent'],
  ['Yes.', 'AMAZON.YesIntent'],
  ['yes, I do', 'AMAZON.YesIntent'],
  ['nope', 'AMAZON.NoIntent'],
  ['no thanks', 'AMAZON.NoIntent'],
  ['never mind', 'AMAZON.CancelIntent'],
  ['continue', 'AMAZON.ResumeIntent'],
  ['Alexa, pause', 'AMAZON.PauseIntent'],
  ['start over', 'AMAZON.StartOverIntent'],
  ['go back', 'GoBackIntent'],
  ["I'm ready", 'ReadyIntent'],
  ['I am ready', 'ReadyIntent'],
  ['start', 'BeginIntent word=start'],
  ['start please', 'NotStartIntent'],
  ['upper left with a tennis ball', 'ChooseIntent region=upper side=left tool=ball'],
  ['Upper left, tennis ball, five minutes', 'ChooseIntent region=upper side=left tool=ball minutes=5'],
  ['start a 10 minute routine for my lower back', 'StartRoutineIntent minutes=10 region=lower'],
  ['hold it for a minute and a half', 'HowLongIntent time=PT1M30S'],
  ['six or seven', 'NumberIntent number=6 upTo=7'],
  ['twenty five', 'NumberIntent number=25'],
  ['I have chest pain', 'ReportSymptomIntent symptom=chest-pain'],
  ["I can't breathe", 'ReportSymptomIntent symptom=cannot-breathe'],
  ['how to do cat cow', 'AskIntent query=do cat cow'],
  ["I don't have numbness", 'DenyIntent query=numbness'],
])('somebody who says "%s" is understood by the sample', (said, expected) => {
  expect(meaning(said)).toBe(expected);
});

test.each([
  ['um, no', 'AMAZON.NoIntent'],
  ['stop, please', 'AMAZON.StopIntent'],
  ['how much longer is this', 'TimeLeftIntent'],
  ['how much time do I have left', 'TimeLeftIntent'],
  ["it's just too much now", 'TooMuchIntent'],
  ['counting more often please', 'CountMoreIntent'],
  ['I have two tennis balls', 'ChooseIntent tool=ball'],
  ['a tennis ball I think', 'ChooseIntent tool=ball'],
  ['about four I think', 'NumberIntent number=4'],
  ['um hang on my arm is really numb', 'ReportSymptomIntent symptom=numb-limb'],
  ['can you start a five minute routine', 'StartRoutineIntent minutes=5'],
  ['since this morning there is chest pain in me', 'ReportSymptomIntent symptom=chest-pain'],
])('somebody who says "%s" in their own words is understood', (said, expected) => {
  expect(meaning(said)).toBe(expected);
});

test.each([
  "I wouldn't say yes",
  'yes and no',
  'no I mean yes',
  'not no',
  'I would say yes to that',
  "I can't say no",
  'ready or not',
  'not ready yet',
  'go ahead and start',
  'start it up already',
  'let me start by saying this',
  'the answer is no I suppose',
  'ready for lunch',
  'unready',
  'I was ready yesterday',
  'starting',
  'yes but not really',
])('"%s" never counts as yes, no, ready or start', (said) => {
  const { intent } = listen(said, model);
  expect(['AMAZON.YesIntent', 'AMAZON.NoIntent', 'ReadyIntent', 'BeginIntent', 'AMAZON.ResumeIntent']).not.toContain(
    intent,
  );
});

test.each([
  'purple monkey dishwasher',
  '',
  '   ',
  '?!',
  '</speak>',
  '__proto__ constructor',
  '5 constructor',
  'x'.repeat(8000),
  'a b '.repeat(2000),
])('nonsense (%#) is met with the fallback', (said) => {
  expect(meaning(said)).toBe(FALLBACK);
});

test('a value that no list holds comes with its words and no match', () => {
  expect(listen('swap to a frisbee', model)).toMatchObject({
    intent: 'SwapToolIntent',
    slots: { tool: { value: 'frisbee', resolved: [] } },
  });
});

test('free text is handed over as it was said, without its carrier', () => {
  expect(listen('What is </speak> {payload} <b>, really?', model).slots['query']?.value).toBe(
    '</speak> {payload} <b>, really',
  );
});

test.each([
  ['yes', 'AMAZON.YesIntent'],
  ["I'm ready", 'ReadyIntent'],
  ['I am ready', FALLBACK],
  ['um no', FALLBACK],
  ['upper left', 'ChooseIntent region=upper side=left'],
  ['tennis balls', FALLBACK],
  ['what is a knot', 'AskIntent query=a knot'],
  ['how much longer is this', FALLBACK],
])('strictly, "%s" means %s', (said, expected) => {
  expect(meaning(said, true)).toBe(expected);
});

describe('among the many carriers of the whole model', () => {
  const whole = generatedModel('en-US') ?? model;

  test.each([
    ['okay so could we maybe pause it', 'AMAZON.PauseIntent'],
    ['you are really going too fast', 'SlowerIntent'],
    ['it is really much too painful', 'TooMuchIntent'],
  ])('a carrier that says little does not outdo what is nearly said: "%s"', (said, intent) => {
    expect(listen(said, whole).intent).toBe(intent);
  });

  test.each([
    ["i can't feel my left side", 'CannotIntent'],
    ["i'm not pregnant", 'NoThingIntent'],
    ['how is a shoulder pressed too hard', 'AskHowIntent'],
    ['can i press on the lower ribs', 'AskIntent'],
    ["it hasn't gone away at all yet", 'StillThereIntent'],
  ])('a carrier that turns the meaning, or asks, keeps its sentence: "%s"', (said, intent) => {
    expect(listen(said, whole).intent).toBe(intent);
  });

  test.each([
    ['both knees to chest', 'both-knees-to-chest'],
    ['knee to chest', 'knee-to-chest'],
    ['seated cat cow', 'cat-cow-chair'],
    ['how long do i hold both knees to chest', 'both-knees-to-chest'],
  ])('"%s" is the stretch of that name', (said, id) => {
    expect(listen(said, whole, { strict: true }).slots['exercise']?.resolved?.[0]?.id).toBe(id);
  });
});

test('the wake word is not part of what is said, and leaving needs no skill', () => {
  expect(afterWakeWord('Alexa, ready')).toBe('ready');
  expect(afterWakeWord('alexandria')).toBe('alexandria');
  expect(isLeaving('Alexa, exit')).toBe(true);
});

test.each([
  ['five', '5'],
  ['twenty five', '25'],
  ['one hundred and fifty', '150'],
  ['a hundred', '100'],
  ['12', '12'],
])('"%s" is the number %s', (said, value) => {
  expect(numbersAt(said.split(' '), 0)[0]?.value).toBe(value);
});

test.each([
  ['thirty seconds', 'PT30S'],
  ['half a minute', 'PT30S'],
  ['an hour', 'PT1H'],
  ['1 minute and 30 seconds', 'PT1M30S'],
  ['two days', 'P2D'],
])('"%s" is the length %s', (said, value) => {
  expect(durationsAt(said.split(' '), 0)[0]?.value).toBe(value);
});
