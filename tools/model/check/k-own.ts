// Rules K: the project's own limits, stricter than those of the service.

import { type Model, textOfModel } from '../interaction-model';
import { type Fault, fault, faultsOf, type Rule } from './fault';
import {
  carrierIn,
  carriersOf,
  hearsFreeWords,
  isLaunch,
  type LanguageModel,
  saidIn,
  typesOf,
  WAKE_WORD,
} from './parts';

/** Whether it makes no difference which of two intents hears a sentence. */
export type SameMeaning = (one: string, other: string) => boolean;

/** Those that keep a model small and its sentences apart. */
export const SMALL_RULES: readonly Rule[] = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'];

const INTENTS = 80;
const FREE_INTENTS = 10;
const SAMPLES = 6000;
const BYTES = 450_000;

const PROFANE = /\b(fuck\w*|shit\w*|crap|bloody hell|bitch|jesus|christ)\b/;
const OFF_TOPIC = new Set('google order buy search sing hola bonjour robot machine'.split(' '));

const UNSPELLED = /(^| )(gp|g p|g\. p)(?=[ ']|$)/;

/** What is larger, vaguer or ruder than the project wants. */
export function ownFaults(model: Model, locale: string, sameMeaning: SameMeaning): Fault[] {
  const language = model.interactionModel.languageModel;
  return [
    ...sizeFaults(model, locale),
    ...carrierFaults(language, locale, sameMeaning),
    ...wordFaults(language, locale),
  ];
}

function sizeFaults(model: Model, locale: string): Fault[] {
  const { intents } = model.interactionModel.languageModel;
  const sizes: [Rule, number, number][] = [
    ['K1', intents.length, INTENTS],
    ['K2', intents.filter(hearsFreeWords).length, FREE_INTENTS],
    ['K3', intents.flatMap(({ samples }) => samples).length, SAMPLES],
    ['K4', Buffer.byteLength(textOfModel(model)), BYTES],
  ];
  return sizes.flatMap(([rule, size, most]) => (size > most ? [fault(rule, locale, `${size} of ${most}`)] : []));
}

function carrierFaults(language: LanguageModel, locale: string, sameMeaning: SameMeaning): Fault[] {
  const own = language.intents.flatMap((intent) => {
    const where = `${locale} ${intent.name}`;
    const carriers = carriersOf(intent);
    return [
      ...faultsOf(
        'K5',
        where,
        carriers.filter((carrier) => carrier !== '' && !carrier.includes(' ')),
      ),
      ...faultsOf(
        'K9',
        where,
        carriers.filter((carrier) => PROFANE.test(carrier) || OFF_TOPIC.has(carrier)),
      ),
    ];
  });
  const taken = takenSamples(language, sameMeaning).map(({ intent, sample, by, carrier }) =>
    fault('K6', `${locale} ${intent}`, `"${sample}" begins with "${carrier}" of ${by}`),
  );
  return [...own, ...taken];
}

/** Samples that begin with the carrier phrase of another intent, each with the longest such carrier. */
export function takenSamples(
  { intents }: LanguageModel,
  sameMeaning: SameMeaning,
): { intent: string; sample: string; by: string; carrier: string }[] {
  const owners = new Map<string, string[]>();
  for (const intent of intents) {
    for (const carrier of carriersOf(intent)) owners.set(carrier, [...(owners.get(carrier) ?? []), intent.name]);
  }
  return intents.flatMap((intent) => {
    const types = typesOf(intent);
    const takes = (other: string) => other !== intent.name && !sameMeaning(intent.name, other);
    return intent.samples.flatMap((sample) => {
      const carrier = beginningsOf(carrierIn(sample, types) ?? sample).find((words) => owners.get(words)?.some(takes));
      if (carrier === undefined) return [];
      return [{ intent: intent.name, sample, by: owners.get(carrier)?.find(takes) ?? '', carrier }];
    });
  });
}

/** Every beginning of a sentence that ends with a word and has one after it, the longest first. */
function beginningsOf(sample: string): string[] {
  const words = sample.split(' ');
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join(' '));
}

function wordFaults({ intents, types, invocationName }: LanguageModel, locale: string): Fault[] {
  return [
    ...intents.flatMap(({ name, samples }) => {
      const where = `${locale} ${name}`;
      const named = (sample: string) =>
        ` ${sample} `.includes(` ${invocationName} `) && !isLaunch(sample, invocationName);
      return [
        ...faultsOf('K7', where, samples.filter(named)),
        ...faultsOf(
          'K8',
          where,
          samples.filter((sample) => / gp[ ']/.test(` ${sample} `)),
        ),
      ];
    }),
    ...types.flatMap((type) => {
      const where = `${locale} ${type.name}`;
      const said = saidIn(type).flat();
      return [
        ...faultsOf(
          'K7',
          where,
          said.filter((one) => WAKE_WORD.test(one) || isLaunch(one, invocationName)),
        ),
        ...faultsOf(
          'K8',
          where,
          said.filter((one) => UNSPELLED.test(one)),
        ),
      ];
    }),
  ];
}
