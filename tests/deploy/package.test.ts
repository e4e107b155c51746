// Tests the package that ask-cli would upload, called as Lambda calls it.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../support/alexa-requests';
import { withAskCli } from '../support/ask-cli';
import { onEachNode } from '../support/lambda-node';

const ROOT = join(__dirname, '../..');
const support = (script: string) => join(ROOT, 'tests/support', script);

jest.setTimeout(120_000);

let folder: string;
let builds: { buildFlow: string; regions: string[]; file: string }[];
const unpacked = () => join(folder, 'unpacked');

withAskCli('the package that ask-cli makes', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'knot-relief-'));
    const project = join(folder, 'project');
    execFileSync(process.execPath, [join(ROOT, 'tools/build.mjs'), join(project, 'dist/lambda')]);
    cpSync(join(ROOT, 'ask-resources.json'), join(project, 'ask-resources.json'));
    const told = execFileSync(process.execPath, [support('ask-cli-build.cjs'), project, unpacked()], {
      encoding: 'utf8',
    });
    builds = JSON.parse(told);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const filesIn = (path: string) => (readdirSync(path, { recursive: true }) as string[]).sort();

  test('ask-cli zips the folder as it is, once, for all the regions', () => {
    expect(builds).toMatchObject([{ buildFlow: 'ZipOnlyBuildFlow', regions: ['default', 'EU', 'FE'] }]);
    expect(filesIn(unpacked())).toEqual(filesIn(join(folder, 'project/dist/lambda')));
    expect(filesIn(unpacked())).toContain('index.js');
  });

  test('the same code gives the same zip, so that an unchanged skill is not uploaded as a changed one', () => {
    const [first] = builds;
    const zip = readFileSync(first?.file ?? '');
    const again = join(folder, 'again');
    execFileSync(process.execPath, [support('ask-cli-build.cjs'), join(folder, 'project'), again]);
    expect(readFileSync(first?.file ?? '').equals(zip)).toBe(true);
  });

  onEachNode((node) => {
    /** The answers of one fresh process, run where nothing of the repository can be found. */
    function answersOf(requests: unknown[]) {
      const { TABLE_NAME: _, SKILL_ID: __, NODE_PATH: ___, ...environment } = process.env;
      const { stdout, status, stderr } = spawnSync(node, [support('lambda-call.cjs'), unpacked()], {
        cwd: unpacked(),
        env: environment,
        input: requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, expect.any(String)]);
      return [...stdout.matchAll(/^ANSWER (.*)$/gm)].map(([, answer]) => JSON.parse(answer ?? ''));
    }

    test.each(['en-US', 'en-GB'])(
      'the unpacked zip, far from the repository, asks the first health question in %s',
      (locale) => {
        const [{ response }] = answersOf([launch({ locale })]);
        expect(response.outputSpeech.ssml).toContain('have you had chest pain');
        expect(response.shouldEndSession).toBe(false);
      },
    );
  });
});
