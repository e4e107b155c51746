// Reads a page of the repository: its tables row by row, its headings, its cells without their marks.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/sources';

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The headings of a page, without their marks. */
export function headingsOf(path: string): string[] {
  return [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? '');
}

/** The text below one heading, up to the next. Throws when the heading is not there. */
function sectionOf(path: string, heading: string): string {
  const after = textOf(path).split(`\n## ${heading}\n`)[1];
  if (after === undefined) throw new Error(`${path} has no heading "${heading}"`);
  return after.split('\n## ')[0] ?? '';
}

/** The rows of the one table below a heading, cell by cell; its head is left out. Throws when there is none. */
export function tableOf(path: string, heading: string): string[][] {
  const lines = sectionOf(path, heading)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const rows = lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  if (rows.length === 0) throw new Error(`${path} has no table below "${heading}"`);
  return rows;
}

/** The names a cell gives in backticks. */
export function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
}

/** The one name a cell gives in backticks. */
export function nameIn(cell: string): string {
  const [name, ...others] = namesIn(cell);
  if (name === undefined || others.length > 0) throw new Error(`one name was expected in "${cell}"`);
  return name;
}
