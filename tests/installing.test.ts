// Tests what each command installs on a fresh clone, with a stand-in for npm.

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ROOT = join(__dirname, '..');

// Each starts a program or two, which takes its time on a busy machine.
jest.setTimeout(60_000);

const LOCKED = {
  '': { dependencies: { speaking: '1.0.0' }, devDependencies: { checking: '1.0.0' } },
  server: {},
  'node_modules/speaking': { version: '1.0.0', dependencies: { sounding: '1.0.0' } },
  'node_modules/sounding': { version: '1.0.0', optionalDependencies: { 'sounding-elsewhere': '1.0.0' } },
  'node_modules/sounding-elsewhere': { version: '1.0.0', optional: true },
  'node_modules/answering': { version: '1.0.0' },
  'node_modules/checking': { version: '1.0.0', dev: true },
  'node_modules/server': { resolved: 'server', link: true },
};
const SPOKEN = ['speaking', 'sounding'];
const SERVED = [...SPOKEN, 'answering'];
const CHECKED = [...SERVED, 'checking'];

const clone = join(ROOT, 'node_modules/.cache/installing');

/** What the test before left is removed first. */
beforeEach(() => {
  rmSync(clone, { recursive: true, force: true });
  cpSync(join(ROOT, 'tools/install.mjs'), join(clone, 'tools/install.mjs'));
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
});

function nowInstalled(names: readonly string[], version = '1.0.0'): void {
  const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }]));
  mkdirSync(join(clone, 'node_modules'), { recursive: true });
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

/** What npm is asked for when a command needs this set; nothing when all of it is there. */
function askedOfNpm(set: string, npmStatus = 0): { asked: string; status: number | null; told: string } {
  const asked = join(clone, 'asked');
  writeFileSync(asked, '');
  const npm = join(clone, 'npm');
  writeFileSync(npm, `#!/bin/sh\necho "$@" > "${asked}"\nexit ${npmStatus}\n`);
  chmodSync(npm, 0o755);
  const program = `import { install, ${set} } from ${JSON.stringify(join(clone, 'tools/install.mjs'))}; await install(${set});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, PATH: `${clone}${delimiter}${process.env['PATH']}` },
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return { asked: readFileSync(asked, 'utf8').trim(), status, told: stderr };
}

const CI = 'ci --no-json --loglevel=error';

describe('on a fresh clone', () => {
  it.each([
    ['RUNNING', `${CI} --omit=dev --workspaces=false`],
    ['SERVING', `${CI} --omit=dev`],
    ['EVERYTHING', `${CI} --include=dev`],
  ])('%s is installed as it is locked, and told about', (set, asked) => {
    const run = askedOfNpm(set);
    expect(run).toMatchObject({ asked, status: 0 });
    expect(run.told).toMatch(/^Installing what .+ needs?, once\.\n {2}installed after \d+ s\n$/);
  });

  it('somebody without a network is told so, and the program does not start', () => {
    expect(askedOfNpm('RUNNING', 3)).toMatchObject({ status: 3, told: expect.stringContaining('registry') });
  });
});

describe('on a clone that has been used', () => {
  it.each([
    ['RUNNING', SPOKEN],
    ['SERVING', SERVED],
    ['EVERYTHING', CHECKED],
  ])('nothing is installed when %s has what it needs, whatever other systems would need', (set, names) => {
    nowInstalled(names);
    expect(askedOfNpm(set)).toEqual({ asked: '', status: 0, told: '' });
  });

  it.each([
    ['SERVING', SPOKEN],
    ['EVERYTHING', SERVED],
  ])('%s installs what the smaller set left out', (set, names) => {
    nowInstalled(names);
    expect(askedOfNpm(set).asked).toContain(CI);
  });

  it('a package of another version than the one locked is installed anew', () => {
    nowInstalled(SPOKEN, '0.9.0');
    expect(askedOfNpm('RUNNING').asked).toContain(CI);
  });

  it('a developer who starts the skill after an update keeps the tools of the checks', () => {
    nowInstalled(CHECKED, '0.9.0');
    mkdirSync(join(clone, 'node_modules/jest'));
    expect(askedOfNpm('RUNNING').asked).toBe(`${CI} --include=dev`);
  });
});

describe('the Node that Lambda runs, of which not every machine has one', () => {
  const lockedFor = (os: string) => {
    const packages = { 'node_modules/node-here': { version: '24.0.0', optional: true, os, cpu: process.arch } };
    mkdirSync(join(clone, 'tools/lambda-node'), { recursive: true });
    writeFileSync(join(clone, 'tools/lambda-node/package-lock.json'), JSON.stringify({ packages }));
  };

  it.each([0, 3])(
    'is asked for once, and when it cannot be had the checks go on without it (npm ends with %i)',
    (ended) => {
      lockedFor(process.platform);
      const run = askedOfNpm('ON_LAMBDA', ended);
      expect(run).toMatchObject({ asked: CI, status: 0, told: expect.stringContaining('what needs it is left out') });
    },
  );

  it('is not asked for on a machine for which there is none', () => {
    lockedFor('another system');
    expect(askedOfNpm('ON_LAMBDA')).toEqual({ asked: '', status: 0, told: '' });
  });
});
