// Tests that a session across midnight stays one session, of the day it began on.

import { talkingEcho } from '../../simulator/compose';

/** Six minutes to midnight in Chicago, where the simulated speaker stands. */
const LATE = Date.parse('2026-11-22T05:54:00Z');
const SCREENED = ['open knot relief', ...Array(8).fill('no'), 'start'];
const WISH = 'upper left, with a tennis ball, five minutes';
const PRESSED = [...SCREENED, WISH, 'no', 'four', 'ready', 'ready', 'four', 'no', 'no', 'no', 'ready', 'ready'];

async function pressedAround(midnightMs: number) {
  const echo = talkingEcho({ startMs: midnightMs, everySentence: true });
  const says = async (...said: string[]) => {
    let speech = '';
    for (const words of said) for (const one of await echo.say(words)) if (one.type === 'turn') speech = one.speech;
    return speech;
  };
  await says(...PRESSED, 'no', 'three');
  await echo.wait(10 * 3_600_000);
  return says;
}

test('it counts as one day, and as yesterday the next morning', async () => {
  const says = await pressedAround(LATE);
  expect(await says('ask knot relief how am i doing')).toMatch(/on one day\. The last time was yesterday\./);
});

test('nobody is told the next morning that they have pressed today', async () => {
  const says = await pressedAround(LATE);
  // The warm-up is offered first, and not wanted.
  expect(await says('open knot relief', 'no', ...SCREENED.slice(1), WISH)).not.toMatch(/pressed there today/);
});
