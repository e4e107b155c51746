// Reads the server's port, folder and skill id from flags, the environment and defaults.

import { parseArgs } from 'node:util';

export interface Settings {
  host: string;
  /** 0 lets the system choose a free one. */
  port: number;
  /** Where listeners' records are kept; relative to the project's folder. */
  dataDir: string;
  /** Requests meant for another skill are refused; null answers them all. */
  skillId: string | null;
}

/** Said to the person who starts the server, in words they can act on. */
export class BadSettings extends Error {
  override name = 'BadSettings';
}

export const USAGE = `npm run serve -- [--port 8080] [--host 127.0.0.1] [--data-dir data] (--skill-id ID | --any-skill)

The same from the environment: PORT, HOST, DATA_DIR, SKILL_ID. What is written here wins.
Steps, and why a reverse proxy stands before it: docs/self-hosting.md`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'data-dir': { type: 'string' },
  'skill-id': { type: 'string' },
  'any-skill': { type: 'boolean' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from flags, then the environment, then defaults. Throws `BadSettings` when they make no sense. */
export function settingsFrom(environment: Environment, args: string[]): Settings {
  const flags = flagsIn(args);
  return {
    host: flags.host || environment['HOST'] || '127.0.0.1',
    port: portFrom(flags.port || environment['PORT'] || '8080'),
    dataDir: flags['data-dir'] || environment['DATA_DIR'] || 'data',
    skillId: skillIdFrom(flags['skill-id'] || environment['SKILL_ID'], flags['any-skill'] ?? false),
  };
}

function flagsIn(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new BadSettings(error instanceof Error ? error.message : String(error));
  }
}

function portFrom(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new BadSettings(`PORT is "${text}", which is no number from 0 to 65535.`);
}

/**
 * Alexa signs requests for every skill there is. Without the id, a stranger could point a skill of their own at this
 * server, and it would answer that skill's listeners and keep their records. So leaving it out has to be said.
 */
function skillIdFrom(id: string | undefined, any: boolean): string | null {
  if (id && any) throw new BadSettings('A skill id and --any-skill contradict each other. Leave one out.');
  if (any) return null;
  if (!id) {
    throw new BadSettings(
      'SKILL_ID is missing. The developer console shows it; without it, anybody could point a skill of their own at' +
        ' this server. To answer any skill all the same, add --any-skill.',
    );
  }
  if (!id.startsWith('amzn1.ask.skill.')) throw new BadSettings('SKILL_ID does not begin with "amzn1.ask.skill.".');
  return id;
}
