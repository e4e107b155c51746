// Tests a hold whose document did not play: it does not count, and it is said in speech instead.

import type { Tool } from '../../lambda/domain/exercise';
import type { Listener } from '../support/listener';
import { finding, LONG, offering, pressing, stretching, USUAL } from '../support/reaching';

/**
 * The device reports the failure three seconds after the answer was sent; more than a minute later something is said.
 */
const failed = (sent: Listener): Listener => {
  const listener = sent.after(3).says('audioFailed');
  return listener;
};
const hold = (): Listener => failed(finding().says('wasReady'));

test('a hold that did not play is not called done, and is offered in speech', () => {
  const listener = hold().after(70).says('askedTimeLeft');
  expect(listener.words).not.toContain('That hold is done');
  expect(listener.words).toContain("That hold didn't play. I'll say it instead.");
  expect(listener.question).toBe("Say ready when you're back in place.");
  expect([listener.now.spots.at(-1)?.pressedSeconds, listener.now.spots.at(-1)?.holds]).toEqual([0, 0]);
  listener.says('wasReady');
  expect(listener.pressesFor).toBe(30);
  expect(listener.now.settings.audio).toBe('ssml');
});

test('a number after it is no number of a hold that nobody had', () => {
  const listener = hold().after(70).number(4);
  expect(listener.question).toBe("Say ready when you're back in place.");
  expect(listener.now.spots.at(-1)?.strength ?? null).toBeNull();
});

test('a pin that did not play is offered again from its beginning', () => {
  const listener = failed(offering({ region: 'upper', side: 'both', tool: 'ball', minutes: 10 }).says('wasReady'));
  listener.after(70).says('askedTimeLeft');
  expect(listener.question).toBe("Say ready when you're back in place.");
});

test('stretches that did not play begin where they would have', () => {
  const sent = stretching();
  const { place } = sent.now;
  const listener = failed(sent).after(90).says('wasReady');
  expect(listener.at).toBe('stretching');
  expect(listener.now.place?.unit).toBe(place?.unit);
});

test('stretches that did not play let go of nothing: nothing was at the back', () => {
  for (const said of ['wasReady', 'saidYes', 'askedTimeLeft'] as const)
    expect(failed(stretching()).after(5).says(said).keys).not.toContain('release.ball');
  const told = failed(stretching()).after(5).says('askedTimeLeft');
  expect(told.words).toMatch(/^Those stretches didn't play\./);
  const symptom = failed(stretching())
    .after(5)
    .says({ type: 'reportedSymptom', rows: ['emergency'] });
  expect(symptom.words).not.toContain('Step away');
});

test('a symptom is heard all the same, with the release', () => {
  const listener = failed(pressing())
    .after(30)
    .says({ type: 'reportedSymptom', rows: ['emergency'] });
  expect(listener.words).toMatch(/^Step away now\. .*emergency care/);
});

describe('what follows silence after a press lets go first: its own release may not have played', () => {
  test.each([
    ['a hold', (tool: Tool) => finding({ ...USUAL, tool }).says('wasReady')],
    ['the rest of a hold', (tool: Tool) => pressing({ ...USUAL, tool }).says({ type: 'remarked', remark: 'good' })],
  ])('after %s', (_name, reach) => {
    expect(reach('ball').repromptWords).toMatch(/^Step off the ball\. I'll go on/);
    expect(reach('hands').repromptWords).toMatch(/^Take your hands away\. I'll go on/);
    expect(reach('partner').repromptWords).toMatch(/^Hands off, please\. I'll go on/);
  });

  test('after a pin and stretch', () => {
    const listener = offering(LONG).says('saidNo', 'wasReady').number(4).answersNo().says('wasReady');
    expect(listener.now.place?.part).toBe('pin');
    expect(listener.repromptWords).toMatch(/^Step off the ball\./);
  });
});
