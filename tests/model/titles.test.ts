// Tests that a topic offered by name is understood when the name is said back.

import english from '../../content/languages/en/answers.json';
import { generatedModel } from '../../simulator/compose';
import { listen } from '../../simulator/listen';

const model = generatedModel('en-US');
if (!model) throw new Error('no model for en-US');

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
