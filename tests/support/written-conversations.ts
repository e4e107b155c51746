// The conversations that are written down.

import { readdirSync, readFileSync } from 'node:fs';
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
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pathsIn(path);
    return entry.name.endsWith('.txt') ? [path] : [];
  });
}

/** Every one, in the order of their names. Fails where there is none. */
export function writtenConversations(): WrittenConversation[] {
  const paths = pathsIn(FOLDER).sort();
  if (paths.length === 0) throw new Error('No conversation is written down');
  return paths.map((path) => ({
    name: relative(FOLDER, path),
    text: readFileSync(path, 'utf8'),
    locale: localeOf(path),
  }));
}

/** The one of that name, "en-US/whole-session.txt". Fails where there is none. */
export function conversationNamed(name: string): WrittenConversation {
  const found = writtenConversations().find((one) => one.name === join(...name.split('/')));
  if (!found) throw new Error(`No conversation is called ${name}`);
  return found;
}
