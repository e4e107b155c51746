// Reads the words of a locale from the folders of its language.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFiles, locales } from './index';
import { type AnswerFile, answerSentences, askedQuestions, mergedQuestions, type Questions } from './questions';

/** Sentences by key; a list holds variants that mean the same. */
export type Sentences = Record<string, string | string[]>;
/** What is heard rather than said: names with their synonyms, number words, the start word. */
export type Names = Record<string, unknown>;

/** The words of one folder: a language, or what a region says differently. */
export interface Words {
  sentences: Sentences;
  names: Names;
  /** How the answers are asked for; a builder leaves it out once it has worked it out. */
  questions?: Questions;
}

/** One language whole: its words, and each region's differences. */
export interface LanguageFile {
  base: Words;
  regions: Record<string, Words>;
}

/** What a launch needs of it: its sentences but for those said later, and the names that are said as well as heard. */
export type SaidFile = LanguageFile;

/** What is said once somebody asks, or chooses and goes through a routine. */
export interface LaterFile {
  base: Sentences;
  regions: Record<string, Sentences>;
}

/** What listening needs: names, and what was worked out of them. */
export interface HeardFile {
  base: Names;
  regions: Record<string, Names>;
  laidOut?: unknown;
}

/** What was worked out of a language when the skill was built. Each part is read when somebody first needs it. */
export interface Prepared {
  /** For free words; null where nobody has worked it out. */
  heard(): unknown;
  /** For questions. */
  questions(): unknown;
}

/** All the words of one locale. What is only heard, or only answered, is read on first use. */
export interface Language extends Required<Words> {
  locale: string;
  /** The sentences that are said later; beside the bundle they are in no other list. */
  later: Sentences;
  /** The emergency number as it is spoken. */
  emergency: string;
  /** Number words from zero upwards. */
  numbers: readonly string[];
  /** How times of day are said, as names.json has it. */
  clock?: unknown;
  /** Null when everything has to be worked out now. */
  prepared: Prepared | null;
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

/** Languages read from folders, as they are edited: `dir/en/prompts.json`, and `dir/en-GB/...` with differences. */
export function folderLanguages(dir: string): Languages {
  return cached((locale) => {
    const [language = 'en', ...regions] = languageFiles(locale);
    const read = (folder: string) => wordsOf(join(dir, folder));
    const words = mergeWords([read(language), ...regions.map(read)]);
    return {
      ...words,
      later: words.sentences,
      numbers: numbersIn(words.names),
      clock: words.names['clock'],
      prepared: null,
    };
  });
}

/** The names of a language's files beside the bundle. */
export const builtFiles = (language: string) => ({
  said: `${language}.json`,
  later: `${language}.later.json.br`,
  heard: `${language}.heard.json.br`,
  questions: `${language}.questions.json.br`,
});

/** Languages read from their files beside the bundle, each file when somebody first needs what is in it. */
export function fileLanguages(dir: string): Languages {
  const files = new Map<string, unknown>();
  const read = (name: string): unknown => {
    const file = files.get(name) ?? readBuilt(join(dir, name));
    files.set(name, file);
    return file;
  };
  return cached((locale) => {
    const name = builtFiles(languageFiles(locale)[0] ?? 'en');
    const said = read(name.said) as SaidFile;
    const heard = () => read(name.heard) as HeardFile;
    const region = said.regions[locale];
    const later = once(() => {
      const { base, regions } = read(name.later) as LaterFile;
      return { ...base, ...regions[locale] };
    });
    const allNames = once(() => mergeNames(heard().base, heard().regions[locale] ?? {}));
    const { sentences, names, questions } = mergeWords(region ? [said.base, region] : [said.base]);
    return {
      sentences,
      questions,
      numbers: numbersIn(names),
      clock: names['clock'],
      get later() {
        return later();
      },
      get names() {
        return allNames();
      },
      prepared: { heard: () => heard().laidOut ?? null, questions: () => read(name.questions) },
    };
  });
}

/** All the words of `language` and its regions, from their folders in `dir`: what a builder makes its files of. */
export function languageFile(dir: string, language: string): LanguageFile {
  const regions = locales.filter((row) => row.language === language && row.locale !== language);
  return {
    base: wordsOf(join(dir, language)),
    regions: Object.fromEntries(regions.map(({ locale }) => [locale, wordsOf(join(dir, locale))])),
  };
}

type LocaleWords = Omit<Language, 'locale' | 'emergency'>;

function cached(read: (locale: string) => LocaleWords): Languages {
  const known = new Map<string, Language>();
  return {
    of(asked) {
      const row =
        locales.find(({ locale }) => locale === asked) ?? locales.find((one) => one.locale === FALLBACK_LOCALE);
      const locale = row?.locale ?? FALLBACK_LOCALE;
      const found =
        known.get(locale) ?? Object.assign(read(locale), { locale, emergency: row?.emergency.spoken ?? '' });
      known.set(locale, found);
      return found;
    },
  };
}

function once<Thing>(make: () => Thing): () => Thing {
  let made: { thing: Thing } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}

function numbersIn({ numbers }: Names): string[] {
  return Array.isArray(numbers) ? numbers.map(String) : [];
}

function mergeWords([base, ...differences]: readonly [Words, ...Words[]]): Required<Words> {
  const parts = [base, ...differences];
  const different = differences.map((part) => part.sentences).filter((some) => Object.keys(some).length > 0);
  return {
    // A thousand sentences are neither counted nor copied for a region that says none of them differently.
    sentences: different.length === 0 ? base.sentences : Object.assign({}, base.sentences, ...different),
    names: parts.reduce<Names>((merged, part) => mergeNames(merged, part.names), {}),
    questions: parts.map((part) => part.questions ?? askedQuestions({})).reduce(mergedQuestions),
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

/** A folder that is not there has no differences: a region may speak the language as it is. */
function wordsOf(folder: string): Required<Words> {
  const present = new Set(filesOf(folder));
  const read = (file: string) => (present.has(file) ? readJson(join(folder, file)) : {});
  const answers = read(ANSWERS_FILE) as Partial<AnswerFile>;
  return {
    sentences: Object.assign({}, ...SENTENCE_FILES.map(read), answerSentences(answers)) as Sentences,
    names: read(NAMES_FILE) as Names,
    questions: askedQuestions(answers),
  };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A file beside the bundle. What many launches never open is packed, because reading it is a small part of using it. */
function readBuilt(path: string): unknown {
  if (!path.endsWith('.br')) return readJson(path);
  const { brotliDecompressSync } = require('node:zlib') as typeof import('node:zlib');
  return JSON.parse(brotliDecompressSync(readFileSync(path)).toString('utf8'));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
