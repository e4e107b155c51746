// Tests short words that go on from the last answer: "the first one", "why", "how long".

import type { Found } from '../../lambda/dialogue/event';
import { aListener, type Listener, type Said } from '../support/listener';
import { askedTo, checking, choosing, finding, interrupted, offering, pressing } from '../support/reaching';

const asks = (nearness: Found['nearness'], ...topics: string[]): Said => ({
  type: 'askedQuestion',
  found: { topics, nearness },
});
const NEAR_TWO = asks('near', 'posture-tips', 'how-hard-to-press', 'heat-or-cold');
const NEAR_ONE = asks('near', 'posture-tips');

const THE_FIRST: Said = { type: 'saidSomewhat', picks: 'first' };
const THE_SECOND: Said = { type: 'saidSomewhat', picks: 'second' };
const THE_SECOND_ONE: Said = { type: 'wantedMore', picks: 'second' };
const THAT_ONE: Said = { type: 'askedToRepeat', picks: 'either' };

const keysOf = (listener: Listener): string[] => listener.heard().says.map(({ key }) => key);
const asking = (): Listener => aListener().says(asks('meant', 'stress'));

describe('after two topics that come near were offered', () => {
  test('"the first one" and "the second one" are told', () => {
    expect(keysOf(choosing().says(NEAR_TWO, THE_FIRST))).toContain('answer.posture-tips');
    expect(keysOf(choosing().says(NEAR_TWO, THE_SECOND))).toContain('answer.how-hard-to-press');
    expect(keysOf(choosing().says(NEAR_TWO, THE_SECOND_ONE))).toContain('answer.how-hard-to-press');
  });

  test('"that one" is the nearest, and something else is the other', () => {
    const listener = choosing().says(NEAR_TWO, THAT_ONE);
    expect(keysOf(listener)).toEqual(['answer.posture-tips', 'answer.orElse']);
    expect(keysOf(listener.says('wantedOther'))[0]).toBe('answer.how-hard-to-press');
  });

  test('words that come near one of them again pick it', () => {
    const listener = choosing().says(NEAR_TWO, asks('near', 'which-ball', 'how-hard-to-press'));
    expect(keysOf(listener)[0]).toBe('answer.how-hard-to-press');
  });

  test('a sure question about something else is answered', () => {
    expect(keysOf(choosing().says(NEAR_TWO, asks('meant', 'how-to-breathe')))[0]).toBe('answer.how-to-breathe');
  });

  test('"the first one" begins no session where a yes would', () => {
    const listener = asking().says(NEAR_TWO, THE_FIRST);
    expect(listener.at).toBe('offeringGuide');
    expect(keysOf(listener)[0]).toBe('answer.posture-tips');
  });

  test('the first answer of a session says that it is no medical advice, and no later one', () => {
    const listener = aListener().says(NEAR_TWO);
    expect(keysOf(listener)).not.toContain('answer.general');
    expect(keysOf(listener.says(THE_FIRST))).toContain('answer.general');
    expect(keysOf(listener.says(asks('meant', 'stress')))).not.toContain('answer.general');
  });

  test('in a broken hold it is told, and the rest waits for "ready"', () => {
    const listener = interrupted().says(NEAR_TWO, THE_SECOND_ONE);
    expect(listener.at).toBe('interrupted');
    expect(keysOf(listener)[0]).toBe('answer.how-hard-to-press');
    expect(listener.pressesFor).toBe(0);
  });

  test('"more" tells none of them, and "something else" has no more', () => {
    expect(keysOf(choosing().says(NEAR_TWO, 'wantedMore'))).toEqual(['missed']);
    expect(keysOf(choosing().says(NEAR_TWO, 'wantedOther'))).toEqual(['answer.noOther']);
  });

  test('they are forgotten once something else was said', () => {
    expect(keysOf(choosing().says(NEAR_TWO, 'askedPlan', THE_FIRST))).not.toContain('answer.posture-tips');
  });
});

test('of one topic that was offered there is no second', () => {
  expect(keysOf(choosing().says(NEAR_ONE, THE_FIRST))).toContain('answer.posture-tips');
  expect(keysOf(choosing().says(NEAR_ONE, THE_SECOND_ONE))).toEqual(['missed']);
});

describe('"the first one" means what it means without an offer', () => {
  test.each(['q1', 'q3', 'q9'] as const)('at %s, which it answers with a yes', (question) => {
    const picked = askedTo(question).says(NEAR_TWO, THE_FIRST);
    const plain = askedTo(question).says(NEAR_TWO, 'saidSomewhat');
    expect(picked.words).toBe(plain.words);
    expect(picked.at).toBe(plain.at);
  });

  test('while a symptom eases', () => {
    const easing = () => pressing().says({ type: 'reportedSymptom', rows: ['numb'] }, NEAR_TWO);
    expect(easing().says(THE_FIRST).words).toBe(easing().says('saidSomewhat').words);
  });

  test('in a hold, a search and where nothing was offered', () => {
    for (const reach of [pressing, finding, checking, offering, choosing])
      expect(reach().says(THE_FIRST).words).toBe(reach().says('saidSomewhat').words);
  });
});

describe('after an answer', () => {
  const followed = (type: 'askedWhy' | 'askedTimeLeft', topic: string): Said => ({
    type,
    followUp: { topics: [topic], nearness: 'meant' },
  });
  const WARMTH = asks('meant', 'heat-how');
  const WHY = followed('askedWhy', 'why-heat');
  const HOW_LONG = followed('askedTimeLeft', 'heat-how-long');

  test('"why" and "how long" are asked of it, one after the other', () => {
    const listener = choosing().says(WARMTH, WHY);
    expect(keysOf(listener)[0]).toBe('answer.why-heat');
    expect(keysOf(listener.says(HOW_LONG))[0]).toBe('answer.heat-how-long');
  });

  test('in a broken hold they are asked of it, and the rest waits for "ready"', () => {
    const listener = pressing().says(WARMTH, WHY);
    expect(keysOf(listener)[0]).toBe('answer.why-heat');
    expect(listener.at).toBe('interrupted');
    expect(listener.pressesFor).toBe(0);
  });

  test('a tool is asked about before a session, and wished for in one', () => {
    const steps = asks('meant', 'steps');
    const roller: Said = {
      type: 'chose',
      wishes: { tool: 'roller' },
      followUp: { topics: ['roller-how'], nearness: 'meant' },
    };
    const asked = aListener().says(steps, roller);
    expect(keysOf(asked)[0]).toBe('answer.roller-how');
    expect(asked.at).toBe('offeringGuide');
    expect(choosing().says(steps, roller).now.wishes.tool).toBe('roller');
  });

  test('nothing of another subject is told', () => {
    const doctor = asks('meant', 'who-should-not');
    expect(keysOf(choosing().says(doctor, followed('askedWhy', 'why-pressing-helps')))).not.toContain(
      'answer.why-pressing-helps',
    );
  });

  test('they mean what they mean once something else was said', () => {
    expect(choosing().says(WARMTH, 'askedPlan', WHY).words).toBe(choosing().says('askedWhy').words);
    expect(pressing().says(HOW_LONG).words).toBe(pressing().says('askedTimeLeft').words);
  });

  test.each(['q1', 'q5', 'q9'] as const)('at %s they ask about the health question', (question) => {
    expect(askedTo(question).says(WARMTH, WHY).words).toBe(askedTo(question).says(WARMTH, 'askedWhy').words);
    expect(askedTo(question).says(WARMTH, HOW_LONG).words).toBe(askedTo(question).says(WARMTH, 'askedTimeLeft').words);
  });

  test('at an outcome, while a symptom eases and in a doubt they change nothing', () => {
    const places: Said[] = [
      { type: 'reportedSymptom', rows: ['emergency'] },
      { type: 'reportedSymptom', rows: ['numb'] },
      { type: 'askedAboutSymptom', rows: ['numb'], found: { topics: ['what-if-numb'], nearness: 'meant' } },
    ];
    for (const place of places) {
      const there = () => pressing().says(place, asks('meant', 'posture-tips'));
      const why = followed('askedWhy', 'posture-and-knots');
      expect(there().says(why).words).toBe(there().says('askedWhy').words);
    }
  });
});
