// How people name what the answer bank answers.

import { frames, symptoms } from '../../content';
import type { Names } from '../../content/languages';
import type { Questions } from '../../content/questions';
import { asSplit, type Split } from '../../content/writing';
import { symptomsIn } from '../../lambda/listening/symptoms';
import type { Words as Reading, Vocabulary } from '../../lambda/listening/vocabulary';
import type { Model, ModelType } from './interaction-model';
import { accepts, type Sentences, sentencesOf } from './sentences';

/** The questions of one language: for each topic its title and what people say who ask it. */
export type AskedTopics = Record<string, { title?: string; asked?: readonly string[] }>;

export const TOPIC_INTENT = 'AskTopicIntent';
const TOPIC_TYPE = 'Topic';
const TOPIC_SLOT = '{topic}';

/** Longer ways of asking begin with a question word and are heard as free words. */
const LONGEST_NAME = 6;

/** The names of each topic: its title as it would be said, then the ways of asking for it. */
export function namesOfTopics(
  titles: Record<string, string>,
  topics: Questions['topics'],
  split: Split,
): Record<string, string[]> {
  const said = Object.entries(topics).map(([id, { asked }]) => {
    const spoken = (titles[id] ?? '').toLowerCase().replace(/\.$/, '');
    const short = asked.filter((one) => split(one).length <= LONGEST_NAME);
    return [id, [spoken, ...short].filter((name) => /^(?!')[\p{L}\p{M}' ]+$/u.test(name))] as const;
  });
  return Object.fromEntries(said);
}

/**
 * The model with every topic wording left out that another intent or topic can already say: one sentence must not
 * mean two things, and a command or a symptom goes before a question.
 */
export function withOwnTopics(model: Model, names: Names): Model {
  const { languageModel } = model.interactionModel;
  const asking = languageModel.intents.find(({ name }) => name === TOPIC_INTENT)?.samples ?? [];
  const others = sentencesOf(model, (name) => name !== TOPIC_INTENT, names['numbers'] as string[]);
  const words: Reading = { vocabulary: asSplit(names as unknown as Vocabulary), symptoms, frames };
  const types = languageModel.types.map((type) => (type.name === TOPIC_TYPE ? own(type, asking, others, words) : type));
  return { interactionModel: { ...model.interactionModel, languageModel: { ...languageModel, types } } };
}

function own(type: ModelType, asking: readonly string[], others: Sentences, words: Reading): ModelType {
  const taken = new Set<string>();
  const isFree = (name: string) =>
    !asking.some((sample) => accepts(others, sample.replace(TOPIC_SLOT, name))) && symptomsIn(name, words).length === 0;
  const values = type.values.flatMap(({ id, name }) => {
    const [value, ...synonyms] = [name.value, ...name.synonyms].filter((one) => {
      const fresh = !taken.has(one) && isFree(one);
      if (fresh) taken.add(one);
      return fresh;
    });
    return value === undefined ? [] : [{ id, name: { value, synonyms } }];
  });
  return { ...type, values };
}
