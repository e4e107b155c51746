// Tests that ask-cli is handed what was decided, and nothing more.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledIn, manifestToDeploy, packageFiles, resourcesToDeploy } from '../../tools/deploy/stage';

const ROOT = join(__dirname, '../..');
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const committed = json('skill-package/skill.json');
const settings = json('ask-resources.json');

interface Deployed {
  manifest: {
    publishingInformation: { testingInstructions: string; locales: Record<string, unknown> };
    privacyAndCompliance: { locales: Record<string, unknown> };
    apis: { custom: Record<string, unknown> };
    events?: unknown;
  };
}

const deployed = (locales: string[], drafts = false, before?: Record<string, unknown>) =>
  manifestToDeploy(committed, before, { locales, drafts }) as unknown as Deployed;

test('only the locales that go are in the manifest', () => {
  const { publishingInformation, privacyAndCompliance } = deployed(['en-GB']).manifest;
  expect(Object.keys(publishingInformation.locales)).toEqual(['en-GB']);
  expect(Object.keys(privacyAndCompliance.locales)).toEqual(['en-GB']);
});

test('the models that go are those of the locales in the manifest, with every picture and task it names', () => {
  const files = packageFiles(deployed(['en-GB']) as never, ['en-GB']);
  expect(files).toEqual([
    'interactionModels/custom/en-GB.json',
    'assets/images/icon-108.png',
    'assets/images/icon-512.png',
    'tasks/WarmUp.1.json',
  ]);
  expect(files.filter((file) => !existsSync(join(ROOT, 'skill-package', file)))).toEqual([]);
});

test('a draft tells whoever would certify it that it is one', () => {
  const instructions = (drafts: boolean) =>
    deployed(['en-US'], drafts).manifest.publishingInformation.testingInstructions;
  expect(instructions(true)).toMatch(/^DRAFT, NOT FOR PUBLICATION/);
  expect(instructions(false)).toBe(committed.manifest.publishingInformation.testingInstructions);
});

test('a skill that is deployed again keeps the addresses it answers at', () => {
  const endpoint = { uri: 'arn:aws:lambda:us-east-1:000000000000:function:skill' };
  const events = { endpoint, subscriptions: [{ eventName: 'SKILL_DISABLED' }] };
  const before = { manifest: { apis: { custom: { endpoint, regions: { EU: { endpoint } }, tasks: [] } }, events } };
  const { apis, events: after } = deployed(['en-US'], false, before).manifest;
  expect(apis.custom).toMatchObject({
    endpoint,
    regions: { EU: { endpoint } },
    tasks: [{ name: 'WarmUp', version: '1' }],
  });
  expect(after).toEqual(events);
});

test('a skill that is deployed for the first time has no address yet; ask-cli writes it', () => {
  const { apis, events } = deployed(['en-US']).manifest;
  expect([apis.custom['endpoint'], apis.custom['regions'], events]).toEqual([undefined, undefined, undefined]);
});

test('the events ask-cli subscribes to are those a listener leaves or changes their mind by', () => {
  expect(settings.profiles.default.skillInfrastructure.userConfig.skillEvents).toEqual({
    subscriptions: ['SKILL_DISABLED', 'SKILL_PERMISSION_ACCEPTED', 'SKILL_PERMISSION_CHANGED'],
  });
});

test('the settings are those of the profile in use, with the address for alarms', () => {
  const { profiles } = resourcesToDeploy(settings, 'work', { alarmEmail: 'alarms@example.org' }) as typeof settings;
  expect(Object.keys(profiles)).toEqual(['work']);
  expect(profiles.work.skillInfrastructure.userConfig).toEqual({
    ...settings.profiles.default.skillInfrastructure.userConfig,
    cfn: { parameters: { AlarmEmail: 'alarms@example.org' }, capabilities: [] },
  });
  expect(profiles.work.code).toEqual(settings.profiles.default.code);
});

test.each(['docs/privacy.md', 'docs/terms.md'])('%s gets the name and address of whoever runs the skill', (path) => {
  const text = filledIn(readFileSync(join(ROOT, path), 'utf8'), {
    operator: 'The operator',
    contact: 'post@example.org',
  });
  expect(text).toContain('The operator');
  expect(text).toContain('post@example.org');
  expect(text).not.toMatch(/[{}]/);
  expect(filledIn('{operator}', { operator: '', contact: '' })).toBe('(operator not filled in)');
});
