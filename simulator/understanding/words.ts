// Splits what was heard into words, and joins different forms of the same word.

import { splitAtSpaces } from '../../content/writing';

/** One word as the model compares it; `word` points at the word as it was said. */
export interface Token {
  text: string;
  stem: string;
  word: number;
}

/** An utterance cut into words (as said, in lower case) and tokens (as compared). */
export interface Heard {
  words: string[];
  tokens: Token[];
}

const SHORT_FORMS = new Map([
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ["won't", 'will not'],
  ["ain't", 'is not'],
  ['dont', 'do not'],
  ['cant', 'can not'],
  ['im', 'i am'],
  ['ive', 'i have'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['gotta', 'got to'],
  ['lemme', 'let me'],
  ['gimme', 'give me'],
  ['dunno', 'do not know'],
  ["d'you", 'do you'],
  ["d'ya", 'do you'],
]);

const ENDINGS: [RegExp, string][] = [
  [/^(i)'m$/, '$1 am'],
  [/^(\w+)'re$/, '$1 are'],
  [/^(\w+)'ve$/, '$1 have'],
  [/^(\w+)'ll$/, '$1 will'],
  [/^(i|you|he|she|it|we|they)'d$/, '$1 would'],
  [/^(it|that|there|here|what|where|how|who|he|she|something)'s$/, '$1 is'],
  [/^(\w+)n't$/, '$1 not'],
];

function unfold(token: string): string[] {
  const known = SHORT_FORMS.get(token);
  if (known) return known.split(' ');
  for (const [ending, whole] of ENDINGS) {
    if (ending.test(token)) return token.replace(ending, whole).split(' ');
  }
  return [token];
}

/** A rough English stem: enough to see "stretches", "stretching" and "stretch" as one word. */
export function stemOf(token: string): string {
  if (token.length < 4) return token;
  const bare = token
    .replace(/'s$/, '')
    .replace(/(?<=...)ness$/, '')
    .replace(/(?<=...)(ing|ed)$/, '')
    .replace(/(?<=..(?:ch|sh|ss|x|z))es$/, '')
    .replace(/(?<=..[^s])s$/, '');
  return bare
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(?<=...)e$/, '')
    .replace(/(?<=..)y$/, 'i');
}

/** A model says the same few thousand words thirty thousand times: each is taken apart once. */
const takenApart = {
  asSaid: new Map<string, Omit<Token, 'word'>[]>(),
  unfolded: new Map<string, Omit<Token, 'word'>[]>(),
};

function tokensOf(word: string, at: number, shortFormsToo: boolean): Token[] {
  const known = shortFormsToo ? takenApart.unfolded : takenApart.asSaid;
  const parts = known.get(word) ?? takeApart(word, shortFormsToo);
  known.set(word, parts);
  return parts.map((part) => ({ ...part, word: at }));
}

function takeApart(word: string, shortFormsToo: boolean): Omit<Token, 'word'>[] {
  const pieces = splitAtSpaces(word).map((piece) => (piece === 'ok' ? 'okay' : piece));
  const whole = shortFormsToo ? pieces.flatMap(unfold) : pieces;
  return whole.map((text) => ({ text, stem: stemOf(text) }));
}

/** Cuts an utterance into words. With `shortFormsToo`, "I'm" and "I am" become the same tokens. */
export function hear(utterance: string, shortFormsToo: boolean): Heard {
  const words = utterance
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return { words, tokens: words.flatMap((word, at) => tokensOf(word, at, shortFormsToo)) };
}

/** The words as said, from one token up to (not including) another, without the punctuation at their ends. */
export function saidBetween(heard: Heard, from: number, to: number): string {
  const first = heard.tokens[from]?.word ?? 0;
  const last = heard.tokens[to - 1]?.word ?? first;
  return heard.words
    .slice(first, last + 1)
    .join(' ')
    .replace(/^["'“”(]+|["'“”).,!?;:]+$/g, '');
}

/** The same utterance with some tokens left out. */
export function without(heard: Heard, drops: (token: Token, at: number) => boolean): Heard {
  return { words: heard.words, tokens: heard.tokens.filter((token, at) => !drops(token, at)) };
}
