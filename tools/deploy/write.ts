// Writes the folder that ask-cli works in.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import redFlags from '../../content/red-flags.json';
import { locales as everyLocale } from '../model/languages';
import { publishing, publishingFaults } from '../model/publishing';
import { isReviewed, type Plan, type Wishes } from './plan';
import { filledIn, manifestToDeploy, packageFiles, resourcesToDeploy } from './stage';
import type { Submission } from './submission';

const ROOT = join(__dirname, '../..');

/** Everything ask-cli reads but the code, written to `folder`; ask-cli's own notes there (.ask) stay. */
export function writeDeployment(
  folder: string,
  locales: string[],
  { drafts, profile }: Pick<Wishes, 'drafts' | 'profile'>,
): void {
  writePackage(join(folder, 'skill-package'), locales, drafts);
  cpSync(join(ROOT, 'infrastructure'), join(folder, 'infrastructure'), { recursive: true });
  const resources = resourcesToDeploy(readJson(join(ROOT, 'ask-resources.json')), profile, publishing);
  write(join(folder, 'ask-resources.json'), JSON.stringify(resources, null, 2));
  for (const policy of ['privacy.md', 'terms.md']) {
    write(join(folder, 'policies', policy), filledIn(readFileSync(join(ROOT, 'docs', policy), 'utf8'), publishing));
  }
}

/** What the store would get to see of what is written to `folder`; of every locale where none may go. */
export function submissionOf(folder: string, plan: Pick<Plan, 'locales'>, wishes: Wishes): Submission {
  const locales = plan.locales.length > 0 ? plan.locales : everyLocale.map(({ locale }) => locale);
  const { manifest } = stagedManifest(join(folder, 'skill-package'), locales, wishes.drafts);
  return {
    manifest: manifest as Submission['manifest'],
    locales,
    drafts: everyLocale.filter((one) => locales.includes(one.locale) && !isReviewed(one)).map(({ locale }) => locale),
    unpublished: publishingFaults(publishing),
    asksAboutHealth: redFlags.form === 'ask',
    hasFunction: !wishes.modelOnly,
    file: (path) => {
      const at = join(ROOT, 'skill-package', path);
      return path !== '' && existsSync(at) ? readFileSync(at) : undefined;
    },
  };
}

function stagedManifest(folder: string, locales: string[], drafts: boolean): Record<string, unknown> {
  const path = join(folder, 'skill.json');
  const deployedBefore = existsSync(path) ? readJson(path) : undefined;
  const committed = readJson(join(ROOT, 'skill-package/skill.json'));
  return manifestToDeploy(committed, deployedBefore, { locales, drafts });
}

function writePackage(folder: string, locales: string[], drafts: boolean): void {
  const path = join(folder, 'skill.json');
  const manifest = stagedManifest(folder, locales, drafts);
  rmSync(folder, { recursive: true, force: true });
  write(path, JSON.stringify(manifest, null, 2));
  for (const file of packageFiles(manifest, locales)) cpSync(join(ROOT, 'skill-package', file), join(folder, file));
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
