// Tests that no file imports, directly or through others, the file that imports it.

import { importCircles } from './support/import-circles';
import { filesIn, isCode, type Source } from './support/sources';

const FOLDERS = ['lambda', 'content', 'simulator', 'server', 'tools', 'bench', 'tests'];

const planted = (imports: Record<string, string>): Source[] =>
  Object.entries(imports).map(([path, text]) => ({ path, text }));

test('a reader who follows imports downwards never comes back, those of types included', () => {
  const code = FOLDERS.flatMap(filesIn).filter(isCode);
  expect(code.length).toBeGreaterThan(100);
  expect(importCircles(code)).toEqual([]);
});

test('a circle is seen through a folder, an import of types and a require', () => {
  const circle = planted({
    'content/index.ts': "import { a } from './a';",
    'content/a.ts': "import type { B } from '../lambda/b';",
    'lambda/b.ts': "const { a } = require('../content');",
    'lambda/c.ts': "import { b } from './b';",
  });
  expect(importCircles(circle)).toEqual([['content/a.ts', 'content/index.ts', 'lambda/b.ts']]);
});

test('two circles are told apart, and a file on the way to both belongs to neither', () => {
  const circles = planted({
    'lambda/top.ts': "import './a'; import './c';",
    'lambda/a.ts': "import './b';",
    'lambda/b.ts': "import './a';",
    'lambda/c.ts': "import './d'; import './a';",
    'lambda/d.ts': "import './c';",
  });
  expect(importCircles(circles)).toEqual([
    ['lambda/a.ts', 'lambda/b.ts'],
    ['lambda/c.ts', 'lambda/d.ts'],
  ]);
});
