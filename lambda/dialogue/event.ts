// Every event of a conversation: what the listener said or what happened, whatever the words were.

import type { Unfit, Wishes } from '../domain/choice';
import type { Tool } from '../domain/exercise';
import type { QuestionId } from '../domain/healthQuestions';
import type { HoldLength } from '../domain/hold';
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

/** Thanks, "that feels good", "it feels better", and the voice is too low or too loud. */
export const REMARKS = ['thanks', 'good', 'better', 'louder', 'quieter'] as const;
export type Remark = (typeof REMARKS)[number];

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

/** What short words may do besides what they mean by themselves. */
interface GoesOn {
  /** What they ask of the last answer: "how long" after one on warmth. Missing when that is nothing. */
  followUp?: Found;
}

/** How a symptom came to be in doubt. */
interface Doubted {
  head?: true;
  /** It was no question but a statement that takes the symptom back without denying it, or only sounds like one. */
  told?: true;
  /** It sounds like numbness or weakness of an arm or a leg. */
  limb?: true;
}

/** Which of the topics that were offered; "that one" may be either. */
export type Picked = 'first' | 'second' | 'either';

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
  /** `toned`: what failed had tones in it. */
  | { type: 'audioFailed'; toned?: true }
  // answers
  | { type: 'saidYes' }
  | { type: 'saidNo' }
  | { type: 'wasNotSure' }
  /** `picks`: "the first one", which picks one of the topics that were offered last. */
  | { type: 'saidSomewhat'; picks?: Picked }
  | { type: 'mixedAnswer' }
  | { type: 'unclear' }
  | { type: 'saidNone' }
  /**
   * A no that names what it denies: `of` the health questions that ask for it. `fine`: "I'm fine"; `new`: "nothing new".
   * `found`: what the words ask besides, where a no is not waited for.
   */
  | { type: 'denied'; of: QuestionId[] | 'all'; manner: 'plain' | 'fine' | 'new'; found?: Found }
  /** "Not really", "nothing serious". */
  | { type: 'saidQualifiedNo' }
  /** "No more than usual". */
  | { type: 'saidAsUsual' }
  /** "It comes and goes", "only when I move". */
  | { type: 'admitted' }
  /**
   * Words of the body or of another time that answer nothing: "it was yesterday", "I have a cold". `question`: the health
   * question that they may belong to. `limb`: the part is an arm, a leg or what is on it. `unsure`: they say that
   * the speaker does not know.
   */
  | {
      type: 'saidVague';
      past?: true;
      head?: true;
      part?: true;
      limb?: true;
      unsure?: true;
      question?: QuestionId;
      found?: Found;
    }
  /** How many health questions are left. */
  | { type: 'askedHowMany' }
  /** `word` is true only when exactly the locale's start word was heard. */
  | { type: 'saidStart'; word: boolean }
  | { type: 'triedToStart' }
  | { type: 'wasReady' }
  | { type: 'gaveNumber'; number: number }
  | { type: 'wentBack' }
  | { type: 'askedToExplain' }
  | ({ type: 'askedWhy' } & GoesOn)
  // the routine
  | ({ type: 'chose'; wishes: Wishes } & GoesOn)
  | { type: 'askedForRoutine'; wishes: Wishes }
  /** A part of the body that is left out, or an object too hard to press with. `wishes`: what else was named. */
  | { type: 'namedUnfit'; what: Unfit; wishes: Wishes }
  | ({ type: 'swappedTool'; tool: Tool | null } & GoesOn)
  | { type: 'lacksTool'; tool: Tool | null }
  /** "I need to get the ball." `tool`: what is fetched, when it was named. */
  | { type: 'needsToFetch'; tool: Tool | null }
  | { type: 'cannotUseFloor' }
  /** `picks`: "the second one". */
  | { type: 'wantedMore'; picks?: Picked }
  | { type: 'wantedStretches' }
  | { type: 'wantedEasier' }
  | { type: 'wantedShorter' }
  | { type: 'wantedLonger' }
  | { type: 'wantedHold'; seconds: HoldLength }
  | { type: 'wantedLongerHold' }
  | { type: 'wantedShorterHold' }
  | { type: 'wantedSlower' }
  | { type: 'wantedMoreCounting' }
  | { type: 'wantedLessCounting' }
  | { type: 'wantedLessTalk' }
  | { type: 'wantedMoreTalk' }
  | { type: 'wantedSounds' }
  | { type: 'wantedNoSounds' }
  | ({ type: 'askedTimeLeft' } & GoesOn)
  /** A remark that asks for nothing; the list is closed (docs/safety.md "The rules of pressing"). */
  | { type: 'remarked'; remark: Remark }
  | { type: 'askedPlan' }
  | { type: 'askedDetails' }
  // navigation
  | { type: 'askedHelp' }
  /** `picks`: "that one". */
  | { type: 'askedToRepeat'; picks?: Picked }
  | { type: 'wantedNext' }
  | { type: 'wantedPrevious' }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'startedOver' }
  | { type: 'stopped' }
  // the body
  /** `question` names the screening question a report belongs to, when the row alone does not tell. */
  /** `soft`: an odd feeling in a limb and no more ("my hands go a bit funny"). */
  | { type: 'reportedSymptom'; rows: SymptomRow[]; question?: QuestionId; soft?: true }
  /** `limb`: it was said of an arm or a leg, and no word told what. */
  | { type: 'saidTooMuch'; limb?: true }
  | { type: 'itEased' }
  | { type: 'itStays' }
  | { type: 'isUnderage' }
  /** Eighteen or more. */
  | { type: 'saidAge'; years: number }
  | { type: 'citedDoctor' }
  /**
   * What another person has, as far as it could be read, and the question it belongs to. With a partner's hands that
   * person may be the one lying down.
   */
  | { type: 'spokeForAnother'; rows?: SymptomRow[]; question?: QuestionId }
  // questions and the rest
  | { type: 'askedPostureTips' }
  /** `wishes`: what the words wish for where a routine is chosen: "chair stretches" is a topic too. */
  | ({ type: 'askedQuestion'; found: Found; wishes?: Wishes } & GoesOn)
  /**
   * A question that names a symptom without reporting it: "what counts as numbness", "what if it tingles". It has no
   * rows when it names words of a health question that are no symptom by themselves.
   */
  | ({ type: 'askedAboutSymptom'; rows: SymptomRow[]; found: Found; question?: QuestionId } & Doubted)
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
