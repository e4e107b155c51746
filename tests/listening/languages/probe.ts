// Reads the probe sentences of a language with its small throw-away lists; neither is content.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderLanguages } from '../../../content/languages';
import redFlags from '../../../content/red-flags.json';
import { asSplit } from '../../../content/writing';
import { denialIn } from '../../../lambda/listening/denial';
import { idNamedBy } from '../../../lambda/listening/naming';
import { findsIn, hear } from '../../../lambda/listening/reading/phrases';
import { isSupposed, symptomsDoubtedIn, symptomsIn } from '../../../lambda/listening/symptoms';
import type { Vocabulary, Words } from '../../../lambda/listening/vocabulary';
import { wishesIn } from '../../../lambda/listening/wishes';

type Lists = Record<string, unknown>;

const { names: english } = folderLanguages(join(__dirname, '../../../content/languages')).of('en-US');

/** The sentences of a language, each with what it must be read as. */
export function sentencesOf(language: string): [said: string, read: string][] {
  const lines = readFileSync(join(__dirname, `${language}.txt`), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | ') as [string, string]);
}

/** The words of a language: its lists, written with commas, and every other list of the content empty. */
export function wordsOf(language: string): Words {
  const { writing, grammar, ...lists } = JSON.parse(readFileSync(join(__dirname, `${language}.json`), 'utf8')) as Lists;
  const windows = (english['grammar'] as { windows: Lists }).windows;
  const vocabulary = {
    ...(emptied(english) as Lists),
    ...(filled(lists, english) as Lists),
    writing,
    grammar: { windows, ...(filled(grammar, {}) as Lists) },
  } as unknown as Vocabulary;
  const { symptoms, frames } = redFlags;
  return { vocabulary: asSplit(vocabulary), symptoms, frames } as unknown as Words;
}

/** The same tables with nothing in them. */
function emptied(list: unknown): unknown {
  if (typeof list === 'string') return '';
  if (Array.isArray(list)) return [];
  const tables = Object.entries(list as Lists).filter(([, of]) => typeof of === 'object');
  return Object.fromEntries(tables.map(([name, of]) => [name, emptied(of)]));
}

/** Lists as the content has them: "a, b" is a list where English has one. */
function filled(list: unknown, like: unknown): unknown {
  if (typeof list === 'string') return typeof like === 'string' ? list : list.split(', ');
  if (typeof list !== 'object' || list === null || Array.isArray(list)) return list;
  const known = (like ?? {}) as Lists;
  const named = Object.entries(list).map(([name, of]) => [name, filled(of, known[name])]);
  return Object.fromEntries([...Object.entries((emptied(known) ?? {}) as Lists), ...named]);
}

/**
 * What a sentence is read as: the rows it reports, those it leaves in doubt, `supposed`, `denied` (something is named and
 * taken back), minutes, a plain yes or no, or `nothing`.
 */
export function readingOf(text: string, words: Words): string {
  const { vocabulary } = words;
  const rows = symptomsIn(text, words);
  if (rows.length > 0) return isSupposed(text, words) ? 'supposed' : rows.join(' ');
  const doubted = symptomsDoubtedIn(text, words);
  if (doubted.length > 0) return `${doubted.join(' ')} ?`;
  const { minutes } = wishesIn(text, vocabulary);
  if (minutes !== undefined) return `${minutes} minutes`;
  const { yes, no } = vocabulary as unknown as Record<string, string[]>;
  const plain = idNamedBy(text, { yes: yes ?? [], no: no ?? [] }, vocabulary);
  if (plain) return plain;
  const isNamed = findsIn(hear(text, words), words).some(({ row }) => row);
  return isNamed || denialIn(text, false, words) ? 'denied' : 'nothing';
}
