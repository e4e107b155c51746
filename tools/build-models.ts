// Writes what Amazon reads from content/, or checks or counts what is written; run as `npm run models`.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFaultsOf } from '../content/schema';
import type { Written } from '../content/writing';
import { learnLanguages } from './learning';
import { figures } from './model/check/figures';
import { report } from './model/check/report';
import { textOfModel } from './model/interaction-model';
import { locales, type Profile, wordsOf } from './model/languages';
import { manifestPath, manifestWith } from './model/manifest';
import { modelOf } from './model/model';

const ROOT = join(__dirname, '..');

/** Every generated file by its path from the root of the repository. Writes nothing. */
export function buildModels(profile: Profile = 'told apart'): Record<string, string> {
  const files: Record<string, string> = {};
  for (const locale of locales) {
    const model = modelOf(locale.invocationName, wordsOf(locale, profile), profile);
    files[`skill-package/interactionModels/custom/${locale.locale}.json`] = textOfModel(model);
  }
  const committed = JSON.parse(readFileSync(join(ROOT, manifestPath), 'utf8')) as Record<string, unknown>;
  files[manifestPath] = json(manifestWith(committed));
  return files;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A list that nobody could hear ends the build: no symptom may be missed for a letter that looks like another. */
function refuseFaults(): void {
  for (const locale of locales) {
    const { topics: _, ...names } = wordsOf(locale).names;
    const faults = listFaultsOf(names as unknown as Written);
    if (faults.length > 0) throw new Error(`The lists of ${locale.locale}: ${faults.join('; ')}`);
  }
}

function writeModels(profile: Profile): void {
  refuseFaults();
  for (const [path, content] of Object.entries(buildModels(profile))) {
    const file = join(ROOT, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    process.stdout.write(`${path} ${Math.round(content.length / 1024)} KB\n`);
  }
}

const PACKAGE = join(ROOT, 'skill-package');

/**
 * Without a flag the models are written; `--profile old` writes those that they are compared with (docs/deploy.md),
 * `--check` prints what breaks a rule, `--figures [FOLDER ...]` their sizes.
 */
function main([flag, ...others]: readonly string[]): void {
  if (flag === '--check') {
    const lines = report(PACKAGE);
    for (const line of lines) process.stdout.write(`${line}\n`);
    process.exitCode = lines.length > 0 ? 1 : 0;
  } else if (flag === '--figures') {
    const all = others.length > 0 ? others : [join(PACKAGE, 'interactionModels/custom')];
    process.stdout.write(`${figures(all)}\n`);
  } else if (flag === '--profile' && others[0] === 'old') {
    writeModels('old');
  } else if (flag === undefined) {
    writeModels('told apart');
    learnLanguages(join(ROOT, 'content', 'languages'));
  } else {
    throw new Error(`npm run models does not know "${flag}"`);
  }
}

if (require.main === module) main(process.argv.slice(2));
