// Keeps languages, and what was learnt from them, packed beside the bundle.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BankTerms, bytesOfTerms, type KeptTerms, mapValues, termsFrom, termsOfLocale } from './bankTerms';
import { languageFiles } from './index';
import type { KeptSentences, KnownSentences } from './knownSentences';
import { type Heard, type Languages, languagesOf, type Said } from './language';
import { bytesOf, type Lessons, lessonsFrom } from './learnt';
import { once } from './once';
import { type KeptTables, type ReadingTables, tablesOfLocale } from './readingTables';

/** Keeps what was learnt in a file. */
export function packLearnt(path: string, learnt: Lessons): void {
  writeFileSync(path, zlib().brotliCompressSync(bytesOf(learnt)));
}

/**
 * What was learnt from words of one mark; without it questions are answered by the wordings alone, and nobody has a
 * second opinion on a symptom.
 */
export function learntIn(path: string, mark: number): Lessons | undefined {
  try {
    const learnt = lessonsFrom(zlib().brotliDecompressSync(readFileSync(path)));
    return learnt.mark === mark ? learnt : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the terms of a language in a file. */
export function packTerms(path: string, terms: KeptTerms): void {
  writeFileSync(path, zlib().brotliCompressSync(bytesOfTerms(terms)));
}

/** The terms of a locale, worked out from words of one mark; without them they are worked out with the first question. */
function termsIn(path: string, mark: number, locale: string): BankTerms | undefined {
  try {
    const kept = termsFrom(zlib().brotliDecompressSync(readFileSync(path)));
    return kept.mark === mark ? termsOfLocale(kept, locale) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the tables that the sentences of a language are read with in a file. */
export function packTables(path: string, tables: KeptTables): void {
  pack(path, tables);
}

/** The tables of a locale, worked out from words of one mark; without them they are worked out with the first sentence. */
function tablesIn(path: string, mark: number, locale: string): ReadingTables | undefined {
  try {
    const kept = unpack<KeptTables>(path);
    return kept.mark === mark ? tablesOfLocale(kept, locale) : undefined;
  } catch {
    return undefined;
  }
}

/** What is said in a language, beside the bundle: by folder, or the folder that says the same. */
export interface LanguageFile {
  said: Record<string, Said | string>;
  /** The mark of the words, which what was worked out from them bears too. */
  mark: number;
}

/** The names of the files of a language. */
export const fileOf = (language: string): string => `${language}.json`;
const heardFileOf = (language: string): string => `${language}.heard.bin`;
const askedFileOf = (language: string): string => `${language}.asked.bin`;
export const learntFileOf = (language: string): string => `${language}.learnt.bin`;
export const termsFileOf = (language: string): string => `${language}.terms.bin`;
export const sentencesFileOf = (language: string): string => `${language}.sentences.bin`;
export const tablesFileOf = (language: string): string => `${language}.tables.bin`;

/** Keeps the whole sentences of a language in a file. */
export function packSentences(path: string, sentences: KeptSentences): void {
  pack(path, sentences);
}

/** The sentences of a locale, worked out from words of one mark; without them words are read as free words alone. */
function sentencesIn(path: string, mark: number, folders: readonly string[]): KnownSentences[] | undefined {
  try {
    const kept = unpack<KeptSentences>(path);
    return kept.mark === mark ? folders.flatMap((folder) => kept.folders[folder] ?? []) : undefined;
  } catch {
    return undefined;
  }
}

/** Languages read from their files beside the bundle, each when a locale of it is first asked for. */
export function fileLanguages(dir: string): Languages {
  return languagesOf((locale) => {
    const folders = languageFiles(locale);
    const language = folders[0] ?? 'en';
    const { said, mark } = JSON.parse(readFileSync(join(dir, fileOf(language)), 'utf8')) as LanguageFile;
    const partsIn = <Part>(parts: Record<string, Part>) => folders.flatMap((folder) => parts[folder] ?? []);
    return {
      said: partsIn(said).map((part) => wordsUnder(said, part)),
      heard: () => partsIn(unpackHeard(dir, language)),
      learnt: () => learntIn(join(dir, learntFileOf(language)), mark),
      terms: () => termsIn(join(dir, termsFileOf(language)), mark, locale),
      tables: () => tablesIn(join(dir, tablesFileOf(language)), mark, locale),
      knownSentences: () => sentencesIn(join(dir, sentencesFileOf(language)), mark, folders),
    };
  });
}

/** Regions that say the same, as those of British English do, are written once. */
export function eachOnce(folders: readonly (readonly [string, Said])[]): LanguageFile['said'] {
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

/**
 * Keeps what is heard, by folder, in files of their own, which a launch need not read. Where the terms are kept nothing
 * reads the wordings of the topics, nearly half of it.
 */
export function packHeard(target: string, language: string, heard: Record<string, Heard>): void {
  const rest = mapValues(heard, ({ names, questions }) => ({
    names,
    questions: { ...questions, topics: mapValues(questions.topics, ({ words }) => ({ words })) },
  }));
  const asked = mapValues(heard, ({ questions }) => mapValues(questions.topics, (topic) => topic.asked));
  pack(join(target, heardFileOf(language)), rest);
  pack(join(target, askedFileOf(language)), asked satisfies Asked);
}

/** The wordings of the topics by folder. */
type Asked = Record<string, Record<string, string[]>>;

function unpackHeard(dir: string, language: string): Record<string, Heard> {
  const heard = unpack<Record<string, Heard>>(join(dir, heardFileOf(language)));
  const asked = once(() => unpack<Asked>(join(dir, askedFileOf(language))));
  for (const [folder, { questions }] of Object.entries(heard)) {
    for (const [id, topic] of Object.entries(questions.topics))
      Object.defineProperty(topic, 'asked', { enumerable: true, get: () => asked()[folder]?.[id] });
  }
  return heard;
}

function pack(path: string, value: unknown): void {
  writeFileSync(path, zlib().brotliCompressSync(JSON.stringify(value)));
}

function unpack<Value>(path: string): Value {
  return JSON.parse(zlib().brotliDecompressSync(readFileSync(path)).toString('utf8')) as Value;
}

/** Loaded when something is unpacked: a launch needs none of it, and it takes more than a millisecond. */
const zlib = (): typeof import('node:zlib') => require('node:zlib');
