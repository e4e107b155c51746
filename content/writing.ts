// Splits a text of any language into words, by how the language is written.

/** How a language is written: `writing` of its grammar.json. */
export interface Writing {
  /** The scripts its lists are written in, by their Unicode names. */
  script: readonly string[];
  /**
   * What makes words: spaces; spaces, where a word that no list has may be made of several that lists have; or the
   * lists alone, the longest of their words at each place, in a script without spaces.
   */
  segmenting: 'spaces' | 'compounds' | 'none';
  /** Letters that are read as others: each of the key as that of the value at its place, or as nothing. */
  letters?: Readonly<Record<string, string>>;
  /**
   * What is written together with the word behind it or before it, and the word that it is in front of the rest, as "my"
   * is; nothing where it tells nothing. Without an apostrophe it is taken off only where lists have the rest.
   */
  beginnings?: Readonly<Record<string, string>>;
  endings?: Readonly<Record<string, string>>;
  /** Letters that join the parts of a compound. */
  links?: readonly string[];
}

/** The lists of a language as far as they tell how it is written; other lists may stand beside these. */
export interface Written {
  writing: Writing;
  /** Words that are never taken apart. */
  wholeWords?: readonly string[];
}

/** Splits a text into words, in small letters, without markup, signs and stray apostrophes. */
export type Split = (text: string) => string[];

/** A text is read no further than this, in characters; nobody says more in one sentence. */
const LONGEST_READ = 2000;
/** What most texts of the content are, where words are parted by spaces alone: nothing need be taken off. */
const PLAIN = /^[a-z]+(?:'[a-z]+)*(?: [a-z]+(?:'[a-z]+)*)*$/;
const RUNS = /[\p{L}\p{M}\p{N}']+/gu;
/** Shorter words are left over by chance when something is taken off, or a word is cut in two. */
const SHORTEST_REST = 2;
const SHORTEST_PART = 3;
/** Nobody writes more together with one word: "and for the …" are three. */
const MOST_TAKEN_OFF = 4;

/** The split for words parted by spaces, of which nothing is taken off. */
export const splitAtSpaces: Split = (text) =>
  text.length <= LONGEST_READ && PLAIN.test(text) ? text.split(' ') : runsIn(text.slice(0, LONGEST_READ));

function runsIn(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u2018\u2019`]/g, "'");
  return (plain.match(RUNS) ?? []).map((run) => run.replace(/^'+|'+$/g, '')).filter((run) => run);
}

const splits = new WeakMap<Written, Split>();

/** The split of a language. */
export function splitOf(written: Written): Split {
  const split = splits.get(written) ?? createSplit(written);
  splits.set(written, split);
  return split;
}

/** What stands in a line of a list and is no word: a {group}, a gap, the end. */
const SIGNS = /(\{[^}]*\}|\.{2,}|[$&…])/;

/** The lists of a language with every phrase as it is split in a text; themselves, where that changes nothing. */
export function asSplit<Lists extends Written>(lists: Lists): Lists {
  const split = splitOf(lists);
  if (split === splitAtSpaces) return lists;
  const line = (text: string) =>
    text
      .split(SIGNS)
      .flatMap((part, at) => (at % 2 === 1 ? [part] : split(part)))
      .join(' ');
  const read = (one: unknown): unknown => {
    if (typeof one === 'string') return line(one);
    if (typeof one !== 'object' || one === null) return one;
    return Array.isArray(one)
      ? one.map(read)
      : Object.fromEntries(Object.entries(one).map(([key, of]) => [key, read(of)]));
  };
  const { writing, ...others } = lists;
  const plain = { ...(read(others) as Lists), writing };
  splits.set(plain, split);
  return plain;
}

function createSplit(written: Written): Split {
  const { segmenting, letters, links = [] } = written.writing;
  const affixes = affixesOf(written.writing);
  if (segmenting === 'spaces' && !letters && affixes.length === 0) return splitAtSpaces;
  const read = letterReader(letters ?? {});
  const elided = affixes.filter(({ sign, isBefore }) => isBefore && sign.includes("'"));
  const runs: Split = (text) =>
    runsIn(read(text.slice(0, LONGEST_READ))).flatMap((run) => withoutElisions(run, elided));
  const { writing: _, ...names } = written;
  // Which words there are is worked out with the first text that needs them.
  let lexicon: Lexicon | undefined;
  const known = (): Lexicon => {
    lexicon ??= lexiconOf(names, runs, new Set(written.wholeWords?.flatMap(runs)));
    return lexicon;
  };
  if (segmenting === 'none')
    return (text) => runs(text.replace(/\s+/g, '')).flatMap((run) => longestWordsIn(run, known()));
  const joined = segmenting === 'compounds' ? links : undefined;
  return (text) => runs(text).flatMap((run) => partsOf(run, known(), affixes, joined) ?? [run]);
}

interface Lexicon {
  words: ReadonlySet<string>;
  whole: ReadonlySet<string>;
  /** Letters in its longest word. */
  longest: number;
}

function lexiconOf(lists: unknown, runs: Split, whole: ReadonlySet<string>): Lexicon {
  const words = new Set<string>();
  const add = (one: unknown): void => {
    // A {group} of a pattern has a name and no word.
    if (typeof one === 'string') for (const word of runs(one.replace(/\{[^}]*\}/g, ' '))) words.add(word);
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(add);
  };
  add(lists);
  return { words, whole, longest: Math.max(0, ...[...words].map((word) => word.length)) };
}

function letterReader(letters: Readonly<Record<string, string>>): (text: string) => string {
  const read = new Map(
    Object.entries(letters).flatMap(([from, to]) =>
      [...from].map((letter, at): [string, string] => [letter, [...to][at] ?? '']),
    ),
  );
  return (text) => Array.from(text.toLowerCase().normalize('NFC'), (letter) => read.get(letter) ?? letter).join('');
}

/** "L'épaule" is a shoulder, "qu'il" two words. */
function withoutElisions(run: string, elided: readonly Affix[]): string[] {
  const found = elided.find(({ sign }) => run.startsWith(sign) && run.length > sign.length);
  return found ? [...wordOf(found.meant), ...withoutElisions(run.slice(found.sign.length), elided)] : [run];
}

const wordOf = (meant: string): string[] => (meant ? [meant] : []);

interface Affix {
  sign: string;
  meant: string;
  isBefore: boolean;
}

function affixesOf({ beginnings = {}, endings = {} }: Writing): Affix[] {
  const listed = (table: Readonly<Record<string, string>>, isBefore: boolean) =>
    Object.entries(table).map(([sign, meant]): Affix => ({ sign, meant, isBefore }));
  return [...listed(beginnings, true), ...listed(endings, false)];
}

/** The words of the lists that a word is made of, with what is taken off; null when they do not make it up. */
function partsOf(
  word: string,
  lexicon: Lexicon,
  affixes: readonly Affix[],
  links: readonly string[] | undefined,
  more = MOST_TAKEN_OFF,
): string[] | null {
  if (lexicon.whole.has(word)) return [word];
  for (const { sign, meant, isBefore } of affixes) {
    const rest = isBefore ? word.slice(sign.length) : word.slice(0, -sign.length);
    if (more === 0 || rest.length < SHORTEST_REST || word !== (isBefore ? sign + rest : rest + sign)) continue;
    const parts = partsOf(rest, lexicon, affixes, links, more - 1);
    if (parts) return [...wordOf(meant), ...parts];
  }
  if (lexicon.words.has(word)) return [word];
  return links ? compoundOf(word, lexicon, links) : null;
}

/** "Brustschmerzen" is "brust schmerzen": known words, the longest first, with or without a link between them. */
function compoundOf(word: string, lexicon: Lexicon, links: readonly string[]): string[] | null {
  if (word.length >= SHORTEST_PART && lexicon.words.has(word)) return [word];
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
    const first = word.slice(0, cut);
    if (!lexicon.words.has(first)) continue;
    for (const link of ['', ...links]) {
      const rest = word.slice(cut);
      const parts = rest.startsWith(link) ? compoundOf(rest.slice(link.length), lexicon, links) : null;
      if (parts) return [first, ...parts];
    }
  }
  return null;
}

/** The words of a run without spaces, the longest known one at each place; what no list knows stays together. */
function longestWordsIn(run: string, { words, longest }: Lexicon): string[] {
  const found: string[] = [];
  let unknown = '';
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && !words.has(run.slice(at, at + length))) length--;
    if (length > 0 && unknown) {
      found.push(unknown);
      unknown = '';
    }
    if (length > 0) found.push(run.slice(at, at + length));
    else unknown += run[at];
    at += Math.max(1, length);
  }
  return unknown ? [...found, unknown] : found;
}
