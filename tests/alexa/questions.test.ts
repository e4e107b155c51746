// Tests that a question that makes no sense gets an honest sentence in every state.

import { intent, launch, next } from '../support/alexa-requests';
import { answerWords } from '../support/heard';
import { skillInTest } from '../support/skill';

const NONSENSE: [string, string, RegExp][] = [
  ['nothing at all', '', /^Knot Relief, for adults\./],
  ['five hundred words', 'knot '.repeat(500), /one short question/],
  ['another language', 'wie lange soll ich das drücken', /only know about back knots|don't have an answer/],
  ['another script', '背中のこりはどうすればいいですか', /only know about back knots|don't have an answer/],
  ['profanity', 'fuck this shit', /only know about back knots|don't have an answer|missed/],
  ['markup', '<speak><break time="1s"/></speak>', /only know about back knots|don't have an answer|missed/],
  ['stop words alone', 'the of and to a in', /only know about back knots|don't have an answer/],
  ['what only shares a word', 'tie a knot in a rope', /only know about back knots|don't have an answer/],
];

/** What a question gets as the first words of a session. */
async function asked(query: string): Promise<string> {
  const answer = await skillInTest().ask(intent('AskIntent', { query }));
  return answerWords(answer);
}

test.each(NONSENSE)('somebody who asks %s is told honestly', async (_, query, honest) => {
  expect(await asked(query)).toMatch(honest);
});

test.each(NONSENSE)('in the health questions %s is no answer, and the same question follows', async (_, query) => {
  const skill = skillInTest();
  const first = await skill.ask(launch());
  const again = await skill.ask(intent('AskIntent', { query }, next(first)));
  expect(answerWords(again)).toMatch(/chest pain, trouble breathing, fainting, or sudden tearing pain\?$/);
});
