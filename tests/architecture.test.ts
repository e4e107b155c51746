// Holds the code to the layout, the import table and the purity that ARCHITECTURE.md promises.

import { posix } from 'node:path';
import { isOfProject, TABLE, wrongImports } from './support/import-table';
import { filesIn, importsOf, impuritiesOf, isCode, type Source } from './support/sources';

const files = filesIn('.');
const code = files.filter(isCode);
const below = (...folders: string[]): Source[] =>
  code.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
const planted = (path: string, text: string): Source => ({ path, text });

const PURE_FOLDERS = ['domain', 'dialogue', 'listening', 'speech', 'display'].map((name) => `lambda/${name}`);
/** What talking to the skill in the terminal needs; all but tsx is part of the bundle too. */
const RUNNING = ['ask-sdk-core', 'ask-sdk-model', 'i18next', 'tsx'];
/** In the bundle alone: locally there is no table. */
const BUNDLED = ['@aws-sdk/client-dynamodb'];
/** For a server of one's own; no part of what runs on Lambda. */
const SERVING = ['express', 'ask-sdk-express-adapter'];

describe('a reader who opens one folder', () => {
  it('finds in it only what the import table allows', () => {
    expect(below('lambda', 'content', 'server', 'simulator', 'tests', 'tools', 'bench').length).toBeGreaterThan(20);
    expect(wrongImports(below('lambda', 'content', 'server', 'simulator', 'tests', 'tools', 'bench'))).toEqual([]);
  });

  it.each([
    ['lambda/domain/planted.ts', "import { x } from '../../content';"],
    ['lambda/domain/planted.ts', "import type { State } from '../dialogue/state';"],
    ['lambda/domain/planted.ts', "import { sep } from 'node:path';"],
    ['lambda/dialogue/moments/planted.ts', "import i18next from 'i18next';"],
    ['lambda/dialogue/moments/planted.ts', "import x from '../../speech/sentence';"],
    ['lambda/dialogue/planted.ts', "export { routines } from '../../content';"],
    ['lambda/listening/planted.ts', "import { escape } from '../speech/ssml';"],
    ['lambda/speech/planted.ts', "import { getLocale } from 'ask-sdk-core';"],
    ['lambda/speech/planted.ts', "const x = () => import('../display/screen');"],
    ['lambda/persistence/memory.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    ['lambda/persistence/planted.ts', "import type { State } from '../dialogue/state';"],
    ['lambda/persistence/memory.ts', "import { dynamoDbStore } from './dynamodb';"],
    ['lambda/alexa/planted.ts', "import { dynamoDbStore } from '../persistence/dynamodb';"],
    ['content/planted.ts', "import { converse } from '../lambda/dialogue/converse';"],
    ['lambda/speech/planted.ts', "import { tableSchema } from '../../content/schema';"],
    ['simulator/listen.ts', "import { converse } from '../lambda/dialogue/converse';"],
    ['simulator/device.ts', "import { createSkill } from '../lambda/alexa/skill';"],
    ['simulator/compose.ts', "import { understand } from '../lambda/alexa/understand';"],
    ['server/planted.ts', "import { fileStore } from '../lambda/persistence/file';"],
    ['lambda/alexa/planted.ts', "import { serve } from '../../server/serve';"],
    ['lambda/stray.ts', ''],
  ])('would see %s turn this test red with: %s', (path, text) => {
    expect(wrongImports([planted(path, text)])).toHaveLength(1);
  });

  it('reads the same folders in ARCHITECTURE.md', () => {
    const page = textOf('ARCHITECTURE.md');
    const missing = TABLE.filter(({ of }) => !page.includes(`| \`${of}\``)).map(({ of }) => of);
    expect(missing).toEqual([]);
  });

  it('meets no file name more than twice, so that a name says which file is meant', () => {
    const names = code.map(({ path }) => posix.basename(path)).filter((name) => name !== 'index.ts');
    const often = names.filter((name) => names.filter((other) => other === name).length > 2);
    expect([...new Set(often)]).toEqual([]);
  });

  it('learns from the first line of each file what it is, in one sentence', () => {
    const silent = code.filter(({ text }) => !/^(#!.*\n)?\/\/ \S.{14,}[.?)]\n(?!\/\/ \S)/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('a conversation that is played again', () => {
  it('goes the same way, because time, chance and the machine come in as values', () => {
    expect(below(...PURE_FOLDERS).flatMap(impuritiesOf)).toEqual([]);
  });

  it.each([
    'const now = Date.now();',
    'let when: Date;',
    'const n = Math.random();',
    'if (process.env.X) x();',
    "console.log('x');",
    'setTimeout(x, 1);',
    'async function f() {}',
    'const f = async () => 1;',
  ])('would not with: %s', (text) => {
    expect(impuritiesOf(planted('lambda/domain/planted.ts', text))).toHaveLength(1);
  });

  it('may still use such words as names and in sentences', () => {
    const text = "// Date and process\nconst step = { process: 'await' }; export const x = step.process;";
    expect(impuritiesOf(planted('lambda/domain/planted.ts', text))).toEqual([]);
  });

  it("depends on the environment only where the parts are chosen, on Lambda and on a server of one's own", () => {
    const readers = below('lambda', 'content', 'server', 'simulator').filter(({ text }) =>
      /process\s*\.\s*env\b/.test(text),
    );
    const choosing = ['lambda/index.ts', 'server/main.ts'];
    expect(readers.map(({ path }) => path).filter((path) => !choosing.includes(path))).toEqual([]);
  });
});

describe('somebody who installs the project', () => {
  type Wanted = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;
  interface Lock {
    version?: string;
    optional?: boolean;
    link?: boolean;
    resolved?: string;
    optionalDependencies?: Record<string, string>;
  }
  type Locked = Record<string, Lock>;
  const wantedBy = (folder: string): Wanted => JSON.parse(textOf(posix.join(folder, 'package.json')));
  const lockedIn = (folder: string): Locked => JSON.parse(textOf(posix.join(folder, 'package-lock.json'))).packages;
  const { dependencies, devDependencies } = wantedBy('.');
  const serving = wantedBy('server').dependencies;
  const deploying = wantedBy('tools/deploy').dependencies;

  it('gets no package at run time that docs/packages.md gives no reason for', () => {
    expect([Object.keys(dependencies), Object.keys(serving)]).toEqual([RUNNING, expect.arrayContaining(SERVING)]);
    expect(Object.keys(serving)).toHaveLength(SERVING.length);
    const page = textOf('docs/packages.md');
    expect([...RUNNING, ...BUNDLED, ...SERVING].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('waits for no more packages than the checks need: 650, and none of what only deploying needs', () => {
    const everything = Object.entries(lockedIn('.')).filter(
      ([path, { link }]) => path.includes('node_modules/') && !link,
    );
    // Of the optional ones each system takes a handful.
    expect(everything.filter(([, { optional }]) => !optional).length).toBeLessThanOrEqual(642);
    expect(everything.filter(([path]) => path.endsWith('/ask-cli'))).toEqual([]);
    expect(Object.keys(deploying)).toEqual(['ask-cli']);
  });

  it('never gets the package called aws-lambda, which is not the types of that name', () => {
    expect(Object.keys({ ...dependencies, ...devDependencies })).not.toContain('aws-lambda');
    const values = code.filter(({ text }) => /^import (?!type )[^;]*'aws-lambda'/m.test(text));
    expect(values.map(({ path }) => path)).toEqual([]);
  });

  it('gets the very versions the tests ran with', () => {
    const { optionalDependencies: onLambda } = wantedBy('tools/lambda-node');
    const all = Object.entries({ ...dependencies, ...devDependencies, ...serving, ...deploying, ...onLambda });
    expect(all.filter(([, version]) => !/^\d/.test(version))).toEqual([]);
    const locked = { ...lockedIn('tools/deploy'), ...lockedIn('tools/lambda-node'), ...lockedIn('.') };
    expect(all.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  it('gets every package that the code imports', () => {
    const packagesOf = (sources: Source[]): string[] => [
      ...new Set(sources.flatMap(importsOf).filter((name) => !isOfProject(name) && !name.startsWith('node:'))),
    ];
    const bundled = below('lambda', 'content', 'server').filter(({ path }) => path !== 'content/schema.ts');
    const running = packagesOf(bundled).filter((name) => name !== 'aws-lambda');
    expect(running.filter((name) => ![...RUNNING, ...BUNDLED, ...SERVING].includes(name))).toEqual([]);
    expect(packagesOf(below('simulator')).filter((name) => !(name in dependencies))).toEqual([]);
    const helping = packagesOf(below('tests', 'tools')).filter((name) => name !== 'aws-lambda');
    expect(helping.filter((name) => !(name in { ...dependencies, ...devDependencies, ...serving }))).toEqual([]);
  });

  // npm leaves packages for other systems out of a lock file made while some were installed; `npm ci` then refuses it.
  // The cure: remove node_modules and package-lock.json, and `npm install` from a registry that has them all.
  it.each(['.', 'tools/deploy', 'tools/lambda-node'])(
    'can do so on another kind of machine than the one that made the lock of %s',
    (folder) => {
      const packages = lockedIn(folder);
      const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
        Object.keys(optionalDependencies ?? {}),
      );
      const named = (name: string): boolean =>
        Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`));
      expect(wanted.filter((name) => !named(name))).toEqual([]);
    },
  );

  it('reads no path of the machine it was written on', () => {
    const place = /(^|[\s"'`(=])(\/(home|Users|root|work|tmp)\/|[A-Z]:\\Users\\)/m;
    expect(files.filter(({ text }) => place.test(text)).map(({ path }) => path)).toEqual([]);
    const resolved = ['.', 'tools/deploy', 'tools/lambda-node'].flatMap((folder) =>
      Object.values(lockedIn(folder)).flatMap(({ link, resolved }) => (resolved && !link ? [resolved] : [])),
    );
    // The lock files name versions and their digests, and no place to fetch them from.
    expect(resolved).toEqual([]);
  });
});
