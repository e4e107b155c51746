// Tests what the skill answers when Alexa asks many skills which of them can answer a question.

import type { RequestEnvelope } from 'ask-sdk-model';
import { requestOf } from '../support/alexa-requests';
import { skillInTest } from '../support/skill';

async function able(intent: string, slots: Record<string, string>, locale = 'en-US') {
  const { session: _, ...outside } = requestOf({
    type: 'CanFulfillIntentRequest',
    locale,
    intent: {
      name: intent,
      slots: Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, { name, value }])),
    },
  });
  const answer = await skillInTest().ask(outside as RequestEnvelope);
  expect(answer.sessionAttributes).toBeUndefined();
  expect(answer.response.outputSpeech).toBeUndefined();
  return answer.response.canFulfillIntent;
}

test('somebody who asks what the answer bank knows is offered this skill', async () => {
  expect(await able('AskHowHardIntent', { query: 'should i press on a knot' })).toEqual({
    canFulfill: 'YES',
    slots: { query: { canUnderstand: 'YES', canFulfill: 'YES' } },
  });
});

test('somebody who asks something else is not', async () => {
  const refused = { canFulfill: 'NO', slots: { query: { canUnderstand: 'NO', canFulfill: 'NO' } } };
  expect(await able('AskIntent', { query: 'the capital of france' })).toEqual(refused);
});

test('somebody who reports a symptom is never sent from skill to skill', async () => {
  expect(await able('ReportSymptomIntent', { symptom: 'chest pain' })).toMatchObject({ canFulfill: 'NO' });
  expect(await able('AskWhyIntent', { query: 'is my chest so tight' })).toMatchObject({ canFulfill: 'NO' });
});

test('a routine is not offered: it begins with its health questions', async () => {
  expect(await able('StartRoutineIntent', {})).toEqual({ canFulfill: 'NO', slots: {} });
  expect(await able('NobodyKnowsIntent', {})).toEqual({ canFulfill: 'NO', slots: {} });
});

test('an empty question is no question', async () => {
  expect(await able('AskIntent', { query: '' })).toMatchObject({ canFulfill: 'NO' });
});
