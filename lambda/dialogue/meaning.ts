// What an event means in this session, at this moment.

import { fitsOn } from '../domain/choice';
import type { SymptomRow } from '../domain/symptom';
import type { Event } from './event';
import { isUnrelated } from './moments/questions/answering';
import { holds } from './momentTable';
import type { State } from './state';

const POSTURE: Event = { type: 'askedQuestion', found: { topics: ['posture-tips'], nearness: 'meant' } };

/** What an event means in this session: stray words, words about a symptom, the person under a partner's hands. */
export function interpret(state: State, event: Event): Event {
  const { at } = state.moment;
  switch (event.type) {
    case 'saidStart':
      return !event.word && !holds(at, 'awaitsStart') ? { type: 'notUnderstood' } : event;
    case 'wantedOther':
      if (state.answered) return event;
      return state.plan ? { type: 'swappedTool', tool: null } : { type: 'notUnderstood' };
    case 'askedQuestion':
      return isUnrelated(event.found) && holds(at, 'countsTries') ? { type: 'notUnderstood' } : event;
    case 'askedAboutSymptom':
      if (holds(at, 'explains')) return { type: 'askedToExplain' };
      if (event.rows.length === 0) return interpret(state, { type: 'askedQuestion', found: event.found });
      return at === 'warned' ? { type: 'reportedSymptom', rows: event.rows } : event;
    case 'askedPostureTips':
      // After an outcome C they were offered, and end the session; otherwise they are an answer like any.
      return at === 'warned' && state.moment.closed.outcome !== 'C' ? POSTURE : event;
    case 'toldWhen':
      // "Every day", where nobody asked when: stray words.
      return at === 'reminding' ? event : { type: 'notUnderstood' };
    case 'spokeForAnother':
      return interpretForAnother(state, event);
    case 'namedUnfit':
      return interpretUnfit(state, event);
    default:
      return event;
  }
}

/** A lacrosse ball is one for the low back alone; where a health question is open, only the rest of the wish counts. */
function interpretUnfit(state: State, event: Extract<Event, { type: 'namedUnfit' }>): Event {
  const { what, wishes } = event;
  const region = wishes.region ?? state.plan?.choice.region ?? state.wishes.region;
  if (fitsOn(what, region)) return { type: 'chose', wishes: { ...wishes, tool: 'ball' } };
  if (!holds(state.moment.at, 'countsTries')) return event;
  return Object.keys(wishes).length > 0 ? { type: 'chose', wishes } : { type: 'notUnderstood' };
}

/** With a partner's hands the other person may be the one who lies there. */
function interpretForAnother(state: State, event: Extract<Event, { type: 'spokeForAnother' }>): Event {
  if (!event.rows || event.rows.length === 0) return event;
  const partner = state.plan?.choice.tool === 'partner' || state.wishes.tool === 'partner';
  const urgent = event.rows.some((row) => EMERGENCIES.has(row));
  return partner || urgent ? { type: 'reportedSymptom', rows: event.rows } : event;
}

/** Rows that are an emergency whoever has them. */
export const EMERGENCIES = new Set<SymptomRow>(['emergency', 'saddle', 'numb-both', 'weak-both']);
