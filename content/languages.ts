// Reads the words of a locale, from the folders of its language or from its one file beside the bundle.

import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFiles, locales } from './index';
import { bytesOf, type Lessons, lessonsFrom, markOf } from './learnt';
import { inOtherWords } from './otherWords';
import { type AnswerFile, answerSentences, askedQuestions, mergedQuestions, type Questions } from './questions';

/** Sentences by key; a list holds variants that mean the same. */
export type Sentences = Record<string, string | string[]>;
/** What is heard rather than said: names with their synonyms, number words, the start word. */
export type Names = Record<string, unknown>;

/** The words of one folder: a language, or what a region says differently. */
interface Words {
  said: Said;
  heard: Heard;
}

interface Said {
  sentences: Sentences;
  /** Those of `SAID_NAMES`. */
  names: Names;
}

interface Heard {
  names: Names;
  /** How the answers are asked for. */
  questions: Questions;
}

/** All the words of one locale. */
export interface Language extends Heard {
  locale: string;
  sentences: Sentences;
  /** What the emergency number is called where nobody knows the country. */
  emergency: string;
  /** Whom to contact today, where nobody knows the country or no line serves it. */
  advice: string;
  /** Number words from zero upwards. */
  numbers: readonly string[];
  /** How times of day are said, as names.json has it. */
  clock?: unknown;
  /** What was learnt from the words of the language; undefined where nothing was, or from others than these. */
  learnt?: Lessons | undefined;
}

/** A source of languages. A locale without words is answered in the words of `FALLBACK_LOCALE`. */
export interface Languages {
  of(locale: string): Language;
}

export const FALLBACK_LOCALE = 'en-US';

/** Files of a language folder that hold sentences; the others hold names or belong to the store and the model. */
const SENTENCE_FILES = ['prompts.json', 'exercises.json'];
const NAMES_FILE = 'names.json';
const ANSWERS_FILE = 'answers.json';
/** In a region's folder: the words of the language that it says otherwise, wherever they stand. */
const WORDS_FILE = 'words.json';
/** In a language's folder, beside the words it was learnt from: tools/learning.ts writes it. */
const LEARNT_FILE = 'learnt.bin';
const LEARNT_FROM = [ANSWERS_FILE, NAMES_FILE, 'phrases.json', 'clauses.json'];
/** Names that are said as well as heard. */
const SAID_NAMES = ['numbers', 'clock'];

/** Languages read from folders, as they are edited: `dir/en/prompts.json`, and `dir/en-GB/...` with differences. */
export function folderLanguages(dir: string): Languages {
  return languagesOf((locale) => {
    const words = wordsIn(dir, languageFiles(locale));
    return {
      said: words.map(({ said }) => said),
      heard: () => words.map(({ heard }) => heard),
      learnt: () => learntInFolder(join(dir, languageFiles(locale)[0] ?? 'en')),
    };
  });
}

/** What was learnt from the words in the folder of a language, unless they have changed since. */
export function learntInFolder(folder: string): Lessons | undefined {
  return learntIn(join(folder, LEARNT_FILE), markOfWords(folder));
}

/** Keeps what was learnt beside its words. */
export function keepLearnt(folder: string, learnt: Lessons): void {
  writeFileSync(join(folder, LEARNT_FILE), zlib().brotliCompressSync(bytesOf(learnt)));
}

/** Tells the words of a language from those of any other build. */
export function markOfWords(folder: string): number {
  return markOf(LEARNT_FROM.map((file) => textIn(join(folder, file))).join('\n'));
}

/**
 * What was learnt from words of one mark; without it questions are answered by the wordings alone, and nobody has a second
 * opinion on a symptom.
 */
function learntIn(path: string, mark: number): Lessons | undefined {
  try {
    const learnt = lessonsFrom(zlib().brotliDecompressSync(readFileSync(path)));
    return learnt.mark === mark ? learnt : undefined;
  } catch {
    return undefined;
  }
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * One language beside the bundle: what is said by folder, or the folder that says the same, and packed what is heard,
 * which a launch does not need.
 */
interface LanguageFile {
  said: Record<string, Said | string>;
  heard: string;
  /** The mark of the words, which what was learnt from them bears too. */
  mark: number;
}

const fileOf = (language: string): string => `${language}.json`;
const learntFileOf = (language: string): string => `${language}.learnt.bin`;

/** Languages read from their files beside the bundle, each when a locale of it is first asked for. */
export function fileLanguages(dir: string): Languages {
  return languagesOf((locale) => {
    const folders = languageFiles(locale);
    const language = folders[0] ?? 'en';
    const { said, heard, mark } = readJson(join(dir, fileOf(language))) as LanguageFile;
    const partsIn = <Part>(parts: Record<string, Part>) => folders.flatMap((folder) => parts[folder] ?? []);
    return {
      said: partsIn(said).map((part) => wordsUnder(said, part)),
      heard: () => partsIn(unpacked(heard)),
      learnt: () => learntIn(join(dir, learntFileOf(language)), mark),
    };
  });
}

/** Writes each language, from the folders in `dir`, as the file that `fileLanguages` reads in `target`. */
export function writeLanguages(dir: string, target: string): void {
  for (const language of new Set(locales.map((row) => row.language))) {
    const regions = locales.filter((row) => row.language === language).map(({ locale }) => locale);
    const folders = [...new Set([language, ...regions])];
    const words = wordsIn(dir, folders).map((one, at) => [folders[at] ?? language, one] as const);
    const file: LanguageFile = {
      said: eachOnce(words.map(([folder, { said }]) => [folder, said])),
      heard: packed(Object.fromEntries(words.map(([folder, { heard }]) => [folder, heard]))),
      mark: markOfWords(join(dir, language)),
    };
    writeFileSync(join(target, fileOf(language)), JSON.stringify(file));
    const learnt = join(dir, language, LEARNT_FILE);
    if (existsSync(learnt)) copyFileSync(learnt, join(target, learntFileOf(language)));
  }
}

/** Regions that say the same, as those of British English do, are written once. */
function eachOnce(folders: readonly (readonly [string, Said])[]): LanguageFile['said'] {
  const firsts = new Map<string, string>();
  return Object.fromEntries(
    folders.map(([folder, said]) => {
      const text = JSON.stringify(said);
      const first = firsts.get(text);
      firsts.set(text, first ?? folder);
      return [folder, first ?? said];
    }),
  );
}

function wordsUnder(all: LanguageFile['said'], part: Said | string): Said {
  const words = typeof part === 'string' ? all[part] : part;
  if (!words || typeof words === 'string') throw new Error(`No words under "${String(part)}"`);
  return words;
}

function packed(heard: Record<string, Heard>): string {
  return zlib().brotliCompressSync(JSON.stringify(heard)).toString('base64');
}

function unpacked(heard: string): Record<string, Heard> {
  return JSON.parse(zlib().brotliDecompressSync(Buffer.from(heard, 'base64')).toString('utf8')) as Record<
    string,
    Heard
  >;
}

/** Loaded when something is unpacked: a launch needs none of it, and it takes more than a millisecond. */
const zlib = (): typeof import('node:zlib') => require('node:zlib');

/** A locale's words from its language to its region. */
interface Parts {
  said: readonly Said[];
  heard(): readonly Heard[];
  learnt(): Lessons | undefined;
}

function languagesOf(partsOf: (locale: string) => Parts): Languages {
  const known = new Map<string, Language>();
  return {
    of(asked) {
      const row =
        locales.find(({ locale }) => locale === asked) ?? locales.find((one) => one.locale === FALLBACK_LOCALE);
      const locale = row?.locale ?? FALLBACK_LOCALE;
      const language = known.get(locale) ?? languageOf(locale, partsOf(locale));
      known.set(locale, language);
      return language;
    },
  };
}

/** The words that may be heard are read when the first word has to be looked up. */
function languageOf(locale: string, { said, heard, learnt }: Parts): Language {
  const { numbers, clock } = said.map(({ names }) => names).reduce(mergeNames);
  const sentences = said.map((part) => part.sentences).reduce(mergeSentences);
  let opened: Heard | undefined;
  const open = (): Heard => {
    opened ??= mergeHeard(heard());
    return opened;
  };
  return {
    locale,
    emergency: String(sentences['emergency.local'] ?? ''),
    advice: String(sentences['advice.local'] ?? ''),
    sentences,
    numbers: Array.isArray(numbers) ? numbers.map(String) : [],
    clock,
    get names() {
      return open().names;
    },
    get questions() {
      return open().questions;
    },
    get learnt() {
      return learnt();
    },
  };
}

/** A thousand sentences are not copied for a region that says none of them differently. */
function mergeSentences(base: Sentences, difference: Sentences): Sentences {
  return Object.keys(difference).length === 0 ? base : { ...base, ...difference };
}

function mergeHeard(parts: readonly Heard[]): Heard {
  return {
    names: parts.map(({ names }) => names).reduce(mergeNames),
    questions: parts.map(({ questions }) => questions).reduce(mergedQuestions),
  };
}

/** A region's lists are added to those of the language, as in the model; a single name takes the other's place. */
function mergeNames(base: Names, difference: Names): Names {
  const merged: Names = { ...base };
  for (const [key, value] of Object.entries(difference)) merged[key] = mergeName(merged[key], value);
  return merged;
}

function mergeName(under: unknown, value: unknown): unknown {
  if (Array.isArray(under) && Array.isArray(value)) return [...under, ...value];
  return isTable(under) && isTable(value) ? mergeNames(under, value) : value;
}

function isTable(value: unknown): value is Names {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The words of a language, and of folders of its regions. */
function wordsIn(dir: string, [language = '', ...regions]: readonly string[]): Words[] {
  const base = wordsOf(join(dir, language));
  return [base, ...regions.map((region) => wordsOf(join(dir, region), base.said.sentences))];
}

/**
 * A folder that is not there has no differences: a region may speak the language as it is. `base`: what a region says
 * in words of its own.
 */
function wordsOf(folder: string, base: Sentences = {}): Words {
  const present = new Set(filesOf(folder));
  const read = (file: string) => (present.has(file) ? readJson(join(folder, file)) : {});
  const answers = read(ANSWERS_FILE) as Partial<AnswerFile>;
  const names = read(NAMES_FILE) as Names;
  return {
    said: {
      sentences: {
        ...inOtherWords(base, read(WORDS_FILE) as Record<string, string>),
        ...(Object.assign({}, ...SENTENCE_FILES.map(read), answerSentences(answers)) as Sentences),
      },
      names: Object.fromEntries(Object.entries(names).filter(([name]) => SAID_NAMES.includes(name))),
    },
    heard: { names, questions: askedQuestions(answers) },
  };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
