// Finds ask-cli, checks that it is ready, and calls it.

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Wishes } from './plan';
import { ENVIRONMENT_PROFILE } from './stage';

type Environment = Record<string, string | undefined>;

/** The program of the package pinned here. It is called by its path, so that npx can never fetch another one. */
export const ASK = join(__dirname, 'node_modules/ask-cli/dist/bin/ask.js');

/** The profile to use: the one asked for, the one whose credentials stand in the environment, or the default. */
export function profileFor(wished: string | undefined, environment: Environment): string {
  const inEnvironment =
    environment['AWS_ACCESS_KEY_ID'] &&
    environment['AWS_SECRET_ACCESS_KEY'] &&
    environment['ASK_VENDOR_ID'] &&
    (environment['ASK_REFRESH_TOKEN'] || environment['ASK_ACCESS_TOKEN']);
  return wished ?? (inEnvironment ? ENVIRONMENT_PROFILE : environment['ASK_DEFAULT_PROFILE'] || 'default');
}

/**
 * Why ask-cli cannot work with this profile, with the way out; nothing when it can.
 * @param configuration the text of ask-cli's own file of profiles, or nothing when there is none
 * @param needsAws false for what only the developer account is asked
 */
export function askProblem(profile: string, configuration: string | undefined, needsAws = true): string | undefined {
  if (profile === ENVIRONMENT_PROFILE) return undefined;
  const configure = `Run: npm run ask -- configure${profile === 'default' ? '' : ` --profile ${profile}`} (see docs/deploy.md)`;
  if (configuration === undefined) return `ask-cli has not been set up on this machine. ${configure}`;
  const known = profilesIn(configuration);
  if (!known) return `ask-cli's file of profiles cannot be read. ${configure}`;
  const found = known[profile];
  if (!found) return `ask-cli does not know the profile "${profile}". ${configure}`;
  if (!found.vendor_id) return `The profile "${profile}" of ask-cli has no Amazon developer account. ${configure}`;
  if (needsAws && !found.aws_profile)
    return `The profile "${profile}" of ask-cli has no AWS account linked to it. ${configure}`;
  return undefined;
}

function profilesIn(configuration: string): Record<string, { vendor_id?: string; aws_profile?: string }> | undefined {
  try {
    return JSON.parse(configuration).profiles;
  } catch {
    return undefined;
  }
}

/** The text of ask-cli's file of profiles in the home folder; nothing when there is none. */
export function askConfiguration(home = homedir()): string | undefined {
  try {
    return readFileSync(join(home, '.ask', 'cli_config'), 'utf8');
  } catch {
    return undefined;
  }
}

/** Where ask-cli works: one folder a profile, because addresses of one account are nothing to another. */
export const folderOf = (profile: string): string => `deployment/${profile}`;

/** The id Amazon gave the skill, from ask-cli's notes in `folder`; nothing when it was never deployed from there. */
export function skillIdIn(folder: string, profile: string): string | undefined {
  const notes = join(folder, '.ask/ask-states.json');
  if (!existsSync(notes)) return undefined;
  const { profiles } = JSON.parse(readFileSync(notes, 'utf8')) as { profiles: Record<string, { skillId?: string }> };
  return profiles[profile]?.skillId;
}

/** What ask-cli is told in order to deploy. With a target it neither asks AWS nor switches the skill on. */
export const deploying = ({ modelOnly, profile }: Pick<Wishes, 'modelOnly' | 'profile'>): string[] => [
  ...['deploy', ...(modelOnly ? ['--target', 'skill-metadata'] : [])],
  ...['--profile', profile],
];

/** Certified, it waits for a button in the console: nothing goes public by itself. */
export const submitting = (id: string, profile: string): string[] => [
  ...['smapi', 'submit-skill-for-certification', '--skill-id', id],
  ...['--publication-method', 'MANUAL_PUBLISHING', '--profile', profile],
];
