// Tests words about another person: whose body it is, and whether it is an emergency (docs/safety.md "Asking again").

import type { SymptomRow } from '../../lambda/domain/symptom';
import { ASKED } from '../support/health-questions';
import { aListener, type Listener, type Said } from '../support/listener';
import { AWAY, C, D, E, GO_BACK, M } from '../support/outcome-lines';
import { askedTo, choosing, closing, finding, offering, pressing, stretching, USUAL } from '../support/reaching';

const has = (...rows: SymptomRow[]): Said => ({ type: 'spokeForAnother', rows });
const PARTNER = { ...USUAL, tool: 'partner', place: 'floor' } as const;

describe("with a partner's hands the one lying down may be the other", () => {
  test('numbness in a press ends it: hands off first, then the quiet minute', () => {
    const listener = pressing(PARTNER).says(has('numb'));
    expect(listener.keys[0]).toBe('release.partner');
    expect(listener.question).toBe('Has it gone?');
    expect(listener.now.pressOff).toBe(true);
  });

  test('an emergency is the emergency line, from every point', () => {
    for (const reach of [finding, pressing, offering]) {
      expect(reach(PARTNER).says(has('emergency')).words).toBe(`${AWAY} ${E} ${GO_BACK}`);
    }
    expect(stretching(PARTNER).says(has('emergency')).words).toContain(E);
  });

  test('a fever is the same-day line, broken skin is left alone', () => {
    expect(pressing(PARTNER).says(has('ill')).words).toContain(D);
    expect(pressing(PARTNER).says(has('skin')).words).toContain(M);
  });

  test('a pregnancy belongs to its own question, and nothing of severe pain is said', () => {
    const listener = finding(PARTNER)
      .after(20)
      .says({ type: 'spokeForAnother', rows: ['standing'], question: 'q8' });
    expect(listener.words).toContain(C);
    expect(listener.words).not.toContain("If you can't sleep or can't move");
    expect(listener.says('wentBack').question).toBe(ASKED.q8);
  });

  test('the rule names what the one lying down says, and the search speaks to both', () => {
    const listener = finding(PARTNER);
    expect(listener.words).toContain(listener.wordsOf([{ key: 'rule.pain', context: 'partner' }]));
    expect(listener.words).toMatch(/^Lie face down\. Partner: palms/);
  });
});

describe('whoever changes the tool on the way is led with it as anybody', () => {
  const STOPS = { key: 'rule.pain', context: 'partner' };
  const swapped = { type: 'swappedTool', tool: 'partner' } as const;

  test.each([
    ['in a search', () => finding()],
    ['at the offer of another hold', () => offering()],
    ['in a hold', () => pressing()],
  ] as [string, () => Listener][])('a partner who joins %s hears when to stop', (_name, reach) => {
    const listener = reach().says(swapped);
    expect(listener.words).toContain(listener.wordsOf([{ key: 'find.partner.first', context: 'upper_left' }, STOPS]));
  });

  test('a partner known from an earlier visit hears it too', () => {
    const joined = aListener({ remembered: { explained: ['find.partner'] } })
      .screened()
      .wants(USUAL)
      .answersNo();
    expect(joined.number(4).says(swapped).words).toMatch(/Five or less; sharp or numb, say stop\./);
  });

  test('a partner who is ready before it was said hears it before the hold', () => {
    const listener = offering().says(swapped).after(2).says('wasReady');
    expect(listener.heard().says).toContainEqual(STOPS);
  });

  test('any other tool comes with its own rule, which is said once', () => {
    const listener = offering().says({ type: 'swappedTool', tool: 'roller' });
    expect(listener.words).toContain('sharp or numb, lift off');
    expect(listener.says('askedToRepeat').words).not.toContain('sharp or numb');
    expect(listener.says({ type: 'swappedTool', tool: 'ball' }).words).not.toContain('sharp or numb');
  });
});

describe('without a partner', () => {
  test('what another has stops nothing but the talk of it: the one who is treated answers', () => {
    const listener = askedTo('q4').says(has('numb'));
    expect(listener.question).toBe(ASKED.q4);
    expect(listener.now).toMatchObject({ guideOff: false, pressOff: false });
  });

  test.each([
    ['at a health question', () => askedTo('q5')],
    ['choosing', () => choosing()],
    ['in a press', () => pressing()],
    ['after the last stretch', () => closing()],
  ] as [string, () => Listener][])('an emergency of anybody is the emergency line (%s)', (_name, reach) => {
    for (const row of ['emergency', 'numb-both', 'weak-both'] as const) {
      expect(reach().says(has(row)).words).toContain(`${E} ${GO_BACK}`);
    }
  });

  test('with the first words of a session too', () => {
    expect(aListener().says(has('emergency')).words).toContain(E);
    expect(aListener().says(has('numb')).question).toBe(ASKED.q1);
  });
});
