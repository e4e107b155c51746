// Says sentences to a model, and returns the request that the skill then gets.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEnvelope } from 'ask-sdk-model';
import { folderLanguages } from '../../content/languages';
import { type Hearing, hearingIn } from '../../lambda/alexa/hearing';
import { understand } from '../../lambda/alexa/understand';
import type { Event, Found } from '../../lambda/dialogue/event';
import type { Model, ModelIntent } from '../../tools/model/interaction-model';
import { type Locale, locales, type Words, wordsOf } from '../../tools/model/languages';

/** One locale as the tests look at it. */
export interface Spoken {
  locale: string;
  words: Words;
  model: Model;
  intents: ModelIntent[];
  numbers: string[];
  meaning(intent: string, slots: SaidSlot[]): Event | null;
}

export interface SaidSlot {
  name: string;
  words: string;
  /** The value it resolves to; absent for numbers and free words. */
  id?: string;
}

const NOTHING_FOUND: Found = { topics: [], nearness: 'nothing' };

const languages = folderLanguages(`${__dirname}/../../content/languages`);

export const everyLocale: Spoken[] = locales.map(spokenIn);

function spokenIn(locale: Locale): Spoken {
  const words = wordsOf(locale);
  const model = committed(locale.locale);
  // Which answer is found makes no difference to what a sentence may be taken for, and takes the most time.
  const whole = hearingIn(languages.of(locale.locale));
  const hearing: Hearing = Object.assign(Object.create(whole) as Hearing, {
    hear: (...heard: Parameters<Hearing['hear']>) =>
      Object.defineProperty(whole.hear(...heard), 'answer', { value: NOTHING_FOUND }),
  });
  return {
    locale: locale.locale,
    words,
    model,
    intents: model.interactionModel.languageModel.intents,
    numbers: words.names['numbers'] as string[],
    meaning: (intent, slots) => understand(requestFor(intent, slots), hearing),
  };
}

/** The model as Amazon reads it; another test holds it to be the one made from content, which takes its time. */
function committed(locale: string): Model {
  const path = join(__dirname, '../../skill-package/interactionModels/custom', `${locale}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Model;
}

function requestFor(name: string, said: readonly SaidSlot[]): RequestEnvelope {
  const slots = Object.fromEntries(said.map((slot) => [slot.name, slotFor(slot)]));
  return { request: { type: 'IntentRequest', intent: { name, slots } } } as unknown as RequestEnvelope;
}

function slotFor({ name, words, id }: SaidSlot): unknown {
  if (id === undefined) return { name, value: words };
  const values = [{ value: { id, name: words } }];
  const resolutions = { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values }] };
  return { name, value: words, resolutions };
}

/** An utterance of a model with what stands in its slots. */
export interface Utterance {
  text: string;
  intent: string;
  slots: SaidSlot[];
}

/**
 * Every sentence of an intent without free words, with one value of each slot; of symptoms every value where it is said
 * alone, and the first of each symptom among other words.
 */
export function utterancesOf(intent: ModelIntent, { model, numbers }: Spoken): Utterance[] {
  const typeOf = new Map((intent.slots ?? []).map(({ name, type }) => [name, type]));
  const closed = intent.samples.filter((sample) => !sample.includes('{query}'));
  return closed.flatMap((sample) => {
    let all: Utterance[] = [{ text: sample, intent: intent.name, slots: [] }];
    for (const [slot, name = ''] of sample.matchAll(/\{(\w+)\}/g)) {
      const values = saidValues(typeOf.get(name) ?? '', sample === slot, model, numbers);
      all = all.flatMap(({ text, slots, ...rest }) =>
        values.map((said) => ({ ...rest, text: text.replace(slot, said.words), slots: [...slots, { name, ...said }] })),
      );
    }
    return all;
  });
}

function saidValues(
  type: string,
  isAlone: boolean,
  model: Model,
  numbers: readonly string[],
): Omit<SaidSlot, 'name'>[] {
  if (type === 'AMAZON.TIME') return [{ words: '19:00' }];
  if (type === 'AMAZON.NUMBER') return [{ words: numbers[5] ?? '' }];
  const values = model.interactionModel.languageModel.types.find(({ name }) => name === type)?.values ?? [];
  const all = values.flatMap(({ id, name }) => [name.value, ...name.synonyms].map((words) => ({ words, id })));
  if (type !== 'Symptom') return all.slice(0, 1);
  return isAlone ? all : values.map(({ id, name }) => ({ words: name.value, id }));
}
