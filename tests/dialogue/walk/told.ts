// Tells what was answered, doubted and begun in a session, from what was heard alone.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { SymptomRow } from '../../../lambda/domain/symptom';
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
  begun !== 'otherwise' && /^(guide\.offer|doubt\.(ask|head))$/.test(asks?.key ?? '');

/** What this is; or, to one who has heard it lately, a word of welcome. */
const FIRST_WORDS: readonly string[] = ['opening.long', 'opening.back', 'back.welcome'];

/** The symptom that was only asked about; a headache may be one, whatever was said of it. */
function rowsRaised(event: Event, { asks }: Turn): SymptomRow[] | null {
  if (event.type === 'saidVague' && asks?.key === 'doubt.head') return ['emergency'];
  return event.type === 'askedAboutSymptom' && event.rows.length > 0 ? event.rows : null;
}

/** What was answered, doubted and begun. */
export function toldMore(history: History, { heard, instant, event, turn }: Step): void {
  if (turn.silent) return;
  history.answered = ANSWERED.includes(event.type) && answersIn(turn).length > 0;
  const said = turn.says.map(({ key }) => key);
  if (said.some((key) => FIRST_WORDS.includes(key))) history.begun = 'routine';
  else if (history.begun !== 'routine') history.begun = onlyAsks(history.begun, turn) ? 'asking' : 'otherwise';
  const raised = rowsRaised(event, turn);
  const { doubt } = history;
  if (!turn.asks?.key.startsWith('doubt.')) history.doubt = null;
  else if (raised && doubt) history.doubt = { ...doubt, rows: raised };
  else if (raised) history.doubt = { rows: raised, whens: whenOf(heard, instant), heard, instant };
}
