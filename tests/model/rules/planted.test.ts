// Tests that each rule finds what breaks it, and that alone.

import { manifestFaults, modelFaults, ownFaults, RULES } from '../../../tools/model/check';
import { free, PLANTED_IN_MODEL, type Planted } from './planted-model';
import { PLANTED_AGAINST_OWN, PLANTED_IN_PACKAGE } from './planted-package';
import { intentIn, LOCALE, NUMBERS, type Small, smallPackage } from './small-package';

const PLANTED: readonly Planted[] = [...PLANTED_IN_MODEL, ...PLANTED_IN_PACKAGE, ...PLANTED_AGAINST_OWN];

function amazonFaults(small: Small) {
  const { model, manifest, elicited } = small;
  return [...modelFaults(model, LOCALE, { numbers: NUMBERS, elicited }), ...manifestFaults(manifest, small, NUMBERS)];
}

const houseFaults = ({ model }: Small) => ownFaults(model, LOCALE, () => false);

test('somebody with a sound package hears of no fault', () => {
  expect([...amazonFaults(smallPackage()), ...houseFaults(smallPackage())]).toEqual([]);
});

test.each(PLANTED)('somebody who breaks %s with %s hears of that, and of nothing else', (rule, _, plant) => {
  const small = smallPackage();
  plant(small);
  // A model that is too large for Amazon is too large for the project as well.
  const found = [...(rule in OWN ? houseFaults(small) : []), ...amazonFaults(small)];
  expect([...new Set(found.map((fault) => fault.rule))]).toEqual([rule]);
  expect(found.every(({ level, where, what }) => level === RULES[rule][0] && where !== '' && what !== undefined)).toBe(
    true,
  );
});

const OWN = Object.fromEntries(PLANTED_AGAINST_OWN.map(([rule]) => [rule, true]));

test('every rule has a fault that proves it', () => {
  const proved = new Set(PLANTED.map(([rule]) => rule));
  expect(Object.keys(RULES).filter((rule) => !proved.has(rule as keyof typeof RULES))).toEqual([]);
});

test('somebody who gives two intents the same meaning may let either hear both', () => {
  const small = smallPackage();
  intentIn(small, 'DoctorIntent').samples.push('i would like to know my doctor');
  const alike = (one: string, other: string) => [one, other].sort().join() === 'DoctorIntent,WordsIntent';
  expect(ownFaults(small.model, LOCALE, alike)).toEqual([]);
});

test('a longer carrier of the same intent takes nothing from it', () => {
  const small = smallPackage();
  intentIn(small, 'WordsIntent').samples.push('i would like to know why {words}');
  expect(houseFaults(small)).toEqual([]);
});

test('somebody who asks for free words in a dialog needs no carrier for the answer', () => {
  expect(intentIn(smallPackage(), 'WordsIntent').slots?.[0]?.samples).toContain('{words}');
});

test('an errand that is only a word of a longer carrier is none', () => {
  const small = smallPackage();
  free('OrderIntent', 'my order of things is {words}')(small);
  expect(houseFaults(small)).toEqual([]);
});
