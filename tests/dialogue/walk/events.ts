// The events that the walk tries: everything a listener may say or the platform may report.

import type { Event, EventType } from '../../../lambda/dialogue/event';
import type { MomentName } from '../../../lambda/dialogue/state';
import type { Wishes } from '../../../lambda/domain/choice';
import { ROWS } from './cells';
import { ASKED_BESIDE, BY_NAME, DOUBTS, FOLLOW_UPS, HEADACHE, QUESTIONS } from './questions';

/** Events that need nothing but their name; the compiler misses none of them. */
type Bare = {
  [T in EventType]: keyof Extract<Event, { type: T }> extends 'type' | 'picks' | 'followUp' | 'limb' ? T : never;
}[EventType];

const BARE: Record<Bare, true> = {
  launched: true,
  warmedUp: true,
  saidYes: true,
  saidNo: true,
  wasNotSure: true,
  saidSomewhat: true,
  mixedAnswer: true,
  unclear: true,
  saidQualifiedNo: true,
  saidAsUsual: true,
  admitted: true,
  askedHowMany: true,
  saidNone: true,
  triedToStart: true,
  wasReady: true,
  wentBack: true,
  askedToExplain: true,
  askedWhy: true,
  cannotUseFloor: true,
  wantedMore: true,
  wantedStretches: true,
  wantedEasier: true,
  wantedShorter: true,
  wantedLonger: true,
  wantedLongerHold: true,
  wantedShorterHold: true,
  wantedSlower: true,
  wantedMoreCounting: true,
  wantedLessCounting: true,
  wantedLessTalk: true,
  wantedMoreTalk: true,
  wantedSounds: true,
  wantedNoSounds: true,
  askedTimeLeft: true,
  askedPlan: true,
  askedDetails: true,
  askedHelp: true,
  askedToRepeat: true,
  wantedNext: true,
  wantedPrevious: true,
  paused: true,
  resumed: true,
  startedOver: true,
  stopped: true,
  saidTooMuch: true,
  itEased: true,
  itStays: true,
  isUnderage: true,
  citedDoctor: true,
  askedPostureTips: true,
  wantedOther: true,
  askedProgress: true,
  wantedForgetting: true,
  wantedWarmUp: true,
  notUnderstood: true,
};

const NUMBERS = [0, 4, 6, 9, 11, 500];

/** Whole routines, chosen so that every tool, region and length is walked: one spot and two, the pin, none. */
export const ROUTINES: readonly Wishes[] = [
  { region: 'upper', side: 'left', tool: 'ball', minutes: 5, place: 'chair' },
  { region: 'middle', side: 'both', tool: 'ball', minutes: 10, place: 'floor' },
  { region: 'lower', side: 'right', tool: 'hook', minutes: 10, place: 'chair' },
  { region: 'upper', side: 'both', tool: 'hands', minutes: 3, place: 'chair' },
  { region: 'middle', side: 'right', tool: 'partner', minutes: 5, place: 'floor' },
  { region: 'lower', side: 'both', tool: 'none', minutes: 10, place: 'floor' },
];

/** Parts of a choice, and choices that do not go together. */
const WISHES: readonly Wishes[] = [
  { region: 'lower' },
  { side: 'both' },
  { tool: 'ball' },
  { tool: 'roller' },
  { minutes: 7 },
  { minutes: 500, place: 'chair' },
  { region: 'lower', tool: 'roller' },
  { region: 'middle', tool: 'hands' },
  {},
];

const bare = (Object.keys(BARE) as Bare[]).map((type) => ({ type }) as Event);

const DAILY = { days: 'daily', time: { hour: 19, minute: 0 } } as const;

/** What is told when Alexa has asked for a permission. */
export const PERMISSIONS: readonly Event[] = (['granted', 'denied', 'unanswered'] as const).flatMap(
  (answer): Event[] => [
    { type: 'permissionAnswered', permission: { of: 'reminders', reminder: DAILY }, answer },
    { type: 'permissionAnswered', permission: { of: 'timers' }, answer },
  ],
);

/**
 * A reminder asked for with nothing and with everything told; an answer that belongs to one; a permission out of the
 * blue.
 */
const alerts: readonly Event[] = [
  { type: 'wantedHold', seconds: 60 },
  { type: 'wantedHold', seconds: 45 },
  { type: 'needsToFetch', tool: null },
  { type: 'denied', of: ['q3'], manner: 'plain' },
  { type: 'denied', of: 'all', manner: 'fine' },
  { type: 'denied', of: 'all', manner: 'new' },
  { type: 'saidVague' },
  { type: 'saidVague', part: true, limb: true },
  { type: 'saidTooMuch', limb: true },
  HEADACHE,
  { type: 'saidAge', years: 72 },
  { type: 'wantedReminder', when: {} },
  { type: 'wantedReminder', when: DAILY },
  { type: 'toldWhen', when: { days: 'tomorrow', half: 'morning' } },
  ...PERMISSIONS.slice(0, 2),
];

/** What a device tells when it could not play a document. */
const FAILURES: readonly Event[] = [{ type: 'audioFailed' }, { type: 'audioFailed', toned: true }];

const filled: Event[] = [
  ...FAILURES,
  ...FOLLOW_UPS,
  { type: 'sessionLost', because: 'silence' },
  { type: 'sessionLost', because: 'error' },
  { type: 'sessionLost', because: 'left' },
  { type: 'saidStart', word: true },
  { type: 'saidStart', word: false },
  ...NUMBERS.map((number): Event => ({ type: 'gaveNumber', number })),
  { type: 'swappedTool', tool: 'hook' },
  { type: 'swappedTool', tool: 'roller' },
  { type: 'swappedTool', tool: 'none' },
  { type: 'lacksTool', tool: null },
  { type: 'lacksTool', tool: 'ball' },
  { type: 'namedUnfit', what: 'neck', wishes: {} },
  { type: 'namedUnfit', what: 'lacrosseBall', wishes: { side: 'both' } },
  { type: 'spokeForAnother' },
  { type: 'spokeForAnother', rows: ['numb'] },
  { type: 'remarked', remark: 'thanks' },
  { type: 'remarked', remark: 'better' },
  ...alerts,
];

/** Every row of the symptom table, some together, one that belongs to a question, and one nobody could read. */
const reports: Event[] = [
  ...ROWS.map((row): Event => ({ type: 'reportedSymptom', rows: [row] })),
  { type: 'reportedSymptom', rows: ['dizzy', 'emergency'] },
  { type: 'reportedSymptom', rows: ['numb', 'weak'] },
  { type: 'reportedSymptom', rows: ['numb', 'standing'] },
  { type: 'reportedSymptom', rows: ['standing'], question: 'q7' },
  { type: 'reportedSymptom', rows: ['numb'], soft: true },
  { type: 'reportedSymptom', rows: [] },
];

const CHOICES: readonly Event[] = [
  ...WISHES.map((wishes): Event => ({ type: 'chose', wishes })),
  ...ROUTINES.map((wishes): Event => ({ type: 'askedForRoutine', wishes })),
];

/** Choices where one stands already: a whole one, one part, a tool that does not fit, nothing. */
const OTHER_CHOICES: readonly Event[] = [
  { type: 'askedForRoutine', wishes: { region: 'middle', side: 'both', tool: 'ball', minutes: 10, place: 'floor' } },
  { type: 'chose', wishes: { side: 'both' } },
  { type: 'chose', wishes: { region: 'lower', tool: 'roller' } },
  { type: 'chose', wishes: {} },
];

/** Questions, symptoms that are only asked about, and exercises by their names. */
const questions: readonly Event[] = [...QUESTIONS, ...DOUBTS, ...BY_NAME];

const EVERYTHING: readonly Event[] = [...bare, ...filled, ...reports, ...questions, ...CHOICES];
const WITHOUT_CHOICES: readonly Event[] = [...bare, ...filled, ...reports, ...questions, ...OTHER_CHOICES];

/** One of each kind, and of reports one for each thing that may follow them. */
const ONE_OF_EACH: readonly Event[] = [
  ...bare,
  ...FAILURES,
  ...ASKED_BESIDE,
  { type: 'sessionLost', because: 'left' },
  { type: 'saidStart', word: true },
  { type: 'gaveNumber', number: 6 },
  { type: 'gaveNumber', number: 9 },
  { type: 'chose', wishes: { region: 'lower', tool: 'roller' } },
  { type: 'askedForRoutine', wishes: { side: 'both' } },
  { type: 'swappedTool', tool: 'hook' },
  { type: 'lacksTool', tool: null },
  { type: 'namedUnfit', what: 'neck', wishes: {} },
  { type: 'spokeForAnother' },
  { type: 'remarked', remark: 'good' },
  ...(['emergency', 'numb', 'sharp', 'standing', 'skin'] as const).map(
    (row): Event => ({ type: 'reportedSymptom', rows: [row] }),
  ),
];

/** Where a reminder or a warm-up is asked about: parts of one, too, and every answer to Alexa's own question. */
const OF_ALERTS: readonly Event[] = [
  ...ONE_OF_EACH,
  ...alerts,
  { type: 'toldWhen', when: { time: { hour: 7, minute: 30 }, eitherHalf: true } },
  ...PERMISSIONS.slice(2),
];

/** Every kind of event; choices in all their variety only where something is chosen. */
export function eventsAt(moment: MomentName | 'opening', beside: boolean): readonly Event[] {
  // A question on the way holds no more of what is said than yes, no and what outranks it.
  if (beside || moment === 'forgetting') return ONE_OF_EACH;
  if (moment === 'reminding' || moment === 'warmingUp') return OF_ALERTS;
  return moment === 'opening' || moment === 'choosing' ? EVERYTHING : WITHOUT_CHOICES;
}

/** An event in a few words, for a path that is printed. */
export function nameOf(event: Event): string {
  const { type, ...rest } = event;
  const values = Object.values(rest).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  return values.length > 0 ? `${type} ${values.join(' ')}` : type;
}
