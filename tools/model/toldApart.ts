// Leaves out of a model what Alexa could take for something else.

import type { Model, ModelIntent } from './interaction-model';
import type { Intent } from './languages';

const FREE = 'AMAZON.SearchQuery';

/** The words before the free ones, by the intent that they belong to. */
function carriersOf(intents: readonly ModelIntent[]): ReadonlyMap<string, string> {
  const carriers = new Map<string, string>();
  for (const { name, slots = [], samples } of intents) {
    const free = slots.find(({ type }) => type === FREE);
    if (!free) continue;
    const end = ` {${free.name}}`;
    for (const sample of samples.filter((one) => one.endsWith(end))) carriers.set(sample.slice(0, -end.length), name);
  }
  return carriers;
}

/** The intents whose carrier a sample begins with. */
export function carryingOf(sample: string, carriers: ReadonlyMap<string, string>): string[] {
  const names: string[] = [];
  for (let end = sample.indexOf(' '); end > 0; end = sample.indexOf(' ', end + 1)) {
    const name = carriers.get(sample.slice(0, end));
    if (name !== undefined) names.push(name);
  }
  return names;
}

/**
 * The model without the samples that begin with the carrier of another intent, and without a second intent for the
 * same sample: such a sentence is heard as free words, whose reading finds the command in them (a test holds it to
 * that). `table` says which pairs of intents mean the same either way.
 */
export function toldApart(model: Model, table: readonly Intent[]): Model {
  const { languageModel } = model.interactionModel;
  const carriers = carriersOf(languageModel.intents);
  const may = new Map(table.map(({ alexa, carries = [] }) => [alexa, carries]));
  const taken = new Set<string>();
  const intents = languageModel.intents.map((intent) => {
    const isOwn = (sample: string) =>
      carryingOf(sample, carriers).every((name) => name === intent.name || may.get(name)?.includes(intent.name));
    const isFirst = (sample: string) => !taken.has(sample) && taken.add(sample);
    return { ...intent, samples: intent.samples.filter((sample) => isOwn(sample) && isFirst(sample)) };
  });
  return { interactionModel: { ...model.interactionModel, languageModel: { ...languageModel, intents } } };
}
