// The one table of what holds in each moment; a new moment states all of it.

import type { Column } from '../domain/symptomTable';
import type { Moment, MomentName, State } from './state';

type Trait =
  /** "Start" is waited for; elsewhere the slot that hears it also catches stray words. */
  | 'awaitsStart'
  /** What cannot be answered as a question counts as a try. */
  | 'countsTries'
  /** A health question is open and can be explained. */
  | 'explains'
  /** Only a symptom or an answer about health leads here: the log does not name it. */
  | 'guarded'
  /** A session of questions alone may be here: it has no place, and wipes none that was kept before it. */
  | 'asksBeside'
  /** The listener may lean on the tool: whatever comes next opens with the release. */
  | 'touches'
  /** There is a plan. */
  | 'guided';

/** Where a question on the way leads back to: here, to "ready" after what was let go of, or to the moment before. */
type WayBack = 'here' | 'ready' | 'before';

interface Row {
  /** Column of the symptom table. */
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
  offeringTips: row('screening', 'help.routine', 'here', 'awaitsStart', 'guarded'),
  offeringGuide: row('screening', 'help.asking', 'here', 'asksBeside'),
  doubting: row('between', 'help.routine', 'here', 'countsTries', 'guarded', 'asksBeside'),
  welcomingBack: row('between', 'help.routine', 'here'),
  rechecking: row('between', 'help.routine', 'here', 'countsTries'),
  restarting: row('between', 'help.routine', 'here', 'awaitsStart'),
  choosing: row('between', 'help.routine', 'here'),
  readying: row('between', 'help.readying', 'here'),
  finding: row('touching', 'help.finding', 'ready', 'touches', 'guided'),
  pressing: row('touching', 'help.routine', 'ready', 'touches', 'guided'),
  checking: row('touching', 'help.checking', 'here', 'guided'),
  feeling: row('touching', 'help.checking', 'here', 'guarded'),
  offering: row('touching', 'help.routine', 'here'),
  stretching: row('stretching', 'help.routine', 'ready', 'guided'),
  between: row('between', 'help.routine', 'here', 'guided'),
  interrupted: row('between', 'help.routine', 'here', 'guided'),
  easing: row('between', 'help.routine', 'here', 'countsTries', 'guarded'),
  locating: row('between', 'help.routine', 'here', 'countsTries', 'guarded'),
  pausing: row('between', 'help.routine', 'here'),
  keepingPlace: row('between', 'help.routine', 'here'),
  forgetting: row('between', 'help.routine', 'before', 'asksBeside'),
  reminding: row('between', 'help.routine', 'before', 'countsTries', 'asksBeside'),
  warmingUp: row('between', 'help.routine', 'before', 'countsTries', 'asksBeside'),
  closing: row('after', 'help.routine', 'here'),
  finished: row('after', 'help.routine', 'here'),
};

/** Whether something holds in a moment. */
export function holds(at: MomentName, trait: Trait): boolean {
  return TABLE[at].is.includes(trait);
}

/** The help sentence of a moment. */
export function helpOf(at: MomentName): string {
  return TABLE[at].help;
}

/** Which column of the symptom table the present moment belongs to; a doubt belongs where it came up. */
export function columnOf({ moment }: Pick<State, 'moment'>): Column {
  if (moment.at === 'doubting') return columnOf({ moment: moment.back });
  // The question at the spot is asked when the routine has been opened.
  if (moment.at === 'screening' && moment.question === 'q9') return 'between';
  return TABLE[moment.at].column;
}

/**
 * The moment that a question on the way leads back to. What was leaned on or held has been let go of by then and waits
 * for "ready"; a question on the way is dropped for the next one.
 */
export function wayBackFrom(moment: Moment): Moment {
  const { wayBack: leads } = TABLE[moment.at];
  if (leads === 'ready') return { at: 'interrupted' };
  return leads === 'before' && 'back' in moment && moment.back ? moment.back : moment;
}
