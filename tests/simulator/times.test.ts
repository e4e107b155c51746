// Tests that spoken times are handed over as the service does, and that the device asks for permissions.

import { talkingEcho } from '../../simulator/compose';
import { answersTo } from '../../simulator/protocol';
import { timesAt } from '../../simulator/understanding/times';

test.each([
  ['seven', '07:00'],
  ['seven in the evening', '19:00'],
  ['seven thirty', '07:30'],
  ['seven thirty p.m.', '19:30'],
  ["nine o'clock at night", '21:00'],
  ['half past seven', '07:30'],
  ['quarter to eight in the evening', '19:45'],
  ['twelve in the morning', '00:00'],
  ['nineteen', '19:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['in the morning', 'MO'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
])('"%s" is %s', (said, value) => {
  const words = said.split(' ');
  expect(timesAt(words, 0)[0]).toEqual({ end: words.length, value });
});

test.each(['banana', 'twenty five', 'half', 'past seven'])('"%s" is no time', (said) => {
  const whole = timesAt(said.split(' '), 0).filter(({ end }) => end === said.split(' ').length);
  expect(whole).toEqual([]);
});

test('a program sees Alexa ask, what she was told, and what the skill made of it', async () => {
  const echo = talkingEcho({ seed: 1, startMs: Date.parse('2026-01-05T09:00:00Z') });
  await answersTo('ask knot relief to remind me every day at seven in the evening', echo);
  expect(await answersTo(':permission granted', echo)).toEqual([]);
  const lines = await answersTo('yes', echo);
  expect(lines).toMatchObject([
    { utterance: 'yes', question: null, directives: ['Connections.SendRequest'], sessionOpen: true },
    { event: 'permissionAsked', scope: 'alexa::alerts:reminders:skill:readwrite', answer: 'granted' },
    { utterance: '', intent: 'Connections.Response', question: 'Want me to guide you?', sessionOpen: true },
  ]);
});

test('a timer rings only when it is over, once, and opens the skill', async () => {
  const echo = talkingEcho({ seed: 1, startMs: Date.parse('2026-01-05T09:00:00Z') });
  for (const line of [':permission granted', 'ask knot relief to set a warm up timer', 'yes'])
    await answersTo(line, echo);
  expect(await answersTo(':rings', echo)).toEqual([{ event: 'noTimer' }]);
  await answersTo(':wait 600', echo);
  expect(await answersTo(':rings', echo)).toMatchObject([{ intent: 'LaunchRequest', state: 'screening q1' }]);
  expect(await answersTo(':rings', echo)).toEqual([{ event: 'noTimer' }]);
  expect(await answersTo(':permission maybe', echo)).toMatchObject([{ event: 'unknownCommand' }]);
});
