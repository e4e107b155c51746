// Finds the words of an act in a language.

import { createInstance, type i18n } from 'i18next';
import type { Act, Values } from '../domain/timeline';
import { type ClockWords, sayTime } from './clock';

type Texts = Readonly<Record<string, string | string[]>>;

/** The part of a language that is spoken. */
export interface SpokenLanguage {
  sentences: Texts;
  /** Number words from zero upwards. */
  numbers: readonly string[];
  /** How times of day are said. */
  clock?: ClockWords;
  /** Filled into every `{{emergency}}`. */
  emergency: string;
  /** Filled into every `{{advice}}`: whom to contact today where it is no emergency. */
  advice: string;
}

export interface SentenceOptions {
  /** Throw for a missing sentence or value, so that a test sees it. Without it a missing sentence is silence. */
  strict?: boolean;
}

export type Sentence = (act: Act) => string;

/** Between a key and the number of its variant, where a key has several. */
const VARIANT = '~';

/** The lists that i18next looks in: the sentences, and the variants that have been said. */
const LISTS = { sentences: 'translation', variants: 'variants' } as const;

/** Returns the function that turns acts into the words of one language. */
export function sentencesOf(language: SpokenLanguage, options: SentenceOptions = {}): Sentence {
  const variants: Record<string, string> = {};
  const texts = i18nextFor(language, variants, options.strict ?? false);
  return (act) => {
    const variant = variantOf(language, act);
    if (variant) variants[variant.key] = variant.text;
    const words = texts.t(variant?.key ?? act.key, {
      // Here and not among i18next's own variables, with which it would copy the values of every act.
      emergency: language.emergency,
      advice: language.advice,
      ...sayValues(act.values ?? {}, language),
      ns: variant ? LISTS.variants : LISTS.sentences,
      ...(act.context && !variant ? { context: act.context } : {}),
    });
    return capitalise(words);
  };
}

function i18nextFor(language: SpokenLanguage, variants: Record<string, string>, strict: boolean): i18n {
  const instance = createInstance();
  void instance.init({
    lng: 'spoken',
    // Handed over as they are: to lay a thousand sentences out anew takes longer than a first answer may.
    resources: { spoken: { [LISTS.sentences]: language.sentences, [LISTS.variants]: variants } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '_',
    parseMissingKeyHandler: (key) => reportMissing(`sentence ${key}`, strict),
    missingInterpolationHandler: (text: string, match: unknown) =>
      reportMissing(`value in "${text}": ${String(match)}`, strict),
    // Words are escaped once, where they become SSML; i18next would escape them for HTML.
    interpolation: { escapeValue: false },
  });
  return instance;
}

function reportMissing(what: string, strict: boolean): string {
  if (strict) throw new Error(`missing ${what}`);
  return '';
}

/** The variant meant, under a key of its own, because i18next knows none; null when the sentence has one form only. */
function variantOf({ sentences }: SpokenLanguage, act: Act): { key: string; text: string } | null {
  const inContext = act.context ? `${act.key}_${act.context}` : act.key;
  const key = inContext in sentences ? inContext : act.key;
  const variants = sentences[key];
  if (!Array.isArray(variants) || variants.length === 0) return null;
  const wanted = Number(act.values?.['variant'] ?? 0);
  const index = Number.isInteger(wanted) ? Math.abs(wanted) % variants.length : 0;
  return { key: `${key}${VARIANT}${index}`, text: variants[index] ?? '' };
}

/** Says numbers and times of day in words; a number without a word stays in digits. */
function sayValues(values: Values, { numbers, clock }: SpokenLanguage): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, numbers[value] ?? String(value)];
    return [name, (clock && sayTime(value, clock, numbers)) ?? value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** A sentence that opens with a filled-in word still opens with a capital. */
function capitalise(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
