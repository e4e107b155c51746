// Calls the built skill on the Node of this machine and on the one that Lambda runs, which is another version.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = join(__dirname, '../../tools/lambda-node/node_modules');

/** The Node that Lambda runs, where the package for this kind of machine is installed. */
export function lambdaNode(): string | undefined {
  const names = existsSync(PACKAGES) ? readdirSync(PACKAGES).filter((name) => name.startsWith('node-')) : [];
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return names.map((name) => join(PACKAGES, name, 'bin', program)).find((path) => existsSync(path));
}

/** The tests of a suite on either Node; a machine for which there is no second one is told so. */
export function onEachNode(suite: (node: string) => void): void {
  describe('on the Node of this machine', () => suite(process.execPath));
  const lambda = lambdaNode();
  if (lambda) describe('on the Node that Lambda runs', () => suite(lambda));
  else
    test.skip(`on the Node that Lambda runs, of which no package for ${process.platform} ${process.arch} is installed`, () => {});
}
