// What one turn conveys, plays, asks and does.

import type { Reminder } from '../domain/reminder';
import type { Act, Slot } from '../domain/timeline';
import type { State } from './state';

/** Something offered once: a no is remembered, and it is not offered again. */
export type Offer = 'warmUp' | 'reminders' | 'timers';

export type { Act } from '../domain/timeline';

/** What is heard after eight seconds of silence; nothing can be said after it. */
export interface Reprompt {
  says: Act[];
  plays: Slot[];
  asks: Act;
}

/** What is kept or dropped between sessions before the answer leaves. */
export type Effect =
  | { type: 'savePlace' }
  | { type: 'forgetPlace' }
  | { type: 'rememberBrokenAudio' }
  | { type: 'rememberDeclined'; offer: Offer }
  /** What was declined, or only offered, before: it may be offered again. */
  | { type: 'rememberAccepted'; offer: Offer };

/** Something that has to be done before anything can be said of it; how it went comes back as an event. */
export type Errand =
  | { type: 'forgetListener' }
  | { type: 'setReminder'; reminder: Reminder }
  | { type: 'setWarmUpTimer' };

/** What Alexa herself asks the listener for; her answer comes back as an event. */
export interface Permission {
  of: 'reminders' | 'timers';
  /** What it is asked for, in case the session does not last as long as her question. */
  reminder?: Reminder;
}

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
  /** Nothing of this turn is heard: the errand is run, and its outcome is the next event. */
  errand?: Errand;
  /** Said first, then Alexa asks; nothing else is asked in this turn. */
  permission?: Permission;
  /** No speech at all and the session as it was: the answer to a notification or to the session's end. */
  silent?: true;
}
