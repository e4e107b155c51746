// Tests that a strength said in a sentence reaches the conversation as its number.

import { listen } from '../../simulator/listen';
import { everyLocale, type Spoken } from './said';

const spoken = everyLocale[0] as Spoken;

/** What the skill makes of a sentence that the model has heard. */
function heard(said: string) {
  const { intent, slots } = listen(said, spoken.model);
  const filled = Object.entries(slots).map(([name, slot]) => {
    const id = slot.resolved?.[0]?.id;
    return { name, words: slot.value, ...(id ? { id } : {}) };
  });
  return spoken.meaning(intent, filled);
}

test.each([
  ["it's a nine", 9],
  ["that's an eight", 8],
  ['nine out of ten', 9],
  ["it's like an eight", 8],
  ["it's an eight out of ten", 8],
  ["that's a nine out of ten", 9],
  ['it hurts like a nine', 9],
  ['about an eight', 8],
  ['it feels like an eight', 8],
  ["now it's a nine", 9],
  ["it's gone up to a nine", 9],
  ["an eight i'd say", 8],
  ["i'm at a nine", 9],
  ['nine', 9],
  ["it's a seven or eight", 8],
  ["it's a solid nine", 9],
  ["it's easily an eight", 8],
  ['this is a nine', 9],
  ["this one's a nine", 9],
  ['this spot is a nine', 9],
  ['there it is a nine', 9],
  ['right there is an eight out of ten', 8],
  ['my pain is now at an eight', 8],
  ['i guess that would be a nine', 9],
])('"%s" is a strength of %i', (said, number) => {
  expect(heard(said)).toEqual({ type: 'gaveNumber', number });
});

test.each(["wow that's a nine", "ow it's a nine"])('"%s" is a strength, or too much', (said) => {
  expect(['gaveNumber', 'saidTooMuch', 'notUnderstood']).toContain(heard(said)?.type);
});

test.each([
  'for',
  "it's for nine people",
  'i work nine to five',
  'this is my ninth time',
  'this took nine years',
  'my son is nine',
])('"%s" is no strength', (said) => {
  expect(heard(said)?.type).not.toBe('gaveNumber');
});
