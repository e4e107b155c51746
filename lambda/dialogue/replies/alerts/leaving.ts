// Decides whether an event leaves an open question about a reminder or a warm-up.

import type { Event, EventType } from '../../event';
import type { MomentAt, State } from '../../state';
import { moveTo } from '../../turn';

/** Events that both questions answer themselves. */
const OF_BOTH: readonly EventType[] = [
  // What answers a health question must not answer the one that waits behind this question.
  'admitted',
  'askedHowMany',
  'denied',
  'saidAsUsual',
  'saidQualifiedNo',
  'saidVague',
  // A question and a doubt are answered on the way; the wish is still known afterwards.
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

/** When nothing else was asked before, these events count as the first words of a session. */
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
 * The state in which an event is heard. A wish, a report or a break leaves the question about a reminder or a warm-up
 * and is heard in the moment before it. Null: there is no moment before it, and the event opens the session.
 */
export function moveToWhereHeard(state: State, { type: event }: Event): State | null {
  const { moment } = state;
  if (moment.at !== 'reminding' && moment.at !== 'warmingUp') return state;
  if (staysAt(moment, event)) return state;
  return moment.at === 'warmingUp' && moment.first ? null : moveTo(state, moment.back);
}
