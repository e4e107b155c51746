// Tests that the files for Amazon have the shape that Amazon's own types describe.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { locales } from '../../tools/model/languages';

const TYPES = join(__dirname, '../../node_modules/ask-smapi-model/index.d.ts');

const generator = createGenerator({ path: TYPES, skipTypeCheck: true, additionalProperties: false });

/** A check made from one of the published types, closed to properties the type does not have. */
function checkOf(type: string): (value: unknown) => unknown {
  const validate = new Ajv({ strict: false, allErrors: true }).compile<unknown>(generator.createSchema(type) as object);
  return (value) => (validate(value) ? [] : validate.errors);
}

const PACKAGE = join(__dirname, '../../skill-package');
const MODELS = 'interactionModels/custom';

/** As they are committed; another test holds them to be those made from content. */
const files = Object.fromEntries(
  ['skill.json', ...readdirSync(join(PACKAGE, MODELS)).map((name) => `${MODELS}/${name}`)].map((name) => [
    `skill-package/${name}`,
    readFileSync(join(PACKAGE, name), 'utf8'),
  ]),
);

test('every interaction model is one', () => {
  const faults = checkOf('v1.skill.interactionModel.InteractionModelData');
  for (const [path, content] of Object.entries(files)) {
    if (path.includes('interactionModels')) expect([path, faults(JSON.parse(content))]).toEqual([path, []]);
  }
});

test('the manifest is one', () => {
  const manifest: unknown = JSON.parse(files['skill-package/skill.json'] ?? '{}');
  expect(checkOf('v1.skill.Manifest.SkillManifestEnvelope')(manifest)).toEqual([]);
});

test('the store says in every locale what the skill is not, and whom to call', () => {
  const { manifest } = JSON.parse(files['skill-package/skill.json'] ?? '{}') as {
    manifest: {
      publishingInformation: { category: string; locales: Record<string, { description: string; summary: string }> };
      privacyAndCompliance: { usesHealthInfo: boolean; isChildDirected: boolean };
      apis: { custom: { interfaces?: unknown[] } };
    };
  };
  expect(manifest.publishingInformation.category).toBe('HEALTH_AND_FITNESS');
  expect(manifest.privacyAndCompliance).toMatchObject({ usesHealthInfo: false, isChildDirected: false });
  // Questions to no skill in particular are open to one locale of the five, and no screen is used.
  expect(manifest.apis.custom.interfaces).toBeUndefined();
  for (const { locale } of locales) {
    const { description, summary } = manifest.publishingInformation.locales[locale] ?? { description: '', summary: '' };
    const said = ['not medical advice', 'not a substitute', 'for adults', 'call your local emergency number'];
    expect([locale, said.filter((words) => !description.includes(words))]).toEqual([locale, []]);
    expect([locale, description.length <= 4000, summary.length <= 160]).toEqual([locale, true, true]);
  }
});

test('the deployment names the built folder and a runtime that is served', () => {
  const { profiles } = JSON.parse(readFileSync(join(__dirname, '../../ask-resources.json'), 'utf8'));
  expect(profiles.default.code.default.src).toBe('./dist/lambda');
  expect(profiles.default.skillInfrastructure.userConfig).toMatchObject({
    runtime: 'nodejs24.x',
    handler: 'index.handler',
  });
});

test('the built skill is tested on the Node that the deployment names', () => {
  const settings = readFileSync(join(__dirname, '../../ask-resources.json'), 'utf8');
  const [, version] = /"runtime": "nodejs(\d+)\.x"/.exec(settings) ?? [];
  const wanted = readFileSync(join(__dirname, '../../tools/lambda-node/package.json'), 'utf8');
  const { optionalDependencies } = JSON.parse(wanted) as { optionalDependencies: Record<string, string> };
  const versions = Object.values(optionalDependencies).map((one) => one.split('.')[0]);
  expect(new Set(versions)).toEqual(new Set([version]));
});
