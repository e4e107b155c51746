// Tests that the server starts as its settings ask, or stops with a sentence that helps.

import { BadSettings, settingsFrom } from '../../server/settings';

const ID = 'amzn1.ask.skill.1';

test('with the skill id alone, only this machine can reach it', () => {
  expect(settingsFrom({ SKILL_ID: ID }, [])).toEqual({ host: '127.0.0.1', port: 8080, dataDir: 'data', skillId: ID });
});

test('the environment sets all four, and what is written wins', () => {
  const environment = { SKILL_ID: ID, PORT: '1', HOST: '::1', DATA_DIR: 'one' };
  expect(settingsFrom(environment, [])).toEqual({ host: '::1', port: 1, dataDir: 'one', skillId: ID });
  const written = ['--port=2', '--host', '0.0.0.0', '--data-dir', 'two', '--skill-id', 'amzn1.ask.skill.2'];
  expect(settingsFrom(environment, written)).toEqual({
    host: '0.0.0.0',
    port: 2,
    dataDir: 'two',
    skillId: 'amzn1.ask.skill.2',
  });
});

test('any skill is answered only when that is asked for', () => {
  expect(settingsFrom({}, ['--any-skill']).skillId).toBeNull();
});

test.each<[string, Record<string, string>, string[], RegExp]>([
  ['no skill id', {}, [], /SKILL_ID is missing/],
  ['an empty skill id', { SKILL_ID: '' }, [], /SKILL_ID is missing/],
  ['something that is no skill id', { SKILL_ID: 'knot-relief' }, [], /amzn1\.ask\.skill/],
  ['a skill id and any skill', { SKILL_ID: ID }, ['--any-skill'], /contradict/],
  ['a port beyond the last', { SKILL_ID: ID, PORT: '65536' }, [], /65536/],
  ['a port that is no number', { SKILL_ID: ID, PORT: '80a' }, [], /80a/],
  ['a flag nobody knows', { SKILL_ID: ID }, ['--prot', '80'], /--prot/],
])('%s is refused in words', (_what, environment, args, words) => {
  expect(() => settingsFrom(environment, args)).toThrow(BadSettings);
  expect(() => settingsFrom(environment, args)).toThrow(words);
});
