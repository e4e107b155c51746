// Joins what each locale says: its language, and its own differences.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import intentsFile from '../../content/intents.json';
import { merged } from '../../content/language';
import { examplesOf, folderLanguages, phrasesOf, titlesIn } from '../../content/languages';
import localesFile from '../../content/locales.json';
import type { Phrases } from '../../content/phrases';
import { splitOf, type Written } from '../../content/writing';
import { namesOfTopics } from './topics';

export interface Intent {
  alexa: string;
  event: string;
  slots: Record<string, string>;
  /** Most samples in a model, where the usual number will not do. */
  samples?: number;
  /** Intents whose samples may begin with a carrier of this one: either way the same is understood. */
  carries?: readonly string[];
}

/**
 * What Alexa is told: `told apart`, a model small enough for her to tell its intents apart; `old`, the model of every
 * opener, for as long as the two have not been compared (docs/deploy.md).
 */
export type Profile = 'told apart' | 'old';

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
  /** Sentences that are known to be said, each with its slots, by intent. */
  known: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export const intents = intentsFile.intents as unknown as Intent[];
/** The lists of names that make up each slot type. */
export const slotTypes = intentsFile.types as Record<string, string | string[]>;
export const locales = localesFile as Locale[];

const LANGUAGES = join(__dirname, '../../content/languages');

const languages = folderLanguages(LANGUAGES);

const OLD = join(__dirname, '../../content/old');

/** The intents of a profile, and the lists of names that make up each slot type. */
export function tableOf(profile: Profile): { intents: Intent[]; slotTypes: Record<string, string | string[]> } {
  if (profile === 'told apart') return { intents, slotTypes };
  const old = JSON.parse(readFileSync(join(OLD, 'intents.json'), 'utf8')) as typeof intentsFile;
  return { intents: old.intents as unknown as Intent[], slotTypes: old.types };
}

/** Everything needed to write the model and store text of one locale. */
export function wordsOf({ locale, language }: Locale, profile: Profile = 'told apart'): Words {
  const { names, questions } = languages.of(locale);
  const titles = { ...titlesIn(LANGUAGES, language), ...titlesIn(LANGUAGES, locale) };
  const store = [language, locale].map((folder) => storeIn(folder));
  const known = tableOf(profile).intents.map(({ alexa }) => alexa);
  const phrases = profile === 'old' ? join(OLD, 'languages') : LANGUAGES;
  const phrasesIn = (folder: string, base: string) => phrasesOf(phrases, folder, base, known);
  return {
    names: {
      ...(names as Names),
      topics: namesOfTopics(titles, questions.topics, splitOf(names as unknown as Written)),
    },
    ...merged(phrasesIn(language, language), phrasesIn(locale, language)),
    known: knownIn(language),
    store: Object.assign({}, ...store) as Store,
  };
}

/** The store text in a folder; a region's takes the place of the language's. */
function storeIn(folder: string): Partial<Store> {
  const path = join(LANGUAGES, folder, 'store.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Store>) : {};
}

/** The sentences that people are known to say in a language, by the intent they mean. */
function knownIn(language: string): Words['known'] {
  const known = new Map<string, Map<string, readonly string[]>>();
  for (const [said, { intent, slots }] of Object.entries(examplesOf(LANGUAGES, language)))
    known.set(intent, (known.get(intent) ?? new Map()).set(said, Object.keys(slots)));
  return known;
}
