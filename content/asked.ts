// Makes the table of how the answers are asked for of the text files of a language.

import answers from './answers.json';
import { HEAD, type Reader, refuseUnknown, type Section, sectionsIn, wordsOf } from './lines';
import type { Questions } from './questions';

/** What stands before an aspect of an exercise, among topics. */
const OF_EXERCISE = 'exercise.';

/** How the answers are asked for. */
export function questionsIn(read: Reader): Questions {
  const { [HEAD]: head, same } = sectionsIn(read, 'meanings.txt');
  const words = (name: string) => (head?.lists[name] ? wordsOf(head.lists[name], {}) : []);
  const { [HEAD]: _, ...asked } = sectionsIn(read, 'asked.txt');
  const isAspect = (id: string) => id.startsWith(OF_EXERCISE);
  const of = (isMeant: (id: string) => boolean) => Object.entries(asked).filter(([id]) => isMeant(id));
  const topics = Object.fromEntries(of((id) => !isAspect(id)));
  refuseUnknown(topics, answers.topics, 'topic');
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
