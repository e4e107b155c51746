// Reads what was said as an answer to the prompt that was open, the walk's own way.

import type { Turn } from '../../../lambda/dialogue/act';
import type { Event } from '../../../lambda/dialogue/event';
import type { QuestionId } from '../../../lambda/domain/healthQuestions';
import type { Instant } from './instants';

/** The health question of a prompt, asked in full or as a closed question; null for any other prompt. */
export const questionAsked = (key: string | null | undefined): QuestionId | null =>
  (/^screening\.([qr]\d)\.(ask|sure)$/.exec(key ?? '')?.[1] as QuestionId | undefined) ?? null;

/** The questions that ask for something new: "nothing new" is a no to them. */
const ASKS_FOR_NEW: readonly QuestionId[] = ['q2', 'r3', 'r4'];

/** Prompts that ask whether something is wrong: "I'm fine" is a no to them. */
const ASKS_WHETHER_WRONG = /^(recheck\.(pause|loss)|doubt\.|feeling\.|close\.|worry\.)/;

/** Whether something is a clear no to a prompt. `question`: the health question that is open. */
export function isNo(event: Event, prompt: string | null, question = questionAsked(prompt)): boolean {
  if (event.type === 'saidNo' || event.type === 'saidNone') return true;
  return event.type === 'denied' && denies(event, prompt ?? '', question);
}

function denies({ of, manner }: Extract<Event, { type: 'denied' }>, prompt: string, question: QuestionId | null) {
  if (question) {
    if (of !== 'all' && !of.includes(question)) return false;
    if (manner === 'fine') return question !== 'r0';
    return manner === 'plain' || ASKS_FOR_NEW.includes(question);
  }
  if (/^(easing\.|sharp\.)/.test(prompt)) return false;
  if (manner === 'fine') return ASKS_WHETHER_WRONG.test(prompt);
  if (of === 'all') return prompt !== 'screening.q3b' || manner === 'plain';
  return (
    /^recheck\.(pause|loss)$/.test(prompt) ||
    (of.includes('q3') && /^((close|feeling)\.numb|worry\.limb)$/.test(prompt))
  );
}

export const isYes = ({ type }: Event): boolean =>
  ['saidYes', 'saidSomewhat', 'mixedAnswer', 'admitted'].includes(type);

export const isDoubtful = (event: Event): boolean => isYes(event) || event.type === 'wasNotSure';

/** The prompt the event answers: the one last heard, unless something else is sounding. */
export const promptAnswered = (heard: Turn | null, instant: Instant): string | null =>
  instant.asked ? (heard?.asks?.key ?? null) : null;

/** Half a yes and half a no to "Is someone new using this today?": whoever does not clearly deny it may be. */
export const MAY_BE_NEW: readonly Event['type'][] = [
  'saidYes',
  'saidSomewhat',
  'mixedAnswer',
  'wasNotSure',
  'unclear',
  'notUnderstood',
  'saidQualifiedNo',
  'saidAsUsual',
  'admitted',
  'saidVague',
  'spokeForAnother',
];
