// Where is the listener, and what does this session know?

import type { Place, Side, Tool } from '../domain/exercise';
import type { Plan } from '../domain/routine';
import type { QuestionId } from '../domain/screening';
import type { SymptomRow } from '../domain/symptom';
import type { Wishes } from './event';

/** Raised whenever the shape below changes; a state of another version is begun anew. */
export const STATE_VERSION = 1;

/** Where in the routine somebody is, or will go on. */
export interface RoutinePlace {
  part: 'find' | 'press' | 'pin' | 'stretch' | 'close';
  /** Index of the stretching unit, when `part` is stretch. */
  unit: number;
  /** Seconds left of a hold or movement that was broken off. */
  restSeconds?: number;
}

/** How often each kind of unclear answer has been given to the present question. */
export interface Tries {
  notSure: number;
  explain: number;
  repeat: number;
  unrelated: number;
  skip: number;
  unclear: number;
  why: number;
}

/** Why the routine is closed for this session, and which sentence says so. */
export interface Closed {
  outcome: 'E' | 'D' | 'C';
  /** The outcome sentence that was spoken. */
  line: string;
  /** The screening question that may be asked again after "go back"; absent when nothing was misheard. */
  question?: QuestionId;
  /** Q3b is still open. */
  asksBothSides?: boolean;
}

export type Moment =
  | { at: 'screening'; question: QuestionId; tries: Tries; noesNeeded: 1 | 2; noesHeard: number; goOnAt?: QuestionId }
  | { at: 'reading'; tries: Tries }
  | { at: 'recap'; tries: Tries }
  | { at: 'warned'; closed: Closed; tries: Tries }
  | { at: 'tips' }
  | { at: 'welcomingBack'; screened: boolean }
  | { at: 'rechecking'; after: 'pause' | 'loss'; tries: Tries }
  | { at: 'choosing'; asks: 'region' | 'side' | 'tool' | 'minutes' | 'place' | 'mend' | 'stretchesInstead'; tries: Tries }
  | { at: 'readying'; asks: 'soreness' | 'ready' }
  | { at: 'finding'; round: number }
  | { at: 'pressing'; asked: number }
  | { at: 'feeling'; about: 'sharp' | 'numb' }
  | { at: 'offering'; what: 'second' | 'pin' }
  | { at: 'stretching' }
  | { at: 'interrupted'; by: 'question' | 'pause' | 'other' }
  | { at: 'easing'; row: 'numb' | 'sharp' | 'dizzy'; minutes: number; from: 'screening' | 'routine'; question?: QuestionId }
  | { at: 'pausing' }
  | { at: 'keepingPlace' }
  | { at: 'closing'; asks: 'numb' | 'soreness' }
  | { at: 'finished' };

export type MomentName = Moment['at'];

/** A timed part as it was sent: enough to lay the same slots out again. */
export type Block =
  | { part: 'find'; round: number; long: boolean; rule: boolean }
  | { part: 'press'; seconds: number; rule: boolean; lead: 'first' | 'again' | 'lighter' | 'back' }
  | { part: 'pin'; reps: number; lead: 'first' | 'back' }
  | { part: 'stretch'; from: number; to: number; restSeconds?: number; long: boolean[] }
  | { part: 'quiet'; minutes: number; why: 'pause' | 'easing' };

/** What is sounding since the last answer, to estimate where the listener was when they spoke. */
export interface Playing {
  /** When the answer left, in milliseconds since 1970. */
  sentAtMs: number;
  /** Estimated length of the words before the timed part. */
  saidMs: number;
  block: Block;
  /** Estimated length of the prompt after the timed part. */
  askedMs: number;
  /** The reprompt's words and timed part, which start eight seconds after the prompt. */
  then?: { saidMs: number; block: Block };
}

export interface Spot {
  side: Side;
  /** Seconds pressed in this session, rounded up. */
  pressedSeconds: number;
  holds: number;
  pinned: boolean;
  /** The strongest the listener called it, one to ten. */
  strength: number | null;
}

export interface Settings {
  pace: 'normal' | 'slow';
  counting: 'normal' | 'more' | 'less';
  audio: 'apla' | 'ssml';
}

export interface State {
  version: number;
  content: string;
  moment: Moment;
  /** Eight clear noes, the recap and "start" have been heard in this session (or taken up by the one-question re-check). */
  cleared: boolean;
  /** No press may follow in this session. */
  pressOff: boolean;
  /** A symptom has been reported in this session; the place may not be taken up by the short re-check. */
  symptom: boolean;
  /** A skin report before its question counts for Q9. */
  skinNoted: boolean;
  /** Q9 has been answered no. */
  skinClear: boolean;
  wishes: Wishes & { lacks?: Tool[]; place?: Place };
  plan: Plan | null;
  place: RoutinePlace | null;
  spots: Spot[];
  settings: Settings;
  /** Long forms and once-only sentences already heard. */
  heard: string[];
  soreBefore: number | null;
  pauses: number;
  easier: boolean;
  /** When "start" was said, in milliseconds since 1970: the re-check holds for thirty minutes from here. */
  startedAtMs: number | null;
  playing: Playing | null;
  reports: SymptomRow[];
}
