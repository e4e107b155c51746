// What each part of the project needs installed, and how it gets there without being asked for.
//
// Plain Node, no packages: this file has to run before anything is installed.
// It writes to standard error alone, so that what a program prints can be piped into another.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PROGRESS_EVERY_MS = 3000;

const all = (packages) => Object.keys(packages).filter((path) => path.includes('node_modules/'));
const withoutTools = (packages) => all(packages).filter((path) => !packages[path].dev && !packages[path].devOptional);

/** The root's own dependencies and theirs; npm puts them all at the top. */
function withoutServer(packages) {
  const paths = new Set();
  const add = (names) => {
    for (const path of names.map((name) => `node_modules/${name}`)) {
      if (paths.has(path) || !packages[path]) continue;
      paths.add(path);
      add(Object.keys({ ...packages[path].dependencies, ...packages[path].peerDependencies }));
    }
  };
  add(Object.keys(packages['']?.dependencies ?? {}));
  return [...paths];
}

const ofThisMachine = (packages) =>
  all(packages).filter((path) => {
    const { os, cpu } = packages[path];
    return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
  });

/** Each set: the folder of its lock file, which of the packages locked there it takes, and how npm is told so. */
export const RUNNING = {
  folder: '.',
  needs: 'what talking to the skill needs',
  among: withoutServer,
  options: ['--omit=dev', '--workspaces=false'],
};
export const SERVING = { folder: '.', needs: 'what the server needs', among: withoutTools, options: ['--omit=dev'] };
export const EVERYTHING = { folder: '.', needs: 'what the checks need', among: all, options: ['--include=dev'] };
export const DEPLOYING = {
  folder: 'tools/deploy',
  needs: "deployment's own tools",
  among: all,
  options: [],
};

/** Kept in a folder of its own, so that it never stands in for the Node of this machine. Not every machine has one. */
export const ON_LAMBDA = {
  folder: 'tools/lambda-node',
  needs: 'the Node that Lambda runs',
  among: ofThisMachine,
  options: [],
  canBeMissed: true,
};

/** The packages a lock file names, by path; none when the file is missing or broken. */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockFile), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** The paths of a set's packages. Optional ones belong to other processors and systems, and links to the project. */
function pathsOf({ folder, among, canBeMissed }) {
  const packages = packagesIn(join(folder, 'package-lock.json'));
  return among(packages).filter((path) => (canBeMissed || !packages[path].optional) && !packages[path].link);
}

/** True when every package of the set stands in node_modules in the version locked. */
export function isInstalled(set) {
  const locked = packagesIn(join(set.folder, 'package-lock.json'));
  const installed = packagesIn(join(set.folder, 'node_modules/.package-lock.json'));
  const paths = pathsOf(set);
  return (
    (paths.length > 0 || set.canBeMissed === true) &&
    paths.every((path) => installed[path]?.version === locked[path].version)
  );
}

/** Installs the sets of which something is missing. Ends the process when what cannot be missed cannot be installed. */
export async function install(...sets) {
  for (const set of sets) if (!isInstalled(set)) await installAfresh(notLess(set));
}

/** npm removes what it is not asked for: who has everything keeps everything. */
const notLess = (set) => (set.folder === '.' && existsSync(join(ROOT, 'node_modules/jest')) ? EVERYTHING : set);

async function installAfresh(set) {
  const beganMs = performance.now();
  const seconds = () => Math.round((performance.now() - beganMs) / 1000);
  const paths = pathsOf(set);
  const say = (line) => process.stderr.write(`${line}\n`);
  say(`Installing ${set.needs}, once.`);
  const progress = setInterval(() => {
    const there = paths.filter((path) => existsSync(join(ROOT, set.folder, path, 'package.json')));
    say(`  ${there.length} of ${paths.length} packages after ${seconds()} s`);
  }, PROGRESS_EVERY_MS);
  const status = await npmCi(set);
  clearInterval(progress);
  if (status === 0 && (!set.canBeMissed || isInstalled(set))) return say(`  installed after ${seconds()} s`);
  if (set.canBeMissed) return say('  it cannot be had; what needs it is left out.');
  say('The packages could not be installed. Is the package registry reachable?');
  process.exit(status);
}

function npmCi({ folder, options }) {
  return new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-json', '--loglevel=error', ...options], {
      cwd: join(ROOT, folder),
      stdio: ['ignore', 'ignore', 2],
      shell: process.platform === 'win32',
    });
    npm.on('error', () => resolve(1));
    npm.on('close', (status) => resolve(status ?? 1));
  });
}

// Called by itself: everything the checks and the build need, or with "deploying" the tools of a deployment.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install(process.argv[2] === 'deploying' ? DEPLOYING : EVERYTHING);
}
