// Tests what is said in a hold that asks for nothing, and what is not understood there (docs/safety.md "The rules of pressing").

import { LIMITS } from '../../lambda/alexa/limits';
import type { Event } from '../../lambda/dialogue/event';
import type { Wishes } from '../../lambda/domain/choice';
import { PRESS_TOOLS, type PressTool } from '../../lambda/domain/exercise';
import type { Listener, Said } from '../support/listener';
import { checking, finding, offering, pressing, stretching, USUAL } from '../support/reaching';

const remark = (one: Extract<Event, { type: 'remarked' }>['remark']): Said => ({ type: 'remarked', remark: one });
const number = (value: number): Said => ({ type: 'gaveNumber', number: value });

/** Every remark of the closed list, as it arrives. */
const REMARKS: [string, Said][] = [
  ['"how long left"', 'askedTimeLeft'],
  ['"thanks"', remark('thanks')],
  ['"that feels good"', remark('good')],
  ['"it feels better"', remark('better')],
  ['"keep going"', 'resumed'],
  ['"count more"', 'wantedMoreCounting'],
  ['"count less"', 'wantedLessCounting'],
  ['"louder"', remark('louder')],
  ['"quieter"', remark('quieter')],
];

const RULE: Record<PressTool, string> = {
  ball: 'If you lose me, step off.',
  roller: 'If you lose me, lift off.',
  hook: 'If you lose me, let the hook go.',
  hands: 'If you lose me, take your hands away.',
  partner: 'Partner: if you lose me, hands off.',
};
const RELEASE: Record<PressTool, RegExp> = {
  ball: /^Step off the ball\./,
  roller: /^Lift off the roller\./,
  hook: /^Let the hook go\./,
  hands: /^Take your hands away\./,
  partner: /^Hands off, please\./,
};
const CASES = PRESS_TOOLS.flatMap((tool) => REMARKS.map(([words, said]) => [words, tool, said] as const));
const SPEAKING_SECONDS = (LIMITS.utteranceMs + LIMITS.startLatencyMs) / 1000;
const SCALE = 'From one to ten, how strong was it?';

const wishing = (tool: PressTool): Wishes => ({
  ...USUAL,
  tool,
  ...(tool === 'partner' ? { place: 'floor' as const } : {}),
});
/** Some seconds into the first hold. */
function inHold(seconds: number, tool: PressTool = 'ball'): Listener {
  const listener = finding(wishing(tool)).says('wasReady');
  return listener.after(listener.pressBeginsAt + seconds);
}
const saidBefore = (listener: Listener): string => listener.wordsOf(listener.heard().says);

describe('a harmless remark in a hold', () => {
  test.each(CASES)('%s, with the %s: answered in a breath, and the hold goes on', (_words, tool, said) => {
    const listener = inHold(4, tool).says(said);
    const [, seconds] = /About (\w+|\w+ \w+) left\. /.exec(saidBefore(listener)) ?? [];
    expect(seconds).toBe(listener.pressesFor === 20 ? 'twenty' : listener.pressesFor === 15 ? 'fifteen' : 'ten');
    expect(saidBefore(listener).endsWith(`left. ${RULE[tool]}`)).toBe(true);
    expect(listener.words).not.toMatch(RELEASE[tool]);
    expect(listener.at).toBe('pressing');
    expect(listener.question).toBe(SCALE);
  });

  test.each(PRESS_TOOLS)('the rest gives no order to press, and ends with the release (%s)', (tool) => {
    const { plays } = inHold(4, tool).says('askedTimeLeft').heard();
    expect(plays[0]?.act?.key ?? 'quiet').toMatch(/^(quiet|hold\.ten|press\.hook\.off)$/);
    expect(plays.some(({ act }) => /^press\.(start|half)|\.(lead|brief|again|back)$/.test(act?.key ?? ''))).toBe(false);
    expect(plays.at(-1)).toMatchObject({ kind: 'release', act: { key: `press.${tool}.release` } });
  });

  test('the hold keeps its length to five seconds, the words counted in', () => {
    for (const into of [3, 8, 12, 15]) {
      const listener = inHold(into).says('askedTimeLeft');
      // The listener speaks, the answer takes its time, and its words end where the rest begins.
      const heldSeconds = into + SPEAKING_SECONDS + listener.pressBeginsAt + listener.pressesFor;
      expect(Math.abs(heldSeconds - 30)).toBeLessThanOrEqual(5);
    }
  });

  test('the number after it counts for the whole hold', () => {
    const listener = inHold(5).says(remark('thanks'), number(4));
    expect(listener.now.spots.at(-1)).toMatchObject({ holds: 1, strength: 4 });
    expect(listener.now.spots.at(-1)?.pressedSeconds).toBeGreaterThanOrEqual(27);
  });

  test('more counting is heard at once, in the rest', () => {
    const listener = inHold(3).says('wantedMoreCounting');
    expect(saidBefore(listener)).toMatch(/^I'll count more\. About/);
    expect(listener.heard().plays.filter(({ act }) => act?.key === 'hold.number').length).toBeGreaterThan(5);
  });

  test('with under ten seconds left the release comes at once', () => {
    for (const [, said] of REMARKS) expect(inHold(19).says(said).words).toMatch(RELEASE.ball);
  });

  test('a second is answered like the first, a third with the release', () => {
    const listener = inHold(1);
    listener.says('askedTimeLeft');
    expect(listener.pressesFor).toBe(20);
    listener.after(listener.pressBeginsAt).says(remark('thanks'));
    expect(listener.pressesFor).toBe(10);
    listener.after(listener.pressBeginsAt - 1).says(remark('good'));
    expect(listener.words).toMatch(RELEASE.ball);
    expect(listener.pressesFor).toBe(0);
  });

  test('said while the rest is being told, it still goes on', () => {
    const listener = inHold(2).says('askedTimeLeft').after(1).says(remark('thanks'));
    expect(listener.words).not.toMatch(RELEASE.ball);
    expect(listener.pressesFor).toBeGreaterThanOrEqual(10);
  });

  test('after a number above five on the spot it is answered with the release', () => {
    const listener = checking().number(6).says('saidNo', 'wasReady');
    listener.after(listener.pressBeginsAt + 4).says(remark('thanks'));
    expect(listener.words).toMatch(RELEASE.ball);
    expect(listener.pressesFor).toBe(0);
  });

  test('before the hold has begun the listener is released', () => {
    const listener = finding().says('wasReady').after(1).says('askedTimeLeft');
    expect(listener.words).toMatch(RELEASE.ball);
  });

  test('a spot is never pressed for more than its minute, whatever is said in it', () => {
    const listener = offering().says('wasReady');
    listener.after(listener.pressBeginsAt + 2).says('askedTimeLeft');
    listener.after(listener.pressBeginsAt + 1).says(remark('louder'));
    expect((listener.pressedMs.at(-1) ?? 0) / 1000 + listener.pressesFor).toBeLessThanOrEqual(60);
  });
});

describe('what is not on the list', () => {
  test.each(['saidYes', 'wasReady', { type: 'saidStart', word: true }] as Said[])(
    'a bare yes, okay or ready releases, and waits for "ready" (%j)',
    (said) => {
      const listener = pressing().says(said);
      expect(listener.words).toMatch(/^Step off the ball\. About \w+ seconds of that hold are left\./);
      expect(listener.question).toBe("Say ready when you're back in place.");
      expect(listener.pressesFor).toBe(0);
    },
  );

  test.each([
    'saidNo',
    'notUnderstood',
    'unclear',
    'wasNotSure',
    'saidSomewhat',
    'itEased',
    { type: 'chose', wishes: { region: 'upper' } },
    { type: 'askedQuestion', found: { topics: [], nearness: 'nothing' } },
  ] as Said[])('what may be a complaint releases and asks whether anything is wrong (%j)', (said) => {
    expect(pressing().says(said).words).toBe('Step off the ball. I missed that. Is anything wrong?');
  });

  test.each(PRESS_TOOLS)('the release is the one of the tool (%s)', (tool) => {
    const listener = inHold(10, tool).says('notUnderstood');
    expect(listener.words).toMatch(RELEASE[tool]);
    expect(listener.question).toBe('Is anything wrong?');
  });
});

describe('"Is anything wrong?"', () => {
  const asked = (): Listener => pressing().says('notUnderstood');

  test('a clear no offers the rest, after "ready"', () => {
    const listener = asked().says('saidNo');
    expect(listener.words).toBe("About twenty seconds of that hold are left. Say ready when you're back in place.");
    expect(listener.says('wasReady').pressesFor).toBe(20);
  });

  test.each([
    'saidYes',
    'wasNotSure',
    'saidSomewhat',
    'mixedAnswer',
    'unclear',
    'notUnderstood',
    'wasReady',
    'resumed',
    'saidTooMuch',
    'wantedNext',
    'wantedStretches',
    remark('thanks'),
    number(3),
  ] as Said[])('anything else is a quiet minute and the end of pressing (%j)', (said) => {
    const listener = asked().says(said);
    expect(listener.words).toMatch(/^Step away from the wall now\. Rest for one minute\./);
    expect(listener.question).toBe('Has it eased?');
    expect(listener.now).toMatchObject({ pressOff: true, recheckOff: true });
    expect(listener.says('saidYes', 'wasReady').pressesFor).toBe(0);
    expect(listener.at).toBe('stretching');
  });

  test('a symptom that is named takes its own cell', () => {
    expect(asked().says({ type: 'reportedSymptom', rows: ['numb'] }).question).toBe('Has it gone?');
    const emergency = asked().says({ type: 'reportedSymptom', rows: ['emergency'] });
    expect(emergency.words).toContain('Call nine one one now');
  });

  test.each(['askedToRepeat', 'askedHelp', 'askedWhy', 'paused', 'askedToExplain'] as const)(
    'it is asked again when nothing was answered (%s)',
    (said) => {
      expect(asked().says(said).question).toBe('Is anything wrong?');
    },
  );

  test('silence leads nowhere near a press, and leaves no short way back to it', () => {
    const listener = asked();
    expect(listener.heard().reprompt?.plays).toEqual([]);
    expect(listener.repromptWords).toMatch(/^See a doctor .* Is anything wrong\?$/);
    listener.staysSilent();
    expect(listener.kept?.recheckUntilMs ?? null).toBeNull();
  });
});

describe('a remark where nothing presses', () => {
  test.each([
    ['"how long left"', 'askedTimeLeft'],
    ['"thanks"', remark('thanks')],
    ['"count more"', 'wantedMoreCounting'],
    ['"louder"', remark('louder')],
  ] as [string, Said][])('%s in a stretch: it just goes on', (_words, said) => {
    const listener = stretching().says(said);
    expect(listener.at).toBe('stretching');
    expect(listener.heard().plays.some(({ kind }) => kind === 'hold' || kind === 'count')).toBe(true);
  });

  test('at a question it is no answer', () => {
    for (const one of ['thanks', 'good'] as const) expect(checking().says(remark(one)).question).toBe(SCALE);
  });
});

describe('words about the body that nothing was understood of', () => {
  const ODD: Event[] = [
    { type: 'saidVague' },
    { type: 'saidVague', part: true },
    { type: 'saidVague', part: true, found: { topics: ['how-hard-to-press'], nearness: 'meant' } },
  ];

  test.each(ODD)('in a hold let go, and ask whether anything is wrong (%j)', (said) => {
    const listener = pressing().says(said);
    expect(listener.words).toBe('Step off the ball. I missed that. Is anything wrong?');
  });

  test.each(ODD)('in a search do the same (%j), and after a no "ready" searches again', (said) => {
    const listener = finding().says(said);
    expect(listener.words).toBe('Step off the ball. I missed that. Is anything wrong?');
    listener.says('saidNo', 'wasReady');
    expect(listener.at).toBe('finding');
    expect(finding().says(said, 'wasNotSure').now.pressOff).toBe(true);
  });

  const LIMB: Said = { type: 'saidVague', part: true, limb: true };
  const ASKED = 'Step off the ball. I missed that. Is it numb, tingling, or weak?';

  test('but of an arm or a leg ask what pressing may do to one, in a hold and in a search', () => {
    expect(pressing().says(LIMB).words).toBe(ASKED);
    expect(finding().says(LIMB).words).toBe(ASKED);
    expect(pressing().says({ type: 'saidTooMuch', limb: true }).words).toBe(ASKED);
  });

  test.each<Said>([
    'saidNo',
    { type: 'denied', of: ['q3'], manner: 'plain' },
    { type: 'denied', of: 'all', manner: 'fine' },
  ])('and go on after a no to that, as after any (%j)', (no) => {
    const listener = pressing().says(LIMB, no);
    expect(listener.at).toBe('interrupted');
    expect(listener.says('wasReady').at).toBe('pressing');
  });

  test.each<Said>(['saidYes', 'wasNotSure', 'notUnderstood'])(
    'and after %j rest a minute as for numbness, and press no more',
    (answer) => {
      const listener = pressing().says(LIMB, answer);
      expect(listener.now.moment).toMatchObject({ at: 'easing', row: 'numb' });
      expect(listener.now.pressOff).toBe(true);
    },
  );

  test('and ask the same again when asked to', () => {
    expect(pressing().says(LIMB, 'askedToRepeat').words).toContain('Is it numb, tingling, or weak?');
  });
});
