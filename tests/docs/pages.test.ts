// Holds the pages of the repository to each other: what they name, link to or cite must exist.

import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesIn, isCode, ROOT, type Source } from '../support/sources';
import { headingsOf, textOf } from './page';

const files = filesIn('.');
const pages = files.filter(({ path }) => path.endsWith('.md') && !path.startsWith('tests/'));
/** What changed, with the names of its day. */
const isHistory = ({ path }: Source): boolean => path === 'CHANGELOG.md';
const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** The comments of a file: whole lines, and what follows code on its line. */
function commentsIn({ text }: Source): string {
  return (text.match(/^\s*(\/?\*|\/\/).*$|\s\/\/ .*$/gm) ?? []).join('\n');
}

/** Every page a comment names, with the heading it cites, if any. */
function citationsIn(source: Source): { path: string; page: string; heading: string | undefined }[] {
  return [...commentsIn(source).matchAll(/(?<![\w/.-])([\w./-]+\.md)(?: "([^"\n]+)")?/g)].map(
    ([, page = '', heading]) => ({
      path: source.path,
      page,
      heading,
    }),
  );
}

const said = (citation: object): string => Object.values(citation).join(' · ');

describe('a reader of the code', () => {
  const commented = files.filter((file) => isCode(file) && !file.path.startsWith('tests/docs/'));
  const citations = commented.flatMap(citationsIn);

  test('finds every page that a comment names', () => {
    expect(citations.length).toBeGreaterThan(20);
    expect(citations.filter(({ page }) => !exists(page)).map(said)).toEqual([]);
  });

  test('finds every heading that a comment cites', () => {
    const cited = citations.flatMap(({ heading, ...rest }) => (heading ? [{ ...rest, heading }] : []));
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter(({ page, heading }) => !headingsOf(page).includes(heading)).map(said)).toEqual([]);
  });

  test('is sent to no document that only its writers had', () => {
    const elsewhere = /\bDESIGN\b|\bsection \d/;
    const citing = commented.filter((source) => elsewhere.test(commentsIn(source)));
    expect(citing.map(({ path }) => path)).toEqual([]);
  });
});

describe.each(pages.filter((page) => !isHistory(page)).map((page) => [page.path, page] as const))(
  '%s',
  (path, page) => {
    test('links to pages and headings that exist', () => {
      const links = [...page.text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
      expect(links.filter((link) => !exists(posix.join(posix.dirname(path), link)))).toEqual([]);
    });

    test('names files and commands that exist', () => {
      const named = [...page.text.matchAll(/`((?:content|lambda|server|simulator|tests|tools)\/[\w./-]+\.\w+)`/g)];
      expect(named.map(([, file = '']) => file).filter((file) => !exists(file))).toEqual([]);
      const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
      const commands = [...page.text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
      expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    });
  },
);

describe('ARCHITECTURE.md', () => {
  test('is one page', () => {
    expect(Buffer.byteLength(textOf('ARCHITECTURE.md'))).toBeLessThanOrEqual(6 * 1024);
  });

  test('explains the words a newcomer must know', () => {
    const words = ['Moment', 'Event', 'Act', 'Slot of a timeline', 'Slot of Alexa', 'Block', 'Unit', 'Spot', 'Place'];
    const explained = [...textOf('ARCHITECTURE.md').matchAll(/^- \*\*(.+?)\*\*: /gm)].map(([, word]) => word);
    expect(explained).toEqual(expect.arrayContaining([...words, 'Errand', 'Lead']));
  });

  test('leads to every page of docs that is about the code', () => {
    const listed = textOf('ARCHITECTURE.md');
    const forOthers = ['certification', 'deploy', 'privacy', 'self-hosting', 'terms', 'paths'];
    const about = pages.filter(
      ({ path }) => path.startsWith('docs/') && !forOthers.includes(posix.basename(path, '.md')),
    );
    expect(about.map(({ path }) => path).filter((path) => !listed.includes(`(${path})`))).toEqual([]);
  });
});
