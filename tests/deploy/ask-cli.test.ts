// Tests what ask-cli, run on the staged files, makes of the stacks and writes as addresses.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDeployment } from '../../tools/deploy/write';
import { withAskCli } from '../support/ask-cli';
import { stackParameters } from '../support/stack';

const ROOT = join(__dirname, '../..');
const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2'];

jest.setTimeout(120_000);

interface Asked {
  awsRegion: string;
  stackId?: string;
  stackName: string;
  template: string;
  parameters: { ParameterKey: string; ParameterValue: string }[];
  capabilities: string[];
}

let home: string;
let first: Asked[];
let second: Asked[];
const folder = () => join(home, 'deployment');
const manifest = () => JSON.parse(readFileSync(join(folder(), 'skill-package/skill.json'), 'utf8')).manifest;

/** One deployment of two of the locales, as `npm run deploy` does it from the staging on. */
function deploy(): Asked[] {
  writeDeployment(folder(), ['en-US', 'en-GB'], { drafts: false, profile: 'work' });
  const output = execFileSync(process.execPath, [join(ROOT, 'tests/support/ask-cli-deploy.cjs'), folder(), 'work'], {
    env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home },
    encoding: 'utf8',
  });
  const asked = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as Asked[];
  return asked.sort((one, other) => REGIONS.indexOf(one.awsRegion) - REGIONS.indexOf(other.awsRegion));
}

withAskCli('a deployment by ask-cli', () => {
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'knot-relief-home-'));
    mkdirSync(join(home, '.ask'));
    const profiles = { work: { vendor_id: 'M1', aws_profile: 'work', token: {} } };
    writeFileSync(join(home, '.ask/cli_config'), JSON.stringify({ profiles }));
    mkdirSync(join(folder(), 'dist/lambda'), { recursive: true });
    // What is in the zip is the matter of package.test.ts.
    cpSync(join(ROOT, 'LICENSE'), join(folder(), 'dist/lambda/index.js'));
    first = deploy();
    second = deploy();
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('there is one stack in each of the three places, each under a name of its own', () => {
    expect(first.map(({ awsRegion }) => awsRegion)).toEqual(REGIONS);
    expect(new Set(first.map(({ stackName }) => stackName)).size).toBe(3);
    for (const { stackName } of first) expect(stackName).toMatch(/^ask-KnotRelief-/);
  });

  test('each is made of the template, with a value for every parameter it has and no other', () => {
    for (const { template, parameters } of first) {
      expect(template).toBe(readFileSync(join(ROOT, 'infrastructure/skill-stack.yaml'), 'utf8'));
      expect(parameters.map(({ ParameterKey }) => ParameterKey).sort()).toEqual(Object.keys(stackParameters()).sort());
      expect(parameters).toContainEqual({ ParameterKey: 'SkillId', ParameterValue: 'amzn1.ask.skill.0' });
      expect(parameters).toContainEqual({ ParameterKey: 'LambdaRuntime', ParameterValue: 'nodejs24.x' });
      expect(parameters.filter(({ ParameterValue }) => typeof ParameterValue !== 'string')).toEqual([]);
    }
  });

  test('ask-cli asks for the one capability the template needs: to make a role without a name', () => {
    expect(first.map(({ capabilities }) => capabilities)).toEqual([1, 2, 3].map(() => ['CAPABILITY_IAM']));
  });

  test('deploying again updates the same three stacks', () => {
    expect(first.map(({ stackId }) => stackId)).toEqual([undefined, undefined, undefined]);
    expect(second.map(({ stackId }) => stackId)).toEqual(REGIONS.map((region) => `stack in ${region}`));
  });

  test('the manifest then says where requests and events go, in each region', () => {
    const address = (region: string) => ({ endpoint: { uri: `arn:aws:lambda:${region}:000000000000:function:skill` } });
    const everywhere = { ...address('us-east-1'), regions: { EU: address('eu-west-1'), FE: address('us-west-2') } };
    const { apis, events } = manifest();
    expect(apis.custom).toMatchObject(everywhere);
    expect(Object.keys(apis)).toEqual(['custom']);
    expect(events).toEqual({
      ...everywhere,
      subscriptions: [
        { eventName: 'SKILL_DISABLED' },
        { eventName: 'SKILL_PERMISSION_ACCEPTED' },
        { eventName: 'SKILL_PERMISSION_CHANGED' },
      ],
    });
  });

  test('the policies lie ready to be put on the web', () => {
    expect(readFileSync(join(folder(), 'policies/privacy.md'), 'utf8')).toContain('(operator not filled in)');
    expect(readFileSync(join(folder(), 'policies/terms.md'), 'utf8')).toContain('not medical advice');
  });
});

test('the manifest in the repository has heard nothing of accounts and addresses', () => {
  expect(readFileSync(join(ROOT, 'skill-package/skill.json'), 'utf8')).not.toContain('arn:aws');
});
