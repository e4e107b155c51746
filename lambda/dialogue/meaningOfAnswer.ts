// Reads an answer that is neither a plain yes nor a plain no, in the light of the question it answers.

import type { QuestionId } from '../domain/healthQuestions';
import type { Event } from './event';
import type { State } from './state';

/** A health question that is open: Q1 to Q9, R0 to R4, or Q3b. */
type Open = QuestionId | 'q3b';

type Denied = Extract<Event, { type: 'denied' }>;
type Vague = Extract<Event, { type: 'saidVague' }>;

const NOT_UNDERSTOOD: Event = { type: 'notUnderstood' };
const NO: Event = { type: 'saidNo' };
/** Where no health question is open, how many there are is a question like any other. */
const HOW_MANY: Event = { type: 'askedQuestion', found: { topics: ['how-many-questions'], nearness: 'meant' } };

/** Questions that ask for something new: "nothing new" is a no to them. */
const ASKS_FOR_NEW: ReadonlySet<Open> = new Set<Open>(['q2', 'r3', 'r4']);
/** Questions to which another time is a yes: how it began, what was ever so, what came since the last visit. */
const ASKS_EVER: ReadonlySet<Open> = new Set<Open>(['q5', 'q7', 'q8', 'r3', 'r4']);
/** Moments whose question asks whether something is wrong, so that "I'm fine" is a no. */
const ASKS_WHETHER_WRONG: ReadonlySet<string> = new Set(['rechecking', 'doubting', 'feeling', 'closing', 'worrying']);

/** The health question that is open, or null. */
function openQuestionOf({ moment }: State): Open | null {
  if (moment.at === 'screening') return moment.question;
  return moment.at === 'warned' && moment.closed.asksBothSides ? 'q3b' : null;
}

/** The event as it answers the present question; null for an event that reads the same everywhere. */
export function interpretAnswer(state: State, event: Event): Event | null {
  const open = openQuestionOf(state);
  switch (event.type) {
    case 'denied':
      return open ? denyTo(open, event) : denyElsewhere(state, event);
    case 'saidQualifiedNo':
    case 'saidAsUsual':
      return open ? event : { type: 'unclear' };
    case 'admitted':
      return open ? event : { type: 'saidSomewhat' };
    case 'saidVague':
      return open ? vagueTo(open, event) : vagueElsewhere(state, event);
    case 'askedTimeLeft':
      return open && open !== 'q3b' ? { type: 'askedHowMany' } : event;
    case 'askedHowMany':
      return state.moment.at === 'screening' ? event : HOW_MANY;
    case 'reportedSymptom':
      return event.soft && open && open !== 'q3b' ? { type: 'saidVague', question: 'q3' } : null;
    default:
      return null;
  }
}

/** A no with the very thing asked for is a no; with anything else it answers nothing. It is never a question. */
function denyTo(open: Open, { of, manner }: Denied): Event {
  const isAsked = of === 'all' || of.some((question) => question === open);
  if (!isAsked) return NOT_UNDERSTOOD;
  // Who is speaking, and whether it spreads, is not told by "I'm fine".
  if (manner === 'fine') return open === 'r0' || open === 'q3b' ? NOT_UNDERSTOOD : NO;
  if (manner === 'new') return ASKS_FOR_NEW.has(open) ? NO : { type: 'saidAsUsual' };
  return NO;
}

function denyElsewhere({ moment }: State, { of, manner, found }: Denied): Event {
  if (moment.at === 'easing' || moment.at === 'locating') return NOT_UNDERSTOOD;
  if (manner === 'fine') return ASKS_WHETHER_WRONG.has(moment.at) ? NO : { type: 'unclear' };
  if (of === 'all') return NO;
  if (found) return { type: 'askedQuestion', found };
  if (moment.at === 'doubting') return of.some((question) => question === moment.question) ? NO : NOT_UNDERSTOOD;
  const isNumb = of.includes('q3');
  const asksNumb =
    (moment.at === 'closing' && moment.asks === 'numb') ||
    (moment.at === 'feeling' && moment.about === 'numb') ||
    (moment.at === 'worrying' && moment.limb);
  return moment.at === 'rechecking' || (asksNumb && isNumb) ? NO : NOT_UNDERSTOOD;
}

function vagueTo(open: Open, event: Vague): Event {
  if (event.unsure) return { type: 'wasNotSure' };
  // Of a part of the body anything may have been said: it is no answer, and no more.
  if (event.part) return event.found ? { type: 'askedQuestion', found: event.found } : NOT_UNDERSTOOD;
  return event.past && ASKS_EVER.has(open) ? { type: 'saidSomewhat' } : event;
}

/** Only a headache asks for more where no health question is open; a question is one, and the past was always a yes. */
function vagueElsewhere({ moment, plan, guideOff }: State, event: Vague): Event {
  const { past, head, found } = event;

  const isGuided = !guideOff && (plan !== null || moment.at === 'recap');
  if (head && isGuided)
    return {
      type: 'askedAboutSymptom',
      rows: ['emergency'],
      question: 'q1',
      head: true,
      found: found ?? { topics: [], nearness: 'nothing' },
    };
  // Where something touches the back, words about the body may be a complaint, whatever else they sound like.
  if (!past && (moment.at === 'finding' || moment.at === 'pressing')) return event;
  if (found) return { type: 'askedQuestion', found };
  return past ? { type: 'saidSomewhat' } : NOT_UNDERSTOOD;
}
