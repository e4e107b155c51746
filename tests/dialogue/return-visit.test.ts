// Tests what a listener is asked who passed all questions lately, and when all of them are asked again.

import type { Remembered, Screened } from '../../lambda/dialogue/context';
import type { Session } from '../../lambda/domain/progress';
import { SYMPTOM_ROWS } from '../../lambda/domain/symptom';
import { ASKED, ON_RETURN } from '../support/health-questions';
import { A_QUESTION, aListener, type Listener, type ListenerOptions, type Said } from '../support/listener';
import { D, E, GO_BACK, LINES, Q3B } from '../support/outcome-lines';
import { closing, finding, offering, pressing, USUAL } from '../support/reaching';

const START: Said = { type: 'saidStart', word: true };
const TODAY = 20_000;
const OPENING = /^Knot Relief, for adults\..*It isn't medical advice/;

const session = (day: number): Session => ({ day, region: 'lower', tool: 'ball', minutes: 5, holds: 2 });

/** A listener who passed all questions so many days ago; `voice`: what Alexa says of who speaks now. */
function backAfter(
  days: number,
  voice: Screened['voice'] = 'unknown',
  remembered: Partial<Remembered> = {},
  options: ListenerOptions = {},
): Listener {
  const known = { sessions: [session(TODAY - days)], today: TODAY, ...remembered };
  return aListener({ remembered: known, screened: { day: TODAY - days, voice }, ...options });
}

const open = (days = 1, voice: Screened['voice'] = 'unknown'): Listener => backAfter(days, voice).says('launched');

/** The first questions of a return visit answered no, up to `question`. */
const askedOnReturn = (question: (typeof ON_RETURN)[number]): Listener => open().answersNo(ON_RETURN.indexOf(question));

const atRecap = (): Listener => open().answersNo(5);

/** All eight follow, none of them answered yet. */
function fullSet(listener: Listener): void {
  expect(listener.question).toBe(ASKED.q1);
  expect(listener.now).toMatchObject({ visit: 'full', cleared: false });
  listener.answersNo(8);
  expect(listener.at).toBe('recap');
  expect(listener.words).toMatch(/^All no: chest, breath/);
}

describe('the next day', () => {
  test('a listener is welcomed in a sentence and asked five questions, then for "start"', () => {
    const listener = open();
    expect(listener.words).toBe(`Welcome back. ${ASKED.r0}`);
    expect(listener.says('saidNo').words).toBe(ASKED.q1);
    expect(listener.says('saidNo').words).toBe(`No chest pain. ${ASKED.q2}`);
    expect(listener.says('saidNo').words).toBe(`No new trouble. ${ASKED.r3}`);
    expect(listener.says('saidNo').words).toBe(ASKED.r4);
    expect(listener.says('saidNo').words).toBe("If you're the same person and that's right, say start.");
    expect(listener.now.cleared).toBe(false);
    expect(listener.says(START).words).toMatch(/^Thanks\. I didn't hear a reason to stop\./);
    expect(listener.now.cleared).toBe(true);
  });

  test('a voice that Alexa knows again is not asked who it is', () => {
    const listener = open(1, 'same');
    expect(listener.words).toBe(`Welcome back. ${ASKED.q1}`);
    expect(listener.answersNo(4).words).toBe("If that's right, say start.");
    expect(listener.says(START).now.cleared).toBe(true);
  });

  test('the skin is asked about all the same before anything touches it', () => {
    expect(open().screened().wants(USUAL).question).toBe(ASKED.q9);
  });

  test('a region that rests is named before the questions', () => {
    const listener = backAfter(0, 'same', { sessions: [session(TODAY)] }).says('launched');
    expect(listener.words).toBe(`Welcome back. Your lower back rests today. ${ASKED.q1}`);
  });

  test('a wish said on opening is kept until after "start"', () => {
    const listener = backAfter(1).says({ type: 'askedForRoutine', wishes: { region: 'upper', side: 'left' } });
    expect(listener.words).toBe(`Welcome back. ${ASKED.r0}`);
    expect(listener.screened().now.wishes).toMatchObject({ region: 'upper', side: 'left' });
  });

  test('no warm-up is offered before the questions', () => {
    expect(backAfter(1, 'same', { declined: [] }).says('launched').at).toBe('screening');
  });

  test('little more than half a minute is spoken before "start"', () => {
    const secondsOf = (listener: Listener): number => {
      let seconds = listener.answerSeconds;
      while (listener.at === 'screening') seconds += listener.answersNo().answerSeconds;
      return seconds;
    };
    expect(secondsOf(open())).toBeLessThanOrEqual(42);
    expect(secondsOf(open(1, 'same'))).toBeLessThanOrEqual(38);
  });
});

describe('all questions are asked', () => {
  test('of somebody who was never here', () => {
    const listener = aListener().says('launched');
    expect(listener.words).toMatch(OPENING);
    fullSet(listener);
  });

  test('on the fifteenth day, and not on the fourteenth', () => {
    expect(open(14).question).toBe(ASKED.r0);
    expect(open(15).words).toMatch(OPENING);
    fullSet(open(15));
  });

  test('when the day lies ahead of today', () => {
    fullSet(open(-1));
  });

  test('of another voice', () => {
    fullSet(open(1, 'another'));
  });

  test('when a partner is the usual, is wished for, or was left in the middle', () => {
    const usual = { tool: 'partner', minutes: 5, place: 'chair' } as Remembered['usual'];
    fullSet(backAfter(1, 'same', { usual }).says('launched'));
    fullSet(backAfter(1, 'same').says({ type: 'askedForRoutine', wishes: { tool: 'partner' } }));
    const { kept } = pressing({ ...USUAL, tool: 'partner' }).says('stopped');
    fullSet(backAfter(1, 'same', {}, { kept }).says('launched'));
  });

  test('when nothing can be looked up', () => {
    fullSet(aListener({ remembered: null, screened: { day: TODAY, voice: 'same' } }).says('launched'));
  });

  test('where they are read as a list, and nothing is kept of it', () => {
    const listener = backAfter(1, 'same', {}, { form: 'read' }).says('launched');
    expect(listener.at).toBe('reading');
    expect(listener.words).toMatch(OPENING);
    expect(listener.says(START).heard().effects).not.toContainEqual(
      expect.objectContaining({ type: 'rememberScreened' }),
    );
  });
});

describe('is someone new using this?', () => {
  test.each([
    'saidYes',
    'saidSomewhat',
    'mixedAnswer',
    'wasNotSure',
    'unclear',
    'notUnderstood',
    'spokeForAnother',
    'wantedNext',
    START,
    'triedToStart',
  ] as Said[])('anything but a clear no: what this is, and all questions (%j)', (said) => {
    const listener = open().says(said);
    expect(listener.words).toMatch(OPENING);
    fullSet(listener);
  });

  test('a guest hears that they may answer quietly', () => {
    expect(open().says('saidYes', 'saidNo').words).toContain('You can answer quietly.');
  });

  test('what a guest passes stands for nobody later', () => {
    const listener = open().says('saidYes');
    expect(listener.passed).toBeNull();
    listener.answersNo(8).says(START);
    expect(listener.now.cleared).toBe(true);
    expect(listener.passed).toBeNull();
  });

  test('its question may be repeated and explained', () => {
    expect(open().says('askedToRepeat').question).toBe(ASKED.r0);
    expect(open().says('askedToExplain').question).toBe(ASKED.r0);
  });
});

describe('since last time', () => {
  test('a yes to the body is told to see a doctor today, then asked about both sides', () => {
    const listener = askedOnReturn('r3').says('saidYes');
    expect(listener.words).toBe(`${D} If it's an arm or leg: ${Q3B}`);
    expect(listener.now).toMatchObject({ guideOff: true, visit: 'full' });
    expect(listener.passed).toBeNull();
    expect(listener.says('saidYes').words).toBe(`${E} ${GO_BACK}`);
  });

  test('a yes that was misheard needs two noes, and then the rest of all questions', () => {
    const listener = askedOnReturn('r3').says('saidYes', 'saidNo', 'wentBack');
    expect(listener.words).toBe(ASKED.r3);
    expect(listener.says('saidNo').question).toBe(ASKED.r3);
    expect(listener.says('saidNo').question).toBe(ASKED.q3);
    expect(listener.answersNo(6).words).toMatch(/^All no:/);
    expect(listener.says(START).now.cleared).toBe(true);
  });

  test('a yes that was misheard is not lifted by going round its question', () => {
    const listener = askedOnReturn('r3').says('saidYes', 'saidNo', 'wentBack', 'wentBack');
    for (let noes = 0; noes < 12 && listener.question !== ASKED.r3; noes++) listener.says('saidNo');
    expect(listener.question).toBe(ASKED.r3);
    expect(listener.says(START).now.cleared).toBe(false);
  });

  test.each(['saidYes', 'saidSomewhat', 'wasNotSure', 'mixedAnswer'] as const)(
    'something new from a doctor, or a doubt, brings all questions (%s)',
    (said) => {
      const listener = askedOnReturn('r4').says(said);
      expect(listener.words).toBe(`Then we'll go through all eight questions. ${ASKED.q1}`);
      expect(listener.passed).toBeNull();
      fullSet(listener);
      listener.says(START);
      expect(listener.passed).toEqual({ day: TODAY, voice: 'unknown' });
    },
  );

  test.each([
    { type: 'reportedSymptom', rows: ['skin'] },
    { type: 'reportedSymptom', rows: ['sharp'] },
  ] as Said[])('a symptom told between the few questions brings the rest of all of them (%j)', (said) => {
    const listener = askedOnReturn('r3').says(said);
    for (let noes = 0; noes < 12 && listener.at === 'screening'; noes++) listener.answersNo();
    expect(listener.now.noes).toEqual(expect.arrayContaining(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8']));
    expect(listener.words).toMatch(/^All no:/);
  });

  test('told before "start" alone is left, it opens nothing, and the rest follows', () => {
    const listener = atRecap().says({ type: 'reportedSymptom', rows: ['skin'] }, START);
    expect(listener.now.cleared).toBe(false);
    expect(listener.question).toBe(ASKED.q3);
  });

  test.each([
    ['q1', E],
    ['q2', LINES.q2],
  ] as const)('a yes to %s is the emergency it always is', (question, line) => {
    expect(askedOnReturn(question).says('saidYes').words).toBe(`${line} ${GO_BACK}`);
    expect(askedOnReturn(question).says('saidYes').passed).toBeNull();
  });

  test('after an outcome that was misheard the rest of all questions follows', () => {
    const listener = askedOnReturn('q2').says('saidYes', 'wentBack');
    expect(listener.words).toBe(ASKED.q2);
    listener.says('saidNo', 'saidNo');
    expect(listener.question).toBe(ASKED.q3);
  });

  test.each(ON_RETURN)('go back asks the question before %s', (question) => {
    const before = ON_RETURN[Math.max(0, ON_RETURN.indexOf(question) - 1)] ?? 'r0';
    expect(askedOnReturn(question).says('wentBack').words).toBe(ASKED[before]);
  });

  test('go back before "start" asks the last of them, and start over the first', () => {
    expect(atRecap().says('wentBack').words).toBe(ASKED.r4);
    expect(atRecap().says('startedOver').words).toBe(ASKED.r0);
    expect(open(1, 'same').answersNo(4).says('wentBack', 'saidNo').at).toBe('recap');
  });

  test.each(['saidYes', 'triedToStart', 'wasReady', 'saidNo', 'notUnderstood', 'resumed', A_QUESTION] as Said[])(
    'only "start" opens the routine (%j)',
    (said) => {
      expect(atRecap().says(said, said).now.cleared).toBe(false);
    },
  );

  test('"start" before all are answered opens nothing', () => {
    for (const question of ON_RETURN) expect(askedOnReturn(question).says(START).now.cleared).toBe(false);
  });
});

describe('a partner who joins on a return visit', () => {
  const joins = (): Listener =>
    open()
      .screened()
      .wants({ ...USUAL, tool: 'partner' });

  test('the rest of the questions comes first, then "start" again', () => {
    const listener = joins();
    expect(listener.words).toBe(`With a partner, a few more questions come first. ${ASKED.q3}`);
    expect(listener.now).toMatchObject({ cleared: false, visit: 'full' });
    expect(listener.answersNo(6).words).toMatch(/^All no:/);
    listener.says(START);
    expect(listener.now.cleared).toBe(true);
    expect(listener.now.wishes.tool).toBe('partner');
    expect(listener.question).toBe(ASKED.q9);
  });

  test('wished for between the questions, they come after the few', () => {
    const listener = askedOnReturn('r3').wants({ tool: 'partner' }).answersNo(2).says(START);
    expect(listener.question).toBe(ASKED.q3);
    expect(listener.now.cleared).toBe(false);
  });

  test('in the middle of a search the listener steps off first', () => {
    const listener = open().screened().wants(USUAL);
    for (let turns = 0; turns < 6 && listener.at !== 'finding'; turns++)
      listener.says(listener.at === 'screening' ? 'saidNo' : listener.at === 'readying' ? 'wasReady' : 'saidYes');
    if (listener.at !== 'finding') listener.number(4);
    expect(listener.at).toBe('finding');
    listener.says({ type: 'swappedTool', tool: 'partner' });
    expect(listener.words).toMatch(/^Step off the ball\. With a partner/);
    expect(listener.now.cleared).toBe(false);
    expect(listener.question).toBe(ASKED.q3);
  });

  test('taken up after a lost session, all questions come: which were asked then is not kept', () => {
    const listener = pressing().says({ type: 'sessionLost', because: 'left' }).comesBack(2);
    listener.says('saidYes', 'saidNo', START).says({ type: 'swappedTool', tool: 'partner' });
    expect(listener.question).toBe(ASKED.q1);
    expect(listener.now.cleared).toBe(false);
  });
});

describe('what stands for the questions', () => {
  const lasts = (listener: Listener): boolean => listener.passed !== null;

  test('is the day on which all were passed, and a return visit does not renew it', () => {
    const first = aListener({ remembered: { today: TODAY } }).screened();
    expect(first.passed).toEqual({ day: TODAY, voice: 'unknown' });
    const again = open(10).screened();
    expect(again.now.cleared).toBe(true);
    expect(again.passed).toEqual({ day: TODAY - 10, voice: 'unknown' });
  });

  test('is nothing before "start"', () => {
    expect(lasts(aListener().says('launched').answersNo(8))).toBe(false);
  });

  test('ends with any symptom, whatever follows it', () => {
    for (const row of SYMPTOM_ROWS) {
      const listener = offering().says({ type: 'reportedSymptom', rows: [row] });
      expect(lasts(listener)).toBe(false);
      fullSet(listener.comesBack(24 * 60));
    }
  });

  test('ends with a symptom told before anything is asked', () => {
    for (const row of SYMPTOM_ROWS)
      expect(lasts(backAfter(1).says({ type: 'reportedSymptom', rows: [row] }))).toBe(false);
  });

  test('ends with the skin, at the spot', () => {
    expect(lasts(open().screened().wants(USUAL).says('saidYes'))).toBe(false);
  });

  test('ends with an eight, and not with a seven, whatever it is a number of', () => {
    for (const reach of [() => finding().says('wasReady', 'askedToRepeat'), offering]) {
      expect(lasts(reach().number(7))).toBe(true);
      expect(lasts(reach().number(8))).toBe(false);
    }
    expect(lasts(closing().says('saidNo').number(7))).toBe(true);
    expect(lasts(closing().says('saidNo').number(8))).toBe(false);
  });

  test('does not end with an hour or with minutes', () => {
    expect(lasts(open().screened().says({ type: 'wantedReminder', when: {} }).number(8))).toBe(true);
  });

  test('ends with the second "too much"', () => {
    const once = pressing().says('saidTooMuch');
    expect(lasts(once)).toBe(true);
    expect(lasts(once.number(4).says('saidTooMuch'))).toBe(false);
  });

  test('ends with a yes at the last check', () => {
    for (const said of ['saidYes', 'wasNotSure', 'saidSomewhat'] as const)
      expect(lasts(closing().says(said))).toBe(false);
  });

  test('ends with silence after "Is anything wrong?"', () => {
    const listener = pressing().says('notUnderstood');
    expect(listener.question).toBe('Is anything wrong?');
    expect(lasts(listener)).toBe(true);
    expect(lasts(listener.staysSilent())).toBe(false);
  });

  test('ends with the word of a child', () => {
    expect(lasts(backAfter(1).says('isUnderage'))).toBe(false);
    expect(lasts(open().says('isUnderage'))).toBe(false);
  });

  test('does not come back with the next opening of a session in which something was told', () => {
    const listener = offering().says({ type: 'reportedSymptom', rows: ['sharp'] });
    listener.passed = { day: 0, voice: 'same' };
    fullSet(listener.says('launched'));
  });

  test('outlives a stop, silence and a pause', () => {
    expect(lasts(pressing().says('stopped'))).toBe(true);
    expect(lasts(pressing().staysSilent())).toBe(true);
    expect(lasts(pressing().says('paused', 'wasReady', 'saidNo'))).toBe(true);
  });
});
