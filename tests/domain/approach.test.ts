// Tests how long the words before a press are: what nobody does yet is said briefly, and the rule always before it.

import { exercises } from '../../content';
import { sayLeadIn, saySearch } from '../../lambda/domain/approach';
import { PRESS_TOOLS, SIDES } from '../../lambda/domain/exercise';
import { HOLD_LEADS } from '../../lambda/domain/pressTimeline';
import type { Act } from '../../lambda/domain/timeline';
import { speechOf } from '../support/listener';

const speech = speechOf('en-US');
const lengthOf = (acts: readonly Act[]): number => acts.reduce((sum, act) => sum + speech.lengthOf(act), 0);
const words = (acts: readonly Act[]): string => acts.map((act) => speech.sentence(act)).join(' ');

/** Every tool on every region and side it goes on. */
const PLACES = PRESS_TOOLS.flatMap((tool) =>
  exercises.presses[tool].regions.flatMap((region) => SIDES.map((side) => ({ tool, region, side }))),
);

/** Said before the short form, for another spot or after a break. */
const OPENERS: Act[] = [{ key: 'find.back' }, { key: 'find.sameSide' }, { key: 'find.otherSide' }];

describe.each(PLACES)('finding with $tool, $region $side', (place) => {
  test('takes at most seventeen seconds the first time, with the rule and what to say', () => {
    const first = saySearch({ ...place, finding: 'first', rule: true });
    expect(lengthOf(first)).toBeLessThanOrEqual(17_000);
    expect(words(first)).toMatch(/Five or less out of ten; sharp or numb, .*\. Then say: Alexa, ready\.$/);
  });

  test('takes at most nine seconds after that, with the rule once a visit', () => {
    const reminded = saySearch({ ...place, finding: 'short', rule: true });
    expect(lengthOf(reminded)).toBeLessThanOrEqual(9_000);
    expect(words(reminded)).toMatch(/sharp or numb/);
    for (const opener of OPENERS)
      expect(lengthOf([opener, ...saySearch({ ...place, finding: 'short', rule: false })])).toBeLessThanOrEqual(9_000);
  });

  test('is told at length to who asks for details, in twenty seconds', () => {
    const details = saySearch({ ...place, finding: 'details', rule: false });
    expect(lengthOf(details)).toBeLessThanOrEqual(20_000);
    expect(words(details)).toMatch(/You don't need to tell me first\.|hands off at once\./);
  });
});

describe.each(PRESS_TOOLS.map((tool) => [tool] as const))('the lead-in with %s', (tool) => {
  test.each(HOLD_LEADS.filter((lead) => lead !== 'rest'))(
    'tells before the press what ends it, also to who hears nothing (%s)',
    (lead) => {
      for (const taught of [true, false]) {
        const said = sayLeadIn({ tool, lead, seconds: 30 }, taught);
        expect(words(said)).toMatch(/when I say(?: let go)?, or if you lose me/i);
        expect(lengthOf(said)).toBeLessThanOrEqual(taught ? 7_500 : 12_000);
      }
    },
  );

  test('teaches once how to end at any time', () => {
    expect(words(sayLeadIn({ tool, lead: 'first', seconds: 30 }, false))).toContain('To end at any time: Alexa, stop.');
    expect(words(sayLeadIn({ tool, lead: 'first', seconds: 30 }, true))).not.toContain('Alexa, stop');
  });
});

test('a hook says how many short presses there are', () => {
  const leadOf = (seconds: number, taught: boolean) =>
    words(sayLeadIn({ tool: 'hook', lead: 'first', seconds }, taught));
  expect(leadOf(30, false)).toMatch(/^Three short presses of ten seconds\./);
  expect(leadOf(30, true)).toMatch(/^Three short presses\. /);
  expect(leadOf(10, true)).toMatch(/^Ten seconds\./);
});
