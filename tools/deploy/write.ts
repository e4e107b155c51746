// Writes the folder that ask-cli works in.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishing } from '../model/publishing';
import type { Wishes } from './plan';
import { filledIn, manifestToDeploy, packageFiles, resourcesToDeploy } from './stage';

const ROOT = join(__dirname, '../..');

/** Everything ask-cli reads but the code, written to `folder`; ask-cli's own notes there (.ask) stay. */
export function writeDeployment(folder: string, locales: string[], { drafts, profile }: Omit<Wishes, 'submit'>): void {
  writePackage(join(folder, 'skill-package'), locales, drafts);
  cpSync(join(ROOT, 'infrastructure'), join(folder, 'infrastructure'), { recursive: true });
  const resources = resourcesToDeploy(readJson(join(ROOT, 'ask-resources.json')), profile, publishing);
  write(join(folder, 'ask-resources.json'), JSON.stringify(resources, null, 2));
  for (const policy of ['privacy.md', 'terms.md']) {
    write(join(folder, 'policies', policy), filledIn(readFileSync(join(ROOT, 'docs', policy), 'utf8'), publishing));
  }
}

function writePackage(folder: string, locales: string[], drafts: boolean): void {
  const path = join(folder, 'skill.json');
  const deployedBefore = existsSync(path) ? readJson(path) : undefined;
  const committed = readJson(join(ROOT, 'skill-package/skill.json'));
  const manifest = manifestToDeploy(committed, deployedBefore, { locales, drafts });
  rmSync(folder, { recursive: true, force: true });
  write(path, JSON.stringify(manifest, null, 2));
  for (const file of packageFiles(manifest, locales)) cpSync(join(ROOT, 'skill-package', file), join(folder, file));
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
