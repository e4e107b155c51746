// The state of one session: the present moment, and everything the session knows.

import type { Wishes } from '../domain/choice';
import type { Side, Tool } from '../domain/exercise';
import type { QuestionId, Visit } from '../domain/healthQuestions';
import type { Counting, HoldLength } from '../domain/hold';
import type { HoldLead } from '../domain/pressTimeline';
import type { HalfOfDay, ReminderDays, TimeOfDay } from '../domain/reminder';
import type { Plan, Usual } from '../domain/routine';
import type { SymptomRow } from '../domain/symptom';
import type { Act } from '../domain/timeline';
import type { Tones } from '../domain/tones';

/** Raised whenever the shape below changes. A state of another version is dropped. */
export const STATE_VERSION = 6;

/** Stands among the things heard when the muscle was warmed before the session. */
export const WARMED = 'warmUp.over';

/** Where in the routine the listener is, or will go on. */
export interface RoutinePlace {
  part: 'find' | 'press' | 'pin' | 'stretch' | 'close';
  /** Index of the stretching unit, when `part` is stretch. */
  unit: number;
  /** Seconds left of a hold or movement that was broken off; absent when it starts at its beginning. */
  restSeconds?: number;
}

/** How often each kind of unclear answer has been given to the present question. */
export type Tries = Partial<
  Record<'notSure' | 'explain' | 'repeat' | 'repeatRow' | 'unrelated' | 'skip' | 'unclear', number>
>;

/** Why the routine is closed for this session, and which sentences say so. */
export interface Closed {
  outcome: 'E' | 'D' | 'C';
  /** Keys of the outcome sentences that were spoken. */
  lines: string[];
  /** The screening question that is asked again after "go back". */
  question: QuestionId;
  /** The question "Is it on both sides, or getting worse?" is still open. */
  asksBothSides?: boolean;
}

/**
 * How a health question is asked once more: as a closed question after a qualified no or vague words, or as "Is it new or
 * worse today?"
 */
export const SURES = ['qualified', 'vague', 'new'] as const;
export type Sure = (typeof SURES)[number];

export const CHOICE_QUESTIONS = [
  'spot',
  'region',
  'side',
  'usual',
  'tool',
  'minutes',
  'place',
  'mend',
  'stretchesInstead',
] as const;
export type ChoiceQuestion = (typeof CHOICE_QUESTIONS)[number];

/** Each moment by its name, with what it holds; the union of moments follows from it. */
interface Moments {
  screening: { question: QuestionId; tries: Tries; noesHeard: number; sure?: Sure };
  reading: { tries: Tries };
  recap: { tries: Tries };
  /** `sure`: the question on both sides is asked once more. */
  warned: { closed: Closed; tries: Tries; sure?: Sure };
  offeringTips: object;
  offeringGuide: { tries: Tries };
  /** `head`: the doubt is about a headache. */
  doubting: { rows: SymptomRow[]; question?: QuestionId; head?: true; back: Moment; tries: Tries };
  welcomingBack: { screened: boolean; tries: Tries };
  /** `person`: somebody else may be here now. */
  rechecking: { after: 'pause' | 'person'; back: Moment; tries: Tries } | { after: 'loss'; tries: Tries };
  restarting: { tries: Tries };
  choosing: { asks: ChoiceQuestion; tries: Tries };
  /** `atRest`: after a soreness of eight or more, whether the pain is there at rest. */
  readying: { asks: 'soreness' | 'atRest'; tries: Tries };
  /** Something is being fetched; `back`: where the routine waits. */
  fetching: { back: Moment };
  /** `sinceMs`: when the listener began to feel for the spot, in milliseconds since 1970. */
  finding: { round: number; sinceMs: number | null; tries: Tries };
  /** `remarks`: harmless ones in the present hold. `leftMs`: of it when the answer begins, set while a turn is decided. */
  pressing: { remarks?: number; leftMs?: number };
  /** "Is anything wrong?", after words in a hold that were not understood. `limb`: they were about an arm or a leg. */
  worrying: { limb?: true };
  /** `least`: after "too much" a number below this counts as this. */
  checking: { tries: Tries; least?: number };
  feeling: { about: 'sharp' | 'numb'; tries: Tries };
  offering: { what: 'second' | 'lighter' | 'pin' | 'stretches'; tries: Tries };
  stretching: object;
  between: object;
  /** `unheard`: the device could not play what was sent, and this has not been said yet. */
  interrupted: { unheard?: boolean };
  easing: { row: 'numb' | 'sharp' | 'dizzy'; resting: boolean; question?: QuestionId; tries: Tries };
  locating: { tries: Tries };
  /** `sinceMs`: when the break began, in milliseconds since 1970. */
  pausing: { back: Moment; sinceMs: number };
  keepingPlace: { back: Moment; sinceMs: number };
  forgetting: { back: Moment; tries: Tries };
  /** `asks`: what the reminder still lacks. While it is `halfDay`, the hour of `time` may be either of two. */
  reminding: {
    asks: 'days' | 'time' | 'halfDay' | 'confirm';
    days?: ReminderDays;
    time?: TimeOfDay;
    half?: HalfOfDay;
    back: Moment;
    tries: Tries;
  };
  warmingUp: { first: boolean; back: Moment };
  closing: { asks: 'numb' | 'soreness'; tries: Tries };
  finished: object;
}

export type MomentName = keyof Moments;
/** One moment, or some of them, by name. */
export type MomentAt<N extends MomentName> = { [K in N]: { at: K } & Moments[K] }[N];
export type Moment = MomentAt<MomentName>;
export type Reminding = MomentAt<'reminding'>;

/** A timed part as it was sent: enough to lay the same slots out again. */
export type Block =
  | { part: 'find' }
  | { part: 'press'; seconds: number; lead: HoldLead; tones?: Tones }
  | { part: 'pin'; reps: number; lead: 'first' | 'back' }
  | { part: 'stretch'; from: number; to: number; restSeconds?: number; intro: boolean; lying: boolean; tones?: Tones }
  | { part: 'quiet'; why: 'pause' | 'easing' | 'fetching'; seconds: number };

/** What the last answer plays, to estimate where the listener was when they spoke. Lengths are in milliseconds. */
export interface Playing {
  /** When the answer left, in milliseconds since 1970. */
  sentAtMs: number;
  /** Estimated length of the words before the timed part. */
  saidMs: number;
  block: Block | null;
  /** Estimated length of the prompt after the timed part. */
  askedMs: number;
  /** The reprompt's words and timed part. They start when the microphone has been open for eight seconds. */
  afterSilence?: { saidMs: number; block: Block };
}

export interface Spot {
  side: Side;
  /** Seconds pressed in this session, rounded up. */
  pressedSeconds: number;
  holds: number;
  pinned: boolean;
  /** The highest number the listener gave for it, one to ten. */
  strength: number | null;
}

export interface Settings {
  pace: 'normal' | 'slow';
  counting: Counting;
  /** Seconds of a hold as wished; docs/safety.md "Length of a hold" says where it is shorter. */
  holdSeconds: HoldLength;
  /** How much is said besides what has to be. */
  talk: 'normal' | 'less';
  /** Soft tones mark the start and the release of a hold, on a device that plays them. */
  sounds: boolean;
  audio: 'apla' | 'ssml';
  /** Where this device gets tones: nowhere once one failed, outside a press until one was played, everywhere after. */
  tones: 'none' | 'trial' | 'all';
}

/** How it is when nobody has asked for anything, on a device of which no tone is known. */
export const USUAL_SETTINGS: Settings = {
  pace: 'normal',
  counting: 'normal',
  holdSeconds: 30,
  talk: 'normal',
  sounds: true,
  audio: 'apla',
  tones: 'none',
};

/** The last answer to a question, for "more", "no, something else" and questions that go on from it. */
export interface Answered {
  /** What was found, the nearest first. */
  topics: string[];
  /** Which of them was answered. */
  index: number;
  /** Parts of that answer already heard; 0 when there was no answer, and the topics were only offered. */
  parts: number;
}

export interface State {
  version: number;
  content: string;
  moment: Moment;
  /** Whether all questions are asked, or the few of a return visit. An outcome makes a full visit of any. */
  visit: Visit;
  /** On a return visit R0 is due. It stays true after anything but a no to it: whose answers follow is not known. */
  asksWho: boolean;
  /** Questions passed with a clear no in this session; kept in the open session only. */
  noes: QuestionId[];
  /** Questions whose yes of class E or D was taken back. They need a second clear no. */
  doubted: QuestionId[];
  /** The eight noes and "start" have been heard in this session, or a short re-check took them up. */
  cleared: boolean;
  /** Cleared before a break: one question has to be answered before anything is guided again. */
  suspended: boolean;
  /** No press may follow in this session, because of a symptom, a strong pain or the skin. */
  pressOff: boolean;
  /** No guided part at all may follow in this session: an outcome E, D or C that "go back" has not lifted. */
  guideOff: boolean;
  /** The short re-check may not take up the place, because of a symptom or a stop for safety. */
  recheckOff: boolean;
  /** The skin was reported before Q9 was asked. */
  skinNoted: boolean;
  /** Q9 has been answered with a clear no. */
  skinClear: boolean;
  wishes: Wishes;
  /** What was chosen last. */
  usual: Usual | null;
  /** The usual was offered in this session, and declined. */
  usualDeclined: boolean;
  lacks: Tool[];
  plan: Plan | null;
  place: RoutinePlace | null;
  spots: Spot[];
  settings: Settings;
  /** The listener is on the floor: getting down is not said again, getting up is. */
  lying: boolean;
  /** Exercises explained in full and sentences said only once, as far as they were heard. */
  heard: string[];
  soreBefore: number | null;
  /** Stretches that were begun, by id. */
  stretched: string[];
  /** The card sent last: whether it came with the end, and how many things done it names. */
  cardSent: { ended: boolean; done: number } | null;
  pauses: number;
  /** Nothing was heard for two minutes: before anything is guided again the question after a pause is due. */
  away: boolean;
  /** How often something was too much. */
  tooMuch: number;
  easier: boolean;
  /** The listener is seventy or older: no roller, no hard ball, no end-range rounding or twist, thirty seconds a hold. */
  gentle: boolean;
  /** When "start" was said, in milliseconds since 1970. The short re-check holds for thirty minutes from then. */
  startedAtMs: number | null;
  playing: Playing | null;
  /** Set while the last thing heard was an answer. */
  answered: Answered | null;
  /** The words before the last prompt, for "repeat"; empty when a timed part followed them. */
  said: Act[];
  /** How often in a row nothing was understood in the present moment. */
  misses: number;
  /** When the listener last said something, in milliseconds since 1970. */
  lastTurnMs: number | null;
}

/** A session in which nothing has been said yet. */
export function createState(contentVersion: string, settings: Settings): State {
  return {
    version: STATE_VERSION,
    content: contentVersion,
    moment: { at: 'screening', question: 'q1', tries: {}, noesHeard: 0 },
    visit: 'full',
    asksWho: false,
    noes: [],
    doubted: [],
    cleared: false,
    suspended: false,
    pressOff: false,
    guideOff: false,
    recheckOff: false,
    skinNoted: false,
    skinClear: false,
    wishes: {},
    usual: null,
    usualDeclined: false,
    lacks: [],
    plan: null,
    place: null,
    spots: [],
    settings,
    lying: false,
    heard: [],
    soreBefore: null,
    stretched: [],
    cardSent: null,
    pauses: 0,
    away: false,
    tooMuch: 0,
    easier: false,
    gentle: false,
    startedAtMs: null,
    playing: null,
    answered: null,
    said: [],
    misses: 0,
    lastTurnMs: null,
  };
}

/** The same tries with one kind counted once more. */
export function countTry(tries: Tries, kind: keyof Tries): Tries {
  return { ...tries, [kind]: (tries[kind] ?? 0) + 1 };
}
