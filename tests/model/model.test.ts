// Tests that Amazon would take the model, and that it says what content/ says.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heardIn, phrasesOf } from '../../content/languages';
import { expand } from '../../content/template';
import { buildModels } from '../../tools/build-models';
import { textOfModel } from '../../tools/model/interaction-model';
import { intents, locales } from '../../tools/model/languages';
import { valuesOf } from './machine';
import { everyLocale } from './said';

const ROOT = join(__dirname, '../..');
const LANGUAGES = join(ROOT, 'content/languages');
const SAID = ['store.json', 'prompts.json', 'exercises.json'];
const SEARCH = 'AMAZON.SearchQuery';

test('the committed models and store texts are those made from content', () => {
  const different = Object.entries(buildModels()).filter(
    ([path, made]) => readFileSync(join(ROOT, path), 'utf8') !== made,
  );
  expect(different.map(([path]) => `${path}: run npm run models`)).toEqual([]);
});

describe.each(everyLocale.map((spoken) => [spoken.locale, spoken] as const))('the model of %s', (_, spoken) => {
  const { invocationName, types } = spoken.model.interactionModel.languageModel;

  test('holds letters, spaces, apostrophes, the periods of initials and slots only', () => {
    const sentences = spoken.intents.flatMap(({ samples }) => samples);
    const odd = sentences.filter(
      (sentence) => !/^[a-z{][a-zA-Z' .{}]*$/.test(sentence) || /(?<!\b[a-z])\./.test(sentence),
    );
    const values = types.flatMap(({ name }) => valuesOf(name, spoken.model, []));
    expect([...odd, ...values.filter((value) => !/^[a-z][a-z' .]*$/.test(value))]).toEqual([]);
  });

  test('never has the wake word in a sentence', () => {
    const sentences = spoken.intents.flatMap(({ samples }) => samples);
    expect(sentences.filter((sentence) => /\b(alexa|echo|amazon|computer)\b/.test(sentence))).toEqual([]);
  });

  test('uses every slot it declares, each at most once a sentence', () => {
    for (const { name, slots = [], samples } of spoken.intents) {
      for (const slot of slots) expect(`${name} ${samples.join()}`).toContain(`{${slot.name}}`);
      const named = samples.map((sample) => sample.match(/\{\w+\}/g) ?? []);
      expect(named.filter((all) => new Set(all).size < all.length)).toEqual([]);
    }
  });

  test('has free words alone in a sentence, behind a carrier, with no other slot in the intent', () => {
    for (const { name, slots = [], samples } of spoken.intents) {
      if (!slots.some(({ type }) => type === SEARCH)) continue;
      expect([name, slots.length]).toEqual([name, 1]);
      expect(samples.filter((sample) => sample.includes('{') && !/^[a-z' .]+ \{(query|words)\}$/.test(sample))).toEqual(
        [],
      );
    }
  });

  test('gives every phrase of a type to one value', () => {
    for (const { name } of types) {
      const values = valuesOf(name, spoken.model, []);
      expect(values.filter((value, index) => values.indexOf(value) < index)).toEqual([]);
    }
  });

  test('knows "start" as the one start word, without synonyms', () => {
    const start = types.find(({ name }) => name === 'StartWord');
    expect(start?.values).toEqual([{ id: 'start', name: { value: 'start', synonyms: [] } }]);
    expect(spoken.intents.find(({ name }) => name === 'BeginIntent')?.samples).toEqual(['{word}']);
  });

  test('stays a tenth below the 1.5 MB that the service takes', () => {
    expect(textOfModel(spoken.model).length).toBeLessThan(1_350_000);
  });

  test('has an invocation name that keeps the rules', () => {
    expect(invocationName).toMatch(/^[a-z]+( [a-z]+)+$/);
    const forbidden =
      'launch ask tell load begin enable open start run play alexa amazon echo computer skill app a an the of for to in';
    expect(invocationName.split(' ').filter((word) => forbidden.split(' ').includes(word))).toEqual([]);
  });

  test('says nothing in a carrier that would change what follows', () => {
    const carriers = spoken.intents.filter(({ name }) => name === 'AskIntent' || name === 'TellIntent');
    const turning = /\b(not|no|never|without|don't|can't|cannot|isn't)\b/;
    // A statement may not lose what it only might be; a question stays one.
    const modal = /\b(can|could|should|may|might|must|would)\b/;
    const turned = carriers.flatMap(({ name, samples }) =>
      samples.filter((sample) => turning.test(sample) || (name === 'TellIntent' && modal.test(sample))),
    );
    expect(turned).toEqual([]);
  });
});

test('what a region says differs from its language', () => {
  const same = locales.flatMap(({ locale, language }) => {
    const [base, region] = heardIn(LANGUAGES, [language, locale]);
    const phrases = [phrasesOf(LANGUAGES, language), phrasesOf(LANGUAGES, locale, language)] as const;
    return [
      ...repeated(base, region, `${locale} hears`),
      ...repeated(phrases[0].phrases, phrases[1].phrases, `${locale} phrases`),
      ...SAID.flatMap((file) => repeated(jsonIn(language, file), jsonIn(locale, file), `${locale}/${file}`)),
    ];
  });
  expect(same).toEqual([]);
});

/** The entries of a regional file that its language has already. */
function repeated(base: unknown, regional: unknown, at: string): string[] {
  if (Array.isArray(regional)) {
    const said = sentences(base);
    return sentences(regional)
      .filter((one) => said.includes(one))
      .map((one) => `${at}: ${one}`);
  }
  if (typeof regional !== 'object' || regional === null) return base === regional ? [at] : [];
  const under = (base ?? {}) as Record<string, unknown>;
  return Object.entries(regional).flatMap(([key, value]) => repeated(under[key], value, `${at} ${key}`));
}

function sentences(list: unknown): string[] {
  const { parts } = phrasesOf(LANGUAGES, 'en');
  return Array.isArray(list)
    ? list.flat().flatMap((one: string) => (one.startsWith('@') ? [one] : expand(one, parts)))
    : [];
}

test('every intent of the table is in every model, and no other', () => {
  for (const { intents: made } of everyLocale) {
    expect(made.map(({ name }) => name)).toEqual(intents.map(({ alexa }) => alexa));
  }
});

function jsonIn(folder: string, file: string): unknown {
  const path = join(LANGUAGES, folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
