// Builds the folder that runs on Lambda; run as `npm run build`.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { writeScripts } from './building/scripts.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Writes `index.js`, the scripts it loads when they are needed, and each language's files to `folder`, which is emptied
 * first. No package.json lies beside them: without one, Node takes index.js for CommonJS wherever the folder is copied.
 */
export async function buildInto(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeScripts(ROOT, folder);
  await writeLanguages(folder);
}

async function writeLanguages(folder) {
  const { builtFiles, languageFile } = await sourceModule('content/languages.ts');
  // Working the questions out takes longer than a first answer may.
  const { prepareLanguage } = await sourceModule('lambda/listening/preparing.ts');
  const locales = JSON.parse(await readFile(join(ROOT, 'content/locales.json'), 'utf8'));
  for (const language of new Set(locales.map((row) => row.language))) {
    const parts = prepareLanguage(languageFile(join(ROOT, 'content/languages'), language));
    for (const [part, name] of Object.entries(builtFiles(language))) {
      const text = JSON.stringify(parts[part]);
      await writeFile(join(folder, name), name.endsWith('.br') ? brotliCompressSync(text) : text);
    }
  }
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
