// Tests that half an answer to a health question is met with one closed question, and that only a clear no goes on.

import type { QuestionId } from '../../lambda/domain/healthQuestions';
import { ALL, ASKED, EXPLAINED } from '../support/health-questions';
import { aListener, type Listener, type Said } from '../support/listener';
import { askedTo, pressing } from '../support/reaching';

const RETURN: QuestionId[] = ['r0', 'q1', 'q2', 'r3', 'r4'];
const TODAY = 20_000;

/** At a question of a return visit, those before it answered no. */
function askedBack(question: QuestionId): Listener {
  const remembered = { sessions: [], today: TODAY };
  const listener = aListener({ remembered, screened: { day: TODAY - 1, voice: 'unknown' } });
  return listener.says('launched').answersNo(RETURN.indexOf(question));
}

/** Every health question but that on who is speaking, which takes nothing but a clear no. */
const QUESTIONS: [QuestionId, () => Listener][] = [
  ...ALL.map((question): [QuestionId, () => Listener] => [question, () => askedTo(question)]),
  ['r3', () => askedBack('r3')],
  ['r4', () => askedBack('r4')],
];

const SURE: Partial<Record<QuestionId, string>> = {
  q1: 'To be sure: today, chest pain, trouble breathing, fainting, or tearing pain? Yes or no.',
};
const NEW = 'Is it new or worse today? Yes or no.';
const denied = (of: QuestionId[] | 'all', manner: 'plain' | 'fine' | 'new' = 'plain'): Said => ({
  type: 'denied',
  of,
  manner,
});
const VAGUE: Said = { type: 'saidVague' };

/** Passed, and the next thing is asked. */
function passed(listener: Listener, question: QuestionId): void {
  if (question === 'q9') expect(listener.now.skinClear).toBe(true);
  else expect(listener.now.noes).toContain(question);
  expect(listener.now.guideOff).toBe(false);
}

function isOpen(listener: Listener, question: QuestionId): void {
  expect(listener.now.moment).toMatchObject({ at: 'screening', question });
  expect(listener.now.noes).not.toContain(question);
  expect(listener.now.skinClear).toBe(false);
}

/** What a yes to the question leads to. */
function hasYes(listener: Listener, question: QuestionId): void {
  const plain = QUESTIONS.find(([one]) => one === question)?.[1]().says('saidYes') as Listener;
  expect([question, listener.keys]).toEqual([question, plain.keys]);
}

describe.each(QUESTIONS)('%s', (question, asked) => {
  const sure = `screening.${question}.sure`;

  test('a no with the very thing asked for is a no', () => {
    passed(asked().says(denied([question])), question);
    passed(asked().says(denied('all')), question);
    passed(asked().says(denied('all', 'fine')), question);
  });

  test('a no with anything else is none, and never a question', () => {
    const other = question === 'q1' ? 'q4' : 'q1';
    const listener = asked().says({
      type: 'denied',
      of: [other],
      manner: 'plain',
      found: { topics: ['what-is-a-knot'], nearness: 'meant' },
    });
    expect(listener.words).toBe(`I need yes, no, or not sure. ${ASKED[question]}`);
    isOpen(listener, question);
  });

  test('a qualified no is asked once more, danger on yes, and the second time it is not sure', () => {
    const listener = asked().says('saidQualifiedNo');
    expect(listener.keys).toEqual([sure]);
    if (SURE[question]) expect(listener.words).toBe(SURE[question]);
    isOpen(listener, question);
    passed(asked().says('saidQualifiedNo', 'saidNo'), question);
    hasYes(asked().says('saidQualifiedNo', 'saidYes'), question);
    const twice = asked().says('saidQualifiedNo', 'saidQualifiedNo');
    if (question === 'r4') return hasYes(twice, question);
    expect(twice.words).toContain(EXPLAINED[question]);
    isOpen(twice, question);
    hasYes(twice.says('saidQualifiedNo'), question);
  });

  test('repeating the closed question repeats the closed question', () => {
    expect(asked().says('saidQualifiedNo', 'askedToRepeat').keys).toEqual([sure]);
    expect(asked().says(VAGUE, 'askedToRepeat').keys).toEqual([sure]);
    expect(asked().says(VAGUE, 'askedToExplain').words).toMatch(/To be sure: .*Yes or no\.$/);
  });

  test('vague words are asked once more, and then anything but a clear no is the outcome', () => {
    const listener = asked().says(VAGUE);
    expect(listener.keys).toEqual([sure]);
    isOpen(listener, question);
    passed(asked().says(VAGUE, 'saidNo'), question);
    hasYes(asked().says(VAGUE, 'saidYes'), question);
    hasYes(asked().says(VAGUE, 'wasNotSure'), question);
    for (const unclear of ['unclear', 'notUnderstood', VAGUE, 'saidQualifiedNo', 'wantedNext'] as Said[]) {
      const stopped = asked().says(VAGUE, unclear);
      if (question === 'q1' || question === 'q2') {
        expect(stopped.words).toMatch(
          /^I didn't hear a clear no, so we'll stop\. If you have .* call nine one one now\./,
        );
        expect(stopped.now.guideOff).toBe(true);
      } else hasYes(stopped, question);
    }
  });

  test('how many questions are left is told, and the question asked again', () => {
    const listener = asked().says('askedHowMany');
    const left = { q1: 'Eight', q6: 'Three', q8: 'One', q9: 'One', r3: 'Two', r4: 'One' } as Record<string, string>;
    if (left[question]) expect(listener.words).toBe(`${left[question]} to go. ${ASKED[question]}`);
    isOpen(listener, question);
  });

  test('an admission is a yes, but to how bad it is, where it is asked once more', () => {
    const listener = asked().says('admitted');
    if (question !== 'q6') return hasYes(listener, question);
    expect(listener.keys).toEqual([sure]);
    passed(asked().says('admitted', 'saidNo'), question);
    hasYes(asked().says('admitted', 'saidYes'), question);
  });
});

describe('no more than usual', () => {
  test.each(QUESTIONS.filter(([question]) => question !== 'r4'))('is asked about news at %s', (question, asked) => {
    expect(asked().says('saidAsUsual').words).toBe(NEW);
    isOpen(asked().says('saidAsUsual'), question);
    hasYes(asked().says('saidAsUsual', 'saidYes'), question);
    hasYes(asked().says('saidAsUsual', 'saidAsUsual'), question);
    hasYes(asked().says('saidAsUsual', 'unclear'), question);
  });

  test.each([
    ['q1', 'outcome.C'],
    ['q3', 'outcome.D'],
    ['q4', 'outcome.C'],
    ['q5', 'outcome.C'],
    ['q6', 'outcome.C'],
    ['q7', 'outcome.C'],
    ['q8', 'outcome.C'],
    ['q9', 'outcome.M'],
  ] as [QuestionId, string][])('and a clear no at %s is %s', (question, line) => {
    expect(askedTo(question).says('saidAsUsual', 'saidNo').keys[0]).toBe(line);
  });

  test('but a bladder that is no worse than ever is a no', () => {
    passed(askedTo('q2').says('saidAsUsual', 'saidNo'), 'q2');
  });

  test('leaves a return visit for all questions', () => {
    expect(askedBack('r3').says('saidAsUsual', 'saidNo').now.visit).toBe('full');
    expect(askedBack('r4').says('saidAsUsual').now.visit).toBe('full');
  });

  test('"nothing new" is a no where news is asked for, and no more than usual elsewhere', () => {
    passed(askedTo('q2').says(denied('all', 'new')), 'q2');
    expect(askedTo('q1').says(denied('all', 'new')).words).toBe(NEW);
  });
});

test('silence after the closed question hears what it would lead to at the gravest questions', () => {
  expect(askedTo('q1').says(VAGUE).repromptWords).toBe(
    "I didn't hear a clear no, so we'll stop. If you have chest pain or trouble breathing, call nine one one now. " +
      'If I misheard you, say go back.',
  );
  expect(askedTo('q1').says('saidAsUsual').repromptWords).toMatch(/^Stop here, please\..*say go back\.$/);
  expect(askedTo('q4').says(VAGUE).repromptWords).toMatch(/^To be sure: .*Yes or no\.$/);
});

test('another time is a yes to how it began and to what was ever so, and vague elsewhere', () => {
  const past: Said = { type: 'saidVague', past: true };
  for (const question of ['q5', 'q7', 'q8'] as const) hasYes(askedTo(question).says(past), question);
  for (const question of ['q1', 'q2', 'q3', 'q4', 'q6', 'q9'] as const)
    expect(askedTo(question).says(past).keys).toEqual([`screening.${question}.sure`]);
});

test('an odd feeling in a limb asks about limbs, whichever question is open, and is an outcome nowhere by itself', () => {
  const odd: Said = { type: 'reportedSymptom', rows: ['numb-both'], question: 'q3', soft: true };
  expect(askedTo('q1').says(odd).keys).toEqual(['screening.q1.sure']);
  expect(askedTo('q3').says(odd).keys).toEqual(['screening.q3.sure']);
  // The limbs were answered no before, so that answer is asked for again.
  const later = askedTo('q6').says(odd);
  expect(later.keys).toEqual(['screening.q3.sure']);
  expect(later.says('saidNo').question).toBe(ASKED.q6);
});

test('who is new is only told by a clear no', () => {
  for (const half of ['saidQualifiedNo', 'saidAsUsual', 'admitted', VAGUE, denied('all', 'fine')] as Said[])
    expect([half, askedBack('r0').says(half).now.visit]).toEqual([half, 'full']);
  expect(askedBack('r0').says(denied(['r0'])).now.visit).toBe('return');
});

describe('on both sides, or getting worse', () => {
  const asked = () => askedTo('q3').says('saidYes');
  const emergency = (listener: Listener) => expect(listener.words).toMatch(/^Stop here, please\./);

  test('half an answer is asked once more, and then only a clear no lets the first line stand', () => {
    const sure = 'To be sure: on both sides, or getting worse? Yes or no.';
    for (const half of ['saidQualifiedNo', 'admitted', VAGUE] as Said[]) {
      expect(asked().says(half).question).toBe(sure);
      expect(asked().says(half, 'saidNo').keys[0]).toBe('outcome.D.stands');
      emergency(asked().says(half, half));
      emergency(asked().says(half, 'wasNotSure'));
    }
    emergency(asked().says(VAGUE, 'unclear'));
    expect(asked().says('saidAsUsual').question).toBe(NEW);
    expect(asked().says('saidAsUsual', 'saidNo').keys[0]).toBe('outcome.D.stands');
    emergency(asked().says('saidAsUsual', 'unclear'));
  });

  test('a no in any words is a no', () => {
    expect(asked().says(denied('all')).keys[0]).toBe('outcome.D.stands');
  });
});

describe('after "start"', () => {
  const soft: Said = { type: 'reportedSymptom', rows: ['numb'], soft: true };

  test('words about an earlier question at the one on the skin shut the routine until "start" is said again', () => {
    const listener = askedTo('q9').says(soft);
    expect(listener.words).toMatch(/^To be sure: numbness, tingling/);
    expect(listener.now).toMatchObject({ cleared: false, startedAtMs: null });
    expect(listener.answersNo().words).toMatch(/say start\.$/);
    expect(listener.says({ type: 'swappedTool', tool: 'none' }).at).toBe('recap');
    const { kept } = askedTo('q9').says(soft).staysSilent();
    expect(kept?.recheckUntilMs ?? null).toBeNull();
  });

  test('a headache after an outcome repeats its line, and leads nowhere else', () => {
    const listener = askedTo('q9').says({ type: 'reportedSymptom', rows: ['standing'] });
    expect(listener.says({ type: 'saidVague', head: true }).words).toMatch(/^Let's hold off pressing/);
    expect(listener.heard().asks).toBeNull();
  });
});

describe('in a hold', () => {
  test('a headache releases and is asked about, and only a clear no leads back', () => {
    const listener = pressing().says({ type: 'saidVague', head: true });
    expect(listener.words).toMatch(/^Step off the ball\..*Is it sudden and severe, or with double vision/);
    expect(pressing().says({ type: 'saidVague', head: true }, 'saidYes').words).toMatch(/Stop here, please\./);
    expect(pressing().says({ type: 'saidVague', head: true }, 'wasNotSure').words).toMatch(/Stop here, please\./);
    expect(pressing().says({ type: 'saidVague', head: true }, 'saidNo').at).toBe('interrupted');
  });
});
