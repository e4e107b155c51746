// How does the skill's source become the scripts that lie in the folder?

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { onlyCalled } from './clients.mjs';
import { onlyWhatIsRead } from './content.mjs';

/** What every script is bundled with; the hello-world skills of bench/ too, so that they can be held beside it. */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The AWS SDK and minisearch are a third smaller as modules, of which only what is used is taken.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Amazon's service clients stay in a file of their own until one is called. */
function servicesApart(root) {
  return {
    name: 'services apart',
    setup({ onResolve }) {
      // The script of the services themselves is made of the real package.
      onResolve({ filter: /^ask-sdk-model$/ }, ({ importer }) =>
        importer === '<stdin>' ? undefined : { path: join(root, 'tools/building/services.cjs') },
      );
      onResolve({ filter: /^\.\/services\.js$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** What reads free words is a script of its own; it comes to languages whose questions have been worked out. */
function listeningApart(root) {
  return {
    name: 'listening apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/listening$/ }, ({ importer, kind }) =>
        kind === 'require-call' && /[\\/]lambda[\\/]alexa[\\/]/.test(importer)
          ? { path: './listening.js', external: true }
          : undefined,
      );
      onResolve({ filter: /^\.\/preparing$/ }, ({ importer }) =>
        /[\\/]lambda[\\/]listening[\\/]/.test(importer)
          ? { path: join(root, 'tools/building/prepared.mjs') }
          : undefined,
      );
    },
  };
}

/** What lambda/persistence/dynamodb.ts takes of the AWS SDK; the bundle test holds it against a table. */
const OF_DYNAMODB = ['DeleteItemCommand', 'DynamoDBClient', 'GetItemCommand', 'PutItemCommand'];

/** The AWS SDK is loaded where there is a table. The store itself stays in index.js, whose errors are its errors. */
function dynamoApart() {
  return {
    name: 'dynamodb apart',
    setup({ onResolve }) {
      onResolve({ filter: /^@aws-sdk\/client-dynamodb$/ }, ({ importer }) =>
        /[\\/]lambda[\\/]/.test(importer) ? { path: './dynamodb.js', external: true } : undefined,
      );
    },
  };
}

/** The AWS SDK without the credentials of a person's own machine and without event streams; of its package files only what it tells of itself. */
function onLambda(root) {
  return {
    name: 'on Lambda',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@aws-sdk\/credential-provider-(ini|process|sso|web-identity)$/ }, () => ({
        path: join(root, 'tools/building/credentials.mjs'),
      }));
      onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({
        path: join(root, 'tools/building/streams.mjs'),
      }));
      onLoad({ filter: /[\\/]node_modules[\\/].*[\\/]package\.json$/ }, async ({ path }) => {
        const { name, version } = JSON.parse(await readFile(path, 'utf8'));
        return { contents: JSON.stringify({ name, version }), loader: 'json' };
      });
    },
  };
}

/** Writes `index.js`, all that a launch needs, and what it loads later. */
export async function writeScripts(root, folder) {
  const plugins = [
    onlyWhatIsRead(root),
    servicesApart(root),
    onlyCalled(),
    listeningApart(root),
    dynamoApart(),
    onLambda(root),
  ];
  const script = (outfile, input) =>
    build({ ...BUNDLING, ...input, absWorkingDir: root, outfile: join(folder, outfile), plugins });
  const taking = (names, from) => ({
    stdin: { contents: `export { ${names.join(', ')} } from '${from}';`, resolveDir: root },
  });
  await Promise.all([
    script('index.js', { entryPoints: ['lambda/index.ts'] }),
    script('listening.js', { entryPoints: ['lambda/alexa/listening.ts'] }),
    script('dynamodb.js', taking(OF_DYNAMODB, '@aws-sdk/client-dynamodb')),
    script('services.js', taking(['services'], 'ask-sdk-model')),
  ]);
}
