// Tests that a listener of seventy or more is led gently, and told so once.

import { routineTables } from '../../content';
import { limitsForAge, tablesWithin } from '../../lambda/domain/age';
import { REGIONS } from '../../lambda/domain/exercise';
import { aListener, type Said } from '../support/listener';
import { choosing, finding, pressing, stretching, USUAL } from '../support/reaching';

const OLD: Said = { type: 'saidAge', years: 72 };
const KINDLY = "Thanks for telling me. I'll keep it gentle: no roller, no hard ball, no far twists.";
const { gentle } = routineTables;

test('the limits begin at seventy, and leave something to do in every region and place', () => {
  expect(limitsForAge(69, gentle)).toBeNull();
  expect(limitsForAge(70, gentle)).toBe(gentle);
  const { exercises, stretchOrder } = tablesWithin(routineTables, gentle);
  expect(exercises.presses.roller.regions).toEqual([]);
  expect(exercises.presses.ball).toEqual(routineTables.exercises.presses.ball);
  for (const region of REGIONS)
    for (const place of ['floor', 'chair'] as const) {
      expect(stretchOrder[region][place].length).toBeGreaterThan(1);
      expect(stretchOrder[region][place].filter((id) => gentle.withoutStretches.includes(id))).toEqual([]);
    }
});

test('an age is answered kindly once, in the opening words or at a question, and the question follows', () => {
  const listener = aListener().says('launched').says(OLD);
  expect(listener.words).toMatch(new RegExp(`^${KINDLY.replaceAll('.', '\\.')} Today, have you had chest pain`));
  expect(listener.now).toMatchObject({ gentle: true, easier: true });
  expect(listener.says(OLD).words).toMatch(/^Today, have you had chest pain/);
  expect(aListener().says(OLD).words).toContain(KINDLY);
});

test('a younger age changes nothing', () => {
  const listener = aListener().says('launched').says({ type: 'saidAge', years: 45 });
  expect(listener.now.gentle).toBe(false);
  expect(listener.words).toMatch(/^I need yes, no, or not sure\./);
});

test('the roller is not taken, and a lacrosse ball neither', () => {
  const listener = choosing().says(OLD).wants({ region: 'middle', side: 'left', tool: 'roller', minutes: 5 });
  expect(listener.at).toBe('choosing');
  expect(listener.now.plan).toBeNull();
  const hard = choosing().says(OLD, { type: 'namedUnfit', what: 'lacrosseBall', wishes: { region: 'upper' } });
  expect(hard.words).toContain('A lacrosse ball is for later');
  expect(hard.now.wishes.tool).toBeUndefined();
  const young = choosing().says({ type: 'namedUnfit', what: 'lacrosseBall', wishes: { region: 'upper' } });
  expect(young.now.wishes.tool).toBe('ball');
});

test('a roller wished for after it is refused for the age, kindly and once', () => {
  const wish = { region: 'upper', side: 'left', tool: 'roller', minutes: 5 } as const;
  const listener = choosing().says(OLD).wants(wish);
  expect(listener.words).toBe(
    "From seventy on, it's kinder to your back without the roller. Ball on the wall, or stretches?",
  );
  expect(listener.wants({ tool: 'roller' }).words).toBe('Ball on the wall, or stretches?');
  expect(listener.says('saidYes').now.plan?.choice.tool).toBe('ball');
  const without = choosing().says(OLD, { type: 'lacksTool', tool: 'ball' }).wants(wish);
  expect(without.words).not.toContain("doesn't fit");
});

test('a plan under way loses what is left out', () => {
  const floor = { region: 'lower', side: 'left', tool: 'ball', minutes: 10, place: 'floor' } as const;
  const listener = choosing().wants(floor);
  expect(listener.now.plan?.stretches.some(({ id }) => gentle.withoutStretches.includes(id))).toBe(true);
  listener.says(OLD);
  expect(listener.now.plan?.stretches.length).toBeGreaterThan(0);
  expect(listener.now.plan?.stretches.filter(({ id }) => gentle.withoutStretches.includes(id))).toEqual([]);
  const rolling = choosing()
    .wants({ ...floor, region: 'middle', tool: 'roller' })
    .answersNo()
    .says(OLD);
  expect(rolling.now.plan?.choice.tool).not.toBe('roller');
});

test('in a hold, a search and a stretch the listener is released and waits for "ready"', () => {
  expect(pressing(USUAL).says(OLD).words).toMatch(/^Step off the ball\. Thanks for telling me\./);
  expect(pressing(USUAL).says(OLD).at).toBe('interrupted');
  expect(finding(USUAL).says(OLD).words).toContain(KINDLY);
  expect(stretching(USUAL).says(OLD).words).toContain(KINDLY);
});

test('told in the break of a minute hold, it leaves no more than half a minute', () => {
  const listener = aListener({
    remembered: { sessions: [{ day: 60, region: 'upper', tool: 'ball', minutes: 5, holds: 2 }], today: 100 },
    settings: { holdSeconds: 60 },
  })
    .screened()
    .wants(USUAL)
    .answersNo()
    .number(4)
    .says('wasReady');
  expect(listener.pressesFor).toBe(60);
  listener.after(listener.pressBeginsAt + 1).says('saidYes', OLD, 'wasReady');
  expect(listener.pressesFor).toBe(30);
});

test('told while a doubt is open, it leaves the doubt open, and the roller presses no more after it', () => {
  const rolling = { region: 'middle', side: 'left', tool: 'roller', minutes: 10, place: 'floor' } as const;
  const listener = finding(rolling).says({ type: 'saidVague', head: true });
  const { question } = listener;
  listener.says(OLD);
  expect(listener.question).toBe(question);
  listener.says('saidNo');
  for (let said = 0; said < 3; said++) listener.says('wasReady');
  expect(listener.pressesFor).toBe(0);
});
