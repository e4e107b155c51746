// Tests that whatever the five source articles promise in a title, a heading, a list or a question is answered.

import { judgeQuestion } from '../../tools/scoring/verdicts';
import { onText } from '../../tools/scoring/ways';
import articles from '../questions/tuned/articles.json';

test('every title, heading, list item and question of the articles, asked in three ways, gets its answer', () => {
  const missed = articles.flatMap((question) => {
    const heard = onText.hear(question.said);
    const verdict = judgeQuestion(question, heard);
    if (verdict === 'right') return [];
    const { event } = heard;
    const found = event?.type === 'askedQuestion' ? `${event.found.nearness} ${event.found.topics}` : event?.type;
    return [`${verdict}: ${question.said} | wants ${question.expect} | ${found}`];
  });
  expect(missed).toEqual([]);
});
