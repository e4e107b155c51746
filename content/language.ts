// The words of one locale, joined from its language and its region.

import type { BankTerms } from './bankTerms';
import { locales } from './index';
import type { KnownSentences } from './knownSentences';
import type { Lessons } from './learnt';
import { once } from './once';
import type { Questions } from './questions';
import type { ReadingTables } from './readingTables';

/** Sentences by key; a list holds variants that mean the same. */
export type Sentences = Record<string, string | string[]>;
/** What is heard rather than said: names with their synonyms, number words, the start word. */
export type Names = Record<string, unknown>;

/** What a folder says: a language, or what a region says differently. */
export interface Said {
  sentences: Sentences;
  /** Names that are said as well as heard: numbers, the clock. */
  names: Names;
}

/** What is listened for. */
export interface Heard {
  names: Names;
  /** How the answers are asked for. */
  questions: Questions;
}

/** All the words of one locale. */
export interface Language extends Heard {
  locale: string;
  sentences: Sentences;
  /** What the emergency number is called where nobody knows the country. */
  emergency: string;
  /** Whom to contact today, where nobody knows the country or no line serves it. */
  advice: string;
  /** Number words from zero upwards. */
  numbers: readonly string[];
  /** How times of day are said, as numbers.json has it. */
  clock?: unknown;
  /** What was learnt from the words of the language; undefined where nothing was, or from others than these. */
  learnt?: Lessons | undefined;
  /** The terms of the answer bank, where they were worked out before from these words. */
  terms?: BankTerms | undefined;
  /** The tables that sentences are read with, where they were worked out before from these words. */
  tables?: ReadingTables | undefined;
  /** What whole sentences are known by, those of the language first; undefined where nothing was worked out from these words. */
  knownSentences?: readonly KnownSentences[] | undefined;
}

/** A source of languages. A locale without words is answered in the words of `FALLBACK_LOCALE`. */
export interface Languages {
  of(locale: string): Language;
}

export const FALLBACK_LOCALE = 'en-US';

/** A locale's words from its language to its region. */
export interface Parts {
  said: readonly Said[];
  heard(): readonly Heard[];
  learnt(): Lessons | undefined;
  terms?(): BankTerms | undefined;
  tables?(): ReadingTables | undefined;
  knownSentences?(): readonly KnownSentences[] | undefined;
}

/** Languages that are read when a locale of them is first asked for. */
export function languagesOf(partsOf: (locale: string) => Parts): Languages {
  const known = new Map<string, Language>();
  return {
    of(asked) {
      const row =
        locales.find(({ locale }) => locale === asked) ?? locales.find((one) => one.locale === FALLBACK_LOCALE);
      const locale = row?.locale ?? FALLBACK_LOCALE;
      const language = known.get(locale) ?? languageOf(locale, partsOf(locale));
      known.set(locale, language);
      return language;
    },
  };
}

/** The words that may be heard are read when the first word has to be looked up. */
function languageOf(locale: string, { said, heard, learnt, terms, tables, knownSentences }: Parts): Language {
  const { numbers, clock } = said.map(({ names }) => names).reduce(merged);
  const sentences = said.map((part) => part.sentences).reduce(mergeSentences);
  const open = once(() => heard().reduce(merged));
  const openTables = once(() => tables?.());
  const openSentences = once(() => knownSentences?.());
  return {
    locale,
    emergency: String(sentences['emergency.local'] ?? ''),
    advice: String(sentences['advice.local'] ?? ''),
    sentences,
    numbers: Array.isArray(numbers) ? numbers.map(String) : [],
    clock,
    get names() {
      return open().names;
    },
    get questions() {
      return open().questions;
    },
    get learnt() {
      return learnt();
    },
    get terms() {
      return terms?.();
    },
    get tables() {
      return openTables();
    },
    get knownSentences() {
      return openSentences();
    },
  };
}

/** A thousand sentences are not copied for a region that says none of them differently. */
function mergeSentences(base: Sentences, difference: Sentences): Sentences {
  return Object.keys(difference).length === 0 ? base : { ...base, ...difference };
}

/** Joins what a region adds to its language: lists are added, tables are merged, anything else takes the other's place. */
export function merged<Value>(base: Value, difference: Value): Value {
  if (Array.isArray(base) && Array.isArray(difference)) return [...base, ...difference] as Value;
  if (!isTable(base) || !isTable(difference)) return difference;
  const tables: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(difference))
    tables[key] = key in tables ? merged(tables[key], value) : value;
  return tables as Value;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
