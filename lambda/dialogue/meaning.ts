// Reads an event in the light of the present moment: the same words mean different things in different moments.

import { fitsOn } from '../domain/choice';
import type { SymptomRow } from '../domain/symptom';
import type { Context } from './context';
import type { Event, Found } from './event';
import { interpretAnswer } from './meaningOfAnswer';
import { isUnheard, isUnrelated } from './moments/questions/answering';
import { followUp } from './moments/questions/following';
import { holds } from './momentTable';
import type { MomentName, State } from './state';

/** Moments in which something is felt for, held or stretched. */
const IN_ACTION = new Set<MomentName>(['finding', 'pressing', 'stretching']);

/** Moments in which the back is pressed, or felt for the spot. */
const TOUCHED = new Set<MomentName>(['finding', 'pressing']);

const POSTURE: Event = { type: 'askedQuestion', found: { topics: ['posture-tips'], nearness: 'meant' } };

/**
 * The event as it is meant in this session. Stray words become `notUnderstood`, words about a symptom may become a
 * report, and words about another person may be about the one under a partner's hands.
 */
export function interpret(state: State, event: Event, context: Context): Event {
  const { at } = state.moment;
  const followed = followUp(state, event, context);
  if (followed) return followed;
  const answered = interpretAnswer(state, event);
  if (answered) return answered;
  switch (event.type) {
    case 'saidStart':
      return !event.word && !holds(at, 'awaitsStart') ? { type: 'notUnderstood' } : event;
    case 'wantedOther':
      if (state.answered) return event;
      return state.plan ? { type: 'swappedTool', tool: null } : { type: 'notUnderstood' };
    case 'askedQuestion':
      if (at === 'choosing' && event.wishes) return { type: 'chose', wishes: event.wishes };
      // In a hold, words that come near no question may have been a complaint.
      if ((at === 'pressing' || at === 'worrying') && isUnheard(event.found)) return { type: 'notUnderstood' };
      return isUnrelated(event.found) && holds(at, 'countsTries') ? { type: 'notUnderstood' } : event;
    case 'askedAboutSymptom':
      if (event.told) return interpretTold(state, event);
      if (asksOfOther(state, event))
        return isAnswerable(event.found) ? { type: 'askedQuestion', found: event.found } : event;
      if (holds(at, 'explains')) return { type: 'askedToExplain' };
      if (event.rows.length === 0) return interpret(state, { type: 'askedQuestion', found: event.found }, context);
      return at === 'warned' ? { type: 'reportedSymptom', rows: event.rows } : event;
    case 'askedPostureTips':
      // After an outcome C the tips were offered, and they end the session. Otherwise they are a plain answer.
      return at === 'warned' && state.moment.closed.outcome !== 'C' ? POSTURE : event;
    case 'saidTooMuch':
      return event.limb && TOUCHED.has(at) ? { type: 'saidVague', part: true, limb: true } : event;
    case 'wantedHold':
      // Before the plan it is one wish among others.
      return !state.cleared || at === 'choosing' ? { type: 'chose', wishes: { holdSeconds: event.seconds } } : event;
    case 'remarked':
      // Where nothing is being done, "it feels better" tells of what was wrong.
      return event.remark === 'better' && !IN_ACTION.has(at) ? { type: 'itEased' } : event;
    case 'toldWhen':
      // "Every day" without a question when to remind is stray words.
      return at === 'reminding' ? event : { type: 'notUnderstood' };
    case 'spokeForAnother':
      return interpretForAnother(state, event);
    case 'needsToFetch': {
      const { moment } = state;
      const asks = holds(at, 'countsTries') && !(moment.at === 'screening' && moment.question === 'q9');
      return asks ? { type: 'notUnderstood' } : event;
    }
    case 'namedUnfit':
      return interpretUnfit(state, event);
    default:
      return event;
  }
}

/** "Could it be a tumor" at a question about the chest asks for no explanation of that question. */
function asksOfOther({ moment }: State, { question }: Extract<Event, { type: 'askedAboutSymptom' }>): boolean {
  return moment.at === 'screening' && question !== undefined && question !== moment.question;
}

const isAnswerable = ({ nearness }: Found): boolean => nearness === 'meant' || nearness === 'likely';

/** A symptom told in doubt is a vague answer to the very question that asks for it, and a doubt anywhere else. */
function interpretTold({ moment }: State, event: Extract<Event, { type: 'askedAboutSymptom' }>): Event {
  if (moment.at === 'warned') return { type: 'reportedSymptom', rows: event.rows };
  // "Is it numb, tingling, or weak?" names what "Do you have that now?" would not.
  if (event.limb && TOUCHED.has(moment.at)) return { type: 'saidVague', part: true, limb: true };
  const isAsked = moment.at === 'screening' && event.question === moment.question;
  return isAsked ? { type: 'saidVague', question: moment.question } : event;
}

/** A lacrosse ball is refused on the low back alone. At a health question only the rest of the wish counts. */
function interpretUnfit(state: State, event: Extract<Event, { type: 'namedUnfit' }>): Event {
  const { what, wishes } = event;
  const region = wishes.region ?? state.plan?.choice.region ?? state.wishes.region;
  if (fitsOn(what, region) && !state.gentle) return { type: 'chose', wishes: { ...wishes, tool: 'ball' } };
  if (!holds(state.moment.at, 'countsTries')) return event;
  return Object.keys(wishes).length > 0 ? { type: 'chose', wishes } : { type: 'notUnderstood' };
}

/** A report about another person counts with a partner's hands, and in an emergency. */
function interpretForAnother(state: State, event: Extract<Event, { type: 'spokeForAnother' }>): Event {
  if (!event.rows || event.rows.length === 0) return event;
  const partner = state.plan?.choice.tool === 'partner' || state.wishes.tool === 'partner';
  const urgent = event.rows.some((row) => EMERGENCIES.has(row));
  if (!partner && !urgent) return event;
  const { rows, question } = event;
  return { type: 'reportedSymptom', rows, ...(question ? { question } : {}) };
}

/** Rows that are an emergency for any person. */
export const EMERGENCIES = new Set<SymptomRow>(['emergency', 'saddle', 'numb-both', 'weak-both']);
