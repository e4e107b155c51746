// The table of what each folder may import, as ARCHITECTURE.md says.

import { importsOf, type Source } from './sources';

interface Row {
  /** The folder or file the row is about; the longest that fits a path decides. */
  of: string;
  /** Project folders and files it may import, besides itself. */
  project: string[];
  /** Packages and Node modules it may import; `*` is any. */
  packages: string[];
}

const PURE = ['lambda/domain', 'lambda/dialogue'];
const SDK = ['ask-sdk-core', 'ask-sdk-model'];
/** Never part of what runs; a row that allows the whole of content does not allow this. */
const BESIDE_THE_SKILL = 'content/schema';
/** The parts of lambda/persistence that no cloud stands behind. */
const STORES = ['store', 'patient', 'memory', 'file'].map((name) => `lambda/persistence/${name}`);
const WAITING = 'lambda/waiting';
const PORT = ['lambda/persistence/store', 'lambda/persistence/reading'];

export const TABLE: Row[] = [
  { of: 'lambda/domain', project: [], packages: [] },
  { of: 'lambda/dialogue', project: ['lambda/domain'], packages: [] },
  { of: 'content', project: ['lambda/domain'], packages: [] },
  // Holds the tables to their types, in tests and tools; too heavy for the Lambda bundle.
  {
    of: 'content/schema',
    project: ['lambda/domain', 'content'],
    packages: ['ajv', 'ts-json-schema-generator', 'node:fs', 'node:path'],
  },
  // The parts of content that are read from disk at run time: the language folders, and what they are packed to.
  {
    of: 'content/languages',
    project: ['lambda/domain', 'content'],
    packages: ['node:fs', 'node:path'],
  },
  { of: 'content/packed', project: ['lambda/domain', 'content'], packages: ['node:fs', 'node:path', 'node:zlib'] },
  { of: 'lambda/listening', project: [...PURE, 'content'], packages: [] },
  { of: 'lambda/speech', project: [...PURE, 'content'], packages: ['i18next'] },
  { of: 'lambda/display', project: [...PURE, 'content'], packages: ['i18next'] },
  // Time that passes; for everything that waits, so for nothing pure.
  { of: WAITING, project: [], packages: [] },
  { of: 'lambda/persistence', project: ['lambda/domain', WAITING], packages: [] },
  { of: 'lambda/persistence/file', project: PORT, packages: ['node:fs', 'node:path', 'node:crypto'] },
  { of: 'lambda/persistence/dynamodb', project: [...PORT, WAITING], packages: ['@aws-sdk/client-dynamodb'] },
  {
    of: 'lambda/alexa',
    project: [...PURE, 'content', 'lambda/listening', 'lambda/speech', 'lambda/display', WAITING, ...STORES],
    packages: [...SDK, 'node:crypto'],
  },
  // The only place that chooses.
  { of: 'lambda/index', project: ['lambda', 'content'], packages: ['*'] },
  // HTTP around the skill, whatever it is made of.
  {
    of: 'server',
    project: ['lambda/alexa', WAITING],
    packages: ['express', 'ask-sdk-express-adapter', 'node:http', 'node:net', 'node:util'],
  },
  // What chooses on a machine of one's own, as lambda/index does on Lambda.
  { of: 'server/main', project: ['lambda', 'content', 'server'], packages: ['*'] },
  // A device knows the generated model and Alexa's JSON, nothing of the skill.
  { of: 'simulator', project: ['simulator', 'skill-package', 'content'], packages: ['*'] },
  // The one join of the two.
  {
    of: 'simulator/compose',
    project: ['simulator', 'content', 'lambda/alexa/skill', WAITING, ...STORES],
    packages: ['*'],
  },
  // Measures what the builder made, with what the simulator recorded.
  { of: 'bench', project: ['bench', 'simulator', 'tools/build', 'content/languages'], packages: ['*'] },
  // Plays against what runs, with the tests' own listeners.
  { of: 'bench/load', project: ['lambda', 'tests/support'], packages: ['*'] },
  { of: 'tests', project: ['*'], packages: ['*'] },
  { of: 'tools', project: ['*'], packages: ['*'] },
];

/** True for the folder itself, the file itself, and everything below. */
const isWithin = (path: string, folder: string): boolean =>
  folder === '*' || path === folder || path.startsWith(`${folder}/`);

export const isOfProject = (imported: string): boolean =>
  ['bench', 'content', 'lambda', 'server', 'simulator', 'skill-package', 'tests', 'tools'].some((folder) =>
    isWithin(imported, folder),
  );

function rowFor(path: string): Row | undefined {
  const fitting = TABLE.filter(({ of }) => isWithin(path, of));
  return fitting.sort((one, other) => other.of.length - one.of.length)[0];
}

function isAllowed(imported: string, row: Row): boolean {
  if (!isOfProject(imported)) return row.packages.some((name) => isWithin(imported, name));
  // A file of another row is not the folder's own: dynamodb.ts is not for the rest of persistence.
  const ofRow = rowFor(imported)?.of === row.of;
  if (imported === BESIDE_THE_SKILL) return row.project.includes('*');
  return ofRow || row.project.some((folder) => isWithin(imported, folder));
}

/** Every import the table does not allow, as `file imports what`. */
export function wrongImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const row = rowFor(source.path.replace(/\.(ts|mjs|cjs)$/, ''));
    if (!row) return [`${source.path} stands in no row of the table`];
    return importsOf(source)
      .filter((imported) => !isAllowed(imported, row))
      .map((imported) => `${source.path} imports ${imported}`);
  });
}
