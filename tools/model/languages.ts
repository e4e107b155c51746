// Joins what each locale says: its language, and its own differences.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import intentsFile from '../../content/intents.json';
import { merged } from '../../content/language';
import { folderLanguages, phrasesOf, titlesIn } from '../../content/languages';
import localesFile from '../../content/locales.json';
import type { Phrases } from '../../content/phrases';
import { splitOf, type Written } from '../../content/writing';
import { namesOfTopics } from './topics';

export interface Intent {
  alexa: string;
  event: string;
  /** Names the words of the carriers that Alexa keeps to herself, in `leads` of words.txt. */
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

export interface Store {
  name: string;
  summary: string;
  description: string;
  examplePhrases: string[];
  keywords: string[];
  testingInstructions?: string;
}

export interface Words extends Phrases {
  names: Names;
  store: Store;
}

export const intents = intentsFile.intents as unknown as Intent[];
/** The lists of names that make up each slot type. */
export const slotTypes = intentsFile.types as Record<string, string | string[]>;
export const locales = localesFile as Locale[];

const LANGUAGES = join(__dirname, '../../content/languages');

const languages = folderLanguages(LANGUAGES);

/** Everything needed to write the model and store text of one locale. */
export function wordsOf({ locale, language }: Locale): Words {
  const { names, questions } = languages.of(locale);
  const titles = { ...titlesIn(LANGUAGES, language), ...titlesIn(LANGUAGES, locale) };
  const store = [language, locale].map((folder) => storeIn(folder));
  return {
    names: {
      ...(names as Names),
      topics: namesOfTopics(titles, questions.topics, splitOf(names as unknown as Written)),
    },
    ...merged(phrasesOf(LANGUAGES, language), phrasesOf(LANGUAGES, locale, language)),
    store: Object.assign({}, ...store) as Store,
  };
}

/** The store text in a folder; a region's takes the place of the language's. */
function storeIn(folder: string): Partial<Store> {
  const path = join(LANGUAGES, folder, 'store.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Store>) : {};
}
