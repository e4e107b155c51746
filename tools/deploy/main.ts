// Takes the skill from this folder to Amazon. Run as `npm run deploy`; docs/deploy.md tells it step by step.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { locales } from '../model/languages';
import { publishing } from '../model/publishing';
import { ASK, askConfiguration, askProblem, profileFor } from './ask';
import { type Plan, planDeployment, type Step, type Wishes } from './plan';
import { writeDeployment } from './write';

const ROOT = join(__dirname, '../..');
/** Where ask-cli works: one folder a profile, because addresses of one account are nothing to another. */
const folderOf = ({ profile }: Wishes): string => `deployment/${profile}`;
const USAGE = `npm run deploy -- [--drafts] [--submit] [--dry-run] [--profile NAME]

  --drafts    take locales that nobody has read yet, for your own devices only
  --submit    afterwards hand the skill to Amazon for certification
  --dry-run   say what would happen, and contact nobody
  --profile   the profile of ask-cli to use
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs a program of Node's to its end; false when it failed. */
function run(folder: string, script: string, ...args: string[]): boolean {
  return spawnSync(process.execPath, [script, ...args], { cwd: join(ROOT, folder), stdio: 'inherit' }).status === 0;
}

/** The id Amazon gave the skill, from ask-cli's notes. */
function skillId(wishes: Wishes): string {
  const notes = readFileSync(join(ROOT, folderOf(wishes), '.ask/ask-states.json'), 'utf8');
  const { profiles } = JSON.parse(notes) as {
    profiles: Record<string, { skillId: string }>;
  };
  return profiles[wishes.profile]?.skillId ?? '';
}

function carryOut(step: Step, plan: Plan, wishes: Wishes): boolean {
  const folder = folderOf(wishes);
  if (step === 'check') return run('.', join(ROOT, 'tools/check.mjs'));
  if (step === 'build') return run('.', join(ROOT, 'tools/build.mjs'), join(ROOT, folder, 'dist/lambda'));
  if (step === 'deploy') return run(folder, ASK, 'deploy', '--profile', wishes.profile);
  if (step === 'submit') return run(folder, ASK, ...submitting(skillId(wishes), wishes.profile));
  writeDeployment(join(ROOT, folder), plan.locales, wishes);
  return true;
}

/** Certified, it waits for a button in the console: nothing goes public by itself. */
const submitting = (id: string, profile: string): string[] => [
  ...['smapi', 'submit-skill-for-certification', '--skill-id', id],
  ...['--publication-method', 'MANUAL_PUBLISHING', '--profile', profile],
];

const told = (wishes: Wishes): Record<Step, string> => ({
  check: 'npm test',
  stage: `write ${folderOf(wishes)}: skill package, template, settings, policies with your name in them`,
  build: `npm run build -- ${folderOf(wishes)}/dist/lambda`,
  deploy: `(in ${folderOf(wishes)}) npm run ask -- deploy --profile ${wishes.profile}`,
  submit: `(in ${folderOf(wishes)}) npm run ask -- ${submitting('<the skill id>', wishes.profile).join(' ')}`,
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
  const problem = askProblem(wishes.profile, askConfiguration());
  const plan = planDeployment(wishes, { locales, publishing, askProblem: problem });
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
