// Splits a text into words, and finds a phrase among them.

/** A text is read no further than this, in characters; nobody says more in one sentence. */
const LONGEST_READ = 2000;

/** What most texts of the content are: words that need nothing taken off. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** The words of a text in lower case, without markup, signs and stray apostrophes. */
export function wordsIn(text: string): string[] {
  if (text.length <= LONGEST_READ && PLAIN.test(text)) return text.split(' ');
  const plain = text
    .slice(0, LONGEST_READ)
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'");
  const words = plain.match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.map((word) => word.replace(/^'+|'+$/g, '')).filter((word) => word);
}

/** How a language runs words together, and what they are apart: "cant" is "can't", "arm's" is "arm is". */
export interface Contractions {
  /** Words, or two words together, that are written in more ways than one. */
  contractions: Readonly<Record<string, string>>;
  /** Endings that are words of their own. */
  endings: Readonly<Record<string, string>>;
  /** Words with such an ending that are listed as they are. */
  wholeWords: readonly string[];
}

/** The words of a text, each in the one form that the lists know. */
export function plainWordsIn(text: string, spelling: Contractions): string[] {
  return spellPlainly(wordsIn(text), spelling);
}

/** The words of a phrase of the content, which is in lower case and has no signs but a few stops. */
export function listedWordsIn(phrase: string, spelling: Contractions): string[] {
  return phrase.includes('.') ? plainWordsIn(phrase, spelling) : spellPlainly(phrase.split(' '), spelling);
}

function spellPlainly(words: readonly string[], contractions: Contractions): string[] {
  const { pairs, partsOf } = spellingOf(contractions);
  const apart: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const pair = pairs.get(word)?.get(words[at + 1] ?? '');
    if (pair) at++;
    apart.push(...(pair ?? partsOf(word)));
  }
  return apart;
}

/** Contractions as they are looked up, some ten thousand times in the lists of a language. */
interface Spelling {
  /** What two words together are, by the first and the second. */
  pairs: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** The words that one word is made of. */
  partsOf(word: string): readonly string[];
}

const spellings = new WeakMap<Contractions, Spelling>();

function spellingOf(contractions: Contractions): Spelling {
  const spelling = spellings.get(contractions) ?? createSpelling(contractions);
  spellings.set(contractions, spelling);
  return spelling;
}

function createSpelling({ contractions, endings, wholeWords }: Contractions): Spelling {
  const pairs = new Map<string, Map<string, readonly string[]>>();
  const known = new Map<string, readonly string[]>(wholeWords.map((word) => [word, [word]]));
  for (const [written, meant] of Object.entries(contractions)) {
    const [first = '', second] = written.split(' ');
    const parts = meant.split(' ');
    if (second === undefined) known.set(first, parts);
    else pairs.set(first, (pairs.get(first) ?? new Map<string, readonly string[]>()).set(second, parts));
  }
  return { pairs, partsOf: (word) => known.get(word) ?? withoutEnding(word, endings) };
}

function withoutEnding(word: string, endings: Contractions['endings']): readonly string[] {
  for (const ending in endings) {
    const isLonger = word.length > ending.length && word.endsWith(ending);
    if (isLonger) return [word.slice(0, -ending.length), endings[ending] ?? ''];
  }
  return [word];
}

/** Where `phrase` stands in `words` from `from` on, or -1. */
export function placeOf(phrase: readonly string[], words: readonly string[], from = 0): number {
  if (phrase.length === 0) return -1;
  for (let at = from; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, index) => words[at + index] === word)) return at;
  }
  return -1;
}

/** The id whose longest phrase stands in the text; undefined when none does. */
export function longestIn<Id extends string>(
  words: readonly string[],
  table: Partial<Record<Id, readonly string[]>>,
): { id: Id; at: number; length: number } | undefined {
  let found: { id: Id; at: number; length: number } | undefined;
  for (const [id, phrases] of Object.entries(table) as [Id, readonly string[]][]) {
    for (const phrase of phrases) {
      const sought = wordsIn(phrase);
      if (found && sought.length <= found.length) continue;
      const at = placeOf(sought, words);
      if (at >= 0) found = { id, at, length: sought.length };
    }
  }
  return found;
}
