// Keeps languages, and what was learnt from them, packed beside the bundle.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BankTerms, bytesOfTerms, type KeptTerms, termsFrom, termsOfLocale } from './bankTerms';
import { languageFiles } from './index';
import { type Heard, type Languages, languagesOf, type Said } from './language';
import { bytesOf, type Lessons, lessonsFrom } from './learnt';
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
  writeFileSync(path, zlib().brotliCompressSync(JSON.stringify(tables)));
}

/** The tables of a locale, worked out from words of one mark; without them they are worked out with the first sentence. */
function tablesIn(path: string, mark: number, locale: string): ReadingTables | undefined {
  try {
    const kept = JSON.parse(zlib().brotliDecompressSync(readFileSync(path)).toString('utf8')) as KeptTables;
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
export const heardFileOf = (language: string): string => `${language}.heard.bin`;
export const learntFileOf = (language: string): string => `${language}.learnt.bin`;
export const termsFileOf = (language: string): string => `${language}.terms.bin`;
export const tablesFileOf = (language: string): string => `${language}.tables.bin`;

/** Languages read from their files beside the bundle, each when a locale of it is first asked for. */
export function fileLanguages(dir: string): Languages {
  return languagesOf((locale) => {
    const folders = languageFiles(locale);
    const language = folders[0] ?? 'en';
    const { said, mark } = JSON.parse(readFileSync(join(dir, fileOf(language)), 'utf8')) as LanguageFile;
    const partsIn = <Part>(parts: Record<string, Part>) => folders.flatMap((folder) => parts[folder] ?? []);
    return {
      said: partsIn(said).map((part) => wordsUnder(said, part)),
      heard: () => partsIn(unpackHeard(join(dir, heardFileOf(language)))),
      learnt: () => learntIn(join(dir, learntFileOf(language)), mark),
      terms: () => termsIn(join(dir, termsFileOf(language)), mark, locale),
      tables: () => tablesIn(join(dir, tablesFileOf(language)), mark, locale),
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

/** Keeps what is heard, by folder, in a file of its own, which a launch need not read. */
export function packHeard(path: string, heard: Record<string, Heard>): void {
  writeFileSync(path, zlib().brotliCompressSync(JSON.stringify(heard)));
}

function unpackHeard(path: string): Record<string, Heard> {
  return JSON.parse(zlib().brotliDecompressSync(readFileSync(path)).toString('utf8')) as Record<string, Heard>;
}

/** Loaded when something is unpacked: a launch needs none of it, and it takes more than a millisecond. */
const zlib = (): typeof import('node:zlib') => require('node:zlib');
