// The questions that the walk asks, and what it says to the answers.

import type { Event, Found } from '../../../lambda/dialogue/event';

const asked = (nearness: Found['nearness'], ...ids: string[]): Event => ({
  type: 'askedQuestion',
  found: { topics: ids, nearness },
});

/** About pressing, and further of the same; about getting help; about warmth and two more, none of them sure. */
const ABOUT_PRESSING = asked('meant', 'how-hard-to-press', 'how-it-should-feel');
const ABOUT_HELP = asked('meant', 'when-to-see-someone');
const ABOUT_WARMTH = asked('likely', 'heat-how', 'how-long-to-press', 'posture-tips');

/** Every way in which a question can be found, or not. */
export const QUESTIONS: readonly Event[] = [
  ABOUT_PRESSING,
  ABOUT_HELP,
  ABOUT_WARMTH,
  asked('near', 'knots', 'how-hard-to-press', 'heat-or-cold'),
  asked('nothing'),
  asked('long'),
];

const WHAT_IF: Found = { topics: ['what-if-numb'], nearness: 'meant' };
const NUMBNESS: Event = { type: 'askedAboutSymptom', rows: ['numb'], found: WHAT_IF };

const THINNERS: Event = {
  type: 'askedAboutSymptom',
  rows: ['standing'],
  question: 'q7',
  found: { topics: [], nearness: 'nothing' },
};
/** Symptoms in a question that reports none: one felt, one of the past, and words that are no symptom. */
/** "My leg was numb, but it's better now." */
const TOLD: Event = {
  type: 'askedAboutSymptom',
  rows: ['numb'],
  found: { topics: [], nearness: 'nothing' },
  told: true,
};

export const DOUBTS: readonly Event[] = [
  NUMBNESS,
  TOLD,
  THINNERS,
  { type: 'askedAboutSymptom', rows: [], found: { topics: ['emergency-signs'], nearness: 'meant' } },
];

export const BY_NAME: readonly Event[] = [
  { type: 'askedForExercise', exercise: 'childs-pose' },
  { type: 'askedForExercise', exercise: 'shoulder-shrugs' },
];

/** One question, one doubt, one exercise by its name. */
export const ASKED_BESIDE: readonly Event[] = [ABOUT_PRESSING, NUMBNESS, ...BY_NAME.slice(0, 1)];

/** "I have a headache." */
export const HEADACHE: Event = { type: 'saidVague', head: true };

const MORE: Event = { type: 'wantedMore' };
const OTHER: Event = { type: 'wantedOther' };
const NO: Event = { type: 'saidNo' };
const READY: Event = { type: 'wasReady' };
const STRAY: Event = { type: 'notUnderstood' };

/** What is said to an answer, one thing after another; each is judged like anything else that is said. */
const TO_AN_ANSWER: readonly (readonly Event[])[] = [[READY], [MORE], [ABOUT_HELP, READY]];
const TO_ONE_OF_THREE: readonly (readonly Event[])[] = [[OTHER, OTHER, OTHER]];
const TO_A_DOUBT: readonly (readonly Event[])[] = [[NO], [{ type: 'saidYes' }], [STRAY, STRAY]];

/** What is tried after an event, once its answer was heard to its end. */
export function repliesTo(event: Event, beside: boolean): readonly (readonly Event[])[] {
  if (event === ABOUT_PRESSING) return beside ? TO_AN_ANSWER.slice(0, 1) : TO_AN_ANSWER;
  if (event === ABOUT_WARMTH) return TO_ONE_OF_THREE;
  if (event === NUMBNESS) return beside ? TO_A_DOUBT.slice(0, 1) : TO_A_DOUBT;
  return event === THINNERS || event === HEADACHE ? TO_A_DOUBT.slice(0, 2) : [];
}

/** "The first one", "the second one", "that one"; "why" and "with a roller" after an answer. */
export const FOLLOW_UPS: readonly Event[] = [
  { type: 'askedWhy', followUp: { topics: ['how-long-to-press'], nearness: 'meant' } },
  { type: 'chose', wishes: { tool: 'roller' }, followUp: { topics: ['roller-how'], nearness: 'meant' } },
  { type: 'saidSomewhat', picks: 'first' },
  { type: 'wantedMore', picks: 'second' },
  { type: 'askedToRepeat', picks: 'either' },
];
