// Tells what was answered, doubted and begun in a session, from what was heard alone.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { History, Step } from './memory';
import { answersIn } from './subjects';
import { whenOf } from './when';

/** What is followed by an answer that "more" and "something else" speak of. */
const ANSWERED: readonly Event['type'][] = [
  'askedQuestion',
  'askedAboutSymptom',
  'wantedMore',
  'askedDetails',
  'wantedOther',
  'swappedTool',
  'askedWhy',
];

/** A session of questions alone: what it asks back is whether to guide, or whether a doubt is a report. */
const onlyAsks = (begun: History['begun'], { asks }: Turn): boolean =>
  begun !== 'otherwise' && /^(guide\.offer|doubt\.ask)$/.test(asks?.key ?? '');

/** What was answered, doubted and begun. */
export function toldMore(history: History, { heard, instant, event, turn }: Step): void {
  if (turn.silent) return;
  history.answered = ANSWERED.includes(event.type) && answersIn(turn).length > 0;
  const said = turn.says.map(({ key }) => key);
  if (said.includes('opening.long') || said.includes('back.welcome')) history.begun = 'routine';
  else if (history.begun !== 'routine') history.begun = onlyAsks(history.begun, turn) ? 'asking' : 'otherwise';
  const raised = event.type === 'askedAboutSymptom' && event.rows.length > 0 ? event.rows : null;
  const { doubt } = history;
  if (turn.asks?.key !== 'doubt.ask') history.doubt = null;
  else if (raised && doubt) history.doubt = { ...doubt, rows: raised };
  else if (raised) history.doubt = { rows: raised, whens: whenOf(heard, instant), heard, instant };
}
