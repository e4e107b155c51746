// Lists the project's files, what each imports, and the impure words it uses.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '..', '..');

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'data', '.git']);

export interface Source {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** Every file below `folder`, read as text. */
export function filesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : [];
  });
}

export const isCode = ({ path }: Source): boolean => /\.(ts|mjs|cjs)$/.test(path);

/** What a file imports: project paths without extension for relative imports, the name itself for packages and Node. */
export function importsOf({ path, text }: Source): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.')
        ? posix.join(posix.dirname(path), fileName).replace(/\.(ts|mjs|cjs|js)$/, '')
        : fileName.replace(/^((@[^/]+\/)?[^/]+).*$/, '$1'),
    );
}

/** Names that let time, chance or the machine in. */
const IMPURE = new Set([
  'Date',
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'globalThis',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** Every use of time, chance, the machine or waiting, as `line: word`. */
export function impuritiesOf(source: Source): string[] {
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const word = impureWord(node);
    if (word) found.push(`${source.path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${word}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function impureWord(node: ts.Node): string | null {
  if (ts.isAwaitExpression(node)) return 'await';
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return 'Math.random';
  return ts.isIdentifier(node) && IMPURE.has(node.text) && !isOnlyAName(node) ? node.text : null;
}

/** `{ process: 1 }` and `step.process` name a property; they do not reach the machine. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node)
  );
}
