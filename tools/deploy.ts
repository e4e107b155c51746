// How does the skill get from this folder to Amazon? Run as `npm run deploy`; docs/deploy.md tells it step by step.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ASK, askConfiguration, askProblem, profileFor } from './deploy/ask';
import { type Plan, planDeployment, type ReviewedLocale, type Step, type Wishes } from './deploy/plan';
import { filledIn, manifestToDeploy, packageFiles, resourcesToDeploy } from './deploy/stage';
import { locales } from './model/languages';
import { publishing } from './model/publishing';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'deployment');
const USAGE = `npm run deploy -- [--drafts] [--submit] [--dry-run] [--profile NAME]

  --drafts    take locales that nobody has read yet, for your own devices only
  --submit    afterwards hand the skill to Amazon for certification
  --dry-run   say what would happen, and contact nobody
  --profile   the profile of ask-cli to use
`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Everything ask-cli reads, written to the folder it works in; its own notes (.ask) stay. */
function stage(plan: Plan, wishes: Wishes): void {
  const skillPackage = join(FOLDER, 'skill-package');
  const before = join(skillPackage, 'skill.json');
  const deployedBefore = existsSync(before) ? readJson(before) : undefined;
  const committed = readJson(join(ROOT, 'skill-package/skill.json'));
  const manifest = manifestToDeploy(committed, deployedBefore, { locales: plan.locales, drafts: wishes.drafts });
  rmSync(skillPackage, { recursive: true, force: true });
  write(before, JSON.stringify(manifest, null, 2));
  for (const file of packageFiles(manifest, plan.locales)) {
    cpSync(join(ROOT, 'skill-package', file), join(skillPackage, file));
  }
  cpSync(join(ROOT, 'infrastructure'), join(FOLDER, 'infrastructure'), { recursive: true });
  const resources = resourcesToDeploy(readJson(join(ROOT, 'ask-resources.json')), wishes.profile, publishing);
  write(join(FOLDER, 'ask-resources.json'), JSON.stringify(resources, null, 2));
  for (const policy of ['privacy.md', 'terms.md']) {
    write(join(FOLDER, 'policies', policy), filledIn(readFileSync(join(ROOT, 'docs', policy), 'utf8'), publishing));
  }
}

/** Runs a program of Node's to its end; false when it failed. */
function run(cwd: string, script: string, ...args: string[]): boolean {
  return spawnSync(process.execPath, [script, ...args], { cwd, stdio: 'inherit' }).status === 0;
}

/** The id Amazon gave the skill, from ask-cli's notes. */
function skillId(profile: string): string {
  const { profiles } = readJson(join(FOLDER, '.ask/ask-states.json')) as {
    profiles: Record<string, { skillId: string }>;
  };
  return profiles[profile]?.skillId ?? '';
}

function carryOut(step: Step, plan: Plan, wishes: Wishes): boolean {
  if (step === 'check') return run(ROOT, join(ROOT, 'tools/check.mjs'));
  if (step === 'build') return run(ROOT, join(ROOT, 'tools/build.mjs'), join(FOLDER, 'dist/lambda'));
  if (step === 'deploy') return run(FOLDER, ASK, 'deploy', '--profile', wishes.profile);
  if (step === 'submit') return run(FOLDER, ASK, ...submitting(skillId(wishes.profile), wishes.profile));
  stage(plan, wishes);
  return true;
}

/** Certified, it waits for a button in the console: nothing goes public by itself. */
const submitting = (id: string, profile: string): string[] => [
  ...['smapi', 'submit-skill-for-certification', '--skill-id', id],
  ...['--publication-method', 'MANUAL_PUBLISHING', '--profile', profile],
];

const told = (wishes: Wishes): Record<Step, string> => ({
  check: 'npm test',
  stage: 'write deployment/: skill package, template, settings, policies with your name in them',
  build: 'npm run build -- deployment/dist/lambda',
  deploy: `(in deployment/) npx ask deploy --profile ${wishes.profile}`,
  submit: `(in deployment/) npx ask ${submitting('<the skill id>', wishes.profile).join(' ')}`,
});

function main(): number {
  const { values } = parseArgs({
    options: {
      drafts: { type: 'boolean', default: false },
      submit: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const wishes = { ...values, profile: profileFor(values.profile, process.env) };
  const reviewed = locales as unknown as ReviewedLocale[];
  const problem = askProblem(wishes.profile, askConfiguration());
  const plan = planDeployment(wishes, { locales: reviewed, publishing, askProblem: problem });
  for (const notice of plan.notices) say(notice);
  for (const refusal of plan.refusals) process.stderr.write(`REFUSED: ${refusal}\n`);
  return values['dry-run'] ? rehearse(plan, wishes) : perform(plan, wishes);
}

function rehearse(plan: Plan, wishes: Wishes): number {
  say(
    `\n${plan.refusals.length > 0 ? 'Without the refusals, this' : 'This'} would happen for ${plan.locales.join(', ') || 'no locale'}:`,
  );
  for (const [at, step] of plan.steps.entries()) say(`  ${at + 1}. ${told(wishes)[step]}`);
  return plan.refusals.length > 0 ? 1 : 0;
}

function perform(plan: Plan, wishes: Wishes): number {
  if (plan.refusals.length > 0) return 1;
  for (const step of plan.steps) {
    say(`\n── ${told(wishes)[step]}`);
    if (!carryOut(step, plan, wishes)) {
      process.stderr.write('\nThat failed; nothing after it was done.\n');
      return 1;
    }
  }
  say(
    '\nDeployed. Say "Alexa, open knot relief" to a device of your developer account, or use the Test tab of the console.',
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 1;
}
