// Reads the words of a locale from the folders of its language, as they are edited.

import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { questionsIn } from './asked';
import { languageFiles, locales } from './index';
import { type KnownSentences, sentencesIn } from './knownSentences';
import {
  FALLBACK_LOCALE,
  type Heard,
  type Language,
  type Languages,
  languagesOf,
  type Names,
  type Said,
  type Sentences,
} from './language';
import { type Lessons, markOf } from './learnt';
import type { Groups, Reader } from './lines';
import { namesIn } from './names';
import { inOtherWords } from './otherWords';
import { eachOnce, fileOf, type LanguageFile, learntFileOf, learntIn, packHeard, packLearnt } from './packed';
import { type Clauses, clausesOf, type Example, examplesIn, type Phrases, phrasesIn } from './phrases';
import { type AnswerFile, answerSentences } from './questions';

export { FALLBACK_LOCALE, type Language, type Languages, type Names };

/** Files of a language folder that hold sentences. */
const SENTENCE_FILES = ['prompts.json', 'exercises.json'];
const ANSWERS_FILE = 'answers.json';
/** Names that are said as well as heard. */
const NUMBERS_FILE = 'numbers.json';
/** In a region's folder: the words of the language that it says otherwise, wherever they stand. */
const WORDS_FILE = 'words.json';
/** How a language is written, and in which order its words stand. */
const GRAMMAR_FILE = 'grammar.json';
/** In a language's folder, beside the words it was learnt from: tools/learning.ts writes it. */
const LEARNT_FILE = 'learnt.bin';
const LEARNT_FROM = [
  ANSWERS_FILE,
  GRAMMAR_FILE,
  'asked.txt',
  'body.txt',
  'troubles.txt',
  'symptoms.txt',
  'words.txt',
  'phrases.txt',
  'clauses.txt',
];

/** Languages read from folders: `dir/en/prompts.json`, and `dir/en-GB/...` with differences. */
export function folderLanguages(dir: string): Languages {
  return languagesOf((locale) => {
    const folders = languageFiles(locale);
    return {
      said: saidIn(dir, folders),
      heard: () => heardIn(dir, folders),
      learnt: () => learntInFolder(join(dir, folders[0] ?? 'en')),
      knownSentences: () => knownSentencesOf(dir, folders),
    };
  });
}

/** What was learnt from the words in the folder of a language, unless they have changed since. */
export function learntInFolder(folder: string): Lessons | undefined {
  return learntIn(join(folder, LEARNT_FILE), markOfWords(folder));
}

/** Keeps what was learnt beside its words. */
export function keepLearnt(folder: string, learnt: Lessons): void {
  packLearnt(join(folder, LEARNT_FILE), learnt);
}

/** Tells the words of a language from those of any other build. */
export function markOfWords(folder: string): number {
  return markOf(LEARNT_FROM.map((file) => textIn(join(folder, file))).join('\n'));
}

/** Writes each language, from the folders in `dir`, as the files that `fileLanguages` reads in `target`. */
export function writeLanguages(dir: string, target: string): void {
  for (const language of new Set(locales.map((row) => row.language))) {
    const regions = locales.filter((row) => row.language === language).map(({ locale }) => locale);
    const folders = [...new Set([language, ...regions])];
    const byFolder = <Part>(parts: readonly Part[]) =>
      folders.map((folder, at) => [folder, parts[at] as Part] as const);
    const file: LanguageFile = {
      said: eachOnce(byFolder(saidIn(dir, folders))),
      mark: markOfWords(join(dir, language)),
    };
    writeFileSync(join(target, fileOf(language)), JSON.stringify(file));
    packHeard(target, language, Object.fromEntries(byFolder(heardIn(dir, folders))));
    const learnt = join(dir, language, LEARNT_FILE);
    if (existsSync(learnt)) copyFileSync(learnt, join(target, learntFileOf(language)));
  }
}

/** What a language says, and its regions otherwise. A folder that is not there has no differences. */
function saidIn(dir: string, [language = '', ...regions]: readonly string[]): Said[] {
  const base = saidBy(join(dir, language));
  return [base, ...regions.map((region) => saidBy(join(dir, region), base.sentences))];
}

/** `base`: what a region says in words of its own. */
function saidBy(folder: string, base: Sentences = {}): Said {
  const read = (file: string) => jsonIn(join(folder, file));
  return {
    sentences: {
      ...inOtherWords(base, read(WORDS_FILE) as Record<string, string>),
      ...(Object.assign(
        {},
        ...SENTENCE_FILES.map(read),
        answerSentences(read(ANSWERS_FILE) as Partial<AnswerFile>),
      ) as Sentences),
    },
    names: read(NUMBERS_FILE),
  };
}

/** What is listened for in a language, and in its regions besides. */
export function heardIn(dir: string, [language = '', ...regions]: readonly string[]): Heard[] {
  const base = heardBy(join(dir, language));
  const groups = base.names['wordGroups'] as Groups | undefined;
  return [base, ...regions.map((region) => heardBy(join(dir, region), groups))];
}

function heardBy(folder: string, groups?: Groups): Heard {
  const read = readerOf(folder);
  return {
    names: { ...jsonIn(join(folder, GRAMMAR_FILE)), ...jsonIn(join(folder, NUMBERS_FILE)), ...namesIn(read, groups) },
    questions: questionsIn(read),
  };
}

/** What the topics of a language are called. */
export function titlesIn(dir: string, folder: string): Record<string, string> {
  const { topics = {} } = jsonIn(join(dir, folder, ANSWERS_FILE)) as Partial<AnswerFile>;
  return Object.fromEntries(Object.entries(topics).flatMap(([id, { title }]) => (title ? [[id, title]] : [])));
}

/**
 * The templates of the model in one language, or those that a region adds to it. `intents`: those that may have some;
 * left out, the ones of intents.json.
 */
export function phrasesOf(dir: string, folder: string, language = folder, intents?: readonly string[]): Phrases {
  const known = language === folder ? {} : phrasesOf(dir, language, language, intents).parts;
  return phrasesIn(readerOf(join(dir, folder)), known, intents);
}

/** The whole sentences of a language, and those that regions add, each as its folder has them. */
export function knownSentencesOf(dir: string, folders: readonly string[]): KnownSentences[] {
  const [language = 'en'] = folders;
  const heard = heardIn(dir, folders).map(({ names }) => names);
  return folders.map((folder, at) =>
    sentencesIn(phrasesOf(dir, folder, language), (list) => (heard[at]?.[list] ?? []) as string[]),
  );
}

/** Templates of what is said of symptoms without their names, and of what is harmless. */
export function clausesIn(dir: string, language: string): Clauses {
  return clausesOf(readerOf(join(dir, language)));
}

/** The sentences that people are known to say in a language. */
export function examplesOf(dir: string, language: string): Record<string, Example> {
  return examplesIn(readerOf(join(dir, language)));
}

const readerOf =
  (folder: string): Reader =>
  (file) => ({ text: textIn(join(folder, file)), path: join(folder, file) });

function jsonIn(path: string): Record<string, unknown> {
  return JSON.parse(textIn(path) || '{}') as Record<string, unknown>;
}

/** The text of a file; nothing where there is none. */
function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
