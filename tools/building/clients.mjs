// Which of Amazon's service clients come along with the skill?

import { readFile } from 'node:fs/promises';

/** The clients the skill calls. tests/alexa/bundle.test.ts holds that lambda/ names no other. */
export const CALLED = ['reminderManagement', 'timerManagement', 'ups'];

/** What the clients are made of, and the factory the SDK asks for: they belong to no service. */
const SHARED = 2;

/** ask-sdk-model is one file: each service, and each shared part, stands in a function of its own like this. */
const PART =
  /^\(function \(services\) \{\n(.*?)^\}\)\(services = exports\.services \|\| \(exports\.services = \{\}\)\);\n/gms;
const SERVICE = /^ {4}\(function \((\w+)\) \{\n/m;

/** The source of ask-sdk-model with the clients in `called` alone. Throws when the source is not made as expected. */
export function onlyClients(source, called) {
  const found = [];
  const left = source.replace(PART, (part, inner) => {
    const name = SERVICE.exec(inner)?.[1];
    found.push(name);
    return name === undefined || called.includes(name) ? part : '';
  });
  const missing = called.filter((name) => !found.includes(name));
  const shared = found.filter((name) => name === undefined).length;
  if (missing.length > 0 || shared !== SHARED)
    throw new Error(
      `ask-sdk-model is not made as expected: ${shared} shared parts, no client of ${missing.join(', ')}`,
    );
  return left;
}

/** An esbuild plugin that leaves out the clients of services the skill never calls. */
export function onlyCalled() {
  return {
    name: 'only called clients',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]ask-sdk-model[\\/]index\.js$/ }, async ({ path }) => ({
        contents: onlyClients(await readFile(path, 'utf8'), CALLED),
        loader: 'js',
      }));
    },
  };
}
