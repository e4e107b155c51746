// Reads numbers and lengths of time from words.

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const PERIODS = new Map([
  ['second', 'S'],
  ['minute', 'M'],
  ['hour', 'H'],
  ['day', 'D'],
  ['week', 'W'],
]);

/** A reading of some words: where it ends and what the service would hand over. */
export interface Reading {
  end: number;
  value: string;
}

function belowHundred(words: readonly string[], at: number): { end: number; number: number }[] {
  const word = words[at] ?? '';
  if (/^\d{1,9}$/.test(word)) return [{ end: at + 1, number: Number(word) }];
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return [{ end: at + 1, number: unit }];
  const ten = TENS.indexOf(word);
  if (ten < 0) return [];
  const tens = (ten + 2) * 10;
  const rest = UNITS.indexOf(words[at + 1] ?? '');
  const alone = { end: at + 1, number: tens };
  return rest >= 1 && rest <= 9 ? [{ end: at + 2, number: tens + rest }, alone] : [alone];
}

function hundredsFrom(
  words: readonly string[],
  start: { end: number; number: number },
): { end: number; number: number }[] {
  if (words[start.end] !== 'hundred') return [start];
  const hundred = { end: start.end + 1, number: start.number * 100 };
  const next = words[hundred.end] === 'and' ? hundred.end + 1 : hundred.end;
  const rests = belowHundred(words, next).map((rest) => ({ end: rest.end, number: hundred.number + rest.number }));
  return [...rests, hundred];
}

/** Every number that begins at `at`, the longest first. "twenty five" is 25, and 20 with a word left over. */
export function numbersAt(words: readonly string[], at: number): Reading[] {
  const aHundred = words[at] === 'a' && words[at + 1] === 'hundred';
  const starts = aHundred ? [{ end: at + 1, number: 1 }] : belowHundred(words, at);
  const all = starts.flatMap((start) => hundredsFrom(words, start));
  return all.sort((a, b) => b.end - a.end).map(({ end, number }) => ({ end, value: String(number) }));
}

function periodOf(word: string | undefined): string | undefined {
  return PERIODS.get((word ?? '').replace(/s$/, ''));
}

function amountsAt(words: readonly string[], at: number): Reading[] {
  if (words[at] === 'half' && (words[at + 1] === 'a' || words[at + 1] === 'an'))
    return [{ end: at + 2, value: 'half' }];
  if (words[at] === 'a' || words[at] === 'an') return [{ end: at + 1, value: '1' }, ...numbersAt(words, at)];
  return numbersAt(words, at);
}

const HALVES: Record<string, string> = { M: '30S', H: '30M', D: '12H' };

function oneDuration(words: readonly string[], at: number): { end: number; parts: string[] }[] {
  return amountsAt(words, at).flatMap(({ end, value }) => {
    const period = periodOf(words[end]);
    if (!period) return [];
    const half = HALVES[period];
    if (value === 'half') return half ? [{ end: end + 1, parts: [half] }] : [];
    const whole = { end: end + 1, parts: [`${value}${period}`] };
    const halfMore = words.slice(end + 1, end + 4).join(' ') === 'and a half' && half;
    return halfMore ? [{ end: end + 4, parts: [...whole.parts, half] }, whole] : [whole];
  });
}

function inIso(parts: readonly string[]): string {
  const days = parts.filter((part) => /[DW]$/.test(part)).join('');
  const times = parts.filter((part) => /[HMS]$/.test(part)).join('');
  return `P${days}${times ? `T${times}` : ''}`;
}

/** Every length of time that begins at `at`, the longest first, in the service's own form ("PT1M30S"). */
export function durationsAt(words: readonly string[], at: number): Reading[] {
  const found = oneDuration(words, at).flatMap((first) => {
    const next = words[first.end] === 'and' ? first.end + 1 : first.end;
    const joined = oneDuration(words, next).map((more) => ({ end: more.end, parts: [...first.parts, ...more.parts] }));
    return [...joined, first];
  });
  return found.sort((a, b) => b.end - a.end).map(({ end, parts }) => ({ end, value: inIso(parts) }));
}
