// What did the session bring along, and what does it take with it?

import type { RequestEnvelope } from 'ask-sdk-model';
import { STATE_VERSION, type State } from '../../dialogue/state';
import { fields } from '../envelope';
import { isState } from './state-shape';

export interface SessionMemory {
  state: State | null;
  /** The last answer was an apology; a second in a row begins anew. */
  stumbled: boolean;
}

/** A state of another version, of other tables or of a shape that cannot be read counts as none. */
export function sessionMemory(envelope: RequestEnvelope, contentVersion: string): SessionMemory {
  const attributes = fields(fields(envelope.session)['attributes']);
  const { version, content } = fields(attributes['state']);
  const current = version === STATE_VERSION && content === contentVersion;
  const state = current && isState(attributes['state']) ? attributes['state'] : null;
  return { state, stumbled: attributes['stumbled'] === true };
}

export function attributesWith(state: State | null): Record<string, unknown> {
  return state ? { state } : {};
}
