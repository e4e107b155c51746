// Tests that a misheard answer can be corrected, and skips no question (docs/safety.md "Correcting an answer").

import fc from 'fast-check';
import { ALL, ASKED, type OfFirstVisit as QuestionId } from '../support/health-questions';
import { runs } from '../support/how-many';
import { aListener, type Listener, type Said } from '../support/listener';
import { D, E, GO_BACK, LINES } from '../support/outcome-lines';
import { askedTo, atRecap } from '../support/reaching';

const START: Said = { type: 'saidStart', word: true };
const EIGHT = ALL.slice(0, 8);
const WITH_TWO_NOES: QuestionId[] = ['q1', 'q2', 'q3', 'q4', 'q5'];
const WITH_ONE_NO: QuestionId[] = ['q6', 'q7', 'q8'];

const nextOf = (question: QuestionId): string => ASKED[ALL[ALL.indexOf(question) + 1] ?? 'q9'];
const goesOn = (listener: Listener, question: QuestionId): void => {
  if (question === 'q8') expect(listener.at).toBe('recap');
  else expect(listener.question).toBe(nextOf(question));
};

describe.each(WITH_TWO_NOES)('a yes to %s that was misheard', (question) => {
  const back = () => askedTo(question).says('saidYes', 'wentBack');

  test('is asked again in full, and only a second clear no lifts it', () => {
    expect(back().words).toBe(ASKED[question]);
    const once = back().says('saidNo');
    expect(once.question).toBe(ASKED[question]);
    expect(once.now.noes).not.toContain(question);
    goesOn(once.says('saidNo'), question);
  });

  test.each([
    'unclear',
    'notUnderstood',
    'wasNotSure',
    'askedToRepeat',
    'askedWhy',
    'askedHelp',
    'wantedNext',
  ] as const)('is not lifted by one no and something else (%s)', (other) => {
    expect(back().says('saidNo', other).now.noes).not.toContain(question);
    expect(back().says(other, 'saidNo').now.noes).not.toContain(question);
  });

  test('is spoken again when the answer is yes again', () => {
    expect(back().says('saidYes').words).toContain(LINES[question]);
    expect(back().says('saidNo', 'saidYes').words).toContain(LINES[question]);
  });

  // Before the first question there is nothing to go back to.
  if (question === 'q1') return;
  test('still needs its two noes after going further back', () => {
    const listener = back().says('wentBack', 'saidNo');
    expect(listener.question).toBe(ASKED[question]);
    expect(listener.says('saidNo').question).toBe(ASKED[question]);
    goesOn(listener.says('saidNo'), question);
  });

  test('lets the whole screening be finished, with every other question asked', () => {
    const listener = back().answersNo(2 + 8 - EIGHT.indexOf(question) - 1);
    expect(listener.at).toBe('recap');
    expect([...listener.now.noes].sort()).toEqual(EIGHT);
    expect(listener.says(START).now.cleared).toBe(true);
  });
});

describe.each(WITH_ONE_NO)('a yes to %s that was misheard', (question) => {
  test('is lifted by one clear no', () => {
    const listener = askedTo(question).says('saidYes', 'wentBack');
    expect(listener.words).toBe(ASKED[question]);
    goesOn(listener.says('saidNo'), question);
  });
});

describe.each(EIGHT)('after the outcome of %s', (question) => {
  const warned = () => askedTo(question).says('saidYes', ...(question === 'q3' ? (['saidNo'] as const) : []));

  test('silence hears the line and the way back once more', () => {
    expect(warned().repromptWords).toBe(`${LINES[question]} ${GO_BACK}`);
    expect(warned().heard().reprompt?.plays).toEqual([]);
  });

  test.each([
    'saidNo',
    'saidYes',
    'wasReady',
    START,
    'notUnderstood',
    'resumed',
    'wantedNext',
    'startedOver',
    'citedDoctor',
    'askedHelp',
    'wantedStretches',
    { type: 'askedForRoutine', wishes: { region: 'upper' } },
    { type: 'swappedTool', tool: null },
  ] as Said[])('any answer but "go back" repeats the line and ends (%j)', (said) => {
    const listener = warned().says(said);
    expect(listener.words).toBe(LINES[question]);
    expect(listener.heard().asks).toBeNull();
  });

  test('nothing is kept, and the next session asks everything', () => {
    const listener = warned().staysSilent();
    expect(listener.kept).toBeNull();
    expect(listener.comesBack(1).question).toBe(ASKED.q1);
    expect(listener.now.noes).toEqual([]);
  });
});

describe('a further symptom after an outcome', () => {
  const said = (...rows: Extract<Said, { type: 'reportedSymptom' }>['rows']): Said => ({
    type: 'reportedSymptom',
    rows,
  });

  test('is answered with its own line when it is more urgent', () => {
    expect(askedTo('q4').says('saidYes', said('emergency')).words).toBe(`${E} ${GO_BACK}`);
    expect(askedTo('q8').says('saidYes', said('emergency')).words).toBe(`${E} ${GO_BACK}`);
    expect(askedTo('q8').says('saidYes', said('ill')).words).toBe(`${D} ${GO_BACK}`);
    expect(askedTo('q8').says('saidYes', said('numb')).words).toContain(D);
  });

  test('repeats the line and ends when it is not', () => {
    expect(askedTo('q1').says('saidYes', said('ill')).words).toBe(E);
    expect(askedTo('q4').says('saidYes', said('standing')).words).toBe(D);
    expect(askedTo('q6').says('saidYes', said('skin')).words).toBe(LINES.q6);
  });

  test('cannot be lifted by going back on the first: both questions stay open', () => {
    const listener = askedTo('q4').says('saidYes', said('emergency'), 'wentBack', 'saidNo', 'saidNo');
    expect(listener.question).toBe(ASKED.q4);
    listener.says('saidNo');
    expect(listener.question).toBe(ASKED.q4);
  });

  test('at the recap takes back the noes of both', () => {
    const listener = atRecap().says(said('ill'), said('emergency'), 'wentBack', 'saidNo', 'saidNo');
    expect(listener.question).toBe(ASKED.q4);
    expect(listener.says('saidNo').question).toBe(ASKED.q4);
    expect(listener.says('saidNo').at).toBe('recap');
  });

  test('weakness instead of an answer to "both sides?" keeps that danger', () => {
    expect(askedTo('q3').says('saidYes', said('saddle')).words).toContain(E);
    expect(askedTo('q3').says('saidYes', said('weak')).words).toMatch(/^(Stop here|Let's not)/);
  });
});

test('posture tips end the session after a C, where they are offered, and are an answer after a D or an E', () => {
  expect(askedTo('q8').says('saidYes', 'askedPostureTips').words).toMatch(/Don't slouch, hunch over/);
  for (const question of ['q4', 'q1'] as const) {
    const listener = askedTo(question).says('saidYes', 'askedPostureTips');
    expect(listener.words).toMatch(/^Don't slouch/);
    expect(listener.question).toBe('If I misheard you, say go back.');
  }
});

describe('whatever is said in whatever order', () => {
  const words: fc.Arbitrary<Said> = fc.oneof(
    { weight: 30, arbitrary: fc.constant<Said>('saidNo') },
    { weight: 4, arbitrary: fc.constant<Said>('wentBack') },
    { weight: 2, arbitrary: fc.constant<Said>('saidYes') },
    { weight: 2, arbitrary: fc.constant<Said>(START) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Said>(
        'wasNotSure',
        'unclear',
        'askedToRepeat',
        'askedWhy',
        'notUnderstood',
        'wantedNext',
        'wantedPrevious',
        'paused',
        'resumed',
        'wasReady',
        'askedHelp',
        'startedOver',
        { type: 'chose', wishes: { minutes: 5 } },
        { type: 'reportedSymptom', rows: ['numb'] },
        { type: 'reportedSymptom', rows: ['dizzy'] },
        { type: 'reportedSymptom', rows: ['sharp'] },
        { type: 'reportedSymptom', rows: ['ill'] },
      ),
    },
  );

  const openQuestion = (listener: Listener): QuestionId | undefined =>
    EIGHT.find((question) => listener.question === ASKED[question]);

  test('the screening opens only after a clear no to each of the eight since it was last asked or answered yes', () => {
    let opened = 0;
    fc.assert(
      fc.property(fc.array(words, { minLength: 9, maxLength: 40 }), (script) => {
        const listener = aListener().says('launched');
        const need = new Map<QuestionId, number>(EIGHT.map((question) => [question, 1]));
        for (const said of script) {
          const question = openQuestion(listener);
          const before = listener.now;
          listener.says(said);
          const warned = listener.now.moment.at === 'warned' ? listener.now.moment.closed : null;
          if (question && said === 'saidNo') need.set(question, Math.max(0, (need.get(question) ?? 1) - 1));
          if (warned) need.set(warned.question as QuestionId, warned.outcome === 'C' ? 1 : 2);
          // A question that is asked anew after another one counts anew.
          const now = openQuestion(listener);
          if (now && now !== question && need.get(now) === 0) need.set(now, 1);
          if (listener.now.cleared && !before.cleared) {
            expect([...need].filter(([, left]) => left > 0)).toEqual([]);
            expect(said).toEqual(START);
            opened++;
          }
          if (listener.now.cleared || listener.at === 'finished') return;
        }
      }),
      { numRuns: runs(400, 600), seed: 20261121 },
    );
    expect(opened).toBeGreaterThan(20);
  });
});
