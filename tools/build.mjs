// How does the skill become the folder that runs on Lambda?

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Writes `index.js` and one JSON file a language to `folder`, which is emptied first. No package.json lies beside
 * them: without one, Node takes index.js for CommonJS wherever the folder is copied.
 */
export async function buildInto(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: ['lambda/index.ts'],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeLanguages(folder);
}

async function writeLanguages(folder) {
  const { languageFile } = await sourceModule('content/languages.ts');
  // Working the questions out takes longer than a first answer may.
  const { prepareLanguage } = await sourceModule('lambda/listening/language.ts');
  const locales = JSON.parse(await readFile(join(ROOT, 'content/locales.json'), 'utf8'));
  for (const language of new Set(locales.map((row) => row.language))) {
    const words = languageFile(join(ROOT, 'content/languages'), language);
    const file = { ...words, prepared: prepareLanguage(words) };
    await writeFile(join(folder, `${language}.json`), JSON.stringify(file, leftOut));
  }
}

/** What has been worked out is not kept a second time. */
function leftOut(key, value) {
  return key === 'questions' && !('index' in value) ? undefined : value;
}

/** A TypeScript module of the project, as this plain script can use it. */
async function sourceModule(path) {
  const options = {
    absWorkingDir: ROOT,
    entryPoints: [path],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  };
  const { outputFiles } = await bundle(options);
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildInto(resolve(process.argv[2] ?? join(ROOT, 'dist/lambda')));
}
