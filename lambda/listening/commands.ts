// Hears stop, wait and ease off inside a longer sentence.

import { COMMANDS, type Command, type Vocabulary } from './vocabulary';
import { placeOf, wordsIn } from './words';

/** The first command that a text says and does not deny; null when it says none. */
export function commandIn(text: string, vocabulary: Vocabulary): Command | null {
  const { commands, negations } = vocabulary;
  const said = wordsIn(text, vocabulary);
  const says = (phrase: string): boolean => {
    const words = wordsIn(phrase, vocabulary);
    const at = placeOf(words, said);
    const before = said.slice(Math.max(0, at - 2), Math.max(0, at));
    return at >= 0 && !before.some((word) => negations.includes(word));
  };
  return COMMANDS.find((command) => commands[command]?.some(says)) ?? null;
}
