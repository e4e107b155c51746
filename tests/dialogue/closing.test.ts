// Tests how a session ends: what is said, how long it takes, and which tip is told.

import { folderLanguages } from '../../content/languages';
import type { Act } from '../../lambda/dialogue/act';
import type { Remembered } from '../../lambda/dialogue/context';
import type { Found } from '../../lambda/dialogue/event';
import { withoutPressing } from '../../lambda/dialogue/planning';
import { TURNS, tipsFor, turnAfter, type Visit } from '../../lambda/domain/tip';
import { speechIn, spokenLanguageOf } from '../../lambda/speech/speech';
import { aListener, type Listener } from '../support/listener';
import { D, D_AFTER, GO_BACK, SAFETY_NET } from '../support/outcome-lines';
import { closing, offering, pressing, rechecking } from '../support/reaching';

const NOTHING: Found = { topics: [], nearness: 'nothing' };

/** At the last check, after stretches alone; asked before how sore it was, unless `soreBefore` is null. */
function stretched(remembered: Partial<Remembered> = {}, soreBefore: number | null = 5): Listener {
  const listener = knowing(closing(), remembered);
  const { plan } = listener.now;
  listener.state = { ...listener.now, plan: plan && withoutPressing(plan), spots: [], soreBefore };
  return listener;
}

/** At the last check after a press, with this known of earlier sessions. */
function knowing(listener: Listener, remembered: Partial<Remembered>): Listener {
  listener.remembered = listener.remembered && { ...listener.remembered, ...remembered };
  return listener;
}

function notAsked(listener: Listener): Listener {
  listener.state = { ...listener.now, soreBefore: null };
  return listener;
}

describe('somebody who has pressed and stretched', () => {
  test('hears when the spot may be pressed again before being asked how sore it is', () => {
    const listener = closing().says('saidNo');
    expect(listener.words).toBe('Leave that spot until tomorrow. Have water. From one to ten, how sore is it now?');
    expect(listener.repromptWords).toContain(SAFETY_NET);
  });

  test('hears how it was and is, one tip, and last when to see someone', () => {
    const listener = closing().says('saidNo').number(3);
    expect(listener.words).toBe(`From five to three. A sore day or two is normal. ${SAFETY_NET}`);
    expect(listener.at).toBe('finished');
  });

  test('hears "still" where nothing has changed', () => {
    expect(closing().says('saidNo').number(5).words).toMatch(/^Still five\. /);
  });

  test('is told to see a doctor the same day without a word of a routine that is over', () => {
    const listener = closing().says('saidYes');
    expect(listener.words).toBe(`${D_AFTER} ${GO_BACK}`);
    expect(listener.says('saidNo').words).toBe(D_AFTER);
    expect(offering().says({ type: 'reportedSymptom', rows: ['ill'] }).words).toContain(D);
  });

  test.each([
    ['the last check', () => closing()],
    ['the question after a pause', () => rechecking()],
    ['the doubt about a symptom', () => offering().says({ type: 'askedAboutSymptom', rows: ['numb'], found: NOTHING })],
    ['the question whether it has gone', () => offering().says({ type: 'reportedSymptom', rows: ['dizzy'] })],
  ])('a number is no answer to %s, and nothing is called fine', (_, reach) => {
    const listener = reach();
    const { question } = listener;
    expect(listener.number(3).words).toBe(`I need yes, no, or not sure. ${question}`);
  });

  test('hears without a number the same, and nothing compared', () => {
    const listener = closing().says('saidNo', 'wantedNext');
    expect(listener.words).toBe(`A sore day or two is normal. ${SAFETY_NET}`);
  });

  test('is told, when it is worse, to leave it for two days, and no tip', () => {
    const listener = closing().says('saidNo').number(8);
    expect(listener.words).toBe(`From five to eight. If it stays worse, leave it alone for two days. ${SAFETY_NET}`);
  });

  test('leaves a spot alone for two days after a nine', () => {
    const listener = closing();
    listener.state = { ...listener.now, spots: listener.now.spots.map((spot) => ({ ...spot, strength: 9 })) };
    listener.says('saidNo');
    expect(listener.words).toMatch(/^Leave that spot for two days\./);
  });

  test('leaves a spot until the week has room for it again', () => {
    const on = (day: number) => ({ day, region: 'upper', tool: 'ball', minutes: 5, holds: 1 }) as const;
    const ends = (...days: number[]) => knowing(closing(), { today: 100, sessions: days.map(on) }).says('saidNo').words;
    expect(ends(96, 98)).toMatch(/^Leave that spot for three days\./);
    expect(ends(96)).toMatch(/^Leave that spot until tomorrow\./);
  });
});

describe('somebody who only stretched', () => {
  test('is told of no spot', () => {
    const listener = stretched().says('saidNo');
    expect(listener.words).toBe('Have water. From one to ten, how sore is it now?');
    expect(listener.number(3).words).not.toMatch(/spot|bruise|soreness/);
  });

  test('who was not asked before is not asked after, and hears of water with the rest', () => {
    const listener = stretched({}, null).says('saidNo');
    expect(listener.words).toMatch(/^Have water\. It eases for now; movement helps more\. See a doctor/);
    expect(listener.at).toBe('finished');
  });
});

describe('the tips', () => {
  const ordinary: Visit = { pressed: true, warmed: false, heatOff: false };
  const turns = Array.from({ length: TURNS }, (_, turn) => turn);

  test('come one a visit, each in its turn, and begin again', () => {
    const told: unknown[] = [];
    for (let visit = 0, turn = 0; visit < TURNS; visit++, turn = turnAfter(turn)) told.push(tipsFor(ordinary, turn)[0]);
    expect(told.slice(0, 6)).toEqual(['sore', 'warm', 'often', 'move', 'bruised', 'later']);
    expect(told.slice(6)).toEqual(told.slice(0, 6));
    expect(turnAfter(TURNS - 1)).toBe(0);
  });

  test.each(turns)('never tell what the session made untrue (%i)', (turn) => {
    for (const tip of ['sore', 'often', 'bruised'])
      expect(tipsFor({ ...ordinary, pressed: false }, turn)).not.toContain(tip);
    expect(tipsFor({ ...ordinary, warmed: true }, turn)).not.toContain('warm');
    expect(tipsFor({ ...ordinary, heatOff: true }, turn)).not.toContain('warm');
    expect(tipsFor({ ...ordinary, heatOff: true }, turn)).not.toContain('later');
    expect(tipsFor({ pressed: false, warmed: true, heatOff: true }, turn)).not.toHaveLength(0);
  });

  test('go on at the next visit, and what is kept of them does not tell how this one went', () => {
    const visit = (tip: number, now: number) => stretched({ tip }).says('saidNo').number(now);
    expect(visit(0, 3).words).toContain('movement helps more');
    expect(visit(1, 3).words).toContain('say warm up first');
    expect(visit(1, 3).remembered?.tip).toBe(2);
    expect(visit(1, 9).remembered?.tip).toBe(2);
  });

  test('are not told to somebody who wants fewer words, and wait their turn', () => {
    const listener = closing();
    listener.state = { ...listener.now, settings: { ...listener.now.settings, talk: 'less' } };
    listener.says('saidNo').number(3);
    expect(listener.words).toBe(`From five to three. ${SAFETY_NET}`);
    expect(listener.remembered?.tip).toBe(0);
  });

  test('are told as well when nothing can be looked up', () => {
    const listener = closing();
    listener.remembered = null;
    expect(listener.says('saidNo').number(3).words).toContain('A sore day');
  });
});

describe('the length of the closing', () => {
  const languages = folderLanguages('content/languages');
  const voiceWith = (emergency: string) =>
    speechIn(spokenLanguageOf(languages.of('en-US'), { emergency }), { strict: true });
  const numbers = ['nine one one', 'nine nine nine', 'zero zero zero', 'one one two'].map(voiceWith);
  /** Where nobody knows the country the number takes a second longer. */
  const unknown = voiceWith('your local emergency number');
  const seconds = (acts: readonly Act[], voices = numbers): number =>
    Math.max(...voices.map(({ lengthOf }) => acts.reduce((sum, act) => sum + lengthOf(act), 0))) / 1000;
  const isTip = ({ key }: Act) => key === 'close.tip' || key === 'close.worse';

  const endings = Array.from({ length: TURNS }, (_, tip) => tip).flatMap((tip): [string, () => Listener][] => [
    [`compared, tip ${tip}`, () => knowing(closing(), { tip }).says('saidNo').number(3)],
    [`worse, tip ${tip}`, () => knowing(closing(), { tip }).says('saidNo').number(7)],
    [`without a number, tip ${tip}`, () => knowing(closing(), { tip }).says('saidNo', 'wantedNext')],
    [`not asked before, tip ${tip}`, () => notAsked(knowing(closing(), { tip })).says('saidNo')],
    [`stretches alone, tip ${tip}`, () => stretched({ tip }).says('saidNo').number(3)],
    [`stretches alone, not asked before, tip ${tip}`, () => stretched({ tip }, null).says('saidNo')],
  ]);

  test.each(endings)('is sixteen seconds at most, twenty with a tip: %s', (_, end) => {
    const listener = end();
    const { says } = listener.heard();
    expect(listener.at).toBe('finished');
    expect(says.filter(isTip).length).toBeLessThanOrEqual(1);
    expect(seconds(says.filter((act) => !isTip(act)))).toBeLessThanOrEqual(16);
    expect(seconds(says)).toBeLessThanOrEqual(20);
    expect(seconds(says, [unknown])).toBeLessThanOrEqual(21);
  });
});

describe('whoever leaves', () => {
  test('hears when to see a doctor, by whatever word they leave', () => {
    expect(offering().says('stopped').words).toContain(SAFETY_NET);
    expect(aListener().says('launched', 'stopped').words).toContain(SAFETY_NET);
    expect(aListener().says('stopped').words).toContain(SAFETY_NET);
    expect(closing().repromptWords).toContain(SAFETY_NET);
    expect(pressing().repromptWords).toContain(SAFETY_NET);
  });
});
