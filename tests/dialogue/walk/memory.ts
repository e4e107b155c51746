// What the walk itself remembers of a session, beside the state that it judges.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { QuestionId } from '../../../lambda/domain/healthQuestions';
import type { SymptomRow } from '../../../lambda/domain/symptom';
import type { When } from './cells';
import type { Instant } from './instants';
import type { World } from './world';

/** A symptom that was only asked about, and where the conversation was. */
export interface Doubt {
  rows: SymptomRow[];
  whens: When[];
  heard: Turn | null;
  instant: Instant;
}

export interface PressedSpot {
  ms: number;
  /** The strongest it was called. */
  strength: number;
  /** Where it was last looked for, as it was heard: the tool, the region and the side. */
  where: string;
}

/** Whether a few questions may stand for all: not, for a voice that is known, or once it is asked who speaks. */
export type MayReturn = 'no' | 'known' | 'asksWho';

/** The walk's own memory; nothing in it is read from the state that is being judged. */
export interface History {
  /** Questions with a clear no that still stands. */
  noes: QuestionId[];
  /** Questions whose yes of class E or D was taken back: one more no than usual is owed. */
  owed: QuestionId[];
  /** The health question asked last, for what asks once more without naming it. */
  question: QuestionId | null;
  /** The outcome that was spoken and not lifted yet. */
  standing: 'E' | 'D' | 'C' | null;
  /** The recap, or the list of the other form, was heard after the last question. */
  listHeard: boolean;
  /** After the last question of a return visit "If that's right, say start." was heard, and to whom it was said. */
  backHeard: MayReturn;
  mayReturn: MayReturn;
  /** R0 was not denied: whoever answers is not the one who passed all questions before. */
  guest: boolean;
  /** The screening was passed and "start" was said; or the re-check took a passed one up. */
  open: boolean;
  /** How "start" has just opened it: after all questions, the few of a return visit, or one question. */
  justOpened: 'full' | 'return' | 'recheck' | null;
  /** What opened it was all questions; those of a kept place count. */
  full: boolean;
  /** A kept place may be taken up by one question, and that question had a clear no. */
  recheck: 'none' | 'possible' | 'answered';
  /** A break was taken: one question is due before anything is guided. */
  paused: boolean;
  /** When that break began, in milliseconds since 1970. */
  pausedAtMs: number;
  /** A symptom was told. */
  told: boolean;
  /** What was told after which no few questions stand for all, in words; null: nothing. */
  voided: string | null;
  /** How often something was too much. */
  tooMuch: number;
  /** An age of seventy or more was told. */
  old: boolean;
  /** Remarks that the present hold has gone on after. */
  remarks: number;
  /** Q9 was answered with a clear no. */
  skin: boolean;
  /** Something was reported after which nothing may press. */
  pressOff: boolean;
  /** The skin was reported: no warmth either. */
  skinAlone: boolean;
  /** What the session has been so far: nothing, questions alone, something else, or more with the first words said. */
  begun: 'not' | 'asking' | 'otherwise' | 'routine';
  /** The last thing heard was an answer, and what was said speaks of it. */
  answered: boolean;
  /** "Do you have that now?" is open. */
  doubt: Doubt | null;
  spots: PressedSpot[];
  startedAtMs: number | null;
  /** How often the present question was answered with "not sure". */
  notSure: number;
}

export interface Step {
  heard: Turn | null;
  instant: Instant;
  event: Event;
  turn: Turn;
  nowMs: number;
  world: World;
  /** What is known of the kept place that may be taken up. */
  kept: KeptHistory;
}

/** What is known of a kept place beside what the store holds. */
export interface KeptHistory {
  spots: PressedSpot[];
  skin: boolean;
  /** All questions were answered in its session. */
  full: boolean;
  startedAtMs: number | null;
}

export const NOTHING_KEPT: KeptHistory = { spots: [], skin: false, full: false, startedAtMs: null };

/** `mayRecheck`: one question may take the kept place up. */
export function newHistory(kept: KeptHistory, mayRecheck: boolean, mayReturn: MayReturn): History {
  return {
    noes: [],
    owed: [],
    question: null,
    standing: null,
    listHeard: false,
    backHeard: 'no',
    mayReturn,
    guest: false,
    open: false,
    justOpened: null,
    full: false,
    recheck: mayRecheck ? 'possible' : 'none',
    paused: false,
    pausedAtMs: 0,
    told: false,
    voided: null,
    tooMuch: 0,
    old: false,
    remarks: 0,
    skin: false,
    pressOff: false,
    skinAlone: false,
    begun: 'not',
    answered: false,
    doubt: null,
    spots: kept.spots,
    startedAtMs: mayRecheck ? kept.startedAtMs : null,
    notSure: 0,
  };
}
