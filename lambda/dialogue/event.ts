// Everything that can happen in a conversation.

import type { Unfit, Wishes } from '../domain/choice';
import type { Tool } from '../domain/exercise';
import type { QuestionId } from '../domain/healthQuestions';
import type { HalfOfDay, ReminderDays, TimeOfDay } from '../domain/reminder';
import type { SymptomRow } from '../domain/symptom';
import type { Permission } from './act';

/** What a sentence tells about when somebody wants to be reminded; any part may be missing. */
export interface When {
  days?: ReminderDays;
  time?: TimeOfDay;
  /** "Tomorrow morning". */
  half?: HalfOfDay;
  /** "Half past seven": the half of the day is still open. */
  eitherHalf?: true;
}

/** What a question was found to ask. */
export interface Found {
  /** Ids of topics of the answer bank, the nearest first; empty when nothing comes near. */
  topics: string[];
  /**
   * How near the first comes: it is what was asked; it may be; it only borders on it; nothing does; or the question
   * was too long to be one.
   */
  nearness: 'meant' | 'likely' | 'near' | 'nothing' | 'long';
  /** What it asks of any exercise, when it names none: "how long do I hold it". */
  aspect?: string;
}

/**
 * How something went outside the conversation: it is done; it is not allowed; there are too many already; asked too often;
 * this device cannot; it was turned down, or could not even be asked for; nobody answered, so it may be done; that time of
 * today is over.
 */
export type Outcome = 'done' | 'refused' | 'full' | 'busy' | 'unsupported' | 'failed' | 'unreachable' | 'past';

export type Event =
  | { type: 'launched' }
  /** Opened again by the warm-up timer. */
  | { type: 'warmedUp' }
  | { type: 'sessionLost'; because: 'silence' | 'error' | 'left' }
  | { type: 'audioFailed' }
  // answers
  | { type: 'saidYes' }
  | { type: 'saidNo' }
  | { type: 'wasNotSure' }
  | { type: 'saidSomewhat' }
  | { type: 'mixedAnswer' }
  | { type: 'unclear' }
  | { type: 'saidNone' }
  /** `word` is true only when the text heard was the locale's start word exactly. */
  | { type: 'saidStart'; word: boolean }
  | { type: 'triedToStart' }
  | { type: 'wasReady' }
  | { type: 'gaveNumber'; number: number }
  | { type: 'wentBack' }
  | { type: 'askedToExplain' }
  | { type: 'askedWhy' }
  // the routine
  | { type: 'chose'; wishes: Wishes }
  | { type: 'askedForRoutine'; wishes: Wishes }
  /** A part of the body that is left out, or a thing too hard to press with; `wishes`: what was named besides. */
  | { type: 'namedUnfit'; what: Unfit; wishes: Wishes }
  | { type: 'swappedTool'; tool: Tool | null }
  | { type: 'lacksTool'; tool: Tool | null }
  | { type: 'cannotUseFloor' }
  | { type: 'wantedMore' }
  | { type: 'wantedStretches' }
  | { type: 'wantedEasier' }
  | { type: 'wantedShorter' }
  | { type: 'wantedLonger' }
  | { type: 'wantedSlower' }
  | { type: 'wantedMoreCounting' }
  | { type: 'wantedLessCounting' }
  | { type: 'askedTimeLeft' }
  | { type: 'askedPlan' }
  | { type: 'askedDetails' }
  // navigation
  | { type: 'askedHelp' }
  | { type: 'askedToRepeat' }
  | { type: 'wantedNext' }
  | { type: 'wantedPrevious' }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'startedOver' }
  | { type: 'stopped' }
  // the body
  /** `question` names the screening question a report belongs to, when the row alone does not tell. */
  | { type: 'reportedSymptom'; rows: SymptomRow[]; question?: QuestionId }
  | { type: 'saidTooMuch' }
  | { type: 'itEased' }
  | { type: 'itStays' }
  | { type: 'isUnderage' }
  | { type: 'citedDoctor' }
  /** What somebody else has, when it could be read: with a partner's hands the one lying down may be the other. */
  | { type: 'spokeForAnother'; rows?: SymptomRow[] }
  // questions and the rest
  | { type: 'askedPostureTips' }
  | { type: 'askedQuestion'; found: Found }
  /**
   * A symptom in a question that reports none: "what counts as numbness", "what if it tingles". No rows: words of a
   * health question that are no symptom by themselves.
   */
  | { type: 'askedAboutSymptom'; rows: SymptomRow[]; found: Found; question?: QuestionId }
  /** "Walk me through child's pose." */
  | { type: 'askedForExercise'; exercise: string }
  /** The last answer was not what was asked. */
  | { type: 'wantedOther' }
  // memory and alerts
  | { type: 'askedProgress' }
  | { type: 'wantedForgetting' }
  | { type: 'wantedReminder'; when: When }
  /** A day or a time by itself: an answer to when, and to nothing else. */
  | { type: 'toldWhen'; when: When }
  | { type: 'wantedWarmUp' }
  /** How an errand of the turn before went; `permitted`: the listener had just given the permission for it. */
  | { type: 'errandDone'; outcome: Outcome; permitted?: boolean }
  /** What the listener told Alexa when she asked for a permission. */
  | { type: 'permissionAnswered'; permission: Permission; answer: 'granted' | 'denied' | 'unanswered' }
  | { type: 'notUnderstood' };

export type EventType = Event['type'];
