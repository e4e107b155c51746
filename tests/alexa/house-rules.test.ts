// Tests that the rules every answer is held to notice a bad answer.

import type { ResponseEnvelope } from 'ask-sdk-model';
import { contentVersion } from '../../content';
import { createState, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import { intent, launch, sessionEnded, USER_ID } from '../support/alexa-requests';
import { houseFaults } from '../support/house-rules';
import { START } from '../support/skill';

const speak = (words: string) => ({ type: 'SSML', ssml: `<speak>${words}</speak>` });
const asking = {
  outputSpeech: speak('Where is it?'),
  reprompt: { outputSpeech: speak('Where?') },
  shouldEndSession: false,
};
const answer = (response: Record<string, unknown>, attributes: Record<string, unknown> = {}) =>
  ({
    version: '1.0',
    response: { ...asking, ...response },
    sessionAttributes: attributes,
  }) as unknown as ResponseEnvelope;
const playing = (...items: unknown[]) => ({
  directives: [
    {
      type: 'Alexa.Presentation.APLA.RenderDocument',
      token: 't',
      document: {
        type: 'APLA',
        version: '0.91',
        mainTemplate: { parameters: [], items: [{ type: 'Sequencer', items }] },
      },
    },
  ],
});
const ask = { type: 'Speech', description: 'ask', content: 'How strong?' };
const hold = {
  type: 'Mixer',
  description: 'hold ball-wall left',
  items: [
    { type: 'Silence', duration: 30_000 },
    { type: 'Speech', content: 'Lean in.', duration: 'trimToParent' },
  ],
};
const fresh = createState(contentVersion, USUAL_SETTINGS);
const cleared = { state: { ...fresh, cleared: true } };

test('a good answer has no fault', () => {
  expect(houseFaults(launch(), answer({}))).toEqual([]);
  expect(houseFaults(launch(), answer({ outputSpeech: speak('Press.'), ...playing(hold, ask) }, cleared))).toEqual([]);
  expect(houseFaults(sessionEnded('ERROR'), { version: '1.0', response: {} })).toEqual([]);
});

test.each<[string, RegExp, Record<string, unknown>]>([
  ['no prompt', /does not end with a prompt/, { outputSpeech: speak('Lean in.') }],
  ['two questions', /asks 2 questions/, { outputSpeech: speak('Ready? Where is it?') }],
  ['words after the question', /goes on after/, { outputSpeech: speak('Where is it? Then say it.') }],
  ['no reprompt', /without a reprompt/, { reprompt: undefined }],
  ['a reprompt without a prompt', /reprompt does not end/, { reprompt: { outputSpeech: speak('Hm.') } }],
  [
    'a question at the end of a session',
    /closes the session on a question/,
    { shouldEndSession: true, reprompt: undefined },
  ],
  ['a reprompt at the end of a session', /with a reprompt/, { shouldEndSession: true, outputSpeech: speak('Bye.') }],
  ['nothing said', /answers nothing/, { outputSpeech: undefined }],
  ['an open end', /leaves open/, { shouldEndSession: undefined }],
  ['broken markup', /unescaped/, { outputSpeech: speak('Salt & pepper?') }],
  ['an unknown tag', /unescaped/, { outputSpeech: speak('<b>Where</b>?') }],
  ['a double escape', /escaped twice/, { outputSpeech: speak('Salt &amp;amp; pepper?') }],
  ['a break too long', /break of 11000/, { outputSpeech: speak('<break time="11000ms"/>Where?') }],
  ['too many words', /characters of speech/, { outputSpeech: speak(`${'a'.repeat(8000)}?`) }],
  [
    'an answer too long',
    /lasts/,
    { ...playing({ ...hold, items: [{ type: 'Silence', duration: 239_000 }, hold.items[1]] }, ask) },
  ],
  ['too many clips', /spoken clips/, { ...playing(...Array.from({ length: 61 }, () => ask)) }],
  ['a document of the wrong shape', /document/, { ...playing({ ...ask, volume: 3 }) }],
  ['an expression in a document', /document/, { ...playing({ ...ask, content: `$${'{'}x} say?` }) }],
  ['a key no response has', /additional properties/, { speech: 'hello' }],
  ['a card with markup', /tells too much/, { card: { type: 'Simple', title: 'Knot', content: '<b>Press</b>' } }],
  [
    'a card with a pain',
    /tells too much/,
    { card: { type: 'Simple', title: 'Knot', content: "It was six, and it's three." } },
  ],
  [
    'a card without its net',
    /without the safety net/,
    { card: { type: 'Simple', title: 'Knot', content: 'Pressed.' } },
  ],
  [
    'a card nobody reads',
    /of 1\d{3} characters/,
    { card: { type: 'Simple', title: 'Knot', content: 'x'.repeat(1000) } },
  ],
  ['another kind of card', /of type/, { card: { type: 'LinkAccount' } }],
  ['a screen where there is none', /without one/, { directives: [{ type: 'Alexa.Presentation.APL.RenderDocument' }] }],
  ['an id', /an id/, { outputSpeech: speak(`${USER_ID}?`) }],
  ['a hold before the screening', /without a passed screening/, { ...playing(hold, ask) }],
])('%s is seen', (_, fault, response) => {
  expect(houseFaults(launch(), answer(response)).join('\n')).toMatch(fault);
});

test('a hold after a reason to stop is seen', () => {
  const stopped = { state: { ...fresh, cleared: true, guideOff: true } };
  expect(houseFaults(launch(), answer(playing(hold, ask), stopped)).join()).toMatch(/reason to stop/);
});

test('a state that grows or does not survive JSON is seen', () => {
  expect(houseFaults(launch(), answer({}, { state: 'x'.repeat(5000) })).join()).toMatch(/state of \d+ bytes/);
  expect(houseFaults(launch(), answer({}, { state: { place: undefined } })).join()).toMatch(/survive JSON/);
  expect(houseFaults(launch(), answer({}, { state: { ...fresh, spots: [{}] } })).join()).toMatch(/nobody can go on/);
});

test('a press that is not let go when somebody speaks is seen', () => {
  const choice = { region: 'upper', side: 'left', tool: 'ball', minutes: 3, place: 'chair' } as const;
  const block = { part: 'press', seconds: 30, rule: false, lead: 'first' } as const;
  const before: State = {
    ...fresh,
    cleared: true,
    moment: { at: 'pressing' },
    plan: { choice, spots: ['left'], pin: false, stretches: [{ id: 'neck-tilt', sets: 1 }], brief: true, padMs: 0 },
    place: { part: 'press', unit: 0 },
    spots: [{ side: 'left', pressedSeconds: 0, holds: 0, pinned: false, strength: null }],
    playing: { sentAtMs: START, saidMs: 3000, block, askedMs: 2000 },
  };
  const timestamp = new Date(START + 25_000).toISOString();
  const request = intent('AMAZON.HelpIntent', {}, { attributes: { state: before }, timestamp });
  expect(houseFaults(request, answer({})).join()).toMatch(/a press goes on/);
  for (const release of ['Step off the ball.', 'Step away now.']) {
    expect(houseFaults(request, answer({ outputSpeech: speak(`${release} Where is it?`) }))).toEqual([]);
  }
});
