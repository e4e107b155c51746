// Does every conversation that is written down still go the way it was written, by the rules of the house?

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { localeOf, replay } from '../simulator/transcript';
import { houseFaults } from './support/house-rules';

const FOLDER = join(__dirname, 'transcripts');

function scriptsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return scriptsIn(path);
    return entry.name.endsWith('.txt') ? [path] : [];
  });
}

const scripts = scriptsIn(FOLDER).sort();

test('a reader finds conversations written down', () => {
  expect(scripts.length).toBeGreaterThan(0);
});

test.each(scripts.map((path) => [relative(FOLDER, path), path]))('%s goes as it is written', async (_, path) => {
  const { title, faults, exchanges } = await replay(readFileSync(path, 'utf8'), { locale: localeOf(path) });
  expect(title).toMatch(/^[A-Z]/);
  expect(faults).toEqual([]);
  const broken = exchanges.flatMap(({ request, response }) =>
    houseFaults(request as RequestEnvelope, response as ResponseEnvelope),
  );
  expect(broken).toEqual([]);
});
