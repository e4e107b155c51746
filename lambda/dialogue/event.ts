// Every event of a conversation: what the listener said or what happened, whatever the words were.

import type { Unfit, Wishes } from '../domain/choice';
import type { Tool } from '../domain/exercise';
import type { QuestionId } from '../domain/healthQuestions';
import type { HalfOfDay, ReminderDays, TimeOfDay } from '../domain/reminder';
import type { SymptomRow } from '../domain/symptom';
import type { Permission } from './act';

/** When the listener wants to be reminded, as far as a sentence tells; any part may be missing. */
export interface When {
  days?: ReminderDays;
  time?: TimeOfDay;
  /** "Tomorrow morning". */
  half?: HalfOfDay;
  /** "Half past seven": the half of the day is still open. */
  eitherHalf?: true;
}

/** What a question asks, as far as the answer bank can tell. */
export interface Found {
  /** Ids of topics of the answer bank, the nearest first; empty when nothing comes near. */
  topics: string[];
  /**
   * How near the first topic comes to the question. `meant`: it is what was asked; `likely`: it may be; `near`: it only
   * borders on it; `nothing`: no topic comes near; `long`: the words were too many for a question.
   */
  nearness: 'meant' | 'likely' | 'near' | 'nothing' | 'long';
  /** What is asked about an exercise that is not named: "how long do I hold it". */
  aspect?: string;
}

/**
 * How an errand went. `done`; `refused`: no permission; `full`: there are too many already; `busy`: asked too often;
 * `unsupported`: not on this device; `failed`: turned down, or it could not be asked for; `unreachable`: no answer
 * came, so it may be done; `past`: that time of today is over.
 */
export type Outcome = 'done' | 'refused' | 'full' | 'busy' | 'unsupported' | 'failed' | 'unreachable' | 'past';

export type Event =
  | { type: 'launched' }
  /** The warm-up timer has opened the skill. */
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
  /** `word` is true only when exactly the locale's start word was heard. */
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
  /** A part of the body that is left out, or an object too hard to press with. `wishes`: what else was named. */
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
  /**
   * What another person has, as far as it could be read. With a partner's hands that person may be the one lying down.
   */
  | { type: 'spokeForAnother'; rows?: SymptomRow[] }
  // questions and the rest
  | { type: 'askedPostureTips' }
  | { type: 'askedQuestion'; found: Found }
  /**
   * A question that names a symptom without reporting it: "what counts as numbness", "what if it tingles". It has no
   * rows when it names words of a health question that are no symptom by themselves.
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
  /** A day or a time without anything else; it answers only the question when to remind. */
  | { type: 'toldWhen'; when: When }
  | { type: 'wantedWarmUp' }
  /** How the errand of the turn before went. `permitted`: the listener had just given the permission for it. */
  | { type: 'errandDone'; outcome: Outcome; permitted?: boolean }
  /** How the listener answered Alexa's own question for a permission. */
  | { type: 'permissionAnswered'; permission: Permission; answer: 'granted' | 'denied' | 'unanswered' }
  | { type: 'notUnderstood' };

export type EventType = Event['type'];
