// What is said when something breaks on our side.

import type { Response } from 'ask-sdk-model';
import type { Speech } from '../speech/speech';
import { renderSsml } from '../speech/ssml';

/** Said with the microphone open, so that the listener can go on where they were. */
export function apologise(speech: Speech): Response {
  const ssml = renderSsml([{ key: 'recover.sorry' }], [], { key: 'recover.ask' }, speech);
  const words = { type: 'SSML' as const, ssml };
  return { outputSpeech: words, reprompt: { outputSpeech: words }, shouldEndSession: false };
}
