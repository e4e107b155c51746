// Finds files that import each other in a circle, types included; run with tsx it lists them.

import { filesIn, importsOf, isCode, type Source } from './sources';

/** Each circle as the paths of its files, in the order of the alphabet; none when every import leads downwards. */
export function importCircles(sources: readonly Source[]): string[][] {
  const byName = new Map(sources.map((source) => [nameOf(source.path), source]));
  const importedBy = (name: string): string[] => {
    const source = byName.get(name);
    return source ? importsOf(source).flatMap((imported) => fileOf(imported, byName) ?? []) : [];
  };
  return knots([...byName.keys()], importedBy).map((names) =>
    names.map((name) => byName.get(name)?.path ?? name).sort(),
  );
}

const nameOf = (path: string): string => path.replace(/\.(ts|mjs|cjs)$/, '');

/** The file that an import names, by itself or as a folder. */
function fileOf(imported: string, files: ReadonlyMap<string, Source>): string | undefined {
  return [imported, `${imported}/index`].find((name) => files.has(name));
}

/** The groups of two and more names in which each leads to each other: Tarjan's strongly connected components. */
function knots(names: readonly string[], leadsTo: (name: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  /** Returns the earliest open name that can be reached from this one, by its number. */
  const visit = (name: string): number => {
    const number = order.size;
    order.set(name, number);
    open.push(name);
    let earliest = number;
    for (const next of leadsTo(name)) {
      if (!order.has(next)) earliest = Math.min(earliest, visit(next));
      else if (open.includes(next)) earliest = Math.min(earliest, order.get(next) ?? number);
    }
    if (earliest === number) {
      const knot = open.splice(open.indexOf(name));
      if (knot.length > 1) found.push(knot);
    }
    return earliest;
  };
  for (const name of names) if (!order.has(name)) visit(name);
  return found;
}

if (process.argv[1]?.endsWith('import-circles.ts')) {
  const folders = ['lambda', 'content', 'simulator', 'server', 'tools', 'bench', 'tests'];
  const circles = importCircles(folders.flatMap(filesIn).filter(isCode));
  for (const circle of circles) console.log(`${circle.length}: ${circle.join(', ')}`);
  console.log(`${circles.length} import circles`);
}
