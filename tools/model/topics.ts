// How people name what the answer bank answers.

import type { Questions } from '../../content/questions';
import type { Model, ModelType } from './interaction-model';
import { accepts, type Sentences, sentencesOf } from './sentences';

export const TOPIC_INTENT = 'AskTopicIntent';
const TOPIC_TYPE = 'Topic';
const TOPIC_SLOT = '{topic}';

/** Longer ways of asking begin with a question word and are heard as free words. */
const LONGEST_NAME = 6;

/** The names of each topic: its title as it would be said, then the ways of asking for it. */
export function namesOfTopics(titles: Record<string, string>, topics: Questions['topics']): Record<string, string[]> {
  const said = Object.entries(topics).map(([id, { asked }]) => {
    const spoken = (titles[id] ?? '').toLowerCase().replace(/\.$/, '');
    const short = asked.filter((one) => one.split(' ').length <= LONGEST_NAME);
    return [id, [spoken, ...short].filter((name) => /^[a-z][a-z' ]*$/.test(name))] as const;
  });
  return Object.fromEntries(said);
}

/**
 * The model with every topic wording left out that another intent or topic can already say: one sentence must not
 * mean two things, and a command or a symptom goes before a question.
 */
export function withOwnTopics(model: Model, numbers: readonly string[]): Model {
  const { languageModel } = model.interactionModel;
  const asking = languageModel.intents.find(({ name }) => name === TOPIC_INTENT)?.samples ?? [];
  const others = sentencesOf(model, (name) => name !== TOPIC_INTENT, numbers);
  const types = languageModel.types.map((type) => (type.name === TOPIC_TYPE ? own(type, asking, others) : type));
  return { interactionModel: { languageModel: { ...languageModel, types } } };
}

function own(type: ModelType, asking: readonly string[], others: Sentences): ModelType {
  const taken = new Set<string>();
  const isFree = (name: string) => !asking.some((sample) => accepts(others, sample.replace(TOPIC_SLOT, name)));
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
