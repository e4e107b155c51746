// Sends the kept sentences to Amazon's service, one at a time, and shows which intent each reaches. Run as `npm run profile`.

import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askConfiguration, askProblem, folderOf, profileFor, skillIdIn } from '../deploy/ask';
import type { Model } from '../model/interaction-model';
import { locales, wordsOf } from '../model/languages';
import { accepts, sentencesOf } from '../model/sentences';
import { type Asked, profiled, profiling } from './asking';
import { type Kept, keptIn, lineOf, type Saved, savedIn } from './kept';
import { meaningIn } from './meaning';
import { reportOf, rowsOf, takenForGo } from './report';

const ROOT = join(__dirname, '../..');
const SENTENCES = 'tests/model/profile.txt';
const USAGE = `npm run profile -- [--locale LOCALE] [--read FILE] [--dry-run] [--profile NAME]

  --locale    whose model is asked; ${locales[0]?.locale} unless told
  --read      show what was saved in a file by an earlier run, and contact nobody
  --dry-run   say what would be run, and contact nobody
  --profile   the profile of ask-cli to use
`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const warn = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      locale: { type: 'string', default: locales[0]?.locale ?? '' },
      read: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const kept = keptIn(readFileSync(join(ROOT, SENTENCES), 'utf8'), SENTENCES);
  if (values.help) process.stdout.write(USAGE);
  else if (values.read)
    return tell(kept, savedIn(readFileSync(resolve(process.env['INIT_CWD'] ?? '', values.read), 'utf8')));
  else return await ask(kept, values.locale, profileFor(values.profile, process.env), values['dry-run']);
  return 0;
}

async function ask(kept: readonly Kept[], locale: string, profile: string, isRehearsal: boolean): Promise<number> {
  const folder = folderOf(profile);
  const skillId = skillIdIn(join(ROOT, folder), profile);
  const refusals = [
    ...(locales.some((one) => one.locale === locale)
      ? []
      : [`There is no locale "${locale}" in content/locales.json.`]),
    ...[askProblem(profile, askConfiguration(), false) ?? []].flat(),
    ...(skillId
      ? []
      : [`Nothing was deployed with the profile "${profile}" yet. Run: npm run deploy -- --model-only --drafts`]),
  ];
  for (const refusal of refusals) warn(`REFUSED: ${refusal}`);
  const asked = { skillId: skillId ?? '<the skill id>', locale, profile };
  const saved = `${folder}/profiled/${locale}-${new Date().toISOString().slice(0, 16).replace(':', '-')}.jsonl`;
  if (isRehearsal) rehearse(kept, asked, saved);
  if (refusals.length > 0 || isRehearsal) return Math.min(refusals.length, 1);
  return tell(kept, await answersTo(kept, asked, saved));
}

function rehearse(kept: readonly Kept[], asked: Asked, saved: string): void {
  say(`These ${kept.length} would be run one after the other, and the answers saved in ${saved}:`);
  const quoted = (text: string) => (/[^\w.-]/.test(text) ? `"${text}"` : text);
  const commands = kept.map(({ sentence }) => profiling(asked, sentence).map(quoted).join(' '));
  say(commands.map((command) => `  npm run ask -- ${command}`).join('\n'));
}

/** Every answer is saved as it comes: what has been answered is not lost with the rest. */
async function answersTo(kept: readonly Kept[], asked: Asked, saved: string): Promise<Saved[]> {
  const answers: Saved[] = [];
  mkdirSync(dirname(join(ROOT, saved)), { recursive: true });
  try {
    for (const { sentence } of kept) {
      const answer = await profiled(asked, sentence);
      const one = { locale: asked.locale, sentence, answer };
      answers.push(one);
      appendFileSync(join(ROOT, saved), lineOf(one));
      warn(`${answers.length} of ${kept.length}  ${sentence}: ${answer.selectedIntent?.name ?? '(none)'}`);
    }
  } catch (error) {
    warn(`\nThe service was not reached any more: ${error instanceof Error ? error.message : error}`);
  }
  if (answers.length > 0) say(`Saved. To see this again: npm run profile -- --read ${saved}`);
  return answers;
}

/** Fails when a symptom was taken for a word to go on, and when sentences were left unanswered. */
function tell(kept: readonly Kept[], saved: readonly Saved[]): number {
  const locale = locales.find((one) => one.locale === saved[0]?.locale);
  if (!locale) {
    warn('There is no answer to read.');
    return 1;
  }
  const path = `skill-package/interactionModels/custom/${locale.locale}.json`;
  const model = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Model;
  const sentences = sentencesOf(model, () => true, wordsOf(locale).names['numbers'] as string[]);
  const rows = rowsOf(kept, saved, meaningIn(locale.locale), (sentence) => accepts(sentences, sentence));
  say(reportOf(rows).join('\n'));
  const unanswered = kept.length - rows.length;
  if (unanswered > 0) say(`${unanswered} of ${kept.length} sentences were not answered.`);
  return takenForGo(rows).length > 0 || unanswered > 0 ? 1 : 0;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    warn(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exitCode = 1;
  },
);
