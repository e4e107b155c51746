// What the checks look at in a model: slots, carrier phrases, wake words.

import type { Model, ModelIntent, ModelType } from '../interaction-model';

export type LanguageModel = Model['interactionModel']['languageModel'];

export const FREE = 'AMAZON.SearchQuery';
export const NUMBER = 'AMAZON.NUMBER';

/** What wakes a device, whichever of these its owner has chosen. */
export const WAKE_WORD = /\b(alexa|amazon|echo|computer|ziggy)\b/i;

/** What opens a skill when its name follows. */
export const LAUNCH_WORDS =
  'ask|tell|open|launch|start|begin|load|run|play|use|talk to|speak to|enable|resume|turn on|search|engage'.split('|');

export const isBuiltIn = (intent: string): boolean => intent.startsWith('AMAZON.');

/** The names of the slots in a sample, in order. */
export const slotsIn = (sample: string): string[] => [...sample.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);

/** A sample with a space in place of every slot. */
export const withoutSlots = (sample: string): string => sample.replace(/\{[^{}]*\}/g, ' ');

/** The slots of an intent with their types. */
export function typesOf({ slots = [] }: ModelIntent): Map<string, string> {
  return new Map(slots.map(({ name, type }) => [name, type]));
}

/** Everything that is said to an intent, the answers to its slots' own questions too. */
export const heardBy = ({ samples, slots = [] }: ModelIntent): string[] => [
  ...samples,
  ...slots.flatMap((slot) => slot.samples ?? []),
];

export const hearsFreeWords = ({ slots = [] }: ModelIntent): boolean => slots.some(({ type }) => type === FREE);

/** The carrier phrase of a sample, which stands before free words; null where it has none of these. */
export function carrierIn(sample: string, types: ReadonlyMap<string, string>): string | null {
  const isFree = slotsIn(sample).some((slot) => types.get(slot) === FREE);
  return isFree ? sample.slice(0, sample.indexOf('{')).trim() : null;
}

/** The carrier phrases of an intent. */
export function carriersOf(intent: ModelIntent): string[] {
  const types = typesOf(intent);
  return intent.samples.flatMap((sample) => carrierIn(sample, types) ?? []);
}

/** The values of a type, each with its synonyms. */
export const saidIn = ({ values }: ModelType): string[][] =>
  values.map(({ name }) => [name.value, ...(name.synonyms ?? [])]);

/** What stands more than once in a list, once each. */
export function repeatedIn(list: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(list.filter((one) => seen.size === seen.add(one).size));
}

/** Whether a text opens a skill of this name. */
export function isLaunch(text: string, name: string): boolean {
  return LAUNCH_WORDS.some((word) => ` ${text} `.includes(` ${word} ${name} `));
}
