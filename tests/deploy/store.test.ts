// Tests that the store will take the pictures, phrases, permissions, task and links.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, ICONS, iconPath, readPng, withSource } from '../../tools/icons';
import { manifestWith } from '../../tools/model/manifest';
import { policyLinks } from '../../tools/model/publishing';

const PACKAGE = join(__dirname, '../../skill-package');
// Committed as generated: tests/model/model.test.ts.
const json = (path: string) => JSON.parse(readFileSync(join(PACKAGE, path), 'utf8'));
const { manifest } = json('skill.json');
const texts = Object.entries(manifest.publishingInformation.locales) as [string, Record<string, string>][];

describe('the pictures', () => {
  test.each(Object.values(ICONS))('are there in %d by %d pixels, made from the drawing as it is now', (size) => {
    const png = readFileSync(join(PACKAGE, iconPath(size)));
    const source = digestOf(readFileSync(join(PACKAGE, 'assets/icon.svg'), 'utf8'));
    expect(readPng(png)).toEqual({ width: size, height: size, source });
  });

  test('are named in every locale by a file of the package', () => {
    for (const [, text] of texts) {
      for (const name of Object.keys(ICONS)) {
        const uri = text[name] ?? '';
        expect(uri).toMatch(/^file:\/\/assets\//);
        expect(existsSync(join(PACKAGE, uri.replace('file://', '')))).toBe(true);
      }
    }
  });

  test('would not pass for those of another drawing', () => {
    const png = readFileSync(join(PACKAGE, iconPath(108)));
    const bare = Buffer.concat([png.subarray(0, 33), png.subarray(33 + 12 + png.readUInt32BE(33))]);
    expect(readPng(bare).source).toBeUndefined();
    expect(readPng(withSource(bare, 'another')).source).toBe('another');
    expect(withSource(bare, readPng(png).source ?? '').equals(png)).toBe(true);
  });
});

test.each(texts)(
  'the example phrases of %s are three at most, open the skill, and are sentences of its model',
  (locale, text) => {
    const model = json(`interactionModels/custom/${locale}.json`).interactionModel.languageModel;
    const phrases = text['examplePhrases'] as unknown as string[];
    const [first, ...others] = phrases;
    expect(phrases.length).toBeLessThanOrEqual(3);
    expect(first).toBe(`Alexa, open ${model.invocationName}`);
    for (const phrase of others) expect(phrase).toMatch(new RegExp(`^Alexa, ask ${model.invocationName} to `));
    const samples = model.intents.flatMap((intent: { samples?: string[] }) => intent.samples ?? []) as string[];
    const fitting = others.filter((phrase) =>
      fits(phrase.split(` ${model.invocationName} to `)[1] ?? '', samples, model),
    );
    expect(fitting).toEqual(others);
  },
);

interface Model {
  intents: { slots?: { name: string; type: string }[] }[];
  types: { name: string; values: { name: { value: string; synonyms?: string[] } }[] }[];
}

/** True when a sample says these words, a slot standing for a value of its type or for a word of a built-in type. */
function fits(words: string, samples: string[], model: Model): boolean {
  const typeOf = new Map(
    model.intents.flatMap(({ slots = [] }) => slots.map(({ name, type }) => [name, type] as const)),
  );
  const valuesOf = (slot: string) => {
    const type = model.types.find(({ name }) => name === typeOf.get(slot));
    return type?.values.flatMap(({ name }) => [name.value, ...(name.synonyms ?? [])]).join('|') ?? '[a-z ]+';
  };
  return samples.some((sample) =>
    new RegExp(`^${sample.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_, slot) => `(${valuesOf(slot)})`)}$`).test(
      words,
    ),
  );
}

test('the permissions asked for are those of reminders, of timers and of telling voices apart, and nothing else', () => {
  expect(manifest.permissions).toEqual([
    { name: 'alexa::alerts:reminders:skill:readwrite' },
    { name: 'alexa::alerts:timers:skill:readwrite' },
    { name: 'alexa::person_id:read' },
  ]);
});

test('each task has its definition: one path of its name, one way to call it, open to this publisher only', () => {
  expect(manifest.apis.custom.tasks).toEqual([{ name: 'WarmUp', version: '1' }]);
  for (const { name, version } of manifest.apis.custom.tasks) {
    const task = json(`tasks/${name}.${version}.json`);
    expect(task).toMatchObject({ openapi: '3.0.0', info: { version, 'x-amzn-alexa-access-scope': 'vendor-private' } });
    expect(Object.keys(task.paths)).toEqual([`/${name}`]);
    const ways = Object.keys(task.paths[`/${name}`]).filter((key) => !['summary', 'description'].includes(key));
    expect(ways).toEqual(['post']);
    expect(Object.keys(task.paths[`/${name}`].post.requestBody.content)).toEqual(['application/json']);
  }
});

describe('the links to the policies', () => {
  const nobody = { operator: '', contact: '', privacyPolicyUrl: '', termsOfUseUrl: '', alarmEmail: '' };

  test('are left out while nobody has put them on the web', () => {
    expect(policyLinks(nobody, { locale: 'en-GB', language: 'en' })).toEqual({});
  });

  test('are those of each locale once somebody has', () => {
    const somebody = { ...nobody, privacyPolicyUrl: 'https://example.org/{language}/{locale}/privacy' };
    const made = manifestWith({}, somebody) as { manifest: typeof manifest };
    expect(made.manifest.privacyAndCompliance.locales['en-GB']).toEqual({
      privacyPolicyUrl: 'https://example.org/en/en-GB/privacy',
    });
  });
});

test('the store says what is remembered, how to have it deleted, and that reminders are only set when asked for', () => {
  for (const [locale, { description = '' }] of texts) {
    const said = ['forget me', 'disable the skill', 'thirteen months', 'only when you ask', 'never stored'];
    expect([locale, said.filter((words) => !description.includes(words))]).toEqual([locale, []]);
  }
  expect(manifest.privacyAndCompliance).toMatchObject({ usesPersonalInfo: true, usesHealthInfo: false });
});

test('whoever certifies it is told how to try reminders, the warm-up timer and being forgotten', () => {
  const { testingInstructions } = manifest.publishingInformation;
  for (const words of ['remind me', 'Warm-up timer', 'forget me']) expect(testingInstructions).toContain(words);
  expect(testingInstructions.length).toBeLessThanOrEqual(4000);
});
