// A new, empty folder for each test of a file.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** To be called where the tests are described; what it returns gives the folder of the test that runs. */
export function ownFolder(): () => string {
  let root: string;
  let count = 0;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'knot-relief-'));
  });
  beforeEach(() => {
    count += 1;
    mkdirSync(join(root, String(count)));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return () => join(root, String(count));
}
