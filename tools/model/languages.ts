// Joins what each locale says: its language, and its own differences.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import intentsFile from '../../content/intents.json';
import localesFile from '../../content/locales.json';
import { splitOf, type Written } from '../../content/writing';
import type { Parts } from './template';
import { type AskedTopics, namesOfTopics } from './topics';

export interface Intent {
  alexa: string;
  event: string;
  /** Names the words of the carriers that Alexa keeps to herself, in `leads` of names.json. */
  lead?: string;
  slots: Record<string, string>;
}

export interface Locale {
  locale: string;
  language: string;
  invocationName: string;
  /** Who has read its texts: a speaker of the language, a clinician. */
  review: { language: boolean; clinician: boolean };
}

/** Words of one language: lists, and lists under ids. */
export type Names = Record<string, string | string[] | Record<string, string[]>>;
export type Phrases = Record<string, string[]>;

export interface Store {
  name: string;
  summary: string;
  description: string;
  examplePhrases: string[];
  keywords: string[];
  testingInstructions?: string;
}

export interface Words {
  names: Names;
  phrases: Phrases;
  parts: Parts;
  store: Store;
}

export const intents = intentsFile.intents as unknown as Intent[];
/** The lists of names.json that make up each slot type. */
export const slotTypes = intentsFile.types as Record<string, string | string[]>;
export const locales = localesFile as Locale[];

const LANGUAGES = join(__dirname, '../../content/languages');

/** One words file of one folder as written; empty where the folder has none. */
export function wordsFile(folder: string, file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(LANGUAGES, folder, `${file}.json`), 'utf8')) as Record<string, unknown>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Regional lists are added to those of the language; a regional text takes the place of the language's. */
export function merge(base: unknown, regional: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(regional)) return [...base, ...regional];
  if (!isTable(base) || !isTable(regional)) return regional ?? base;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(regional)) merged[key] = key in merged ? merge(merged[key], value) : value;
  return merged;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Everything needed to write the model and store text of one locale. */
export function wordsOf({ locale, language }: Locale): Words {
  const read = (file: string) => merge(wordsFile(language, file), wordsFile(locale, file)) as Record<string, unknown>;
  const { parts, ...phrases } = read('phrases');
  const base = wordsFile(language, 'store');
  const { topics } = read('answers') as { topics?: AskedTopics };
  const names = read('names') as Names;
  return {
    names: topics ? { ...names, topics: namesOfTopics(topics, splitOf(names as unknown as Written)) } : names,
    phrases: phrases as Phrases,
    parts: (parts ?? {}) as Parts,
    store: { ...base, ...wordsFile(locale, 'store') } as unknown as Store,
  };
}
