// Tells in which turns the whole sentence is asked for, whatever is said.

import type { Turn } from './act';
import type { Event } from './event';
import { holds } from './momentTable';
import type { ChoiceQuestion } from './state';

/** Questions of the plan that may be answered with anything; the others have a few answers each. */
const OPEN_CHOICES: readonly ChoiceQuestion[] = ['spot', 'region', 'mend'];

/** After these the listener is likely to say something in words of their own. */
const LEADS_TO_WORDS: readonly Event['type'][] = [
  'notUnderstood',
  'unclear',
  'askedQuestion',
  'askedHelp',
  'askedToExplain',
  'askedAboutSymptom',
  'wantedOther',
];

/**
 * Marks a turn in which anything may be said. A turn with a timed part is none, nor one whose answer may begin a press:
 * there a go word and a symptom behind it must not arrive as one sentence that is only half read.
 */
export function markOpen(turn: Turn, event: Event): Turn {
  const { moment, answered } = turn.state;
  if (!turn.asks || turn.plays.length > 0 || turn.permission || holds(moment.at, 'mayPress')) return turn;
  const asksOpenly = holds(moment.at, 'asksOpenly') || (moment.at === 'choosing' && OPEN_CHOICES.includes(moment.asks));
  return asksOpenly || answered || LEADS_TO_WORDS.includes(event.type) ? { ...turn, isOpen: true } : turn;
}
