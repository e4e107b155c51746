// Decides whether what was said leaves an open question about a reminder or a warm-up behind.

import type { Event, EventType } from '../../event';
import type { MomentAt, State } from '../../state';
import { moveTo } from '../../turn';

/** What both questions answer themselves. */
const OF_BOTH: readonly EventType[] = [
  // A question and a doubt are heard out on the way; what is wanted is still known.
  'askedAboutSymptom',
  'askedDetails',
  'askedHelp',
  'askedQuestion',
  'askedToExplain',
  'askedToRepeat',
  'askedWhy',
  'errandDone',
  'gaveNumber',
  'isUnderage',
  'launched',
  'mixedAnswer',
  'notUnderstood',
  'permissionAnswered',
  'resumed',
  'saidNo',
  'saidNone',
  'saidSomewhat',
  'saidStart',
  'saidYes',
  'sessionLost',
  'stopped',
  'triedToStart',
  'unclear',
  'wantedMore',
  'wantedNext',
  'wantedOther',
  'wantedPrevious',
  'warmedUp',
  'wasNotSure',
  'wasReady',
  'wentBack',
];

const STAYS: Readonly<Record<'reminding' | 'warmingUp', ReadonlySet<EventType>>> = {
  reminding: new Set([...OF_BOTH, 'toldWhen', 'wantedReminder']),
  warmingUp: new Set([...OF_BOTH, 'wantedWarmUp']),
};

/** Before anything has been asked, these are the first words of a session like any others. */
const FIRST_WORDS: ReadonlySet<EventType> = new Set([
  'resumed',
  'saidStart',
  'triedToStart',
  'wantedNext',
  'wantedPrevious',
  'wasReady',
  'wentBack',
]);

function staysAt(moment: MomentAt<'reminding' | 'warmingUp'>, event: EventType): boolean {
  if (moment.at === 'warmingUp' && moment.first && FIRST_WORDS.has(event)) return false;
  return STAYS[moment.at].has(event);
}

/**
 * Where something is heard: a wish, a report or a break is heard where the question came up, and the question is
 * left. Null: it came up before anything else, so what is heard are the first words of the session.
 */
export function moveToWhereHeard(state: State, { type: event }: Event): State | null {
  const { moment } = state;
  if (moment.at !== 'reminding' && moment.at !== 'warmingUp') return state;
  if (staysAt(moment, event)) return state;
  return moment.at === 'warmingUp' && moment.first ? null : moveTo(state, moment.back);
}
