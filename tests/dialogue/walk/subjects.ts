// Tells which sentences of an answer inform, and what they are about.

import { topics } from '../../../content';
import type { Turn } from '../../../lambda/dialogue/act';
import type { Subject } from '../../../lambda/domain/topic';
import type { History } from './memory';

/** The subject of every sentence that answers a question. */
const SUBJECTS: ReadonlyMap<string, Subject> = new Map(
  Object.values(topics).flatMap(({ about, title, parts }) =>
    parts
      .flat()
      .filter(({ key }) => key !== title.key)
      .map(({ key }): [string, Subject] => [key, about]),
  ),
);

/** The titles of topics, which are said as an offer. */
const OFFERED: ReadonlyMap<string, Subject> = new Map(
  Object.values(topics)
    .filter(({ title }) => title.key.startsWith('answer.'))
    .map(({ about, title }): [string, Subject] => [title.key, about]),
);

const told = ({ says }: Turn, subjects: ReadonlyMap<string, Subject>): [string, Subject][] =>
  says.flatMap(({ key }): [string, Subject][] => {
    const about = subjects.get(key);
    return about ? [[key, about]] : [];
  });

/** What was told. */
export const answersIn = (turn: Turn): [string, Subject][] => told(turn, SUBJECTS);

/** Still told after an outcome of class E, D or C. */
const AFTER_OUTCOME: readonly Subject[] = ['posture', 'breathing', 'see-someone'];

const isClosed = (about: Subject, { standing, pressOff, skinAlone }: History): string | null => {
  // What lies outside is declined, in one sentence.
  if (about === 'out') return null;
  if (standing && !AFTER_OUTCOME.includes(about)) return `an outcome of class ${standing}`;
  if (pressOff && (about === 'pressing' || about === 'oils')) return 'pressing was closed';
  return skinAlone && about === 'heat' ? 'the skin was to be left alone' : null;
};

/** Nothing is told, nor offered to be told, about what a report has closed. */
export function subjectFaults({ turn, after }: { turn: Turn; after: History }): string[] {
  return [...answersIn(turn), ...told(turn, OFFERED)].flatMap(([key, about]) => {
    const because = isClosed(about, after);
    return because ? [`tells about ${about} (${key}) after ${because}`] : [];
  });
}
