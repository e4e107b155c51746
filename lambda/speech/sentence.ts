// Which words say an act in a language?

import { createInstance, type i18n } from 'i18next';
import type { Act, Values } from '../domain/timeline';
import { type ClockWords, timeInWords } from './clock';

/** The part of a language that is spoken. */
export interface SpokenLanguage {
  sentences: Record<string, string | string[]>;
  /** Number words from zero upwards. */
  numbers: readonly string[];
  /** How times of day are said. */
  clock?: ClockWords;
  /** Filled into every `{{emergency}}`. */
  emergency: string;
}

export interface SentenceOptions {
  /** Throw for a missing sentence or value, so that a test sees it. Without it a missing sentence is silence. */
  strict?: boolean;
}

export type Sentence = (act: Act) => string;

/** Between a key and the number of its variant, where a key has several. */
const VARIANT = '~';

/** Returns the function that turns acts into the words of one language. */
export function sentencesOf(language: SpokenLanguage, options: SentenceOptions = {}): Sentence {
  const texts = i18nextFor(language, options.strict ?? false);
  return (act) => {
    const key = variantKey(language, act);
    const words = texts.t(key ?? act.key, {
      ...spoken(act.values ?? {}, language),
      ...(act.context && !key ? { context: act.context } : {}),
    });
    return opening(words);
  };
}

function i18nextFor(language: SpokenLanguage, strict: boolean): i18n {
  const instance = createInstance();
  void instance.init({
    lng: 'spoken',
    resources: { spoken: { translation: flat(language.sentences) } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '_',
    parseMissingKeyHandler: (key) => missing(`sentence ${key}`, strict),
    missingInterpolationHandler: (text: string, match: unknown) =>
      missing(`value in "${text}": ${String(match)}`, strict),
    // Words are escaped once, where they become SSML; i18next would escape them for HTML.
    interpolation: { escapeValue: false, defaultVariables: { emergency: language.emergency } },
  });
  return instance;
}

function missing(what: string, strict: boolean): string {
  if (strict) throw new Error(`missing ${what}`);
  return '';
}

/** i18next knows no variants: each becomes a key of its own. */
function flat(sentences: SpokenLanguage['sentences']): Record<string, string> {
  const entries = Object.entries(sentences).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text]] : text.map((one, index) => [`${key}${VARIANT}${index}`, one]),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The key of the variant meant, or null when the sentence has one form only. */
function variantKey(language: SpokenLanguage, act: Act): string | null {
  const inContext = act.context ? `${act.key}_${act.context}` : act.key;
  const key = inContext in language.sentences ? inContext : act.key;
  const variants = language.sentences[key];
  if (!Array.isArray(variants) || variants.length === 0) return null;
  const wanted = Number(act.values?.['variant'] ?? 0);
  const index = Number.isInteger(wanted) ? Math.abs(wanted) % variants.length : 0;
  return `${key}${VARIANT}${index}`;
}

/** Numbers and times of day are said in words; what the language has no word for is left in digits. */
function spoken(values: Values, { numbers, clock }: SpokenLanguage): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, numbers[value] ?? String(value)];
    return [name, (clock && timeInWords(value, clock, numbers)) ?? value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** A sentence that opens with a filled-in word still opens with a capital. */
function opening(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
