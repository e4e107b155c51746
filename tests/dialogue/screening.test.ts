// Tests that every answer to a health question leads where docs/safety.md "Answers to a health question" says.

import type { Session } from '../../lambda/domain/progress';
import type { SymptomRow } from '../../lambda/domain/symptom';
import { ALL, ASKED, EXPLAINED, type OfFirstVisit as QuestionId } from '../support/health-questions';
import { aListener, type Listener, type Said } from '../support/listener';
import { AWAY, C, D, E, GO_BACK, LINES, M, Q3B, SAFETY_NET } from '../support/outcome-lines';
import { askedTo, atRecap } from '../support/reaching';

const BEFORE: Partial<Record<QuestionId, QuestionId>> = {
  q2: 'q1',
  q3: 'q2',
  q4: 'q3',
  q5: 'q4',
  q6: 'q5',
  q7: 'q6',
  q8: 'q7',
};
/** Whatever belongs to a question and is said while it is open; `question` where the row alone does not tell. */
const OWN_SYMPTOM: Record<QuestionId, SymptomRow> = {
  q1: 'emergency',
  q2: 'saddle',
  q3: 'numb',
  q4: 'ill',
  q5: 'injury',
  q6: 'standing',
  q7: 'standing',
  q8: 'standing',
  q9: 'skin',
};

/** The question stands as it stood: asked last, and not passed. */
function asksAgain(listener: Listener, question: QuestionId): void {
  expect(listener.question).toBe(ASKED[question]);
  expect(listener.now.noes).not.toContain(question);
  expect(listener.now.skinClear).toBe(false);
  expect(listener.now.moment).toMatchObject({ at: 'screening', question });
}

/** The class of a yes is spoken at once, then how to correct it; nothing is guided any more. */
function ended(listener: Listener, question: QuestionId): void {
  const tips = question === 'q6' || question === 'q7' || question === 'q8' ? ' I can still share posture tips.' : '';
  const after = question === 'q3' ? Q3B : question === 'q9' ? 'Want the stretches?' : GO_BACK;
  expect(listener.words).toBe(`${LINES[question]}${tips} ${after}`);
  if (question === 'q9') expect(listener.now.pressOff).toBe(true);
  else expect(listener.now).toMatchObject({ guideOff: true, cleared: false, place: null });
}

function over(listener: Listener): void {
  expect(listener.heard().asks).toBeNull();
  expect(listener.at).toBe('finished');
}

describe.each(ALL)('%s', (question) => {
  const asked = () => askedTo(question);
  const answered = (...said: Said[]) => asked().says(...said);

  test('a no to the first two is echoed, the next question follows, and it passes this question only', () => {
    const before = asked().now.noes;
    const listener = answered('saidNo');
    const echoes: Partial<Record<QuestionId, string>> = {
      q1: 'No chest or breathing trouble.',
      q2: 'No bladder, bowel, or groin trouble.',
    };
    expect(listener.words).toContain(echoes[question] ?? '');
    if (!echoes[question] && question !== 'q8' && question !== 'q9') expect(listener.words).toBe(listener.question);
    if (question === 'q9') expect(listener.now.skinClear).toBe(true);
    else expect(listener.now.noes).toEqual([...before, question]);
    const next = ALL[ALL.indexOf(question) + 1];
    if (question === 'q9') expect(listener.at).toBe('readying');
    else if (question === 'q8') expect(listener.at).toBe('recap');
    else expect(listener.question).toBe(next && ASKED[next]);
    expect(answered('saidNone').now).toEqual(listener.now);
  });

  test.each(['saidYes', 'saidSomewhat'] as const)(
    'a yes is answered with its outcome at once, without "are you sure" (%s)',
    (said) => {
      ended(answered(said), question);
    },
  );

  test('somebody not sure hears the explanation once, and the second time it counts as a yes', () => {
    const once = answered('wasNotSure');
    expect(once.words).toBe(`${EXPLAINED[question]} ${ASKED[question]}`);
    asksAgain(once, question);
    ended(once.says('wasNotSure'), question);
  });

  test('somebody who asks what it means hears it, then shorter, and the third time it counts as not sure', () => {
    const once = answered('askedToExplain');
    expect(once.words).toBe(`${EXPLAINED[question]} ${ASKED[question]}`);
    const twice = answered('askedToExplain', 'askedToExplain');
    expect(twice.words.length).toBeLessThan(once.words.length);
    asksAgain(twice, question);
    ended(twice.says('askedToExplain'), question);
  });

  test('repeat asks the question again without limit, and three in a row bring the explanation', () => {
    expect(answered('askedToRepeat').words).toBe(ASKED[question]);
    const often = answered('askedToRepeat', 'askedToRepeat', 'askedToRepeat');
    expect(often.words).toBe(`${EXPLAINED[question]} ${ASKED[question]}`);
    for (let time = 0; time < 12; time++) often.says('askedToRepeat');
    asksAgain(often, question);
  });

  test('three repeats that are not in a row bring no explanation', () => {
    expect(answered('askedToRepeat', 'askedToRepeat', 'askedWhy', 'askedToRepeat').words).toBe(ASKED[question]);
  });

  test('why is answered in one line, as often as it is asked', () => {
    const why = answered('askedWhy');
    expect(why.words).toBe(`It helps me know if pressing on your back is okay. ${ASKED[question]}`);
    asksAgain(why.says('askedWhy', 'askedWhy', 'askedWhy'), question);
  });

  test('silence is reprompted with the full question, never counts as a no, and ends without a word', () => {
    const listener = asked();
    const { noes } = listener.now;
    expect(listener.repromptWords).toBe(ASKED[question]);
    expect(listener.heard().reprompt?.plays).toEqual([]);
    listener.staysSilent();
    expect(listener.heard()).toMatchObject({ silent: true, says: [], asks: null });
    expect(listener.now).toMatchObject({ noes, skinClear: false });
  });

  test('something unrelated is answered with what I need, then explained, and the third time the session ends', () => {
    const listener = answered('notUnderstood');
    expect(listener.words).toBe(`I need yes, no, or not sure. ${ASKED[question]}`);
    expect(listener.says('notUnderstood').words).toBe(`${EXPLAINED[question]} ${ASKED[question]}`);
    asksAgain(listener, question);
    expect(listener.says('notUnderstood').words).toBe(
      "I can't start without that answer. Come back when you're ready.",
    );
    over(listener);
  });

  test.each([
    'wantedNext',
    'triedToStart',
    { type: 'saidStart', word: true },
    { type: 'saidStart', word: false },
  ] as Said[])('skipping is refused, then posture tips are offered, then it ends (%j)', (skip) => {
    const listener = answered(skip);
    expect(listener.words).toMatch(/^I can't skip this one\. It keeps you safe\./);
    asksAgain(listener, question);
    listener.says(skip);
    expect(listener.words).toBe(
      "Without it I can't guide pressing or stretching. I can share posture tips. Want those?",
    );
    expect(listener.now.noes).not.toContain(question);
    over(listener.says(skip));
  });

  test('two answers at once count as a yes', () => {
    ended(answered('mixedAnswer'), question);
  });

  test('an unclear sound is asked about, then explained, and the third time it counts as not sure', () => {
    const listener = answered('unclear');
    expect(listener.words).toBe(`Sorry, I need a clear yes or no. ${ASKED[question]}`);
    expect(listener.says('unclear').words).toBe(`${EXPLAINED[question]} ${ASKED[question]}`);
    asksAgain(listener, question);
    ended(listener.says('unclear'), question);
  });

  test('a symptom in free words is the yes of its question, whichever question is open', () => {
    const row = OWN_SYMPTOM[question];
    ended(answered({ type: 'reportedSymptom', rows: [row], question }), question);
    for (const other of ['emergency', 'saddle', 'ill', 'injury'] as const) {
      const about = ALL.find((one) => OWN_SYMPTOM[one] === other) ?? 'q1';
      expect(answered({ type: 'reportedSymptom', rows: [other] }).words).toBe(`${LINES[about]} ${GO_BACK}`);
    }
    expect(answered({ type: 'reportedSymptom', rows: ['numb'] }).words).toBe(`${D} ${Q3B}`);
  });

  test('somebody who answers for another is asked to let them answer', () => {
    const listener = answered('spokeForAnother');
    expect(listener.words).toBe(`Let them answer, please. ${ASKED[question]}`);
    asksAgain(listener.says('spokeForAnother'), question);
  });

  test('go back asks the question before in full and takes its answer back', () => {
    const listener = answered('wentBack');
    if (question === 'q9') {
      // The plan stands between the eight and the ninth; nothing may be passed by going back.
      expect(listener.now.skinClear).toBe(false);
      expect(['q8', 'q9']).toContain(listener.now.moment.at === 'screening' && listener.now.moment.question);
      return;
    }
    const before = BEFORE[question] ?? 'q1';
    expect(listener.words).toBe(ASKED[before]);
    expect(listener.now.noes).not.toContain(before);
    expect(listener.says('saidNo').question).toBe(question === 'q1' ? ASKED.q2 : ASKED[question]);
  });

  test.each(['stopped'] as const)('stop ends at once with one line on when to get help (%s)', (stop) => {
    const listener = answered(stop);
    expect(listener.words).toBe(`Okay, stopping. ${SAFETY_NET}`);
    over(listener);
  });

  test('help tells what this is and which answers it takes, and asks again', () => {
    const listener = answered('askedHelp');
    expect(listener.words).toMatch(/knot.*yes, no, or not sure/i);
    asksAgain(listener, question);
  });

  test("a doctor's word changes nothing, before the answer or after it", () => {
    asksAgain(answered('citedDoctor'), question);
    if (question === 'q9') {
      expect(answered('saidYes', 'citedDoctor').now.pressOff).toBe(true);
      return;
    }
    const after = answered('saidYes', ...(question === 'q3' ? (['saidNo'] as const) : []), 'citedDoctor');
    expect(after.words).toBe(LINES[question]);
    over(after);
  });

  test('a child is sent to a grown-up, and nothing is kept', () => {
    const listener = answered('isUnderage');
    expect(listener.words).toMatch(/^This is for adults only\./);
    over(listener);
    expect(listener.kept).toBeNull();
  });
});

describe('Q3b', () => {
  const asked = () => askedTo('q3').says('saidYes');

  test.each(['saidYes', 'wasNotSure', 'saidSomewhat', 'mixedAnswer'] as const)(
    'both sides, getting worse or not sure is an emergency (%s)',
    (said) => {
      expect(asked().says(said).words).toBe(`${E} ${GO_BACK}`);
    },
  );

  test('a no lets the same-day line stand, and its way back is said', () => {
    const listener = asked().says('saidNo');
    expect(listener.question).toBe(GO_BACK);
    expect(listener.repromptWords).toBe(`${D} ${GO_BACK}`);
  });

  test('silence has already heard the same-day line, and hears it again', () => {
    expect(asked().words).toBe(`${D} ${Q3B}`);
    expect(asked().repromptWords).toBe(`${D} ${Q3B}`);
  });

  test('anything unrelated is asked once more, then the line is repeated and it ends', () => {
    const listener = asked().says('notUnderstood');
    expect(listener.question).toBe(Q3B);
    expect(listener.says('notUnderstood').words).toBe(D);
    over(listener);
  });

  test('both sides said in free words instead of a yes is an emergency', () => {
    expect(asked().says({ type: 'reportedSymptom', rows: ['numb-both'] }).words).toBe(`${E} ${GO_BACK}`);
  });

  test('go back asks the whole question again', () => {
    expect(asked().says('wentBack').words).toBe(ASKED.q3);
    expect(asked().says('saidYes', 'wentBack').words).toBe(ASKED.q3);
  });
});

const YESTERDAYS: Session = { day: 0, region: 'upper', tool: 'ball', minutes: 5, holds: 2 };

describe('the order', () => {
  test('a new listener hears what this is, for whom, and what it is not, and the first question within twenty seconds', () => {
    const listener = aListener().says('launched');
    expect(listener.words).toBe(
      "Knot Relief, for adults. I'll help you ease a tight back. First, eight health questions. It isn't medical advice; in an emergency, call nine one one. Today, have you had chest pain, trouble breathing, fainting, or sudden tearing pain?",
    );
    expect(listener.answerSeconds).toBeLessThanOrEqual(20);
  });

  test('before the second question a new listener hears that they may answer quietly, and only they do', () => {
    expect(askedTo('q2').words).toMatch(/^No chest or breathing trouble\. You can answer quietly\. Do you have new/);
    const known = askedTo('q2', { remembered: { sessions: [YESTERDAYS], today: 1 } });
    expect(known.words).toMatch(/^No chest or breathing trouble\. Do you have new/);
  });

  test.each([
    'wasReady',
    'resumed',
    'wantedMore',
    'paused',
    'startedOver',
    'askedTimeLeft',
    'askedPlan',
    'wantedShorter',
    'saidTooMuch',
  ] as Said[])('a word from elsewhere passes no question (%j)', (said) => {
    for (const question of ALL.slice(0, 8)) {
      const before = askedTo(question).now.noes;
      const { noes, cleared } = askedTo(question).says(said).now;
      expect(noes.filter((no) => !before.includes(no))).toEqual([]);
      expect(cleared).toBe(false);
    }
  });

  test('going back all the way and forward again asks every question once more', () => {
    const listener = atRecap();
    for (const question of [...ALL.slice(0, 8)].reverse()) {
      expect(listener.says('wentBack').words).toBe(ASKED[question]);
    }
    expect(listener.now.noes).toEqual([]);
    listener.answersNo(8);
    expect(listener.at).toBe('recap');
  });

  test('start over asks from the first question, and no earlier answer counts', () => {
    const listener = askedTo('q6').says('startedOver');
    expect(listener.question).toBe(ASKED.q1);
    expect(listener.now.noes).toEqual([]);
  });

  test('a wish said in the middle is remembered and passes nothing', () => {
    const listener = askedTo('q4').says({ type: 'askedForRoutine', wishes: { region: 'upper', minutes: 5 } });
    asksAgain(listener, 'q4');
    listener.answersNo(5).says({ type: 'saidStart', word: true });
    expect(listener.now.wishes).toMatchObject({ region: 'upper', minutes: 5 });
    expect(listener.question).toBe('Left, right, or both sides?');
  });
});

test.each(['en-GB', 'en-AU', 'en-CA', 'en-IN'])(
  'the emergency number of %s is said in every line that has one',
  (locale) => {
    const number =
      { 'en-GB': 'nine nine nine', 'en-AU': 'triple zero', 'en-CA': 'nine one one', 'en-IN': 'one one two' }[locale] ??
      '';
    expect(askedTo('q1', { locale }).words).toContain(`in an emergency, call ${number}.`);
    expect(askedTo('q1', { locale }).says('saidYes').words).toContain(`Call ${number} now`);
    expect(askedTo('q4', { locale }).says('saidYes').words).toContain(`call ${number}`);
    expect(askedTo('q7', { locale }).says('saidYes').words).toContain(`call ${number}`);
  },
);

test('outside a press no outcome begins with stepping away', () => {
  for (const question of ALL) expect(askedTo(question).says('saidYes').words).not.toContain(AWAY);
  expect([C, M].every((line) => line.length > 0)).toBe(true);
});
