// Tests that a topic offered by name is understood when the name is said back.

import { join } from 'node:path';
import { folderLanguages } from '../../content/languages';
import english from '../../content/languages/en/answers.json';
import { hearingIn } from '../../lambda/alexa/hearing';
import { generatedModel } from '../../simulator/compose';
import { listen } from '../../simulator/listen';

const model = generatedModel('en-US');
if (!model) throw new Error('no model for en-US');

const hearing = hearingIn(folderLanguages(join(__dirname, '../../content/languages')).of('en-US'));

/** Topics with an intent or an exercise of their own, which lead to the same answer. */
const OWN: Record<string, string> = { 'pin-and-stretch': 'AskExerciseIntent', 'posture-tips': 'PostureTipsIntent' };

test.each(Object.entries(english.topics).map(([id, { title }]) => [id, title] as const))(
  'somebody who is offered %s and repeats it is understood, in so many words',
  (id, title) => {
    const said = title.replace(/\.$/, '');
    const { intent, slots } = listen(said, model, { strict: true });
    const named = slots['topic']?.resolved?.[0]?.id;
    expect([said, intent, named]).toEqual(OWN[id] ? [said, OWN[id], undefined] : [said, 'AskTopicIntent', id]);
  },
);

/** What sounds like a symptom and is none: the topic alone is meant. */
const HARMLESS = [
  'staying put for ages and knots',
  'what if i lose my balance',
  'chinese needle treatment for back knots',
  'what if the feeling is wrong',
  'is my spine out of line',
];

test('nothing that a topic is called by passes a symptom of the listener by', () => {
  const topics = (model.interactionModel.languageModel.types ?? []).find(({ name }) => name === 'Topic')?.values ?? [];
  const names = topics.flatMap(({ name }) => [name.value, ...(name.synonyms ?? [])]);
  expect(names.length).toBeGreaterThan(1000);
  expect(names.filter((name) => hearing.hear(name).symptoms.length > 0 && !HARMLESS.includes(name))).toEqual([]);
});
