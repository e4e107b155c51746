// Tests that a deployment refuses what must not go out, and says plainly what it does.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askProblem, deploying, profileFor } from '../../tools/deploy/ask';
import { type Circumstances, planDeployment, type Wishes } from '../../tools/deploy/plan';
import { ENVIRONMENT_PROFILE } from '../../tools/deploy/stage';
import { locales as committedLocales } from '../../tools/model/languages';
import { publishingFaults } from '../../tools/model/publishing';

const ROOT = join(__dirname, '../..');

const publishing = {
  operator: 'The operator',
  contact: 'post@example.org',
  privacyPolicyUrl: 'https://example.org/{language}/privacy',
  termsOfUseUrl: 'https://example.org/{language}/terms',
  alarmEmail: '',
};

const read = { language: true, clinician: true };
const onlyByASpeaker = { language: true, clinician: false };
const onlyByAClinician = { language: false, clinician: true };

function plan(wishes: Partial<Wishes> = {}, circumstances: Partial<Circumstances> = {}) {
  const locales = [{ locale: 'en-US', review: read }];
  return planDeployment(
    { drafts: false, submit: false, modelOnly: false, profile: 'default', ...wishes },
    { locales, publishing, askProblem: undefined, ...circumstances },
  );
}

test('a locale that both have read goes to the development stage', () => {
  const { refusals, locales, steps } = plan();
  expect(refusals).toEqual([]);
  expect(locales).toEqual(['en-US']);
  expect(steps).toEqual(['check', 'stage', 'build', 'deploy']);
});

describe('a locale that only one of the two has read', () => {
  const half = [
    { locale: 'en-US', review: read },
    { locale: 'en-GB', review: onlyByASpeaker },
    { locale: 'en-AU', review: onlyByAClinician },
  ];

  test('stays behind, and the developer is told', () => {
    const { refusals, locales, notices } = plan({}, { locales: half });
    expect(refusals).toEqual([]);
    expect(locales).toEqual(['en-US']);
    expect(notices.join()).toContain('Left out as drafts: en-GB, en-AU');
  });

  test("goes with --drafts to the developer's own devices, and it is said that it is a draft", () => {
    const { locales, notices } = plan({ drafts: true }, { locales: half });
    expect(locales).toEqual(['en-US', 'en-GB', 'en-AU']);
    expect(notices.join()).toContain('DRAFTS: en-GB, en-AU go without having been read');
  });

  test('is refused when it is the only one', () => {
    expect(plan({}, { locales: half.slice(1) }).refusals.join()).toContain('No locale may go: en-GB, en-AU are drafts');
  });
});

test('drafts never go to certification, whatever else is in order', () => {
  const { refusals } = plan({ drafts: true, submit: true });
  expect(refusals).toEqual([expect.stringContaining('Drafts never go to certification')]);
});

test('what goes to certification has been checked, built and deployed in the same breath', () => {
  expect(plan({ submit: true }).steps).toEqual(['check', 'stage', 'build', 'deploy', 'submit']);
});

describe('models alone', () => {
  test('are checked and deployed, with nothing built and nothing on AWS', () => {
    const { refusals, steps, notices } = plan({ modelOnly: true, drafts: true });
    expect([refusals, steps]).toEqual([[], ['check', 'stage', 'deploy']]);
    expect(notices.join()).toContain('AWS is not asked');
    expect(deploying({ modelOnly: true, profile: 'work' }).join(' ')).toBe(
      'deploy --target skill-metadata --profile work',
    );
    expect(deploying({ modelOnly: false, profile: 'work' }).join(' ')).toBe('deploy --profile work');
  });

  test('never go to certification', () => {
    expect(plan({ modelOnly: true, submit: true }).refusals.join()).toContain('never go to certification');
  });

  test('need a developer account and no AWS account', () => {
    const noAws = '{"profiles":{"default":{"vendor_id":"M1"}}}';
    expect(askProblem('default', noAws, false)).toBeUndefined();
    expect(askProblem('default', '{"profiles":{"default":{}}}', false)).toContain('no Amazon developer account');
  });
});

test('today no locale may go to the store, because nobody has read one', () => {
  const { refusals } = plan({ submit: true }, { locales: committedLocales });
  expect(refusals).toEqual([expect.stringContaining('No locale may go')]);
});

describe('a publisher who has not said who they are', () => {
  test.each(['operator', 'contact', 'privacyPolicyUrl', 'termsOfUseUrl'] as const)('is refused without %s', (field) => {
    const lacking = { ...publishing, [field]: ' ' };
    expect(plan({}, { publishing: lacking }).refusals).toEqual([expect.stringContaining(`"${field}"`)]);
  });

  test('is refused with an address that is not https', () => {
    const insecure = { ...publishing, privacyPolicyUrl: 'http://example.org/privacy' };
    expect(plan({}, { publishing: insecure }).refusals).toEqual([expect.stringContaining('not https')]);
  });

  test('may still try drafts on their own devices, and is reminded', () => {
    const { refusals, notices } = plan({ drafts: true }, { publishing: { ...publishing, operator: '' } });
    expect(refusals).toEqual([]);
    expect(notices.join()).toContain('"operator"');
  });

  test('needs no address for alarms', () => {
    expect(publishingFaults(publishing)).toEqual([]);
  });
});

describe('ask-cli', () => {
  const configured = JSON.stringify({ profiles: { default: { vendor_id: 'M1', aws_profile: 'default' } } });

  test.each([
    ['was never set up', undefined, 'default', 'npm run ask -- configure'],
    ['has a file nobody can read', '{', 'default', 'npm run ask -- configure'],
    ['does not know the profile', configured, 'work', 'npm run ask -- configure --profile work'],
    [
      'has no developer account',
      '{"profiles":{"default":{"aws_profile":"a"}}}',
      'default',
      'no Amazon developer account',
    ],
    ['has no AWS account', '{"profiles":{"default":{"vendor_id":"M1"}}}', 'default', 'no AWS account'],
  ])('that %s is a refusal that says what to run', (_, configuration, profile, sentence) => {
    const problem = askProblem(profile, configuration);
    expect(problem).toContain(sentence);
    expect(plan({ profile }, { askProblem: problem }).refusals).toEqual([problem]);
  });

  test('that is set up is no refusal', () => {
    expect(askProblem('default', configured)).toBeUndefined();
  });

  test('takes the profile asked for, then credentials of the environment, then the default', () => {
    const environment = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      ASK_VENDOR_ID: 'c',
      ASK_REFRESH_TOKEN: 'd',
    };
    expect(profileFor('work', environment)).toBe('work');
    expect(profileFor(undefined, environment)).toBe(ENVIRONMENT_PROFILE);
    expect(profileFor(undefined, { ...environment, ASK_VENDOR_ID: '' })).toBe('default');
    expect(profileFor(undefined, { ASK_DEFAULT_PROFILE: 'mine' })).toBe('mine');
    expect(askProblem(ENVIRONMENT_PROFILE, undefined)).toBeUndefined();
  });
});

/** `npm run deploy -- --dry-run` on a machine where ask-cli was never set up. */
function rehearsed(...options: string[]) {
  const home = mkdtempSync(join(tmpdir(), 'knot-relief-home-'));
  const before = existsSync(join(ROOT, 'deployment'));
  const told = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'tools/deploy/main.ts'), '--dry-run', '--drafts', ...options],
    { cwd: ROOT, env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home }, encoding: 'utf8' },
  );
  rmSync(home, { recursive: true, force: true });
  expect(existsSync(join(ROOT, 'deployment'))).toBe(before);
  return told;
}

test.each([
  [
    [],
    [
      ...['1. npm test', '2. write deployment/default', '3. npm run build'],
      '4. (in deployment/default) npm run ask -- deploy --profile default',
    ],
  ],
  [
    ['--model-only'],
    [
      ...['1. npm test', '2. write deployment/default'],
      '3. (in deployment/default) npm run ask -- deploy --target skill-metadata --profile default',
    ],
  ],
])(
  '--dry-run %s names every step and what blocks a submission, touches nothing, and fails when the real one would',
  (options, steps) => {
    const { stdout, stderr, status } = rehearsed(...options);
    const numbered = stdout.split('\n').filter((line) => /^ {2}\d\. /.test(line));
    expect(numbered).toEqual(steps.map((step) => expect.stringContaining(step)));
    expect(stdout).toMatch(/^ {2}BLOCKS {5}privacy policy: no address in en-US/m);
    expect(stderr).toContain('npm run ask -- configure');
    expect(status).toBe(1);
  },
);
