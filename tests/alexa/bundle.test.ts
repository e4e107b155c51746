// Does the built folder run alone, wherever it is copied?

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { type LocalTables, localTables } from '../../bench/local-table';
import { offline } from '../../bench/session';
import { fileLanguages } from '../../content/languages';
import { type Hearing, hearingIn } from '../../lambda/alexa/hearing';
import { replay } from '../../simulator/transcript';
import { intent, launch, next, SKILL_ID } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { houseFaults } from '../support/house-rules';
import { languages, skillInTest } from '../support/skill';

const ROOT = join(__dirname, '../..');
const TRANSCRIPTS = join(ROOT, 'tests/transcripts/en-US');
let dir: string;
let built: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bundle-'));
  execFileSync(process.execPath, [join(ROOT, 'tools/build.mjs'), join(dir, 'built')], { cwd: dir });
  built = join(dir, 'copied elsewhere');
  cpSync(join(dir, 'built'), built, { recursive: true });
  rmSync(join(dir, 'built'), { recursive: true });
}, 60_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A process of its own, in another folder, with nothing of this project in reach. */
function invoke(
  event: unknown,
  env: Record<string, string> = {},
  folder = built,
): { answer?: ResponseEnvelope; refused?: string } {
  const script = `
    const { handler } = require(process.argv[1]);
    handler(JSON.parse(process.argv[2]))
      .then((answer) => ({ answer }), (error) => ({ refused: error.message }))
      .then((result) => process.stdout.write(JSON.stringify(result)));`;
  const args = ['-e', script, join(folder, 'index.js'), JSON.stringify(event)];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: tmpdir(), env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

function answered(event: unknown, folder: string): ResponseEnvelope {
  const { answer, refused } = invoke(event, {}, folder);
  if (!answer) throw new Error(refused);
  return answer;
}

/** A copy of the built folder with some of its files. */
function copied(name: string, isKept: (file: string) => boolean): string {
  const folder = join(dir, name);
  mkdirSync(folder);
  for (const file of readdirSync(built).filter(isKept)) cpSync(join(built, file), join(folder, file));
  return folder;
}

test('it is a few scripts and four data files a language, without a package.json', () => {
  expect(readdirSync(built).sort()).toEqual([
    'dynamodb.js',
    'en.heard.json.br',
    'en.json',
    'en.later.json.br',
    'en.questions.json.br',
    'index.js',
    'listening.js',
    'services.js',
  ]);
});

test('it opens, and goes on, from another folder', () => {
  const request = launch();
  const { answer } = invoke(request);
  if (!answer) throw new Error('refused');
  expect(houseFaults(request, answer)).toEqual([]);
  expect(answerWords(answer)).toContain('nine one one');
  const second = intent('AMAZON.NoIntent', {}, next(answer));
  expect(houseFaults(second, invoke(second).answer as ResponseEnvelope)).toEqual([]);
});

test('a listener in Britain hears the British number', () => {
  const { answer } = invoke(launch({ locale: 'en-GB' }));
  expect(answerWords(answer as ResponseEnvelope)).toContain('nine nine nine');
});

test('it refuses the requests of another skill once it knows its own id', () => {
  expect(invoke(launch(), { SKILL_ID }).answer).toBeDefined();
  expect(invoke(launch(), { SKILL_ID: 'amzn1.ask.skill.other' }).refused).toBeDefined();
});

describe('with a table', () => {
  let tables: LocalTables;

  beforeAll(async () => {
    tables = await localTables(['listeners']);
  });

  afterAll(() => tables.close());

  test('what is kept lies there, and only then the AWS SDK is loaded', async () => {
    const { exchanges } = await replay(readFileSync(join(TRANSCRIPTS, 'tool-roller.txt'), 'utf8'), {});
    const requests = join(dir, 'requests.json');
    writeFileSync(requests, JSON.stringify(exchanges.map(({ request }) => offline(request))));
    const script = `
      const { handler } = require(process.argv[1]);
      (async () => {
        for (const request of JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'))) await handler(request);
        process.stdout.write(JSON.stringify(Object.keys(require.cache)));
        process.exit(0);
      })();`;
    const loaded = async (env: Record<string, string>): Promise<string[]> => {
      const args = ['-e', script, join(built, 'index.js'), requests];
      return JSON.parse((await promisify(execFile)(process.execPath, args, { env })).stdout);
    };
    expect((await loaded({})).some((path) => path.endsWith('dynamodb.js'))).toBe(false);
    const before = tables.asked();
    expect(
      (await loaded({ ...tables.env, TABLE_NAME: 'listeners' })).some((path) => path.endsWith('dynamodb.js')),
    ).toBe(true);
    // The connection is opened by a question, and each turn reads.
    expect(tables.asked() - before).toBeGreaterThan(exchanges.length);
  });
});

test('it finds the same answers as the words it was built from', async () => {
  const skill = skillInTest();
  const first = await skill.ask(launch());
  for (const query of ['use a foam roller on my lower back', 'numb fingers from pressing', 'purple elephants']) {
    const asked = intent('AskIntent', { query }, next(first));
    expect(answerWords(invoke(asked).answer as ResponseEnvelope)).toBe(answerWords(await skill.ask(asked)));
  }
});

/** The files that are read when somebody first needs what is in them. */
const LATER = ['.br', 'listening.js', 'services.js', 'dynamodb.js'];

test('a launch and the answers to the health questions open nothing but what they need', () => {
  const bare = copied('bare', (name) => !LATER.some((end) => name.endsWith(end)));
  expect(readdirSync(bare).sort()).toEqual(['en.json', 'index.js']);
  const answer = answered(launch(), bare);
  expect(answerWords(answer)).toContain('nine one one');
  const second = answered(intent('AMAZON.NoIntent', {}, next(answer)), bare);
  expect(answerWords(second)).toMatch(/bladder or bowels, or numbness around your groin\?$/);
});

test('somebody who asks what cannot be read is told that something went wrong, and may go on', () => {
  const without = copied('without questions', (name) => !name.includes('questions'));
  const first = answered(launch(), without);
  const asked = answered(intent('AskIntent', { query: 'use a foam roller on my lower back' }, next(first)), without);
  expect(answerWords(asked)).toMatch(/^Something went wrong on my side/);
  const second = answered(intent('AMAZON.NoIntent', {}, next(asked)), without);
  expect(answerWords(second)).toMatch(/bladder or bowels, or numbness around your groin\?$/);
});

test.each(['whole-session.txt', 'question-at-every-health-question.txt', 'tool-roller.txt'])(
  'it says word for word what the source says (%s)',
  async (name) => {
    const { exchanges } = await replay(readFileSync(join(TRANSCRIPTS, name), 'utf8'), {});
    const script = `
      const { handler } = require(process.argv[1]);
      (async () => {
        const answers = [];
        for (const request of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) answers.push(await handler(request));
        process.stdout.write(JSON.stringify(answers));
      })();`;
    const input = JSON.stringify(exchanges.map(({ request }) => offline(request)));
    const answers: ResponseEnvelope[] = JSON.parse(
      execFileSync(process.execPath, ['-e', script, join(built, 'index.js')], {
        input,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: 100_000_000,
      }),
    );
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.map(({ response }) => response)).toEqual(
      exchanges.map(({ response }) => (response as ResponseEnvelope).response),
    );
  },
);

describe('of the clients of services', () => {
  const CALLS = `[
    new services.reminderManagement.ReminderManagementServiceClient(access).createReminder({ trigger: {} }),
    new services.timerManagement.TimerManagementServiceClient(access).createTimer({ duration: 'PT10M' }),
    new services.ups.UpsServiceClient(access).getSystemTimeZone('device'),
  ]`;

  /** What becomes of `expression` in a process that has no more than the stand-in and the built clients. */
  async function told(expression: string, endpoint = 'http://127.0.0.1'): Promise<unknown> {
    const folder = mkdtempSync(join(dir, 'services-'));
    cpSync(join(built, 'services.js'), join(folder, 'services.js'));
    cpSync(join(ROOT, 'tools/building/services.cjs'), join(folder, 'stand-in.cjs'));
    const script = `
      const { DefaultApiClient } = require(process.argv[2]);
      const { services } = require(process.argv[1]);
      const modules = Object.keys(require.cache).length;
      const loaded = () => Object.keys(require.cache).length - modules;
      const access = { apiClient: new DefaultApiClient(), apiEndpoint: process.argv[3], authorizationValue: 'token' };
      (async () => process.stdout.write(JSON.stringify(await (${expression}))))();`;
    const args = ['-e', script, join(folder, 'stand-in.cjs'), require.resolve('ask-sdk-core'), endpoint];
    return JSON.parse((await promisify(execFile)(process.execPath, args, { env: {} })).stdout);
  }

  test('none is loaded before one is asked for, though the SDK makes their factory for every request', async () => {
    const made = '(new services.ServiceClientFactory(access), loaded())';
    expect(
      await told(`[${made}, typeof new services.ServiceClientFactory(access).getUpsServiceClient, loaded()]`),
    ).toEqual([0, 'function', 1]);
  });

  test('the three that the skill calls reach Amazon with its token', async () => {
    const asked: string[] = [];
    const server = createServer(({ method, url, headers }, response) => {
      asked.push(`${method} ${url} ${headers.authorization}`);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ path: url }));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const paths = ['/v1/alerts/reminders', '/v1/alerts/timers', '/v2/devices/device/settings/System.timeZone'];
      expect(await told(`Promise.all(${CALLS})`, endpoint)).toEqual(paths.map((path) => ({ path })));
      expect(asked.sort()).toEqual([
        'GET /v2/devices/device/settings/System.timeZone Bearer token',
        'POST /v1/alerts/reminders Bearer token',
        'POST /v1/alerts/timers Bearer token',
      ]);
    } finally {
      server.close();
    }
  });

  test('only those are there that the skill names', async () => {
    const there = (await told(
      'Object.keys(services.ups && require(process.argv[1].replace("stand-in.cjs", "services.js")).services)',
    )) as string[];
    const sources = readdirSync(join(ROOT, 'lambda'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, 'lambda', name), 'utf8'));
    const named = sources.flatMap((source) =>
      [...source.matchAll(/\bservices\.([a-z]\w*)\./g)].map(([, name]) => name),
    );
    expect(there.filter((name) => /^[a-z]/.test(name)).sort()).toEqual([
      'reminderManagement',
      'timerManagement',
      'ups',
    ]);
    expect(there).toEqual(expect.arrayContaining(named));
  });

  test('a package made otherwise than expected is not built', async () => {
    const clients = join(ROOT, 'tools/building/clients.mjs');
    const script = `
      const { readFileSync } = require('node:fs');
      import(process.argv[1]).then(({ onlyClients, CALLED }) => {
        const source = readFileSync(process.argv[2], 'utf8');
        const refused = (text) => {
          try { onlyClients(text, CALLED); return false; } catch { return true; }
        };
        const without = (text) => source.replaceAll(text, 'other');
        const tried = [source, without('(function (ups)'), without('})(services = exports.services'), ''];
        process.stdout.write(JSON.stringify(tried.map(refused)));
      });`;
    const args = ['-e', script, clients, require.resolve('ask-sdk-model')];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: {} });
    expect(JSON.parse(stdout)).toEqual([false, true, true, true]);
  });
});

test('it stays small', () => {
  const bytes = readdirSync(built).reduce((sum, name) => sum + statSync(join(built, name)).size, 0);
  // As aimed at. The AWS SDK alone is 195 KB, i18next 49, the SDK 33 and three of its service clients 33.
  expect(bytes).toBeLessThan(700 * 1024);
});

test('its scripts are plain ASCII, because one other sign would make Node keep a script at two bytes a sign', () => {
  const scripts = readdirSync(built).filter((name) => name.endsWith('.js'));
  const signs = (name: string) => [...readFileSync(join(built, name), 'utf8')].filter((sign) => sign > '\x7f');
  expect(scripts.flatMap(signs)).toEqual([]);
});

/** Every seventh sentence that was read while the reader was made: enough to tell, and quick. */
function somethingSaid(): string[] {
  const folder = join(ROOT, 'tests/questions/tuned');
  const all = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Said[]);
  return all.map(({ said }) => said).filter((_, at) => at % 7 === 0);
}

interface Said {
  said: string;
}

test('its files are listened with as the folders they are made of are', () => {
  const [fromFiles, fromFolders] = [fileLanguages(built), languages].map((source) => hearingIn(source.of('en-GB')));
  if (!fromFiles || !fromFolders) throw new Error('nobody listens');
  const heardBy = (hearing: Hearing, said: string) => ({
    said,
    rows: [hearing.symptomsIn(said), hearing.symptomsDenied(said), hearing.symptomsUnfelt(said)],
    question: hearing.questionIn(said),
    manner: [hearing.isSupposed(said), hearing.isOwn(said), hearing.isExplained(said), hearing.withoutIllnesses(said)],
    wishes: [hearing.wishesIn(said), hearing.wishesOnly(said), hearing.commandIn(said)],
    found: hearing.answerFor(said),
  });
  const all = somethingSaid();
  expect(all.length).toBeGreaterThan(100);
  expect(all.map((said) => heardBy(fromFiles, said))).toEqual(all.map((said) => heardBy(fromFolders, said)));
  for (const word of ['leads', 'numberWords', 'emergencyNumbers', 'startWord'] as const) {
    expect(fromFiles[word]).toEqual(fromFolders[word]);
  }
});
