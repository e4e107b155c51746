// Tests what is kept for Amazon's service, how its answers are read, and that ask-cli is asked as it wants to be.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import table from '../../content/intents.json';
import { profiled, profiling } from '../../tools/profile/asking';
import { keptIn, lineOf, savedIn } from '../../tools/profile/kept';
import { meaningIn } from '../../tools/profile/meaning';
import { reportOf, rowsOf, takenForGo } from '../../tools/profile/report';
import { withAskCli } from '../support/ask-cli';
import { profiledBySimulator } from '../support/profiler';
import { smapi } from '../support/smapi';

const ROOT = join(__dirname, '../..');
const FIXTURE = join(__dirname, 'profiled.jsonl');
const kept = keptIn(readFileSync(join(ROOT, 'tests/model/profile.txt'), 'utf8'), 'profile.txt');
const recorded = savedIn(readFileSync(FIXTURE, 'utf8'));
const read = meaningIn('en-US');

jest.setTimeout(120_000);

describe('the kept sentences', () => {
  test('are about a hundred, each meant as something that can happen', () => {
    expect(kept.length).toBeGreaterThanOrEqual(100);
    const events = new Set(table.intents.flatMap(({ event, ...row }) => [event, ...(row.orElse ?? [])]));
    const unknown = kept.flatMap(({ sentence, meant }) =>
      meant.filter((event) => !events.has(event)).map((event) => [sentence, event]),
    );
    expect(unknown).toEqual([]);
  });

  test.each([
    ['above the first heading', 'yes -> saidYes\n## answers\nno -> saidNo\n', 'profile.txt:1'],
    ['without a meaning', '## answers\nyes\n', 'profile.txt:2'],
    ['kept twice', '## answers\nyes -> saidYes\nyes -> saidNo\n', '"yes" stands twice'],
  ])('a sentence %s is a fault', (_, text, fault) => {
    expect(() => keptIn(text, 'profile.txt')).toThrow(fault);
  });

  test('as far as the simulator can tell, no symptom among them is taken for a word to go on, and nearly all are right', () => {
    for (const strict of [true, false]) {
      const answers = kept.map(({ sentence }) => ({
        ...{ locale: 'en-US', sentence },
        answer: profiledBySimulator('en-US', sentence, strict),
      }));
      const rows = rowsOf(kept, answers, read, () => true);
      expect(takenForGo(rows)).toEqual([]);
      // Words that fit no carrier are lost where nothing but samples is understood.
      const least = strict ? 0.9 : 0.95;
      expect(rows.filter(({ meant, event }) => meant.includes(event)).length / kept.length).toBeGreaterThan(least);
    }
  });
});

describe('an answer of the service', () => {
  test("has the form of Amazon's own type, as recorded and as simulated", () => {
    const types = join(ROOT, 'node_modules/ask-smapi-model/index.d.ts');
    const generator = createGenerator({ path: types, skipTypeCheck: true, additionalProperties: false });
    const schema = generator.createSchema('v1.skill.evaluations.ProfileNluResponse');
    const fits = new Ajv({ strict: false, allErrors: true }).compile(schema as object);
    const simulated = profiledBySimulator('en-US', 'upper left with a tennis ball five minutes');
    for (const answer of [...recorded.map((saved) => saved.answer), simulated]) {
      expect([fits(answer), fits.errors]).toEqual([true, null]);
    }
  });

  test('is read as the skill reads a request: by the intent, what stands in the slots, and free words', () => {
    expect(recorded.map(({ answer }) => Object.values(read(answer)).join(' '))).toEqual([
      'GoAndIntent reportedSymptom',
      'AMAZON.YesIntent saidYes',
      'AMAZON.FallbackIntent notUnderstood',
      'ReportSymptomIntent reportedSymptom',
      'LacksToolIntent lacksTool',
      '(the session ends) stopped',
      '(none) notUnderstood',
      'AMAZON.HelpIntent askedHelp',
    ]);
  });

  test('may wrap each resolved value once more, as requests do', () => {
    const value = { value: { id: 'numb-limb', name: 'numb arm' } };
    const resolutions = {
      resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' as const }, values: [value] }],
    };
    const slots = { symptom: { name: 'symptom', value: 'xyz', resolutions } };
    expect(read({ selectedIntent: { name: 'ReportSymptomIntent', slots } } as never).event).toBe('reportedSymptom');
  });
});

describe('the report', () => {
  const rows = rowsOf(kept, recorded, read, (sentence) => sentence === 'it tingles');
  const report = reportOf(rows).join('\n');

  test('shows beside each sentence what it reached and, where that is wrong, what was meant', () => {
    expect(report).toMatch(/^ {2}ok {3}yes but my arm is numb +GoAndIntent +reportedSymptom$/m);
    expect(report).toMatch(
      /^ {2}RED {2}sure but my hand is tingling +AMAZON\.YesIntent +saidYes, meant reportedSymptom$/m,
    );
    expect(report).toContain('in place of reportedSymptom; also considered: TinglingIntent, AMAZON.FallbackIntent');
    expect(report).not.toContain('kept no more');
  });

  test('counts each kind, and samples apart from other words', () => {
    expect(report).toMatch(/^ {2}a go word and a symptom +1 of {3}3 {2}33 %$/m);
    expect(report).toMatch(/samples word for word +1 of {3}1 100 %, wanted 99 %/);
    expect(report).toMatch(/in other words +4 of {3}6 {2}67 %, wanted 90 %/);
  });

  test('names the symptoms that were taken for a word to go on, and those nobody heard', () => {
    expect(report).toContain('Symptoms taken for a word to go on: 1, and none may be: "sure but my hand is tingling"');
    expect(report).toContain('Symptoms lost to Fallback: 1, and none may be: "next but i feel faint"');
  });
});

describe('npm run profile', () => {
  const run = (...options: string[]) => {
    const home = mkdtempSync(join(tmpdir(), 'knot-relief-home-'));
    const program = ['--import', 'tsx', join(ROOT, 'tools/profile/profile.ts'), ...options];
    const env = { PATH: process.env['PATH'], HOME: home, USERPROFILE: home };
    const told = spawnSync(process.execPath, program, { cwd: ROOT, env, encoding: 'utf8' });
    rmSync(home, { recursive: true, force: true });
    return told;
  };

  test('--read shows a saved run, and fails because a symptom was taken for a yes', () => {
    const { stdout, status } = run('--read', FIXTURE);
    expect(stdout).toContain('Symptoms taken for a word to go on: 1');
    expect(stdout).toContain(`${kept.length - 7} of ${kept.length} sentences were not answered.`);
    expect(status).toBe(1);
  });

  test('--read passes a run in which every sentence was answered and no symptom went astray, whatever else went wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'knot-relief-'));
    const file = join(folder, 'all.jsonl');
    const numb = { selectedIntent: { name: 'ReportSymptomIntent', slots: { symptom: { value: 'numb' } } } };
    writeFileSync(file, kept.map(({ sentence }) => lineOf({ locale: 'en-GB', sentence, answer: numb })).join(''));
    const { stdout, status } = run('--read', file);
    rmSync(folder, { recursive: true });
    expect([status, stdout]).toEqual([0, expect.stringContaining('Symptoms taken for a word to go on: none.')]);
    expect(stdout).toContain('RED');
  });

  test('--dry-run names every command, and where the answers would be kept', () => {
    const { stdout, stderr, status } = run('--dry-run', '--locale', 'en-GB', '--profile', 'nobody');
    expect(stdout).toMatch(/saved in deployment\/nobody\/profiled\/en-GB-\d{4}-\d\d-\d\dT\d\d-\d\d\.jsonl/);
    expect(stdout).toContain('--stage development -l en-GB -u "ready but it tingles" --profile nobody');
    expect(stdout.match(/smapi profile-nlu/g)).toHaveLength(kept.length);
    expect(stderr).toContain('npm run deploy -- --model-only --drafts');
    expect(status).toBe(1);
  });

  test('a locale that the skill does not speak is refused', () => {
    expect(run('--dry-run', '--locale', 'de-DE').stderr).toContain('There is no locale "de-DE"');
  });
});

withAskCli('a sentence put to the service by ask-cli', () => {
  const asked = { skillId: 'amzn1.ask.skill.0', locale: 'en-GB', profile: 'work' };

  test('arrives as it was written, and the answer comes back whole, after a refusal for haste too', async () => {
    let calls = 0;
    const amazon = await smapi((locale, sentence) =>
      ++calls === 1 ? new Error('too many') : profiledBySimulator(locale, sentence),
    );
    const answer = await profiled(asked, "ready but i can't feel it", { env: amazon.environment, waitMs: 1 });
    amazon.close();
    expect(answer).toEqual(profiledBySimulator('en-GB', "ready but i can't feel it"));
    const { what, body } = amazon.asked.at(-1) ?? { what: '', body: '' };
    expect([what, JSON.parse(body.toString())]).toEqual([
      'POST /v1/skills/amzn1.ask.skill.0/stages/development/interactionModel/locales/en-GB/profileNlu',
      { utterance: "ready but i can't feel it" },
    ]);
  });

  test('that is refused every time ends the run with the status that the service gave', async () => {
    const amazon = await smapi(() => new Error('the model is not built'));
    const fault = await profiled(asked, 'yes', { env: amazon.environment, waitMs: 1 }).catch(String);
    amazon.close();
    expect(fault).toMatch(/^Error: Call to service failed: .* status code 429$/);
    expect(amazon.asked).toHaveLength(3);
  });

  test('is put by the very command that --dry-run names', () => {
    expect(profiling(asked, 'yes').join(' ')).toBe(
      'smapi profile-nlu -s amzn1.ask.skill.0 --stage development -l en-GB -u yes --profile work',
    );
  });
});
