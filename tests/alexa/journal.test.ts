// Tests that every request leaves one line in the log, without a word of the listener's.

import intentTable from '../../content/intents.json';
import { journalOf, logError, loggableIntentOf } from '../../lambda/alexa/journal';
import { createSkill } from '../../lambda/alexa/skill';
import { memoryStore } from '../../lambda/persistence/memory';
import { DEVICE_ID, intent, launch, next, requestOf, SKILL_ID, USER_ID } from '../support/alexa-requests';
import { HandTime } from '../support/hand-time';
import { LOGGED_INTENTS, lineFaults } from '../support/log-rules';
import { languages, OUT_OF_REACH, START, skillInTest } from '../support/skill';

/** Carries what a listener might say, and the shape of a place in a program. */
const SAID = 'chest\n    at numb (/hurts/legs.js:7:7)\n    at /bladder/weak.js:9:9';

describe('an intent that is called by its name', () => {
  test('tells what is wanted, and neither an answer nor words', () => {
    const named = intentTable.intents.map(({ alexa }) => loggableIntentOf(alexa));
    expect(named.filter((name) => !LOGGED_INTENTS.includes(name))).toEqual([]);
  });

  test.each(['AMAZON.NoIntent', 'AnswerIntent', 'NumberIntent'])('is only an answer where it is one (%s)', (name) => {
    expect(loggableIntentOf(name)).toBe('answer');
  });

  test('has no slot for free words', () => {
    const free = intentTable.intents.filter(({ slots }) => Object.values<string>(slots).includes('AMAZON.SearchQuery'));
    expect(
      free.map(({ alexa }) => loggableIntentOf(alexa)).filter((name) => !['words', 'answer'].includes(name)),
    ).toEqual([]);
  });

  test('is one of ours', () => {
    expect(loggableIntentOf('my chest hurts')).toBe('words');
  });
});

describe('one line is left', () => {
  const parts = { store: memoryStore(), now: () => START, waiting: new HandTime(), languages, apiClient: OUT_OF_REACH };
  async function linesOf(event: unknown, how: Partial<Parameters<typeof createSkill>[0]> = {}): Promise<string[]> {
    const log: string[] = [];
    const skill = createSkill({ ...parts, ...how, log: (line) => log.push(line) });
    await skill(event).catch(() => undefined);
    return log;
  }

  test.each<[string, unknown]>([
    ['is nothing', null],
    ['is a sentence', SAID],
    ['has no request', {}],
    ['has a number for a type', { request: { type: 7 } }],
    ['has a sentence for a type', { request: { type: SAID } }],
    ['is of a type nobody knows', requestOf({ type: 'Nonsense' })],
    ['has a sentence for an intent', intent(SAID)],
    ['has sentences for slots', intent('AskIntent', { query: SAID })],
    ['has a sentence for a language', launch({ locale: SAID })],
    ['has a sentence for a time', launch({ timestamp: SAID })],
  ])('by a request that %s, without a word of it', async (_, event) => {
    const log = await linesOf(event);
    expect(log).toHaveLength(1);
    expect(log.flatMap((line) => lineFaults(line, event))).toEqual([]);
    expect(log.join()).not.toMatch(/chest|numb|hurts|legs|bladder|weak/);
  });

  test('by a request for another skill, which is refused', async () => {
    const event = JSON.parse(JSON.stringify(launch()).replaceAll(SKILL_ID, 'amzn1.ask.skill.other'));
    const log = await linesOf(event, { skillId: SKILL_ID });
    expect(log).toHaveLength(1);
    expect(log.flatMap((line) => lineFaults(line, event))).toEqual([]);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ level: 'error', request: 'LaunchRequest' });
  });

  test('by a turn in which everything breaks, with the classes and the place of what broke', async () => {
    const breaks = async () => Promise.reject(new TypeError(`${SAID} ${USER_ID} ${DEVICE_ID}`));
    const now = () => {
      throw new RangeError(SAID);
    };
    const log = await linesOf(launch(), { now, store: { load: breaks, save: breaks, forget: breaks } });
    expect(log).toHaveLength(1);
    expect(log.flatMap((line) => lineFaults(line, launch()))).toEqual([]);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      errors: expect.arrayContaining(['RangeError']),
      at: expect.stringMatching(/^journal\.test\.ts:\d+:\d+$/),
    });
  });

  test('by each of two turns at once, and each is its own', async () => {
    const skill = skillInTest();
    const first = await skill.ask(launch());
    await Promise.all([skill.ask(intent('AMAZON.HelpIntent', {}, next(first))), skill.ask(launch({ user: 'other' }))]);
    const told = skill.log.map((line) => JSON.parse(line));
    expect(told.map(({ intent: wanted }) => wanted).sort()).toEqual(['AMAZON.HelpIntent', undefined, undefined]);
    expect(told.map(({ start }) => start)).toEqual(['cold', 'warm', 'warm']);
  });
});

describe('an error in the log', () => {
  const lineOf = (error: unknown): string => {
    const journal = journalOf('warm', () => 0);
    journal.failed(error);
    const lines = [JSON.stringify(journal.entry())];
    logError((line) => lines.push(line), 'test', error);
    return lines.join();
  };
  const withStack = (stack: string) => Object.assign(new Error('chest'), { stack });

  test('tells its class and its place', () => {
    expect(lineOf(new TypeError('chest'))).toMatch(/"TypeError".*"at":"journal\.test\.ts:\d+:\d+"/);
  });

  test.each<[string, unknown]>([
    ['whose message imitates a stack', new Error(SAID)],
    ['whose message was cut afterwards', Object.assign(new Error(SAID), { message: '' })],
    ['whose message was changed afterwards', Object.assign(new Error(SAID), { message: 'chest' })],
    ['whose name is a sentence', Object.assign(new Error(SAID), { name: SAID })],
    ['whose name is no name', Object.assign(new Error(SAID), { name: { chest: 1 } })],
    ['whose stack is a sentence', withStack('chest')],
    ['whose stack is none', withStack(undefined as unknown as string)],
    ['whose stack is nothing but words', withStack(`Error: chest\n    at numb hurts legs`)],
    ['that is a sentence', SAID],
    ['that is nothing', undefined],
    ['that is an object', { name: 'chest', stack: SAID }],
    ['with a cause', new Error('chest', { cause: new Error(SAID) })],
  ])('%s tells no word of it', (_, error) => {
    expect(lineOf(error)).not.toMatch(/chest|numb|hurts|legs|bladder|weak/);
  });

  test('thrown by a function with a spoken name tells no word of it', () => {
    const spoken = { [`numb legs`]: () => new Error('chest') }['numb legs'];
    expect(lineOf(spoken?.())).toMatch(/"at":"journal\.test\.ts:\d+:\d+"/);
    expect(lineOf(spoken?.())).not.toMatch(/numb|legs/);
  });
});
