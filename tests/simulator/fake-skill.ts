// The small skill that the tests of the device talk to.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { Echo, type Handler, type Setting } from '../../simulator/device';
import { model } from './small-model';

export const START_MS = Date.parse('2026-11-21T12:00:00.400Z');

const pinned = (description: string, ms: number, content: string) => ({
  type: 'Mixer',
  description,
  items: [
    { type: 'Silence', duration: ms },
    { type: 'Speech', content, duration: 'trimToParent' },
  ],
});

/** A hold of ten seconds on the left, with a quiet stretch in the middle. */
export const HOLD = {
  type: 'APLA',
  version: '0.91',
  mainTemplate: {
    parameters: [],
    items: [
      {
        type: 'Sequencer',
        items: [
          { type: 'Speech', description: 'instruct neck-tilt left', content: 'Left side. Ear to the left shoulder.' },
          pinned('hold neck-tilt left', 4000, 'Hold.'),
          { type: 'Silence', description: 'quiet neck-tilt left', duration: 5000 },
          pinned('count - left', 1000, 'One.'),
          pinned('release neck-tilt left', 3000, 'Let go.'),
          { type: 'Speech', description: 'ask', content: 'How was it?' },
        ],
      },
    ],
  },
};

export const directive = (document: unknown) => ({
  type: 'Alexa.Presentation.APLA.RenderDocument' as const,
  token: 'hold',
  document,
});

export const say = (text: string) => ({ type: 'SSML' as const, ssml: `<speak>${text}</speak>` });

/** Answers with a hold, again with a shorter one; "stop" closes. */
export function answerTo({ request }: RequestEnvelope): ResponseEnvelope {
  const attributes = { state: { moment: { at: 'screening', question: 'q2' } } };
  if (request.type === 'SessionEndedRequest') return { version: '1.0', response: {} };
  if (request.type === 'IntentRequest' && request.intent.name === 'AMAZON.StopIntent') {
    return { version: '1.0', response: { outputSpeech: say('Goodbye.'), shouldEndSession: true } };
  }
  return {
    version: '1.0',
    sessionAttributes: attributes,
    response: {
      outputSpeech: say('Fish &amp; chips.<break time="2s"/>Now.'),
      directives: [directive(HOLD)] as never,
      reprompt: { outputSpeech: say('How was it?') },
      shouldEndSession: false,
    },
  };
}

export interface Beside {
  echo: Echo;
  requests: RequestEnvelope[];
}

/** A device beside a skill, with a note of every request. */
export function beside(answer: (request: RequestEnvelope) => unknown = answerTo, how: Partial<Setting> = {}): Beside {
  const requests: RequestEnvelope[] = [];
  const handler: Handler = async (request) => {
    requests.push(request);
    return answer(request) as ResponseEnvelope;
  };
  return { echo: new Echo({ handler, modelOf: () => model, startMs: START_MS, ...how }), requests };
}
