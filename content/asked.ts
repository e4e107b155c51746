// Makes the table of how the answers are asked for of the text files of a language.

import answers from './answers.json';
import { HEAD, type Reader, refuseOthers, refuseUnknown, type Section, sectionsIn, wordsOf } from './lines';
import type { Questions } from './questions';

/** What stands before an aspect of an exercise, among topics. */
const OF_EXERCISE = 'exercise.';
/** The lists above the groups of meanings. */
const MEANINGS = ['light', 'endings', 'kinds', 'alone'];

/** How the answers are asked for. */
export function questionsIn(read: Reader): Questions {
  const { [HEAD]: head, same, ...others } = sectionsIn(read, 'meanings.txt');
  refuseUnknown(others, {}, 'list');
  refuseOthers(head, MEANINGS, 'none');
  const words = (name: string) => (head?.lists[name] ? wordsOf(head.lists[name], {}) : []);
  const { [HEAD]: above, ...asked } = sectionsIn(read, 'asked.txt');
  refuseOthers(above, [], 'none');
  const isAspect = (id: string) => id.startsWith(OF_EXERCISE);
  const of = (isMeant: (id: string) => boolean) => Object.entries(asked).filter(([id]) => isMeant(id));
  const topics = Object.fromEntries(of((id) => !isAspect(id)));
  refuseUnknown(topics, answers.topics, 'topic');
  for (const [id, section] of Object.entries(asked)) refuseOthers(section, isAspect(id) ? [] : ['words'], 'lines');
  const wordings = ({ lines }: Section) => lines.flatMap((line) => wordsOf(line, {}));
  return {
    words: {
      light: words('light'),
      endings: words('endings'),
      same: same?.lines.map((line) => wordsOf(line, {})) ?? [],
      kinds: words('kinds'),
      alone: words('alone'),
    },
    topics: Object.fromEntries(
      Object.entries(topics).map(([id, section]) => [
        id,
        { asked: wordings(section), words: section.lists['words'] ? wordsOf(section.lists['words'], {}) : [] },
      ]),
    ),
    aspects: Object.fromEntries(of(isAspect).map(([id, section]) => [id.slice(OF_EXERCISE.length), wordings(section)])),
  };
}
