// Tests that the built folder runs alone, wherever it is copied.
//
// Each test starts processes of its own, because a folder that stands alone can only be seen from outside. On a busy
// machine that takes many times as long as on an idle one, hence the limit.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type LocalTables, localTables } from '../../bench/local-table';
import { offline } from '../../bench/session-requests';
import { AIMS } from '../../bench/table';
import { fileLanguages } from '../../content/packed';
import { type Hearing, hearingIn } from '../../lambda/alexa/hearing';
import { replay } from '../../simulator/transcript';
import { intent, launch, next, SKILL_ID } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { houseFaults } from '../support/house-rules';
import { onEachNode } from '../support/lambda-node';
import { languages, skillInTest } from '../support/skill';

const ROOT = join(__dirname, '../..');
const TRANSCRIPTS = join(ROOT, 'tests/transcripts/en-US');
let dir: string;
let built: string;

jest.setTimeout(120_000);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bundle-'));
  execFileSync(process.execPath, [join(ROOT, 'tools/build.mjs'), join(dir, 'built')], { cwd: dir });
  built = join(dir, 'copied elsewhere');
  cpSync(join(dir, 'built'), built, { recursive: true });
  rmSync(join(dir, 'built'), { recursive: true });
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A copy of the built folder with some of its files. */
function copied(name: string, isKept: (file: string) => boolean): string {
  const folder = join(dir, name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(built).filter(isKept)) cpSync(join(built, file), join(folder, file));
  return folder;
}

test('it is three scripts and seven data files a language, without a package.json', () => {
  expect(readdirSync(built).sort()).toEqual([
    'dynamodb.js',
    'en.asked.bin',
    'en.heard.bin',
    'en.json',
    'en.learnt.bin',
    'en.sentences.bin',
    'en.tables.bin',
    'en.terms.bin',
    'index.js',
    'listening.js',
  ]);
});

onEachNode((node) => {
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
      execFileSync(node, args, { cwd: tmpdir(), env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  function answered(event: unknown, folder: string): ResponseEnvelope {
    const { answer, refused } = invoke(event, {}, folder);
    if (!answer) throw new Error(refused);
    return answer;
  }

  test('it opens, and goes on, from another folder', () => {
    const request = launch();
    const { answer } = invoke(request);
    if (!answer) throw new Error('refused');
    expect(houseFaults(request, answer)).toEqual([]);
    expect(answerWords(answer)).toContain('your local emergency number');
    const second = intent('AMAZON.NoIntent', {}, next(answer));
    expect(houseFaults(second, invoke(second).answer as ResponseEnvelope)).toEqual([]);
  });

  test('a listener hears the number of the country they are in', () => {
    const { answer } = invoke(launch({ locale: 'en-AU', attributes: { zone: 'Pacific/Auckland' } }));
    expect(answerWords(answer as ResponseEnvelope)).toContain('in an emergency, call one one one.');
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
        return JSON.parse((await promisify(execFile)(node, args, { env })).stdout);
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

  test('a launch and the answers to the health questions open nothing but what they need', () => {
    const bare = copied('bare', (name) => ['en.json', 'index.js'].includes(name));
    const answer = answered(launch(), bare);
    expect(answerWords(answer)).toContain('your local emergency number');
    const second = answered(intent('AMAZON.NoIntent', {}, next(answer)), bare);
    expect(answerWords(second)).toMatch(/new bladder or bowel trouble, or numbness around your groin or bottom\?$/);
  });

  test('somebody who asks what cannot be read is told that something went wrong, and may go on', () => {
    const without = copied('without listening', (name) => name !== 'listening.js');
    const first = answered(launch(), without);
    const asked = answered(intent('AskIntent', { query: 'use a foam roller on my lower back' }, next(first)), without);
    expect(answerWords(asked)).toMatch(/^Something went wrong on my side/);
    const second = answered(intent('AMAZON.NoIntent', {}, next(asked)), without);
    expect(answerWords(second)).toMatch(/new bladder or bowel trouble, or numbness around your groin or bottom\?$/);
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
      // Out of reach of Amazon, the session has to say where the device is.
      const located = exchanges.map(({ request }) => {
        const sent = offline(request) as Partial<RequestEnvelope>;
        const { session } = sent;
        if (session) session.attributes = { zone: 'America/Chicago', ...session.attributes };
        return sent;
      });
      const input = JSON.stringify(located);
      const answers: ResponseEnvelope[] = JSON.parse(
        execFileSync(node, ['-e', script, join(built, 'index.js')], {
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
});

test('it stays small', () => {
  const bytes = readdirSync(built).reduce((sum, name) => sum + statSync(join(built, name)).size, 0);
  // As aimed at. A language is the most of it: what is said and heard, what is learnt from it, and the terms of its questions.
  expect(bytes).toBeLessThan(AIMS.bytes);
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
  const heardBy = (hearing: Hearing, said: string) => {
    const { afterNo, rest: _, ...readings } = { ...hearing.hear(said), asksOf: null, names: null, is: null };
    return [readings, afterNo.symptoms, afterNo.denial, hearing.hearUndone(said).symptoms];
  };
  const all = somethingSaid();
  expect(all.length).toBeGreaterThan(100);
  expect(all.map((said) => heardBy(fromFiles, said))).toEqual(all.map((said) => heardBy(fromFolders, said)));
  expect(all.map((said) => fromFiles.meaningOf(said))).toEqual(all.map((said) => fromFolders.meaningOf(said)));
  for (const word of ['numberWords', 'emergencyNumbers', 'startWord'] as const) {
    expect(fromFiles[word]).toEqual(fromFolders[word]);
  }
});
