// Tests that a publisher is told of everything that would keep the skill out of the store.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsIn, type Submission, toldFindings } from '../../tools/deploy/submission';
import { submissionOf } from '../../tools/deploy/write';
import { locales } from '../../tools/model/languages';

const PACKAGE = join(__dirname, '../../skill-package');
const wishes = { drafts: true, submit: false, modelOnly: true, profile: 'none' };
/** As it is committed today, and what a publisher would have added to it. */
const today = submissionOf(join(__dirname, 'nowhere'), { locales: [] }, wishes);
const publisher = (manifest: typeof today.manifest): Submission => ({
  ...{ manifest, locales: ['en-US'], drafts: [], unpublished: [], asksAboutHealth: false, hasFunction: true },
  file: (path) => (path === '' ? undefined : readFileSync(join(PACKAGE, path))),
});

/** The committed manifest in which the policies are on the web, changed. */
function published(change: (manifest: Manifest) => void = () => undefined): Submission {
  const manifest = structuredClone(today.manifest) as unknown as Manifest;
  manifest.privacyAndCompliance.locales = { 'en-US': { privacyPolicyUrl: 'https://example.org/privacy' } };
  change(manifest);
  return publisher(manifest as unknown as typeof today.manifest);
}

interface Manifest {
  publishingInformation: { locales: Record<string, Record<string, unknown>>; testingInstructions: string };
  privacyAndCompliance: { usesPersonalInfo: boolean; locales: Record<string, { privacyPolicyUrl?: string }> };
  permissions: { name: string }[];
  apis: { custom: { tasks: { name: string; version: string }[]; interfaces: { type: string }[] } };
}

const against = (submission: Submission) =>
  findingsIn(submission).flatMap(({ subject, blocks }) => blocks.map(() => subject));

test('today nobody has read the texts, nobody publishes them, and models alone answer nobody', () => {
  expect([...new Set(against(today))]).toEqual(['review', 'publisher', 'privacy policy', 'endpoint']);
  expect(today.locales).toEqual(locales.map(({ locale }) => locale));
});

test('a skill that was read, published and deployed with its function has nothing against it in the one locale that goes', () => {
  expect(toldFindings(findingsIn(published()))).toEqual(
    [
      ...['review', 'publisher', 'privacy policy', 'permissions', 'store texts', 'icons', 'models', 'tasks'],
      ...['interfaces', 'endpoint', 'health policy'],
    ].map((subject) => `  ok         ${subject}`),
  );
});

test.each<[string, string, (manifest: Manifest) => void]>([
  ['no privacy policy', 'privacy policy', ({ privacyAndCompliance }) => delete privacyAndCompliance.locales['en-US']],
  [
    'a permission without a use',
    'permissions',
    ({ permissions }) => permissions.push({ name: 'alexa::profile:email:read' }),
  ],
  [
    'no summary',
    'store texts',
    ({ publishingInformation }) => delete publishingInformation.locales['en-US']?.['summary'],
  ],
  [
    'no testing instructions',
    'store texts',
    ({ publishingInformation }) => (publishingInformation.testingInstructions = ''),
  ],
  ['no icon', 'icons', ({ publishingInformation }) => delete publishingInformation.locales['en-US']?.['smallIconUri']],
  [
    'a task of another version',
    'tasks',
    ({ apis }) => apis.custom.tasks.splice(0, 1, { name: 'WarmUp', version: '2' }),
  ],
])('a skill with %s is told so', (_, subject, change) => {
  const submission = published(change);
  const file = (path: string) => (path === 'tasks/WarmUp.2.json' ? undefined : submission.file(path));
  expect(against({ ...submission, file })).toEqual([subject]);
});

test('a skill that asks for nothing and keeps nothing needs no policy', () => {
  const quiet = published((manifest) => {
    manifest.permissions = [];
    manifest.privacyAndCompliance = { usesPersonalInfo: false, locales: {} };
  });
  expect(against(quiet)).toEqual([]);
});

test('a model that is missing, or too much for the service, is told of', () => {
  const intents = Array.from({ length: 251 }, () => ({}));
  const model = JSON.stringify({ interactionModel: { languageModel: { intents } } }).padEnd(1_500_001);
  const withModel = (text: string | undefined) =>
    against({
      ...published(),
      file: (path) =>
        (path.startsWith('interactionModels') ? text && Buffer.from(text) : published().file(path)) || undefined,
    });
  expect(withModel(undefined)).toEqual(['models']);
  expect(withModel(model)).toEqual(['models', 'models']);
});

test('what only may be refused is told apart: questions about health', () => {
  const risky = { ...published(), locales: ['en-US', 'en-GB'], asksAboutHealth: true };
  const risks = toldFindings(findingsIn(risky)).filter((line) => line.startsWith('  may block'));
  expect(risks).toEqual([expect.stringContaining('health policy')]);
});
