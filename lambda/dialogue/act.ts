// What one turn of the conversation says, plays, asks and does.

import type { Day } from '../domain/progress';
import type { Reminder } from '../domain/reminder';
import type { Act, Slot } from '../domain/timeline';
import type { State } from './state';

/** An offer that is made once: a no is remembered, and the offer is not made again. */
export type Offer = 'warmUp' | 'reminders' | 'timers';

export type { Act } from '../domain/timeline';

/** What the listener hears after eight seconds of silence. The skill can say nothing after it. */
export interface Reprompt {
  says: Act[];
  plays: Slot[];
  asks: Act;
}

/** A change of what is kept between sessions, made before the answer leaves. */
export type Effect =
  | { type: 'savePlace' }
  | { type: 'forgetPlace' }
  | { type: 'rememberBrokenAudio' }
  /** A document with tones was played on this device, or was not. */
  | { type: 'rememberTones' }
  | { type: 'rememberBrokenTones' }
  /** The tip of a visit was told: which visit the next one is, as the tips count them. */
  | { type: 'rememberTip'; tip: number }
  | { type: 'rememberDeclined'; offer: Offer }
  /** An offer that was declined or merely made before may be made again. */
  | { type: 'rememberAccepted'; offer: Offer }
  /** All questions have been passed on this day, so that a return visit is possible. */
  | { type: 'rememberScreened'; day: Day }
  | { type: 'forgetScreened' };

/** A task that must be done before its outcome can be said. The outcome comes back as an event. */
export type Errand =
  | { type: 'forgetListener' }
  | { type: 'setReminder'; reminder: Reminder }
  | { type: 'setWarmUpTimer' };

/** A permission that Alexa herself asks the listener for. The listener's answer comes back as an event. */
export interface Permission {
  of: 'reminders' | 'timers';
  /** The reminder it is needed for, because the session may end before the listener has answered. */
  reminder?: Reminder;
}

/** What is written into the Alexa app: each act one line. The last lines may be left out for want of room. */
export interface Card {
  title: Act;
  text: Act[];
}

/**
 * One answer. `says` is spoken first, then `plays`, the timed part. `asks`, the prompt for an answer, comes last and
 * opens the microphone. The session closes when `asks` is null.
 */
export interface Turn {
  state: State;
  says: Act[];
  plays: Slot[];
  asks: Act | null;
  reprompt: Reprompt | null;
  effects: Effect[];
  /** Anything may be said next: the whole sentence is asked for. Never where an answer may begin a press. */
  isOpen?: true;
  /** What the listener finds in the Alexa app afterwards. */
  card?: Card;
  /** The listener hears nothing of this turn: the errand is run, and its outcome is the next event. */
  errand?: Errand;
  /** Alexa asks for this permission after `says`. The skill asks nothing else in this turn. */
  permission?: Permission;
  /** Nothing is said and the session stays as it was: the answer to a notification or to the end of the session. */
  silent?: true;
}
