// Takes the skill from this folder to Amazon. Run as `npm run deploy`; docs/deploy.md tells it step by step.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { locales } from '../model/languages';
import { publishing } from '../model/publishing';
import { ASK, askConfiguration, askProblem, deploying, folderOf, profileFor, skillIdIn, submitting } from './ask';
import { type Plan, planDeployment, type Step, type Wishes } from './plan';
import { findingsIn, toldFindings } from './submission';
import { submissionOf, writeDeployment } from './write';

const ROOT = join(__dirname, '../..');
const USAGE = `npm run deploy -- [--drafts] [--model-only] [--submit] [--dry-run] [--profile NAME]

  --drafts       take locales that nobody has read yet, for your own devices only
  --model-only   take texts and models alone; needs no AWS account
  --submit       afterwards hand the skill to Amazon for certification
  --dry-run      say what would happen and what would block a submission, and contact nobody
  --profile      the profile of ask-cli to use
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs a program of Node's to its end; false when it failed. */
function run(folder: string, script: string, ...args: string[]): boolean {
  return spawnSync(process.execPath, [script, ...args], { cwd: join(ROOT, folder), stdio: 'inherit' }).status === 0;
}

function carryOut(step: Step, plan: Plan, wishes: Wishes): boolean {
  const folder = folderOf(wishes.profile);
  if (step === 'check') return run('.', join(ROOT, 'tools/check.mjs'));
  if (step === 'build') return run('.', join(ROOT, 'tools/build.mjs'), join(ROOT, folder, 'dist/lambda'));
  if (step === 'deploy') return run(folder, ASK, ...deploying(wishes));
  if (step === 'submit')
    return run(folder, ASK, ...submitting(skillIdIn(join(ROOT, folder), wishes.profile) ?? '', wishes.profile));
  writeDeployment(join(ROOT, folder), plan.locales, wishes);
  return true;
}

function told(wishes: Wishes): Record<Step, string> {
  const folder = folderOf(wishes.profile);
  const ask = (args: string[]) => `(in ${folder}) npm run ask -- ${args.join(' ')}`;
  return {
    check: 'npm test',
    stage: `write ${folder}: skill package, template, settings, policies with your name in them`,
    build: `npm run build -- ${folder}/dist/lambda`,
    deploy: ask(deploying(wishes)),
    submit: ask(submitting('<the skill id>', wishes.profile)),
  };
}

function main(): number {
  const { values } = parseArgs({
    options: {
      drafts: { type: 'boolean', default: false },
      'model-only': { type: 'boolean', default: false },
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
  const modelOnly = values['model-only'];
  const wishes = { ...values, modelOnly, profile: profileFor(values.profile, process.env) };
  const problem = askProblem(wishes.profile, askConfiguration(), !modelOnly);
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
  say('\nBefore the store, as far as this machine can tell:');
  for (const line of toldFindings(findingsIn(submissionOf(join(ROOT, folderOf(wishes.profile)), plan, wishes))))
    say(line);
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
  say(`\nDeployed. ${wishes.modelOnly ? TRY_THE_MODELS : TRY_THE_SKILL}`);
  return 0;
}

const TRY_THE_SKILL =
  'Say "Alexa, open knot relief" to a device of your developer account, or use the Test tab of the console.';
const TRY_THE_MODELS = 'The models are built. See what they make of the kept sentences: npm run profile';

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 1;
}
