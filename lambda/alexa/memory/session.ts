// What the session brings along from turn to turn.

import type { RequestEnvelope } from 'ask-sdk-model';
import { STATE_VERSION, type State } from '../../dialogue/state';
import { fieldsOf } from '../envelope';
import { isPerson, zoneIn } from './record-shape';
import { isState } from './state-shape';

/** What is known besides the conversation's own state. */
export interface Bearings {
  /** Where the device is, as tz names it; null where nobody has told. */
  zone: string | null;
  /** Digest of the first voice that Alexa recognised; null while she has recognised none. */
  person: string | null;
}

export interface SessionMemory extends Bearings {
  state: State | null;
  /** The last answer was an apology; a second in a row begins anew. */
  stumbled: boolean;
}

/** A state of another version, of other tables or of a shape that cannot be read counts as none. */
export function sessionMemoryIn(envelope: RequestEnvelope, contentVersion: string): SessionMemory {
  const attributes = fieldsOf(fieldsOf(envelope.session)['attributes']);
  const { version, content } = fieldsOf(attributes['state']);
  const current = version === STATE_VERSION && content === contentVersion;
  const { person } = attributes;
  return {
    state: current && isState(attributes['state']) ? attributes['state'] : null,
    stumbled: attributes['stumbled'] === true,
    zone: zoneIn(attributes['zone']),
    person: isPerson(person) ? (person as string) : null,
  };
}

/** What is not known is left out. */
export function attributesWith(state: State | null, { zone, person }: Bearings): Record<string, unknown> {
  return state ? { state, ...(zone ? { zone } : {}), ...(person ? { person } : {}) } : {};
}
