// Works out what sentences are read with when the skill is built, for the first sentence of a process not to wait.

import { join } from 'node:path';
import { languageFiles, locales, symptoms } from '../content';
import { folderLanguages, knownSentencesOf, type Language, markOfWords } from '../content/languages';
import { packSentences, packTables, sentencesFileOf, tablesFileOf } from '../content/packed';
import { keptOnce, type ReadingTables } from '../content/readingTables';
import { asSplit } from '../content/writing';
import { questionSplitOf } from '../lambda/listening/askable';
import { symptomTablesOf } from '../lambda/listening/reading/phrases';
import { meaningTableOf, readingOf } from '../lambda/listening/terms';
import { aspectTableOf } from '../lambda/listening/topicTerms';
import type { Vocabulary } from '../lambda/listening/vocabulary';

/** Writes the tables of each language below a folder to a file in `target`. */
export function writeTables(folder: string, target: string): void {
  const languages = folderLanguages(folder);
  for (const language of new Set(locales.map((row) => row.language))) {
    const ofLanguage = locales.filter((row) => row.language === language);
    const tables = ofLanguage.map(({ locale }) => [locale, tablesOf(languages.of(locale))] as const);
    const mark = markOfWords(join(folder, language));
    packTables(join(target, tablesFileOf(language)), keptOnce(mark, Object.fromEntries(tables)));
    const folders = [...new Set(ofLanguage.flatMap(({ locale }) => languageFiles(locale)))];
    const known = knownSentencesOf(folder, folders).map((one, at) => [folders[at] ?? '', one] as const);
    packSentences(join(target, sentencesFileOf(language)), { mark, folders: Object.fromEntries(known) });
  }
}

function tablesOf(language: Language): ReadingTables {
  const vocabulary = asSplit(language.names as unknown as Vocabulary);
  const { words, aspects } = language.questions;
  const split = questionSplitOf(language);
  const meanings = meaningTableOf(words, split);
  const reading = readingOf(words, split, meanings);
  return { ...symptomTablesOf(vocabulary, symptoms), meanings, aspects: aspectTableOf(aspects, reading) };
}
