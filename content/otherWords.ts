// Says the sentences of a language in the words of a region.

type Sentences = Record<string, string | string[]>;

/**
 * The sentences in which a word stands that the region says otherwise, in its words; the others are left out. Longer
 * words go before those within them, and a capital stays one.
 */
export function inOtherWords(sentences: Sentences, words: Readonly<Record<string, string>>): Sentences {
  const longestFirst = Object.keys(words).sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return {};
  const known = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
  const said = (text: string) => text.replace(known, (found) => capitalAs(found, words[found.toLowerCase()] ?? found));
  const differences = Object.entries(sentences).flatMap(([key, text]): [string, string | string[]][] => {
    const other = Array.isArray(text) ? text.map(said) : said(text);
    return String(other) === String(text) ? [] : [[key, other]];
  });
  return Object.fromEntries(differences);
}

const capitalAs = (found: string, word: string): string =>
  /^[A-Z]/.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
