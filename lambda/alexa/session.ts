// What did the session bring along, and what does it take with it?

import type { RequestEnvelope } from 'ask-sdk-model';
import { STATE_VERSION, type State } from '../dialogue/state';
import { fields } from './envelope';

export interface SessionMemory {
  state: State | null;
  /** The last answer was an apology; a second in a row begins anew. */
  stumbled: boolean;
}

/** A state of another version, of other tables or of a shape that cannot be read counts as none. */
export function sessionMemory(envelope: RequestEnvelope, contentVersion: string): SessionMemory {
  const attributes = fields(fields(envelope.session)['attributes']);
  const state = attributes['state'];
  return { state: isState(state, contentVersion) ? state : null, stumbled: attributes['stumbled'] === true };
}

export function attributesWith(state: State | null): Record<string, unknown> {
  return state ? { state } : {};
}

const LISTS = ['noes', 'doubted', 'lacks', 'spots', 'heard'] as const;
const TABLES = ['moment', 'wishes', 'settings'] as const;
const FLAGS = ['cleared', 'pressOff', 'guideOff', 'recheckOff', 'skinNoted', 'skinClear', 'easier'] as const;

function isState(value: unknown, contentVersion: string): value is State {
  const state = fields(value);
  return (
    state['version'] === STATE_VERSION &&
    state['content'] === contentVersion &&
    typeof fields(state['moment'])['at'] === 'string' &&
    LISTS.every((name) => Array.isArray(state[name])) &&
    TABLES.every((name) => isTable(state[name])) &&
    FLAGS.every((name) => typeof state[name] === 'boolean')
  );
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
