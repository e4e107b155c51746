// Which conversations are written down?

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { localeOf } from '../../simulator/transcript';

const FOLDER = join(__dirname, '..', 'transcripts');

export interface WrittenConversation {
  /** Its path below the folder of conversations. */
  name: string;
  text: string;
  locale: string;
}

function pathsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pathsIn(path);
    return entry.name.endsWith('.txt') ? [path] : [];
  });
}

/** Every one, in the order of their names. */
export function writtenConversations(): WrittenConversation[] {
  return pathsIn(FOLDER)
    .sort()
    .map((path) => ({ name: relative(FOLDER, path), text: readFileSync(path, 'utf8'), locale: localeOf(path) }));
}
