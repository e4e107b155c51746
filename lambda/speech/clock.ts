// What a language calls a time of day.

/** How times are said, as a language's names have it; each way names its gaps in double braces. */
export interface ClockWords {
  noon: string;
  midnight: string;
  /** "seven in the evening". */
  whole: string;
  /** "seven thirty in the evening". */
  minutes: string;
  /** "seven oh five in the evening". */
  few: string;
  /** The parts of a day with the hour each begins at, the first at 0. */
  parts: readonly (readonly [number, string])[];
}

const FACE = 12;

/** The words for a time like "19:05"; null for what is no time. `numbers`: number words from zero to fifty-nine. */
export function sayTime(clock: string, words: ClockWords, numbers: readonly string[]): string | null {
  const [, hourText, minuteText] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (!(hour < 24 && minute < 60)) return null;
  if (minute === 0 && hour % FACE === 0) return hour === 0 ? words.midnight : words.noon;
  const way = minute === 0 ? words.whole : minute < 10 ? words.few : words.minutes;
  const part = words.parts.filter(([from]) => from <= hour).at(-1)?.[1] ?? '';
  return way
    .replace('{{hour}}', numbers[hour % FACE || FACE] ?? String(hour))
    .replace('{{minute}}', numbers[minute] ?? String(minute))
    .replace('{{part}}', part);
}
