// Tests what is measured of a session: work, talk, and the way to the first hold.

import { isMet, missed } from '../../bench/session/aims';
import type { Cue, Heard } from '../../bench/session/door';
import { answerTo, type Turn, type Visitor } from '../../bench/session/listener';
import { measure, monologuesIn, workIn } from '../../bench/session/measures';

/** A tenth of a second a character. */
const spoken = (text: string): number => text.length * 100;

const cue = (kind: string, atMs: number, lastsMs: number, text = kind): Cue => ({ kind, atMs, lastsMs, text });

const HOLD = [
  cue('say', 0, 6_000),
  cue('hold', 6_000, 15_000),
  // A slot without words between these two is no cue.
  cue('hold', 26_000, 10_000),
  cue('release', 36_000, 4_000),
  cue('ask', 40_000, 2_000),
];

function turn(atS: number, says: string | null, heard: Partial<Heard>, cutMs: number | null = null): Turn {
  const { cues = [cue('say', 0, heard.totalMs ?? 0)] } = heard;
  const empty = { utterance: '', intent: '', speech: '', question: '', sessionOpen: says !== null, state: null };
  return { atS, says, cutMs, heard: { ...empty, totalMs: 0, ...heard, cues } };
}

const SESSION = [
  turn(0, 'no', { totalMs: 18_000, state: 'screening q1' }),
  turn(20, 'start', { totalMs: 8_000, state: 'recap', question: 'If right, say start.' }),
  turn(30, 'five', { totalMs: 3_000, state: 'readying', question: 'How sore is it now?' }),
  turn(
    35,
    'ready',
    { totalMs: 60_000, state: 'finding', cues: [cue('say', 0, 10_000), cue('quiet', 10_000, 50_000)] },
    30_000,
  ),
  turn(65, 'four', { totalMs: 42_000, state: 'pressing', cues: HOLD }),
  turn(109, 'no', { totalMs: 2_000, state: 'closing', question: 'Any numbness, tingling, or weakness now?' }),
  turn(113, 'three', { totalMs: 1_900, state: 'closing', question: 'How sore is it now?' }),
  turn(117, null, { totalMs: 12_000, state: 'finished' }),
];

describe('a listener who looks at the clock', () => {
  const measures = measure(SESSION, 3, spoken);

  it('reads when the first question ends, when "start" is said, and when the first hold begins, soreness apart', () => {
    expect(measures).toMatchObject({ firstQuestion: 18, recap: 8, toStart: 30, turnsToHold: 4 });
    // Asking how sore it is takes 1.9 seconds, answering it two.
    expect(measures.toHold).toBeCloseTo(65 + 6 - 3.9);
    expect(measures.startToHold).toBeCloseTo(65 + 6 - 3.9 - 30);
  });

  it('counts a hold as work from its first cue until it is let go, and nothing else', () => {
    expect(workIn(HOLD)).toMatchObject([{ fromMs: 6_000, toMs: 36_000 }]);
    expect(measures).toMatchObject({ work: 30, workShare: 30 / 180, longestHold: 30 });
  });

  it('counts the session to its last word, and the closing without the question how sore it is', () => {
    expect(measures.afterStart).toBe(117 + 12 - 30);
    expect(measures.closing).toBeCloseTo(12);
  });

  it('hears words with nothing to do between them as one monologue', () => {
    const cues = [cue('say', 0, 3_000), cue('instruct', 3_000, 10_000, 'lean'), ...[cue('hold', 13_000, 30_000)]];
    expect(monologuesIn(cues, spoken)).toEqual([{ seconds: 3.4, words: 'say lean' }]);
  });
});

describe('an aim', () => {
  it('is missed by whatever is over its most or under its least', () => {
    expect([19.9, 20, 20.1].map((value) => isMet(value, { most: 20 }))).toEqual([true, true, false]);
    expect(missed(measure(SESSION, 3, spoken), { work: { least: 31 }, recap: { most: 8 } })).toEqual([
      'work 30, aim at least 31',
    ]);
  });
});

describe('a listener who answers what is asked', () => {
  const visitor: Visitor = {
    wish: { region: 'lower', side: 'left', tool: 'ball', minutes: 5, place: 'floor' },
    manner: 'patient',
  };
  const asked = (speech: string, question = speech) =>
    answerTo(turn(0, '', { question, speech, state: 'choosing' }).heard, visitor);

  it.each([
    ["Where's the knot: upper, middle, or lower back?", 'lower'],
    ["Where's the knot, and what can you press with? For example: upper left, tennis ball.", 'lower left'],
    ['What can you press with: a ball, a roller, or your hands?', 'tennis ball'],
    ['If right, say start.', 'start'],
    ['Upper left with the ball again, five minutes?', 'yes'],
    ['From one to ten, how sore is it now?', 'five'],
    ['From one to ten, how strong was it?', 'four'],
    ['Once more on that spot? Then say ready.', 'ready'],
    ['Is the skin there broken, bruised, hot, swollen, or numb?', 'no'],
  ])('says to "%s": %s', (question, answer) => {
    expect(asked(question)).toBe(answer);
  });

  it('hears the question before an example', () => {
    const speech = "Thanks. Where's the knot, and what can you press with? For example: upper left, tennis ball.";
    expect(asked(speech, 'For example: upper left, tennis ball.')).toBe('lower left');
  });

  it('says so where no rule knows an answer', () => {
    expect(() => asked('Do you like music?')).toThrow('no rule answers');
  });
});
