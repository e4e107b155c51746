// Tests that every file exists to which the pages about deploying point.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

/**
 * True when the path, which may hold a `*` in its file name, names at least one file from the root or among the
 * transcripts.
 */
function names(path: string): boolean {
  const at = path.includes('/') ? path : join('tests/transcripts/en-US', path);
  const pattern = new RegExp(`^${(at.split('/').at(-1) ?? '').replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
  const folder = join(ROOT, dirname(at));
  return existsSync(folder) && readdirSync(folder).some((file) => pattern.test(file));
}

describe.each(['docs/certification.md', 'docs/deploy.md', 'docs/privacy.md', 'docs/terms.md'])('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  test('names no file that is not there', () => {
    const paths = [...text.matchAll(/`([\w./*-]+\.(?:ts|txt|json|yaml|svg|mjs))`/g)].map(([, path]) => path ?? '');
    const ofTheRepository = paths.filter((path) => path.includes('/') || path.endsWith('.txt'));
    expect(ofTheRepository.filter((path) => !names(path))).toEqual([]);
  });

  test('links to no page that is not there', () => {
    const links = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  test('calls only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const called = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });
});
