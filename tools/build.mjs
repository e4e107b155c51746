// Builds the folder that runs on Lambda; run as `npm run build`.

import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What every script is bundled with; the hello-world skills of bench/ too, so that they can be held beside it. */
export const BUNDLING = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  // The AWS SDK is a third smaller as modules, of which only what is used is taken.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** What of the AWS SDK lambda/persistence/dynamodb.ts uses. */
const OF_DYNAMODB = 'DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand';

/** What the sources import and a launch does not need: files of their own, which Node loads when they are first needed. */
const loadedLater = {
  name: 'loaded later',
  setup({ onResolve }) {
    const fileFor = (filter, path) =>
      onResolve({ filter }, ({ importer }) =>
        /[\\/]lambda[\\/]/.test(importer) ? { path, external: true } : undefined,
      );
    fileFor(/^\.\/listening$/, './listening.js');
    fileFor(/^@aws-sdk\/client-dynamodb$/, './dynamodb.js');
  },
};

/** Node parses a long text sooner than it compiles as long a table: one and a half of the thirty milliseconds of a launch. */
const tablesAsText = {
  name: 'tables as text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]content[\\/].*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/**
 * Writes `index.js`, the two scripts it loads later and the files of each language to `folder`, which is emptied first. No
 * package.json lies beside them: without one, Node takes index.js for CommonJS wherever the folder is copied.
 */
export async function buildInto(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    ...BUNDLING,
    entryPoints: { index: 'lambda/index.ts', listening: 'lambda/alexa/listening.ts' },
    outdir: folder,
    plugins: [loadedLater, tablesAsText],
  });
  const contents = `export { ${OF_DYNAMODB} } from '@aws-sdk/client-dynamodb';`;
  await build({ ...BUNDLING, stdin: { contents, resolveDir: ROOT }, outfile: join(folder, 'dynamodb.js') });
  const { learnLanguages } = await tsImport('./learning.ts', import.meta.url);
  learnLanguages(join(ROOT, 'content/languages'));
  const { writeLanguages } = await tsImport('../content/languages.ts', import.meta.url);
  writeLanguages(join(ROOT, 'content/languages'), folder);
  const { writeTerms } = await tsImport('./bankTerms.ts', import.meta.url);
  writeTerms(join(ROOT, 'content/languages'), folder);
  const { writeTables } = await tsImport('./readingTables.ts', import.meta.url);
  writeTables(join(ROOT, 'content/languages'), folder);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildInto(resolve(process.argv[2] ?? join(ROOT, 'dist/lambda')));
}
