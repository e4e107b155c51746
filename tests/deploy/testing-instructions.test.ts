// Tests that the skill does what Amazon's testers are told to try.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { talkingEcho } from '../../simulator/compose';
import { START } from '../support/skill';

const { manifest } = JSON.parse(readFileSync(join(__dirname, '../../skill-package/skill.json'), 'utf8'));
const { testingInstructions } = manifest.publishingInformation as { testingInstructions: string };

test.each([
  ['remind me to stretch tomorrow at six in the evening', /^Tomorrow at six in the evening\. Shall I set/],
  ['warm up first', /^For that I need your permission to set timers\. Alexa will ask you now\./],
  ['forget me', /Shall I delete it all\?$/],
])('"%s", named in the instructions, is answered on a first visit', async (words, answer) => {
  expect(testingInstructions).toContain(`"${words}"`);
  const echo = talkingEcho({ startMs: START, everySentence: true });
  await echo.say('open knot relief');
  expect((await echo.say(words))[0]).toMatchObject({ type: 'turn', speech: expect.stringMatching(answer) });
});

test('a refused permission is told of as it is: accepted, and the next time where it can be given', async () => {
  const echo = talkingEcho({ startMs: START, everySentence: true });
  if (echo.alerts) echo.alerts.answer = 'denied';
  const heard = async (...said: string[]) => {
    const all = [];
    for (const words of said) all.push(...(await echo.say(words)));
    return all.flatMap((one) => (one.type === 'turn' ? one.speech : [])).join(' ');
  };
  const asked = ['remind me to stretch tomorrow at six in the evening', 'yes'];
  expect(await heard('open knot relief', ...asked)).toMatch(/no reminder\. I won't ask for permission again/);
  expect(await heard(...asked)).toMatch(/You can allow it in the Alexa app/);
  expect(testingInstructions).toMatch(/does not ask again; asked for another reminder, it says where in the Alexa app/);
});
