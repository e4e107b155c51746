// The skills that are compared, and how each is built.

import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..');
const ADAPTER = 'ask-sdk-dynamodb-persistence-adapter';

export const IN_MEMORY = 'this skill, in memory';
export const OTHER_BUILD = 'another build of it';

export interface Candidate {
  name: string;
  handler: string;
  /** All files it consists of; null where it reads its packages from where they are installed. */
  bytes: number | null;
  /** What its processes find in the environment, beside what every one needs. */
  env: Record<string, string>;
  /** Whether it keeps something in a table; if it asks none, it is not what it is called. */
  table?: boolean;
}

/** Where the adapter of version so-and-so was found; null when nothing brought it along. */
export function adapterFound(): string | null {
  try {
    const { version } = createRequire(__filename)(`${ADAPTER}/package.json`) as { version: string };
    return `${ADAPTER} ${version}, no dependency of this project: ask-sdk-test brings it along as a peer`;
  } catch {
    return null;
  }
}

/** Builds them all below `folder`. `other`: the folder of another build of this skill, to hold this one against. */
export async function candidatesIn(
  folder: string,
  tables: { ours: string; hello: string },
  other?: string,
): Promise<Candidate[]> {
  const ours = await builtSkill(join(folder, 'skill'));
  const bytes = bytesOf(ours);
  const handler = join(ours, 'index.js');
  const skills: Candidate[] = [
    { name: IN_MEMORY, handler, bytes, env: {} },
    { name: 'this skill, DynamoDB', handler, bytes, env: { TABLE_NAME: tables.ours }, table: true },
    await hello(folder, 'hello-world', 'index.mjs', false, {}),
    ...(other ? [{ name: OTHER_BUILD, handler: join(other, 'index.js'), bytes: bytesOf(other), env: {} }] : []),
  ];
  if (!adapterFound()) return skills;
  const env = { HELLO_TABLE: tables.hello };
  const bundled = await hello(folder, 'hello-world, adapter', 'with-adapter.mjs', false, env);
  const unbundled = await hello(folder, 'the same, unbundled', 'with-adapter.mjs', true, env);
  return [...skills, { ...bundled, table: true }, { ...unbundled, table: true }];
}

async function builtSkill(folder: string): Promise<string> {
  const builder = '../tools/build.mjs';
  const { buildInto } = (await import(builder)) as { buildInto(folder: string): Promise<void> };
  await buildInto(folder);
  return folder;
}

async function hello(
  folder: string,
  name: string,
  file: string,
  apart: boolean,
  env: Record<string, string>,
): Promise<Candidate> {
  const builder = '../tools/build.mjs';
  const { BUNDLING } = (await import(builder)) as { BUNDLING: object };
  const own = join(folder, name.replaceAll(/\W+/g, '-'));
  mkdirSync(own);
  await build({
    ...BUNDLING,
    entryPoints: [join('bench/hello-world', file)],
    outfile: join(own, 'index.js'),
    ...(apart ? { packages: 'external' } : {}),
  });
  const found = apart ? { NODE_PATH: join(ROOT, 'node_modules') } : {};
  return { name, handler: join(own, 'index.js'), bytes: apart ? null : bytesOf(own), env: { ...env, ...found } };
}

function bytesOf(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
