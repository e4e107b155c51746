// Rule C6: sentences that two intents have in common.

import type { Model, ModelIntent } from '../interaction-model';
import { accepts, sentencesOf } from '../sentences';
import { SERVICE_PHRASES } from '../service-phrases';
import { type Fault, fault } from './fault';
import { carrierIn, slotsIn, typesOf } from './parts';

/**
 * Samples of one intent that another has too, word for word or with a value in its slots. Two slots that meet in the
 * middle are left to the tests of the words, which walk every pair of intents.
 */
export function sharedFaults(model: Model, locale: string, numbers: readonly string[]): Fault[] {
  const { intents } = model.interactionModel.languageModel;
  return [...sameSamples(intents, locale), ...samplesInSlots(model, locale, numbers)];
}

function sameSamples(intents: readonly ModelIntent[], locale: string): Fault[] {
  const owner = new Map(
    Object.entries(SERVICE_PHRASES).flatMap(([name, said]) => said.map((words) => [words, name] as const)),
  );
  return intents.flatMap((intent) =>
    [...new Set(intent.samples.map((sample) => byType(sample, intent)))].flatMap((sample) => {
      const first = owner.get(sample) ?? intent.name;
      owner.set(sample, first);
      return first === intent.name ? [] : [fault('C6', `${locale} ${intent.name}`, `"${sample}" is of ${first} too`)];
    }),
  );
}

/** A sample with the type of every slot in place of its name. */
function byType(sample: string, intent: ModelIntent): string {
  const types = typesOf(intent);
  return sample.toLowerCase().replace(/\{([^{}]*)\}/g, (_, name: string) => `{${typeNamed(name, types)}}`);
}

function typeNamed(name: string, types: ReadonlyMap<string, string>): string {
  return [...types].find(([slot]) => slot.toLowerCase() === name)?.[1] ?? name;
}

function samplesInSlots(model: Model, locale: string, numbers: readonly string[]): Fault[] {
  const { languageModel } = model.interactionModel;
  const { intents } = languageModel;
  const closed = intents.flatMap(({ name, samples }) =>
    samples.filter((sample) => slotsIn(sample).length === 0).map((sample) => ({ name, sample })),
  );
  // The values are the same for every intent, and take the most time.
  const { types } = sentencesOf(model, () => false, numbers);
  const withoutValues = { interactionModel: { languageModel: { ...languageModel, types: [] } } };
  return intents.filter(hasSlotted).flatMap((intent) => {
    const sentences = { ...sentencesOf(withoutValues, (name) => name === intent.name, []), types };
    const own = new Set(intent.samples);
    return closed
      .filter(({ name, sample }) => name !== intent.name && !own.has(sample) && accepts(sentences, sample))
      .map(({ name, sample }) => fault('C6', `${locale} ${name}`, `"${sample}" is of ${intent.name} too`));
  });
}

/** Whether an intent has samples with slots that hold no free words. */
function hasSlotted(intent: ModelIntent): boolean {
  const types = typesOf(intent);
  return intent.samples.some((sample) => slotsIn(sample).length > 0 && carrierIn(sample, types) === null);
}
