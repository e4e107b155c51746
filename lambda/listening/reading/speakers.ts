// Tells the speaker from other people in a sentence.

import type { Vocabulary } from '../vocabulary';

/** Another person, who is not only pictured: "like someone sits on it". */
export function isPersonAt(words: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  return namesPersonAt(words, at, vocabulary) && !vocabulary.likening.includes(words[at - 1] ?? '');
}

/** Whether a person is named by one word or by some: "sister", "the little one". */
export function namesPersonAt(words: readonly string[], at: number, { people }: Vocabulary): boolean {
  return [1, 2, 3].some((count) => people.includes(words.slice(at, at + count).join(' ')));
}

/** "My" is the speaker's own, but not in "my husband", "my older sister" and "a friend of mine". */
export function isOwnAt(words: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  const around = [at, at + 1, at + 2, ...(vocabulary.insideDenial.includes(words[at - 1] ?? '') ? [at - 2] : [])];
  return vocabulary.own.includes(words[at] ?? '') && !around.some((one) => namesPersonAt(words, one, vocabulary));
}
