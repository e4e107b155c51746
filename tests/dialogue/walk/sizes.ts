// Does an answer fit into one response, on every device?

import { OUTPUT_SPEECH_CHARACTERS, RESPONSE_BYTES } from '../../../lambda/alexa/limits';
import { respond } from '../../../lambda/alexa/respond';
import type { Turn } from '../../../lambda/dialogue/act';
import { speech } from './world';

/** As a timed document and as plain speech, with the state that travels along. */
export function sizeFaults(turn: Turn): string[] {
  return (['apla', 'ssml'] as const).flatMap((audio) => {
    const response = respond(turn, speech, audio);
    const bytes = Buffer.byteLength(JSON.stringify({ response, sessionAttributes: { state: turn.state } }));
    const faults = bytes > RESPONSE_BYTES ? [`a response of ${bytes} bytes as ${audio}`] : [];
    return [
      ...faults,
      ...speechFaults(response.outputSpeech, audio),
      ...speechFaults(response.reprompt?.outputSpeech, audio),
    ];
  });
}

function speechFaults(spoken: unknown, audio: string): string[] {
  const { ssml = '' } = (spoken ?? {}) as { ssml?: string };
  return ssml.length > OUTPUT_SPEECH_CHARACTERS ? [`${ssml.length} characters of speech as ${audio}`] : [];
}
