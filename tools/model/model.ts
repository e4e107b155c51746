// Builds Amazon's language model of one locale.

import { expand, slotsOf } from '../../content/template';
import type { Model, ModelIntent, ModelType } from './interaction-model';
import { type Intent, intents, type Names, slotTypes, type Words } from './languages';
import { withOwnTopics } from './topics';

/** Intents that have no samples but those of Alexa. */
const OF_ALEXA = ['AMAZON.NavigateHomeIntent', 'AMAZON.FallbackIntent'];

/** The interaction model of one locale, from the intents, the words of its language and its own differences. */
export function modelOf(invocationName: string, words: Words): Model {
  return withOwnTopics(wholeModel(invocationName, words), words.names);
}

function wholeModel(invocationName: string, words: Words): Model {
  return {
    interactionModel: {
      languageModel: {
        invocationName,
        // The middle setting: a lone word that belongs nowhere must not be taken for an answer.
        modelConfiguration: { fallbackIntentSensitivity: { level: 'MEDIUM' } },
        intents: intents.map((intent) => modelIntent(intent, words)),
        types: Object.entries(slotTypes).map(([type, keys]) => modelType(type, [keys].flat(), words.names)),
      },
    },
  };
}

/** Every sentence of an intent in a language. `@name` stands for a list of names. */
export function samplesOf(intent: string, words: Words): string[] {
  const templates = words.phrases[intent] ?? [];
  if (templates.length === 0 && !OF_ALEXA.includes(intent)) throw new Error(`phrases.txt has nothing for ${intent}`);
  const samples = templates.flatMap((template) => {
    if (!template.startsWith('@')) return expand(template, words.parts);
    return listOf(template.slice(1), words.names);
  });
  return [...new Set(samples)];
}

function listOf(key: string, names: Names): string[] {
  const list = names[key];
  if (!Array.isArray(list)) throw new Error(`there is no list called ${key}`);
  return list;
}

function modelIntent(intent: Intent, words: Words): ModelIntent {
  const samples = samplesOf(intent.alexa, words);
  const declared = Object.entries(intent.slots);
  const unknown = samples.flatMap(slotsOf).find((slot) => !(slot in intent.slots));
  if (unknown) throw new Error(`${intent.alexa} has no slot called ${unknown}`);
  if (declared.length === 0) return { name: intent.alexa, samples };
  return { name: intent.alexa, slots: declared.map(([name, type]) => ({ name, type })), samples };
}

function modelType(type: string, keys: readonly string[], names: Names): ModelType {
  return { name: type, values: keys.flatMap((key) => valuesOf(key, names)) };
}

function valuesOf(key: string, names: Names): ModelType['values'] {
  const entry = names[key];
  if (typeof entry === 'string') return [{ id: entry, name: { value: entry, synonyms: [] } }];
  if (!entry || Array.isArray(entry)) throw new Error(`there is no table called ${key}`);
  return Object.entries(entry).map(([id, said]) => {
    const [value, ...synonyms] = said;
    if (value === undefined) throw new Error(`there is no word for ${id}`);
    return { id, name: { value, synonyms } };
  });
}
