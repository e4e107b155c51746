// What the conversation is given besides the state and the event: tables, limits, memory, the present time.

import type { Exercises, Place, PressLimits, Region } from '../domain/exercise';
import type { Question, QuestionId, ScreeningForm } from '../domain/healthQuestions';
import type { Day, Frequency, Session } from '../domain/progress';
import type { Plan, Usual } from '../domain/routine';
import type { LengthOf } from '../domain/timeline';
import type { Topic } from '../domain/topic';
import type { Offer } from './act';
import type { RoutinePlace, Settings, Spot } from './state';

/** What was kept of an unfinished routine: no health answers. */
export interface KeptPlace {
  plan: Plan;
  place: RoutinePlace;
  spots: Pick<Spot, 'side' | 'pressedSeconds' | 'holds' | 'pinned'>[];
  /** Until when (milliseconds since 1970) the passed screening may be taken up by one question; null: not at all. */
  recheckUntilMs: number | null;
  /** Until when a press that was sent may still go on; null: nothing was pressing. */
  pressingUntilMs: number | null;
  /** When the place is over, in milliseconds since 1970: nobody is led back to it after that. */
  endsAtMs: number;
}

/** What is remembered of a listener from session to session. */
export interface Remembered {
  usual: Usual | null;
  /** The newest sixty at most, in the order in which they were. */
  sessions: readonly Session[];
  today: Day;
  /** Exercises whose long form was heard in a session of late: the short one will do. */
  explained: readonly string[];
  declined: readonly Offer[];
}

interface RoutineTables {
  exercises: Exercises;
  press: PressLimits;
  /** Stretches for a region and place, the most useful first. */
  stretchOrder: Record<Region, Record<Place, string[]>>;
  frequency: Frequency;
  /** Milliseconds counted for finding a spot and for each check when a routine is planned. */
  findingMs: number;
  checkMs: number;
}

/** Platform figures the dialogue needs as plain numbers; their sources stand in lambda/alexa/limits.ts. */
export interface Limits {
  /** Longest timed answer, its reprompt included. */
  responseMs: number;
  /** Most spoken clips in one timed document. */
  clips: number;
  /** Most spoken clips in an answer and its reprompt together, so that both stay under the size limit. */
  clipsBoth: number;
  microphoneMs: number;
  startLatencyMs: number;
  utteranceMs: number;
}

export interface Context {
  nowMs: number;
  /** Version of the content tables; a state made with another is begun anew. */
  contentVersion: string;
  routine: RoutineTables;
  questions: Record<QuestionId, Question>;
  screeningForm: ScreeningForm;
  limits: Limits;
  lengthOf: LengthOf;
  /** The answer bank, by topic id. */
  topics: Readonly<Record<string, Topic>>;
  /** What the store keeps of this device's last unfinished routine. */
  kept: KeptPlace | null;
  /** Null when nothing can be looked up or kept now: then nothing is said of it, and nothing promised. */
  remembered: Remembered | null;
  /** Settings kept for this listener and device. */
  settings: Settings;
}
