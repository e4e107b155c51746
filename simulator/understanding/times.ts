// Reads times of day from words.

import { numbersAt, type Reading } from './numbers';

/*
 * Known of AMAZON.TIME (Amazon's slot type reference): it hands over "HH:MM" on the clock of twenty-four hours, and MO,
 * AF, EV or NI for a part of the day. Assumed, because nothing is published: an hour without its half of the day comes as
 * it was said, "seven" as 07:00; the service may as well take the next seven o'clock there is.
 */

/** The parts of a day: what is handed over for the part alone, and whether its hours are those of the afternoon. */
const PARTS: readonly { words: string; value?: string; late: boolean }[] = [
  { words: 'in the morning', value: 'MO', late: false },
  { words: 'in the afternoon', value: 'AF', late: true },
  { words: 'in the evening', value: 'EV', late: true },
  { words: 'at night', value: 'NI', late: true },
  { words: 'morning', value: 'MO', late: false },
  { words: 'afternoon', value: 'AF', late: true },
  { words: 'evening', value: 'EV', late: true },
  { words: 'night', value: 'NI', late: true },
  { words: 'a.m.', late: false },
  { words: 'p.m.', late: true },
  { words: 'am', late: false },
  { words: 'pm', late: true },
];
const NAMED: Record<string, string> = { noon: '12:00', midday: '12:00', midnight: '00:00' };
const PAST: readonly [string, number][] = [
  ['half past', 30],
  ['quarter past', 15],
  ['a quarter past', 15],
  ['quarter to', -15],
  ['a quarter to', -15],
];

interface Clock {
  end: number;
  minutes: number;
}

function startsWith(words: readonly string[], at: number, phrase: string): number | null {
  const wanted = phrase.split(' ');
  return wanted.every((word, index) => words[at + index] === word) ? at + wanted.length : null;
}

const hoursAt = (words: readonly string[], at: number): Clock[] =>
  numbersAt(words, at).flatMap(({ end, value }) => (Number(value) < 24 ? [{ end, minutes: Number(value) * 60 }] : []));

/** "Seven", "seven thirty", "seven o'clock", "half past seven". */
function clocksAt(words: readonly string[], at: number): Clock[] {
  const past = PAST.flatMap(([phrase, more]) => {
    const from = startsWith(words, at, phrase);
    return from === null ? [] : hoursAt(words, from).map(({ end, minutes }) => ({ end, minutes: minutes + more }));
  });
  const told = hoursAt(words, at).flatMap((hour) => {
    const exact = words[hour.end] === "o'clock" ? [{ ...hour, end: hour.end + 1 }] : [];
    const more = numbersAt(words, hour.end)
      .filter(({ value }) => Number(value) >= 10 && Number(value) < 60)
      .map(({ end, value }) => ({ end, minutes: hour.minutes + Number(value) }));
    return [...more, ...exact, hour];
  });
  return [...past, ...told];
}

function inDigits(minutes: number): string {
  const day = (minutes + 24 * 60) % (24 * 60);
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}

/** The half of the day behind an hour, where one stands there. */
function withPart(words: readonly string[], clock: Clock): Reading[] {
  const plain = { end: clock.end, value: inDigits(clock.minutes) };
  const halves = PARTS.flatMap(({ words: part, late }) => {
    const end = startsWith(words, clock.end, part);
    const face = clock.minutes % (12 * 60);
    return end === null ? [] : [{ end, value: inDigits(late ? face + 12 * 60 : face) }];
  });
  return [...halves, plain];
}

/** Every time of day that begins at `at`, the longest first, in the service's own form: "19:30", "EV". */
export function timesAt(words: readonly string[], at: number): Reading[] {
  const named = NAMED[words[at] ?? ''];
  const parts = PARTS.flatMap(({ words: part, value }) => {
    const end = startsWith(words, at, part);
    return end === null || !value ? [] : [{ end, value }];
  });
  const clocks = clocksAt(words, at).flatMap((clock) => withPart(words, clock));
  const all = [...(named ? [{ end: at + 1, value: named }] : []), ...clocks, ...parts];
  return all.sort((one, other) => other.end - one.end);
}
