// Tests what a listener finds in the Alexa app after a session, and when it comes.

import { CARD_CHARACTERS } from '../../lambda/alexa/limits';
import type { Card } from '../../lambda/dialogue/act';
import { REGIONS, type Region, TOOLS } from '../../lambda/domain/exercise';
import { writeCard } from '../../lambda/speech/card';
import { aListener, type Listener, speechOf } from '../support/listener';
import { SAFETY_NET } from '../support/outcome-lines';
import { checking, closing, finding, offering, pressing } from '../support/reaching';

const LOW_BACK = 'Blood in your pee, or belly pain: call a doctor today.';

const written = (card: Card, most = CARD_CHARACTERS) => writeCard(card, speechOf('en-US').sentence, most);

/** The lines of the card of the last turn; fails when it has none. */
function cardOf(listener: Listener): string[] {
  const { card } = listener.heard();
  if (!card) throw new Error('no card');
  return written(card).content.split('\n');
}

const hasCard = (listener: Listener): boolean => listener.heard().card !== undefined;

/** The card is made anew for a session that did this. */
function anewAt(listener: Listener, region: Region, tool: (typeof TOOLS)[number]): Listener {
  const { plan } = listener.now;
  if (!plan) throw new Error('no plan');
  const stretched = [
    'childs-pose-table',
    'both-knees-to-chest',
    'thread-the-needle',
    'shoulder-shrugs',
    'overhead-reach',
  ];
  const choice = { ...plan.choice, region, tool };
  listener.state = { ...listener.now, plan: { ...plan, choice }, stretched, cardSent: null };
  return listener.says('stopped');
}

describe('a listener who goes through a whole session', () => {
  test('finds what was done, when to press again, when to see a doctor, and how to come back', () => {
    const listener = closing();
    listener.state = { ...listener.now, cardSent: null };
    const lines = cardOf(listener.says('saidNo'));
    expect(lines.slice(0, 4)).toEqual([
      'Pressed: upper back, left side.',
      'With a ball on the wall.',
      'Stretches:',
      'Shoulder shrugs.',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'A five-minute session.',
        'Leave that spot until tomorrow.',
        SAFETY_NET,
        "Stay at five or less out of ten. Sharp, electric, or numb: step away. You don't need to tell me first.",
        'To come back, say: Alexa, open knot relief.',
        "This isn't medical advice.",
      ]),
    );
  });

  test('is sent one once something was done, one with the last check, and none with the farewell', () => {
    const listener = finding();
    expect(hasCard(listener)).toBe(false);
    listener.says('wasReady');
    expect(hasCard(listener)).toBe(true);
    listener.number(4);
    expect(hasCard(listener)).toBe(false);
    const ends = offering().says('saidNo');
    expect(ends.heard().asks?.key).toBe('close.numb');
    expect(cardOf(ends)).toContain('Shoulder shrugs.');
    expect(hasCard(ends.says('saidNo'))).toBe(false);
    expect(hasCard(ends.number(3))).toBe(false);
  });

  test('never finds a number that was given for a pain', () => {
    const listener = offering().says('saidNo', 'saidNo');
    const numbers = [listener.now.soreBefore, ...listener.now.spots.map(({ strength }) => strength)];
    expect(numbers).toEqual([5, 4]);
    for (const ends of [offering().says('saidNo'), pressing().says('stopped')]) {
      const acts = ends.heard().card?.text ?? [];
      expect(acts.filter(({ values }) => values !== undefined)).toEqual([]);
    }
  });
});

describe('a listener who leaves early', () => {
  test('says stop after a hold, and finds the hold and no stretches', () => {
    const listener = offering().says('stopped');
    expect(cardOf(listener)).toEqual(
      expect.arrayContaining(['Pressed: upper back, left side.', 'It ended early.', SAFETY_NET]),
    );
    expect(cardOf(listener)).not.toContain('Stretches:');
  });

  test('says stop in the stretches, and finds only those that were begun', () => {
    const listener = offering().says('wantedStretches');
    const stretches = (): string[] => {
      const lines = cardOf(listener);
      return lines.slice(lines.indexOf('Stretches:') + 1, lines.indexOf('A five-minute session.'));
    };
    const [first, ...others] = stretches();
    expect(others).not.toEqual([]);
    const begun = listener.secondOf(({ kind }) => kind === 'count' || kind === 'hold');
    listener.after(begun + 8).says('stopped');
    expect(stretches()).toEqual([first]);
  });

  test('falls silent after the hold, and has the card that came with it', () => {
    const listener = finding().says('wasReady');
    expect(cardOf(listener)).toContain('Pressed: upper back, left side.');
    expect(hasCard(listener.staysSilent())).toBe(false);
  });

  test('before anything was done finds nothing', () => {
    for (const listener of [aListener().says('launched'), finding()])
      expect(hasCard(listener.says('stopped'))).toBe(false);
  });

  test('with a reason to stop finds nothing new, because that would tell of it', () => {
    const reports = ['emergency', 'ill', 'standing'] as const;
    for (const row of reports) {
      const listener = checking().says({ type: 'reportedSymptom', rows: [row] });
      expect([row, listener.now.guideOff, hasCard(listener)]).toEqual([row, true, false]);
      expect(hasCard(listener.says('stopped'))).toBe(false);
    }
  });

  test('and comes back finds no card before the work goes on', () => {
    const listener = pressing().says({ type: 'sessionLost', because: 'silence' }).comesBack(1);
    expect(hasCard(listener)).toBe(false);
    expect(hasCard(listener.says('saidYes'))).toBe(false);
    expect(hasCard(listener.says('saidNo'))).toBe(false);
    expect(hasCard(listener.says({ type: 'saidStart', word: true }))).toBe(false);
  });

  test('after everything was deleted finds nothing', () => {
    expect(hasCard(offering().says('wantedForgetting', 'saidYes'))).toBe(false);
  });
});

describe('the low back', () => {
  test('comes with what to watch for, wherever the session ends', () => {
    expect(cardOf(anewAt(offering(), 'lower', 'ball'))).toContain(LOW_BACK);
    expect(cardOf(anewAt(offering(), 'middle', 'ball'))).not.toContain(LOW_BACK);
  });
});

describe('the room on a card', () => {
  test('holds all but the tips, whatever was done', () => {
    for (const region of REGIONS)
      for (const tool of TOOLS) {
        const { card } = anewAt(offering(), region, tool).heard();
        if (!card) throw new Error('no card');
        const { title, content } = written(card);
        expect(title.length + content.length).toBeLessThanOrEqual(CARD_CHARACTERS);
        expect(content).toContain("This isn't medical advice.");
        expect(content.split('\n')[0]).toContain(region);
      }
  });

  test('cuts off whole lines, the last first', () => {
    const card: Card = {
      title: { key: 'card.title', context: 'upper' },
      text: [{ key: 'card.advice' }, { key: 'card.comeBack' }],
    };
    expect(written(card, 60).content).toBe("This isn't medical advice.");
    expect(written(card, 100).content.split('\n')).toHaveLength(2);
  });

  test('has tips that are not spoken this time', () => {
    const listener = offering().says('stopped');
    const tips = (listener.heard().card?.text ?? [])
      .filter(({ key }) => key === 'close.tip')
      .map(({ context }) => context);
    expect(tips.length).toBeGreaterThan(2);
    expect(tips).not.toContain('sore');
  });
});
