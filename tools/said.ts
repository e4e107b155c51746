// What people asked, what they said of symptoms, and what they said that tells of none: tests/questions/tuned.

import { markOf } from '../content/learnt';
import type { QuestionId } from '../lambda/domain/healthQuestions';
import { classOf, NONE } from '../lambda/listening/suspicion';
import type { Wordings } from './clauses';
import { type Sets, setsOf } from './scoring/sets';

/** The language that they are in. */
const LANGUAGE = 'en';

/** The sentences in a language; none where nobody has written any. */
export const saidIn = (language: string): Sets | null => (language === LANGUAGE ? setsOf('tuned') : null);

/** Tells these sentences from those of any other build. */
export const markOfSaid = (sets: Sets | null): number => markOf(JSON.stringify(sets));

/**
 * Sentences by the class of the symptom that they plainly tell of; questions and clear noes tell of none. `questionOf`:
 * the health question that a sentence answers with yes, by which the symptoms of a row are told apart; a sentence for
 * which there is none of `classes` is left out.
 */
export function saidByClass(
  { statements, questions, answers }: Sets,
  classes: readonly string[],
  questionOf: (said: string) => QuestionId | undefined,
): Wordings {
  const told = statements.flatMap(({ said, rows: [row], supposed }): [string, string[]][] => {
    if (supposed) return [];
    if (!row) return [[NONE, [said]]];
    const ofRow = classes.filter((name) => name.split(' ')[0] === row);
    const question = ofRow.length > 1 ? questionOf(said) : undefined;
    const name = ofRow.length > 1 ? classOf(question ? { row, question } : { row }) : ofRow[0];
    return name && classes.includes(name) ? [[name, [said]]] : [];
  });
  const harmless = [...questions, ...answers.filter(({ means }) => means === 'no')];
  return [...told, [NONE, harmless.map(({ said }) => said)]];
}

/** The topic of things that have nothing to do with knots. */
const UNRELATED = 'unrelated';

/** Questions by the topic that they are about first of all; those that are declined are of unrelated things. */
export function askedByTopic({ questions }: Sets, topics: readonly string[]): Wordings {
  return questions.flatMap(({ said, expect: [first = ''] }): [string, string[]][] => {
    const topic = first === 'decline' ? UNRELATED : first;
    return topics.includes(topic) ? [[topic, [said]]] : [];
  });
}
