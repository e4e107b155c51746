// What a failed document is put down to: the document, or the service that was to play it.

import type { RequestEnvelope } from 'ask-sdk-model';
import { fieldsOf, textOf } from './envelope';
import type { Fault } from './memory/devices';

/** The token of a document of words alone, and of one with tones: a report of its failure brings it back. */
export const AUDIO_TOKEN = 'knot-relief';
export const TONED_TOKEN = 'knot-relief-tones';

/**
 * Errors that may lie in a document of words alone, which links to nothing and plays no files (ask-sdk-model,
 * apla.RuntimeError).
 */
const OF_DOCUMENTS = ['DOCUMENT_ERROR', 'RENDER_ERROR'];

/** Says that the service failed, whatever the type of the error. */
const OF_THE_SERVICE = 'INTERNAL_SERVER_ERROR';

export function audioFaultOf(envelope: RequestEnvelope): Fault {
  const errors = fieldsOf(envelope.request)['errors'];
  const all = Array.isArray(errors) ? errors.map(fieldsOf) : [];
  const isOurs = all.some(
    ({ type, reason }) => OF_DOCUMENTS.includes(textOf(type)) && textOf(reason).toUpperCase() !== OF_THE_SERVICE,
  );
  return isOurs ? 'document' : 'service';
}
