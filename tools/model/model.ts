// Builds Amazon's interaction model of one locale.

import { slotsOf } from '../../content/template';
import { WORDS_INTENT } from '../../lambda/alexa/wholeWords';
import { asked } from './dialog';
import type { Model, ModelIntent, ModelType } from './interaction-model';
import { type Intent, type Names, type Profile, tableOf, type Words } from './languages';
import { chosen, sentencesByTemplate } from './samples';
import { toldApart } from './toldApart';
import { withOwnTopics } from './topics';

/** Intents that have no samples but those of Alexa. */
const OF_ALEXA = ['AMAZON.NavigateHomeIntent', 'AMAZON.FallbackIntent'];

/** The interaction model of one locale, from the intents, the words of its language and its own differences. */
export function modelOf(invocationName: string, words: Words, profile: Profile = 'told apart'): Model {
  const whole = withOwnTopics(wholeModel(invocationName, words, profile), words.names);
  return profile === 'old' ? whole : toldApart(whole, tableOf(profile).intents);
}

function wholeModel(invocationName: string, words: Words, profile: Profile): Model {
  const { intents, slotTypes } = tableOf(profile);
  const isOld = profile === 'old';
  const types = Object.entries(slotTypes).map(([type, keys]) => modelType(type, [keys].flat(), words.names));
  return {
    interactionModel: {
      languageModel: {
        invocationName,
        // The middle setting: a lone word that belongs nowhere must not be taken for an answer.
        modelConfiguration: { fallbackIntentSensitivity: { level: 'MEDIUM' } },
        intents: intents.map((intent) => modelIntent(intent, words, isOld)),
        types,
      },
      ...(isOld ? {} : asked(String(words.names['askForWords']))),
    },
  };
}

/** The samples of an intent: all of them in the old model, else the chosen ones. */
function samplesOf({ alexa, samples }: Intent, words: Words, isOld: boolean): string[] {
  const all = sentencesByTemplate(alexa, words);
  if (all.length === 0 && !OF_ALEXA.includes(alexa)) throw new Error(`phrases.txt has nothing for ${alexa}`);
  return isOld ? [...new Set(all.flat())] : chosen(all, samples, words.known.get(alexa));
}

function modelIntent(intent: Intent, words: Words, isOld: boolean): ModelIntent {
  const samples = samplesOf(intent, words, isOld);
  const declared = Object.entries(intent.slots);
  const unknown = samples.flatMap(slotsOf).find((slot) => !(slot in intent.slots));
  if (unknown) throw new Error(`${intent.alexa} has no slot called ${unknown}`);
  if (declared.length === 0) return { name: intent.alexa, samples };
  const asks = intent.alexa === WORDS_INTENT;
  const slots = declared.map(([name, type]) => ({ name, type, ...(asks ? { samples: [`{${name}}`] } : {}) }));
  return { name: intent.alexa, slots, samples };
}

function modelType(type: string, keys: readonly string[], names: Names): ModelType {
  const taken = new Set<string>(type === 'Trouble' ? (names['plainTroubles'] as string[]) : []);
  const fresh = (said: string) => !taken.has(said) && taken.add(said);
  const values = keys
    .flatMap((key) => valuesOf(key, names))
    .map(({ id, name }) => {
      const [value = '', ...synonyms] = [name.value, ...name.synonyms].filter(fresh);
      return { id, name: { value, synonyms } };
    });
  return { name: type, values: values.filter(({ name }) => name.value) };
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
