// What the conversation is given besides state and event: content tables, limits, memory and the present time.

import type { AgeLimits } from '../domain/age';
import type { Exercises, Place, PressLimits, Region } from '../domain/exercise';
import type { Question, QuestionId, ScreeningForm } from '../domain/healthQuestions';
import type { PlanningTable } from '../domain/planningTables';
import type { Day, Frequency, Session } from '../domain/progress';
import type { Plan, Usual } from '../domain/routine';
import type { LengthOf } from '../domain/timeline';
import type { Topic } from '../domain/topic';
import type { Offer } from './act';
import type { RoutinePlace, Settings, Spot } from './state';

/** What was kept of an unfinished routine. It holds no health answers. */
export interface KeptPlace {
  plan: Plan;
  place: RoutinePlace;
  spots: Pick<Spot, 'side' | 'pressedSeconds' | 'holds' | 'pinned'>[];
  /** Until when one question may stand for the whole screening, in milliseconds since 1970; null: never. */
  recheckUntilMs: number | null;
  /** Until when a press that was sent may still go on, in milliseconds since 1970; null: nothing was pressing. */
  pressingUntilMs: number | null;
  /** When the place expires, in milliseconds since 1970. It is not offered after that. */
  endsAtMs: number;
}

/** The last full set of health questions that was passed, with nothing since that speaks against a return visit. */
export interface Screened {
  day: Day;
  /**
   * Whether the voice that speaks now is the one that answered then. `unknown`: Alexa names none now, or named none
   * then.
   */
  voice: 'same' | 'another' | 'unknown';
}

/** What is remembered of a listener from session to session. */
export interface Remembered {
  usual: Usual | null;
  /** At most the sixty newest, oldest first. */
  sessions: readonly Session[];
  today: Day;
  /** Exercises whose long form was heard lately: the short form will do. */
  explained: readonly string[];
  declined: readonly Offer[];
  /** Whose turn it is among the tips of the closing. */
  tip: number;
}

interface RoutineTables {
  exercises: Exercises;
  press: PressLimits;
  /** Stretches for a region and place, the most useful first. */
  stretchOrder: Record<Region, Record<Place, string[]>>;
  frequency: Frequency;
  /** What is left out from seventy years on. */
  gentle: AgeLimits;
  planning: PlanningTable;
}

/** Platform figures the dialogue needs as plain numbers; their sources stand in lambda/alexa/limits.ts. */
export interface Limits {
  /** Longest timed answer, its reprompt included. */
  responseMs: number;
  /** Most spoken clips in one timed document. */
  clips: number;
  /** Most spoken clips in an answer and its reprompt together, so that both stay under the size limit. */
  clipsBoth: number;
  /** Most sounds in one answer, its reprompt included. */
  sounds: number;
  microphoneMs: number;
  startLatencyMs: number;
  utteranceMs: number;
}

export interface Context {
  nowMs: number;
  /** Version of the content tables. A state made with another version is dropped. */
  contentVersion: string;
  routine: RoutineTables;
  questions: Record<QuestionId, Question>;
  screeningForm: ScreeningForm;
  limits: Limits;
  lengthOf: LengthOf;
  /** The answer bank, by topic id. */
  topics: Readonly<Record<string, Topic>>;
  /** The last unfinished routine on this device; null when the store keeps none. */
  kept: KeptPlace | null;
  /** Null when nothing can be looked up or kept now. The skill then says nothing about it and promises nothing. */
  remembered: Remembered | null;
  /** Null when nothing stands for the full set of questions. */
  screened: Screened | null;
  /** Settings kept for this listener and device. */
  settings: Settings;
}
