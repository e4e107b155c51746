// Writes what Amazon reads from content/; run as `npm run models`.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFaultsOf } from '../content/schema';
import type { Written } from '../content/writing';
import { learnLanguages } from './learning';
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

/**
 * A model may not weigh more than the service takes. Without its indent it weighs a sixth less, and still has one name
 * a line, so that a reviewer sees which one has changed.
 */
export function textOfModel(model: unknown): string {
  return json(model).replace(/\n +/g, '\n');
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

/** `--profile old` writes the model that is compared with; nothing else may stand there. */
function profileIn(args: readonly string[]): Profile {
  if (args.length === 0) return 'told apart';
  if (args[0] === '--profile' && args[1] === 'old' && args.length === 2) return 'old';
  throw new Error(`npm run models knows "--profile old", and not: ${args.join(' ')}`);
}

if (require.main === module) {
  writeModels(profileIn(process.argv.slice(2)));
  learnLanguages(join(ROOT, 'content', 'languages'));
}
