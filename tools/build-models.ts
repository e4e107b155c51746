// Writes what Amazon reads from content/; run as `npm run models`.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales, wordsOf } from './model/languages';
import { manifestPath, manifestWith } from './model/manifest';
import { modelOf } from './model/model';

const ROOT = join(__dirname, '..');

/** Every generated file by its path from the root of the repository. Writes nothing. */
export function buildModels(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const locale of locales) {
    const model = modelOf(locale.invocationName, wordsOf(locale));
    files[`skill-package/interactionModels/custom/${locale.locale}.json`] = json(model, 1);
  }
  const committed = JSON.parse(readFileSync(join(ROOT, manifestPath), 'utf8')) as Record<string, unknown>;
  files[manifestPath] = json(manifestWith(committed));
  return files;
}

/** A model may not weigh more than the service takes; a narrow indent spares a tenth of it. */
function json(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent)}\n`;
}

function writeModels(): void {
  for (const [path, content] of Object.entries(buildModels())) {
    const file = join(ROOT, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    process.stdout.write(`${path} ${Math.round(content.length / 1024)} KB\n`);
  }
}

if (require.main === module) writeModels();
