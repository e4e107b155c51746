// Tests that models alone reach a developer account through ask-cli itself, and that AWS is not asked.

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ASK, deploying, skillIdIn } from '../../tools/deploy/ask';
import { writeDeployment } from '../../tools/deploy/write';
import { withAskCli } from '../support/ask-cli';
import { type Smapi, STAND_IN_SKILL, smapi } from '../support/smapi';

jest.setTimeout(120_000);

withAskCli('models alone, deployed by ask-cli', () => {
  const locales = ['en-US', 'en-GB'];
  const profile = 'work';
  let folder: string;
  let amazon: Smapi;
  let told: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'knot-relief-'));
    amazon = await smapi();
    writeDeployment(folder, locales, { drafts: true, profile });
    const how = { cwd: folder, env: amazon.environment };
    told = (await promisify(execFile)(process.execPath, [ASK, ...deploying({ modelOnly: true, profile })], how)).stdout;
  });

  afterAll(() => {
    amazon.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('go to the developer account of a profile that has no AWS account', () => {
    expect(amazon.asked.map(({ what }) => what)).toEqual([
      'POST /v1/skills/uploads',
      'PUT /package',
      'POST /v1/skills/imports',
      'GET /v1/skills/imports/import-1',
    ]);
    expect(JSON.parse(amazon.asked[2]?.body.toString() ?? '')).toMatchObject({ vendorId: 'M1' });
    expect(told).toContain('all models built successfully');
  });

  test('carry the locales that go, and no function', () => {
    const zip = amazon.asked[1]?.body.toString('latin1') ?? '';
    for (const locale of locales) expect(zip).toContain(`interactionModels/custom/${locale}.json`);
    expect(zip).not.toContain('en-AU.json');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect(readFileSync(join(folder, 'skill-package/skill.json'), 'utf8')).not.toContain('arn:aws');
  });

  test('leave behind the id of the skill, which is what sentences are sent to', () => {
    expect(skillIdIn(folder, profile)).toBe(STAND_IN_SKILL);
    expect(skillIdIn(folder, 'another')).toBeUndefined();
    expect(skillIdIn(join(folder, 'nowhere'), profile)).toBeUndefined();
  });
});
