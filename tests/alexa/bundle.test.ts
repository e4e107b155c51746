// Does the built folder run alone, wherever it is copied?

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { intent, launch, next, SKILL_ID } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { houseFaults } from '../support/house-rules';
import { skillInTest } from '../support/skill';

const ROOT = join(__dirname, '../..');
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bundle-'));
  execFileSync(process.execPath, [join(ROOT, 'tools/build.mjs'), join(dir, 'built')], { cwd: dir });
  cpSync(join(dir, 'built'), join(dir, 'copied elsewhere'), { recursive: true });
  rmSync(join(dir, 'built'), { recursive: true });
}, 60_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A process of its own, in another folder, with nothing of this project in reach. */
function invoke(event: unknown, env: Record<string, string> = {}): { answer?: ResponseEnvelope; refused?: string } {
  const script = `
    const { handler } = require(process.argv[1]);
    handler(JSON.parse(process.argv[2]))
      .then((answer) => ({ answer }), (error) => ({ refused: error.message }))
      .then((result) => process.stdout.write(JSON.stringify(result)));`;
  const args = ['-e', script, join(dir, 'copied elsewhere/index.js'), JSON.stringify(event)];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: tmpdir(), env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

test('it is a few scripts and four data files a language, without a package.json', () => {
  expect(readdirSync(join(dir, 'copied elsewhere')).sort()).toEqual([
    'dynamodb.js',
    'en.answers.json.br',
    'en.heard.json.br',
    'en.json',
    'en.questions.json.br',
    'index.js',
    'listening.js',
    'services.js',
  ]);
  expect(statSync(join(dir, 'copied elsewhere/index.js')).size).toBeLessThan(1_000_000);
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

test('a table that is not used yet is no reason to fail', () => {
  expect(invoke(launch(), { TABLE_NAME: 'places' }).answer).toBeDefined();
});

test('it finds the same answers as the words it was built from', async () => {
  const skill = skillInTest();
  const first = await skill.ask(launch());
  for (const query of ['use a foam roller on my lower back', 'numb fingers from pressing', 'purple elephants']) {
    const asked = intent('AskIntent', { query }, next(first));
    expect(answerWords(invoke(asked).answer as ResponseEnvelope)).toBe(answerWords(await skill.ask(asked)));
  }
});
