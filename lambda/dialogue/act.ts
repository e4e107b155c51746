// What does one turn convey, play, ask and do?

import type { Act, Slot } from '../domain/timeline';
import type { State } from './state';

export type { Act } from '../domain/timeline';

/** What is heard after eight seconds of silence; nothing can be said after it. */
export interface Reprompt {
  says: Act[];
  plays: Slot[];
  asks: Act;
}

export type Effect = { type: 'savePlace' } | { type: 'forgetPlace' } | { type: 'rememberBrokenAudio' };

/**
 * One answer. `says` is spoken first; then `plays`, the timed part; `asks`, the prompt for an answer, is the last
 * thing heard and opens the microphone. `asks` null closes the session.
 */
export interface Turn {
  state: State;
  says: Act[];
  plays: Slot[];
  asks: Act | null;
  reprompt: Reprompt | null;
  effects: Effect[];
  /** No speech at all and the session as it was: the answer to a notification or to the session's end. */
  silent?: true;
}
