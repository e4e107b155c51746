// What the walk itself remembers of a session, beside the state that it judges.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { QuestionId, ScreeningForm } from '../../../lambda/domain/healthQuestions';
import type { SymptomRow } from '../../../lambda/domain/symptom';
import type { When } from './cells';
import type { Instant } from './instants';

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
}

/** The walk's own memory; nothing in it is read from the state that is being judged. */
export interface History {
  /** Questions with a clear no that still stands. */
  noes: QuestionId[];
  /** Questions whose yes of class E or D was taken back: one more no than usual is owed. */
  owed: QuestionId[];
  /** The outcome that was spoken and not lifted yet. */
  standing: 'E' | 'D' | 'C' | null;
  /** The recap, or the list of the other form, was heard after the last question. */
  listHeard: boolean;
  /** The screening was passed and "start" was said; or the re-check took a passed one up. */
  open: boolean;
  /** A kept place may be taken up by one question, and that question had a clear no. */
  recheck: 'none' | 'possible' | 'answered';
  /** A break was taken: one question is due before anything is guided. */
  paused: boolean;
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
  form: ScreeningForm;
  keptSkin: boolean;
}
