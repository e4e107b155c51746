// Finds answers that do not fit into one response on some device.

import { OUTPUT_SPEECH_CHARACTERS, RESPONSE_BYTES, STATE_BYTES } from '../../../lambda/alexa/limits';
import { respond } from '../../../lambda/alexa/respond';
import type { Turn } from '../../../lambda/dialogue/act';
import { speech } from './world';

/** As a timed document and as plain speech, with the state that travels along. */
export function sizeFaults(turn: Turn): string[] {
  return [...stateFaults(turn), ...(['apla', 'ssml'] as const).flatMap((audio) => renderedFaults(turn, audio))];
}

function renderedFaults(turn: Turn, audio: 'apla' | 'ssml'): string[] {
  const response = respond(turn, speech, audio);
  const bytes = Buffer.byteLength(JSON.stringify({ response, sessionAttributes: { state: turn.state } }));
  const faults = bytes > RESPONSE_BYTES ? [`a response of ${bytes} bytes as ${audio}`] : [];
  return [
    ...faults,
    ...speechFaults(response.outputSpeech, audio),
    ...speechFaults(response.reprompt?.outputSpeech, audio),
  ];
}

function speechFaults(spoken: unknown, audio: string): string[] {
  const { ssml = '' } = (spoken ?? {}) as { ssml?: string };
  return ssml.length > OUTPUT_SPEECH_CHARACTERS ? [`${ssml.length} characters of speech as ${audio}`] : [];
}

/** The state travels as JSON and comes back the same. */
function stateFaults({ state }: Turn): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(state));
  const faults = bytes > STATE_BYTES ? [`a state of ${bytes} bytes`] : [];
  return survivesJson(state) ? faults : [...faults, 'a state that JSON changes'];
}

/** Parts of states that were found sound; states share most of their parts. */
const sound = new WeakSet<object>();

function survivesJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  if (sound.has(value)) return true;
  const survives = Object.values(value).every(survivesJson);
  if (survives) sound.add(value);
  return survives;
}
