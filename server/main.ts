// Chooses store, clock, words and address on a machine of one's own.

import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderLanguages } from '../content/languages';
import { logError } from '../lambda/alexa/journal';
import { createSkill } from '../lambda/alexa/skill';
import { fileStore, removeExpired } from '../lambda/persistence/file';
import { machineTime } from '../lambda/waiting';
import { type Serving, serve } from './serve';
import { BadSettings, type Settings, settingsFrom, USAGE } from './settings';
import { amazonOnly } from './trust';

const ROOT = join(__dirname, '..');
const log = (line: string) => console.error(line);

function readSettings(): Settings {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(USAGE);
    process.exit(0);
  }
  return settingsFrom(process.env, args);
}

/** The folder for the records, which no other user may read. Better to fail now than at the first turn. */
function openFolder(dataDir: string): string {
  const folder = resolve(ROOT, dataDir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
    return folder;
  } catch {
    throw new BadSettings(`DATA_DIR is "${dataDir}", where nothing can be written.`);
  }
}

async function start(): Promise<Serving> {
  const { host, port, dataDir, skillId } = readSettings();
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const folder = openFolder(dataDir);
  const skill = createSkill({
    store: fileStore(folder),
    now: Date.now,
    waiting: machineTime,
    languages: folderLanguages(join(ROOT, 'content', 'languages')),
    log,
  });
  return serve({
    daily: () => removeExpired(folder, Date.now()),
    skill,
    sleep: machineTime.sleep,
    trust: amazonOnly({ now: Date.now, sleep: machineTime.sleep }),
    skillId,
    version,
    host,
    port,
    log,
  });
}

/** Signals may come twice, from the terminal and from npm; the second changes nothing. */
function stopWhenAsked(serving: Serving): void {
  const stop = async (signal: string) => {
    log(JSON.stringify({ level: 'info', message: 'stopping', signal }));
    await serving.stop();
    process.exit(0);
  };
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!asked) void stop(signal);
      asked = true;
    });
  }
}

// An error's message may quote a listener, and Node would print it.
process.on('uncaughtException', (error) => {
  logError(log, 'process', error);
  process.exit(1);
});

start().then(
  (serving) => {
    stopWhenAsked(serving);
    log(JSON.stringify({ level: 'info', message: 'listening', port: serving.port }));
  },
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    console.error(error instanceof BadSettings ? `${text}\n\n${USAGE}` : `The server could not start: ${text}`);
    process.exit(1);
  },
);
