// Plays whole sessions by the clock and prints how long until the first hold, how much is work, and how much is talk.

import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Door, doorOf } from './session/door';
import { measure } from './session/measures';
import { ALL, EVERYBODY, forget, OF_THE_TABLE, type Person, type Visited, visitsOf } from './session/people';
import { type Played, planTable, sessionAloud, table } from './session/print';

const USAGE = `npm run bench:session -- [FOLDER] [options]
  FOLDER         a checkout of another build, played by the same listeners: the column "before"
  --only NAME    only the sessions whose name begins so, such as upper-left-ball-5-eager
  --verbose      print the sessions turn by turn, with their seconds`;

const OPTIONS = { only: { type: 'string' }, verbose: { type: 'boolean' }, help: { type: 'boolean' } } as const;
const HERE = join(__dirname, '..');

/** Plays to a listener's last day; a session that goes nowhere is said and left out. */
async function heard(door: Door, person: Person, build: string): Promise<Visited[]> {
  try {
    return await visitsOf(door, person);
  } catch (error) {
    process.stderr.write(`${build}, ${person.days[0]?.name}: ${error instanceof Error ? error.message : error}\n`);
    return [];
  }
}

/** Each of them at a device of their own, as if played by hand. */
async function playedAlone(folder: string, people: readonly Person[], build: string): Promise<Visited[]> {
  const waiting = [...people];
  const visits: Visited[] = [];
  const one = async (): Promise<void> => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const door = doorOf(folder);
      visits.push(...(await heard(door, person, build)));
      door.close();
    }
  };
  await Promise.all(cpus().map(one));
  return visits;
}

/** All at one device, which forgets each of them: much faster. */
async function playedInTurn(folder: string, people: readonly Person[], build: string): Promise<Visited[]> {
  const door = doorOf(folder);
  const visits: Visited[] = [];
  for (const person of people) {
    visits.push(...(await heard(door, person, build)));
    await forget(door);
  }
  door.close();
  return visits;
}

const measured = (visits: readonly Visited[]): Played[] =>
  visits.map((visited) => ({ ...visited, measures: measure(visited.turns, visited.person.wish.minutes) }));

async function playOnly(folders: [string, string][], name: string, verbose: boolean): Promise<void> {
  const chosen = ALL.filter(({ days }) => days.some((day) => day.name.startsWith(name)));
  if (chosen.length === 0) throw new Error(`no session begins with "${name}"`);
  for (const [build, folder] of folders) {
    const visits = measured(await playedAlone(folder, chosen, build));
    for (const visited of visits.filter((one) => one.name.startsWith(name))) {
      process.stdout.write(`${sessionAloud(visited, build, verbose)}\n`);
    }
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || positionals.length > 1) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [other] = positionals;
  const folders: [string, string][] = [
    ...(other ? [['before', resolve(other)] as [string, string]] : []),
    ['now', HERE],
  ];
  if (values.only) return playOnly(folders, values.only, values.verbose ?? false);
  const builds = await Promise.all(
    folders.map(async ([build, folder]) => {
      const alone = measured(await playedAlone(folder, OF_THE_TABLE, build));
      const inTurn = measured(await playedInTurn(folder, EVERYBODY, build));
      return { build, alone, inTurn };
    }),
  );
  process.stdout.write(`${table(builds)}\n\n${planTable(builds)}\n`);
  if (values.verbose) {
    for (const { build, alone } of builds) {
      for (const visited of alone) process.stdout.write(`\n${sessionAloud(visited, build, true)}\n`);
    }
  }
}

void main();
