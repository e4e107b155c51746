// Tests that a request that makes no sense gets a proper answer and loses nothing.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import intentTable from '../../content/intents.json';
import {
  type Heard,
  intent,
  launch,
  next,
  requestOf,
  SKILL_ID,
  sessionEnded,
  USER_ID,
} from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { everyday } from '../support/how-many';
import { bareSkill, START, skillInTest } from '../support/skill';

const NASTY = [
  'x'.repeat(8000),
  '</speak>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression as APL for Audio writes it
  '${payload.secret}',
  '<break time="1000s"/>',
  '<audio src="https://example.com/a.mp3"/>',
  '&amp; &lt; "quoted" \'too\'',
  '{{emergency}} $t(close.net)',
  '?',
  '',
  '\u0000\ud800',
  '99999999999999999999',
  '-7',
  '__proto__',
];

async function opened() {
  const skill = skillInTest();
  return { skill, answer: await skill.ask(launch()) };
}

test.each(NASTY.map((words) => [words.slice(0, 30), words]))(
  'a slot that holds %j is answered in any intent',
  async (_, words) => {
    const { skill, answer } = await opened();
    for (const row of everyday(intentTable.intents, 60)) {
      const heard: Heard = Object.fromEntries(Object.keys(row.slots).map((slot) => [slot, words]));
      const after = await skill.ask(intent(row.alexa, heard, next(answer)));
      const said = answerWords(after);
      expect(said).not.toBe('');
      if (words.length > 3) expect(said).not.toContain(words);
    }
    expect(skill.faults()).toEqual([]);
  },
);

test('slots of every wrong shape are survived', async () => {
  const { skill, answer } = await opened();
  const shapes: unknown[] = [null, 7, 'slots', [], { number: null }, { number: { value: 7 } }, { number: [] }];
  const resolutions: unknown[] = [null, {}, { resolutionsPerAuthority: null }, { resolutionsPerAuthority: [null, {}] }];
  const resolved = resolutions.map((one) => ({ region: { name: 'region', value: 'upper', resolutions: one } }));
  for (const slots of [...shapes, ...resolved]) {
    for (const name of ['NumberIntent', 'ChooseIntent', 'ReportSymptomIntent', 'AskIntent']) {
      const request = requestOf({ type: 'IntentRequest', intent: { name, slots } }, next(answer));
      expect(answerWords(await skill.ask(request))).not.toBe('');
    }
  }
});

test('what is no request at all gets an empty response', async () => {
  const skill = bareSkill();
  for (const event of [
    null,
    undefined,
    7,
    'hello',
    [],
    {},
    { request: null },
    { request: {} },
    { request: { type: 7 } },
  ]) {
    expect(await skill(event)).toEqual({ version: '1.0', response: {} });
  }
});

test('requests that are not for this conversation get an empty response and leave it as it was', async () => {
  const { skill, answer } = await opened();
  const types = ['Connections.Request', 'Alexa.Presentation.APL.UserEvent', 'Nonsense'];
  for (const type of types) {
    const after = await skill.ask(requestOf({ type }, next(answer)));
    expect(after.response).toEqual({});
    expect(after.sessionAttributes).toEqual(answer.sessionAttributes);
  }
});

test('notifications out of session get an empty response', async () => {
  const { skill } = await opened();
  for (const type of ['AlexaSkillEvent.SkillEnabled', 'AlexaSkillEvent.SkillDisabled', 'AudioPlayer.PlaybackStarted']) {
    const { session: _, ...outside } = requestOf({ type });
    const after = await skill.ask(outside as RequestEnvelope);
    expect(after.response).toEqual({});
    expect(after.sessionAttributes).toBeUndefined();
  }
});

test('an envelope with most of it missing still opens the skill', async () => {
  const skill = bareSkill();
  const answer = await skill({ request: { type: 'LaunchRequest' } });
  expect(answerWords(answer)).not.toBe('');
  expect(
    answerWords(await skill({ request: { type: 'IntentRequest' }, session: { attributes: 7 }, context: [] })),
  ).not.toBe('');
  expect(await skill({ request: { type: 'SessionEndedRequest' } })).toMatchObject({ response: {} });
});

test('somebody in an unknown locale is answered', async () => {
  const skill = skillInTest();
  const american = answerWords(await skill.ask(launch()));
  for (const locale of ['xx-XX', 'de-DE', '', 'constructor']) {
    expect(answerWords(await skill.ask(launch({ locale })))).toBe(american);
  }
});

test('the state of an earlier version, or a damaged one, is begun anew without a fault', async () => {
  const { skill, answer } = await opened();
  const state = answer.sessionAttributes?.['state'] as Record<string, unknown>;
  const damaged = [
    { ...state, version: 0, cleared: true },
    { ...state, content: 'of last year', cleared: true },
    { ...state, moment: null },
    { ...state, moment: { at: 7 } },
    { ...state, heard: 'everything' },
    { ...state, settings: null },
    { version: 1 },
    'state',
    [],
    null,
  ];
  for (const one of damaged) {
    const after = await skill.ask(intent('AMAZON.YesIntent', {}, { attributes: { state: one } }));
    const left = after.sessionAttributes?.['state'] as { cleared: boolean } | undefined;
    expect(left?.cleared).toBe(false);
  }
  expect(skill.faults()).toEqual([]);
});

test('every intent is answered as the first thing said', async () => {
  const skill = skillInTest();
  for (const row of intentTable.intents) await skill.ask(intent(row.alexa));
  expect(skill.faults()).toEqual([]);
});

test('a time that cannot be read is no reason not to answer', async () => {
  const skill = skillInTest();
  for (const timestamp of ['yesterday', '', '9999-99-99T99:99:99Z']) await skill.ask(launch({ timestamp }));
});

test('a request for another skill is refused when this one knows its id', async () => {
  const guarded = bareSkill({ skillId: SKILL_ID });
  expect(answerWords(await guarded(launch()))).not.toBe('');
  const other = JSON.parse(JSON.stringify(launch()).replaceAll(SKILL_ID, 'amzn1.ask.skill.other'));
  await expect(guarded(other)).rejects.toThrow();
  await expect(guarded({ request: { type: 'LaunchRequest' } })).rejects.toThrow();
  expect(answerWords(await bareSkill()(other))).not.toBe('');
});

describe('when something breaks', () => {
  const broken = {
    load: async () => Promise.reject(new Error(`no table for ${USER_ID}`)),
    save: async () => Promise.reject(new Error('no table')),
    forget: async () => Promise.reject(new Error('no table')),
  };

  test('a store that cannot be reached is not noticed by the listener', async () => {
    const skill = skillInTest({ store: broken });
    expect(answerWords(await skill.ask(launch()))).not.toBe('');
    expect(skill.faults()).toEqual([
      expect.objectContaining({
        store: 'unreachable',
        errors: ['Error'],
        at: expect.stringContaining('bad-input.test'),
      }),
    ]);
    expect(skill.log.join()).not.toContain(USER_ID);
  });

  /** A clock that breaks once, and works again for the apology. */
  const failing = (clock: { broken: boolean }) => () => {
    if (!clock.broken) return START;
    clock.broken = false;
    throw new RangeError('the listener said: my chest hurts');
  };

  test('the listener is told to step away, keeps the place, and no word of it reaches the log', async () => {
    const clock = { broken: false };
    const skill = skillInTest({ now: failing(clock) });
    const before = await skill.ask(launch());
    clock.broken = true;
    const sorry = await skill.ask(intent('AskIntent', { query: 'about the moon' }, next(before)));
    expect(answerWords(sorry)).toMatch(/step away/i);
    expect(sorry.sessionAttributes?.['state']).toEqual(before.sessionAttributes?.['state']);
    expect(skill.faults()).toHaveLength(1);
    expect(skill.log.join()).not.toMatch(/chest|moon/);
    const after = await skill.ask(intent('AMAZON.HelpIntent', {}, next(sorry)));
    expect(after.sessionAttributes).not.toHaveProperty('stumbled');
  });

  test('a second fault in a row begins anew, so that nobody is caught', async () => {
    const clock = { broken: true };
    const skill = skillInTest({ now: failing(clock) });
    const before: ResponseEnvelope = await skillInTest().ask(launch());
    const first = await skill.ask(intent('AMAZON.HelpIntent', {}, next(before)));
    clock.broken = true;
    const second = await skill.ask(intent('AMAZON.HelpIntent', {}, next(first)));
    expect(second.sessionAttributes).toEqual({ stumbled: true });
    expect((await skill.ask(sessionEnded('ERROR', next(second)))).response).toEqual({});
  });
});
