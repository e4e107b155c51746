// Tests that every sentence can be followed by a listener who hears it once, with busy hands.

import { exercises } from '../../content/index';
import exerciseWords from '../../content/languages/en/exercises.json';
import type { Stretch } from '../../lambda/domain/exercise';
import { sentencesOf, spokenSentences } from '../../tools/facts';

const own: Record<string, string | string[]> = exerciseWords;
const all = spokenSentences();
const stretches = Object.values(exercises.stretches);
const presses = Object.values(exercises.presses);

/** Safety sentences given word for word by the clinical specification, longer than one breath. */
const VERBATIM = ['close.net'];

const MOST_WORDS = 14;

/** Words a listener never hears, whatever is being said. */
const NEVER: [string, RegExp][] = [
  ['pointing instead of naming', /\b(like this|as shown|over here|this way)\b/i],
  ['cheering', /!|\b(great|awesome|well done|good job|excellent)\b/i],
  ['pressing deeply', /\bdeep(ly|er)?\b/i],
  ['digits', /[0-9]/],
  [
    'clearing somebody',
    /\bcleared\b|\byou(?:'ve| have)? passed\b|\byou(?:'re| are) (?:safe|fine|healthy)\b|don't worry/i,
  ],
  ['disease names', /\b(arthritis|hernia\w*|slipped disc|sciatica|tumou?r|infection|pinched nerve|fibromyalgia)\b/i],
  ['unproven claims', /\b(adhesion\w*|toxin\w*|cure[sd]?|heals?)\b/i],
  ['machine words', /\b(initiate|perform|engage|utilize)\b|\$\{|<|>/i],
];

function wordings(map: Record<string, string | string[]>): [string, string][] {
  return Object.entries(map).flatMap(([key, text]) => [text].flat().map((one): [string, string] => [key, one]));
}

/** Words at about 150 a minute: 70 ms a character, 250 ms to begin, 300 ms for a full stop, 150 ms for a comma. */
function estimateMs(text: string): number {
  const stops = text.match(/[.?!:](?=\s|$)/g)?.length ?? 0;
  const commas = text.match(/,/g)?.length ?? 0;
  return 250 + text.length * 70 + stops * 300 + commas * 150;
}

function swapSides(text: string): string {
  return text.replace(/\b(left|right)\b/gi, (side) => {
    const other = side.toLowerCase() === 'left' ? 'right' : 'left';
    return side[0] === side[0]?.toUpperCase() ? other[0]?.toUpperCase() + other.slice(1) : other;
  });
}

function missing(keys: string[]): string[] {
  return keys.filter((key) => own[key] === undefined);
}

const bothSides = (key: string) => [`${key}_left`, `${key}_right`];

function keysFor({ id, sided, form }: Stretch): string[] {
  const prefix = `exercise.${id}`;
  const described = ['long', 'short', 'again', ...(sided ? ['switch'] : [])].map((part) => `${prefix}.${part}`);
  const counted = form.kind === 'counted' ? form.phases.map(({ cue }) => `${prefix}.${cue}`) : [];
  const ways = form.kind === 'counted' ? form.ways.map((way) => `${prefix}.way_${way}`) : [];
  return [
    `${prefix}.name`,
    `${prefix}.out`,
    ...(sided ? described.flatMap(bothSides) : described),
    ...counted,
    ...ways,
  ];
}

describe('the words of the exercises', () => {
  test('a listener can say every sentence in one breath', () => {
    const long = wordings(own)
      .filter(([key]) => !VERBATIM.includes(key))
      .flatMap(([key, text]) => sentencesOf(text).map((sentence) => `${key}: ${sentence}`))
      .filter((line) => line.split(': ').slice(1).join(': ').split(/\s+/).length > MOST_WORDS);
    expect(long).toEqual([]);
  });

  test.each(NEVER)('a listener never hears %s', (_, pattern) => {
    // Placeholders are filled with words: their names are not heard.
    const heard = wordings(all).map(([key, text]): [string, string] => [key, text.replace(/\{\{\w+\}\}/g, 'ten')]);
    expect(heard.filter(([, text]) => pattern.test(text))).toEqual([]);
  });

  test('every gap in a sentence is one the guide knows how to fill', () => {
    const gaps = wordings(own).flatMap(([, text]) => text.match(/\{\{[^}]*\}\}?/g) ?? []);
    expect([...new Set(gaps)].sort()).toEqual(['{{days}}', '{{emergency}}', '{{number}}', '{{seconds}}']);
  });

  test('a first description takes at most twenty-five seconds, a later one at most eight', () => {
    const slow = wordings(own).filter(([key, text]) => {
      if (/\.long(_|$)/.test(key)) return estimateMs(text) > 25_000;
      return /\.short(_|$)/.test(key) && estimateMs(text) > 8_000;
    });
    expect(slow).toEqual([]);
  });

  test('somebody with a knot on the right hears the mirror image of the left', () => {
    const lefts = Object.keys(own).filter((key) => key.endsWith('_left'));
    for (const key of lefts) {
      expect([key, own[key.replace(/_left$/, '_right')]]).toEqual([key, swapSides(String(own[key]))]);
    }
    const rights = Object.keys(own).filter((key) => key.endsWith('_right'));
    expect(rights.length).toBe(lefts.length);
  });

  test.each(stretches.map((one) => [one.id, one] as const))(
    'a listener is led into, through and out of %s',
    (_, one) => {
      expect(missing(keysFor(one))).toEqual([]);
    },
  );

  test.each(presses.map((one) => [one.tool, one] as const))(
    'a listener is led through pressing with %s',
    (tool, one) => {
      const places = one.regions.flatMap((region) =>
        ['first', 'short', 'ruled'].flatMap((form) => bothSides(`find.${tool}.${form}_${region}`)),
      );
      const search = ['details', 'cue1', 'cue2'].map((part) => `find.${tool}.${part}`);
      const hold = ['until', 'untilShort', 'release'].map((part) => `press.${tool}.${part}`);
      const rules = ['pain', 'long'].map((rule) => `rule.${rule}_${tool}`);
      const rounds = one.rounds > 1 ? [`press.${tool}.on`, `press.${tool}.off`] : [];
      expect(missing([...places, ...search, ...hold, ...rules, ...rounds, `release.${tool}`])).toEqual([]);
    },
  );

  test('nobody is told to use a tool where it must not go', () => {
    const spoken = Object.keys(own).filter((key) => key.startsWith('find.') && /_(upper|middle|lower)_/.test(key));
    const allowed = presses.flatMap((one) => one.regions.map((region) => `${one.tool}_${region}`));
    const stray = spoken.filter((key) => !allowed.includes(key.replace(/^find\.(\w+)\.\w+?_(\w+)_\w+$/, '$1_$2')));
    expect(stray).toEqual([]);
  });

  test('a cue of a counted movement is over before the movement changes', () => {
    const forms = stretches.flatMap(({ id, form }) =>
      form.kind === 'counted' ? [{ prefix: `exercise.${id}`, form }] : [],
    );
    const late = [...forms, { prefix: 'pin', form: exercises.pin.form }].flatMap(({ prefix, form }) =>
      form.phases
        .filter(({ cue, ms }) => estimateMs(String(own[`${prefix}.${cue}`])) > ms * 0.75)
        .map(({ cue }) => `${prefix}.${cue}`),
    );
    expect(late).toEqual([]);
  });

  test('somebody about to press has been told what ends it, also when nothing is heard', () => {
    for (const { tool } of presses) {
      expect(String(own[`press.${tool}.until`])).toMatch(/when I say let go, or if you lose me, /i);
      expect(String(own[`press.${tool}.untilShort`])).toMatch(/when I say, or if you lose me\.$/);
      expect(String(own[`press.${tool}.release`])).toMatch(/^Let go\. /);
    }
  });

  test('somebody who moves to another spot hears that it is beside the spine', () => {
    // The top of the shoulder, which hands reach, is not beside the spine.
    const again = Object.keys(own).filter(
      (key) => /^find\.\w+\.(short|ruled)_/.test(key) && !/hands\.\w+_upper/.test(key),
    );
    expect(again.length).toBeGreaterThan(0);
    for (const key of again)
      expect([key, String(own[key])]).toEqual([key, expect.stringMatching(/[Bb]eside the spine/)]);
  });

  test('whoever presses the low back hears every time how low, how near the spine, and lightly', () => {
    const low = Object.keys(own).filter((key) => /^find\.\w+\.(first|short|ruled)_lower/.test(key));
    expect(low.length).toBe(24);
    for (const key of low)
      expect([key, String(own[key])]).toEqual([
        key,
        expect.stringMatching(/[Ll]ow.*, close beside the spine, just above the hip bone, off the ribs\. Lightly/),
      ]);
  });

  test('whoever presses the middle of the back hears every time that it is above the lowest ribs', () => {
    const middle = Object.keys(own).filter((key) => /^find\.\w+\.(first|short|ruled)_middle/.test(key));
    for (const key of middle)
      expect([key, String(own[key])]).toEqual([key, expect.stringMatching(/above (your|the) lowest ribs/i)]);
  });

  test('somebody getting ready hears of warmth, never of cold', () => {
    expect(String(all['warmUp.done'])).toContain('ten minutes');
    const before = wordings(own).filter(([key]) => /^(prepare|find|press)\./.test(key));
    expect(before.filter(([, text]) => /\b(cold|ice)\b/i.test(text))).toEqual([]);
    expect(String(own['close.tip_later'])).toMatch(/wrapped cold/);
  });

  test('somebody who is bruised or more sore is told to leave it two days', () => {
    expect(own['close.tip_bruised']).toBe('Bruised or more sore: leave it two days.');
  });

  test('somebody rising, or turning the head, is told what to do when dizzy', () => {
    for (const key of [
      'stretch.rise',
      'exercise.head-turn.out',
      'exercise.childs-pose.out',
      'exercise.childs-pose-table.out',
    ]) {
      expect([key, String(own[key])]).toEqual([key, expect.stringContaining("If you're dizzy,")]);
    }
  });

  test('the pain rule and the safety net are spoken word for word', () => {
    expect(own['rule.pain_ball']).toBe('Five or less out of ten; sharp or numb, step away.');
    for (const { tool } of presses)
      expect(own[`rule.pain_${tool}`]).toMatch(
        /^Five or less out of ten; sharp or numb, (step away|lift off|let go|say stop)\.$/,
      );
    expect(own['rule.long_ball']).toContain("You don't need to tell me first.");
    expect(own['teach.stop']).toBe('To end at any time: Alexa, stop.');
    expect(own['close.net']).toBe(
      "See a doctor if it isn't better in two weeks, or gets severe. Chest pain, weak or numb legs, or bladder changes: call {{emergency}}.",
    );
    expect(own['close.tip_sore']).toBe('A sore day or two is normal.');
  });
});
