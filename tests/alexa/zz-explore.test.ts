// Why?
import intentTable from '../../content/intents.json';
import { createSkill } from '../../lambda/alexa/skill';
import { memoryStore } from '../../lambda/persistence/memory';
import { intent, launch, next } from '../support/alexa-requests';
import { languages, START } from '../support/skill';
import { houseFaults } from '../support/house-rules';
test('why', async () => {
  const skill = createSkill({ store: memoryStore(), now: () => START, languages, strict: true });
  const answer = await skill(launch());
  for (const row of intentTable.intents) {
    const r = intent(row.alexa, Object.fromEntries(Object.keys(row.slots).map((s) => [s, 'xxxx'])), next(answer));
    const after = await skill(r);
    const f = houseFaults(r, after);
    if (f.length) console.log(row.alexa, f, JSON.stringify(after.sessionAttributes));
  }
});
