// The table of what holds in each moment; a new moment must state all of it.

import type { Column } from '../domain/symptomTable';
import type { Moment, MomentName, State } from './state';

type Trait =
  /** The moment waits for "start". In other moments the slot that hears it also catches stray words. */
  | 'awaitsStart'
  /** A question that cannot be answered counts as a try. */
  | 'countsTries'
  /** A health question is open and can be explained. */
  | 'explains'
  /** Only a symptom or an answer about health leads here, so the log does not name the moment. */
  | 'guarded'
  /** A session of questions alone may be here. It has no place and wipes no place kept earlier. */
  | 'asksBeside'
  /** The listener may be leaning on the tool, so the next answer opens with the release. */
  | 'touches'
  /** The moment belongs to a routine, so the state has a plan. */
  | 'guided'
  /** Short words may go on from the last answer: nothing about health is asked, and nothing is felt for or held. */
  | 'followsUp'
  /** Anything may be asked or told here. */
  | 'asksOpenly'
  /** An answer may begin a search or a press, or go on with one: only closed words are heard. */
  | 'mayPress';

/**
 * Where a question leads back to: to the same moment, to "ready" after the listener has let go, or to the moment
 * before.
 */
type WayBack = 'here' | 'ready' | 'before';

interface Row {
  /** The column of the symptom table that holds here. */
  column: Column;
  /** Key of the help sentence. */
  help: string;
  wayBack: WayBack;
  is: readonly Trait[];
}

const row = (column: Column, help: string, wayBack: WayBack, ...is: Trait[]): Row => ({ column, help, wayBack, is });

const TABLE: Readonly<Record<MomentName, Row>> = {
  screening: row('screening', 'help.screening', 'here', 'awaitsStart', 'countsTries', 'explains'),
  reading: row('screening', 'help.routine', 'here', 'awaitsStart', 'countsTries', 'explains'),
  recap: row('screening', 'help.recap', 'here', 'awaitsStart', 'countsTries', 'explains'),
  warned: row('screening', 'help.routine', 'here', 'countsTries', 'guarded'),
  offeringTips: row('screening', 'help.routine', 'here', 'awaitsStart', 'guarded', 'asksOpenly'),
  offeringGuide: row('screening', 'help.asking', 'here', 'asksBeside', 'followsUp', 'asksOpenly'),
  doubting: row('between', 'help.routine', 'here', 'countsTries', 'guarded', 'asksBeside'),
  welcomingBack: row('between', 'help.routine', 'here', 'followsUp'),
  rechecking: row('between', 'help.routine', 'here', 'countsTries'),
  restarting: row('between', 'help.routine', 'here', 'awaitsStart', 'followsUp'),
  choosing: row('between', 'help.routine', 'here', 'followsUp'),
  readying: row('between', 'help.readying', 'here', 'followsUp'),
  fetching: row('between', 'help.readying', 'here', 'followsUp', 'mayPress'),
  finding: row('touching', 'help.finding', 'ready', 'touches', 'guided', 'mayPress'),
  pressing: row('touching', 'help.routine', 'ready', 'touches', 'guided', 'mayPress'),
  worrying: row('touching', 'help.worrying', 'here', 'guarded', 'guided', 'mayPress'),
  checking: row('touching', 'help.checking', 'here', 'guided', 'followsUp'),
  feeling: row('touching', 'help.checking', 'here', 'guarded'),
  offering: row('touching', 'help.routine', 'here', 'followsUp', 'mayPress'),
  stretching: row('stretching', 'help.routine', 'ready', 'guided', 'mayPress'),
  between: row('between', 'help.routine', 'here', 'guided', 'followsUp', 'mayPress'),
  interrupted: row('between', 'help.routine', 'here', 'guided', 'followsUp', 'mayPress'),
  easing: row('between', 'help.routine', 'here', 'countsTries', 'guarded'),
  locating: row('between', 'help.routine', 'here', 'countsTries', 'guarded'),
  pausing: row('between', 'help.routine', 'here', 'followsUp', 'mayPress'),
  keepingPlace: row('between', 'help.routine', 'here', 'followsUp', 'mayPress'),
  forgetting: row('between', 'help.routine', 'before', 'asksBeside'),
  reminding: row('between', 'help.routine', 'before', 'countsTries', 'asksBeside'),
  warmingUp: row('between', 'help.routine', 'before', 'asksBeside'),
  closing: row('after', 'help.routine', 'here'),
  finished: row('after', 'help.routine', 'here'),
};

/** Whether `trait` holds in the moment `at`. */
export function holds(at: MomentName, trait: Trait): boolean {
  return TABLE[at].is.includes(trait);
}

/** The key of the help sentence of a moment. */
export function helpOf(at: MomentName): string {
  return TABLE[at].help;
}

/**
 * The column of the symptom table that holds in the present moment. A doubt belongs to the moment in which it came up.
 */
export function columnOf({ moment }: Pick<State, 'moment'>): Column {
  if (moment.at === 'doubting') return columnOf({ moment: moment.back });
  // Q9 is asked after the routine has been opened.
  if (moment.at === 'screening' && moment.question === 'q9') return 'between';
  return TABLE[moment.at].column;
}

/**
 * The moment to which a question leads back. By then the listener has let go of the tool or the stretch, which waits
 * for "ready". A question about a reminder, a warm-up or forgetting leads back to the moment before it.
 */
export function wayBackFrom(moment: Moment): Moment {
  const { wayBack: leads } = TABLE[moment.at];
  if (leads === 'ready') return { at: 'interrupted' };
  return leads === 'before' && 'back' in moment && moment.back ? moment.back : moment;
}
