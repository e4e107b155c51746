// Which words belong to a locale, and where are they read from?

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

/** One language as it lies beside the bundle: its words, and each region's differences. */
export interface LanguageFile {
  base: Words;
  regions: Record<string, Words>;
  /** What the skill's builder worked out of the questions; absent where nobody has. */
  prepared?: unknown;
}

/** All the words of one locale. */
export interface Language extends Required<Words> {
  locale: string;
  /** The emergency number as it is spoken. */
  emergency: string;
  /** What was worked out of the questions when the skill was built; null when they have to be worked out now. */
  prepared: unknown;
}

/** A source of languages. A locale nobody has written is answered in the words of `FALLBACK_LOCALE`. */
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
  return cached((locale) => mergeWords(languageFiles(locale).map((folder) => wordsOf(join(dir, folder)))));
}

/** Languages read from one file each, as they lie beside the bundle: `dir/en.json`. Read on first use. */
export function fileLanguages(dir: string): Languages {
  const files = new Map<string, LanguageFile>();
  return cached((locale) => {
    const name = languageFiles(locale)[0] ?? 'en';
    const file = files.get(name) ?? (readJson(join(dir, `${name}.json`)) as LanguageFile);
    files.set(name, file);
    const region = file.regions[locale];
    return { ...mergeWords(region ? [file.base, region] : [file.base]), prepared: file.prepared ?? null };
  });
}

/** The file that `fileLanguages` reads, made from the folders of `language` and its regions in `dir`. */
export function languageFile(dir: string, language: string): LanguageFile {
  const regions = locales.filter((row) => row.language === language && row.locale !== language);
  return {
    base: wordsOf(join(dir, language)),
    regions: Object.fromEntries(regions.map(({ locale }) => [locale, wordsOf(join(dir, locale))])),
  };
}

function cached(read: (locale: string) => Required<Words> & { prepared?: unknown }): Languages {
  const known = new Map<string, Language>();
  return {
    of(asked) {
      const row =
        locales.find(({ locale }) => locale === asked) ?? locales.find((one) => one.locale === FALLBACK_LOCALE);
      const locale = row?.locale ?? FALLBACK_LOCALE;
      const found = known.get(locale) ?? {
        prepared: null,
        ...read(locale),
        locale,
        emergency: row?.emergency.spoken ?? '',
      };
      known.set(locale, found);
      return found;
    },
  };
}

function mergeWords(parts: readonly Words[]): Required<Words> {
  return {
    sentences: Object.assign({}, ...parts.map((part) => part.sentences)),
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

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
