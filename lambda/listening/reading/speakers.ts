// Tells the speaker from other people in a sentence.

import type { Vocabulary } from '../vocabulary';

/** Another person, who is not only pictured: "like someone sits on it". */
export function isPersonAt(words: readonly string[], at: number, { people, likening }: Vocabulary): boolean {
  return people.includes(words[at] ?? '') && !likening.includes(words[at - 1] ?? '');
}

/** "My" is the speaker's own, but not in "my husband", "my older sister" and "a friend of mine". */
export function isOwnAt(words: readonly string[], at: number, { own, people, insideDenial }: Vocabulary): boolean {
  const around = [
    ...words.slice(at + 1, at + 3),
    ...(insideDenial.includes(words[at - 1] ?? '') ? words.slice(at - 2, at - 1) : []),
  ];
  return own.includes(words[at] ?? '') && !around.some((word) => people.includes(word));
}
