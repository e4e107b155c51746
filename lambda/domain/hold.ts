// The words on each second of a hold, and on each breath of a counted movement.

import type { CountedForm, Side } from './exercise';
import type { Act, Slot } from './timeline';

export const COUNTINGS = ['normal', 'more', 'less'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** What every slot of one exercise carries. */
export interface Label {
  exercise: string;
  side?: Side;
  set?: number;
  unit?: number;
  pressing?: boolean;
}

export interface HoldWords {
  start: Act;
  /** Null: nothing is said half way. */
  half: Act | null;
}

/** How long a hold on a knot may be by the listener's wish, in seconds (docs/safety.md "Length of a hold"). */
export const HOLD_LENGTHS = [30, 45, 60] as const;
export type HoldLength = (typeof HOLD_LENGTHS)[number];

/** The next longer or shorter length; null when there is none. */
export function stepLength(length: HoldLength, step: 1 | -1): HoldLength | null {
  return HOLD_LENGTHS[HOLD_LENGTHS.indexOf(length) + step] ?? null;
}

/** Landmarks of the way are words of their own: nobody takes them for a number of the count. */
const LANDMARKS: Readonly<Record<number, string>> = { 15: 'hold.fifteen', 10: 'hold.ten' };

function sayLeft(number: number, counted: boolean): Act {
  const landmark = counted ? undefined : LANDMARKS[number];
  return landmark ? { key: landmark } : { key: 'hold.number', values: { number } };
}

/** From this length on: half way and the last five; ten; fifteen. Below the first, the last three. */
const FROM = { half: 20, ten: 30, fifteen: 45 } as const;
/** Seconds the sentence at half way needs; a number that would fall into them is left out. */
const HALF_ROOM = 5;

/** The seconds, counted from the end, at which a number is said. */
function secondsToSay(seconds: number, counting: Counting): number[] {
  if (counting === 'less') return seconds > 14 ? [10] : [];
  const fifteen = seconds >= FROM.fifteen ? [15] : [];
  if (counting === 'normal') {
    const last = Math.min(seconds >= FROM.half ? 5 : 3, Math.max(0, seconds - 1));
    return [...fifteen, ...(seconds >= FROM.ten ? [10] : []), ...countDownFrom(last)];
  }
  const tens = [50, 40, 30, 20].filter((left) => left <= seconds - 5);
  return [...tens, ...fifteen, ...countDownFrom(Math.min(10, seconds - 5))];
}

function countDownFrom(first: number): number[] {
  return Array.from({ length: Math.max(0, first) }, (_, index) => first - index);
}

/**
 * The slots of one hold; their lengths add up to exactly `seconds`. From twenty seconds on: the start, half way and the
 * last five; from thirty on ten, from forty-five on fifteen besides. Under twenty: the start and the last three
 * (docs/principles.md "Time in an answer").
 */
export function layOutHold(seconds: number, counting: Counting, words: HoldWords, label: Label): Slot[] {
  const numbers = secondsToSay(seconds, counting).map((left) => ({
    at: seconds - left,
    act: sayLeft(left, counting === 'more' && left <= 10),
  }));
  const at = Math.floor(seconds / 2);
  const halves = words.half && hasHalf(seconds, counting) ? [{ at, act: words.half }] : [];
  const free = numbers.filter((number) => halves.length === 0 || number.at < at || number.at >= at + HALF_ROOM);
  const cues = [{ at: 0, act: words.start }, ...halves, ...free].sort((a, b) => a.at - b.at);
  return cues.map((cue, index) => ({
    kind: 'hold',
    act: cue.act,
    ms: ((cues[index + 1]?.at ?? seconds) - cue.at) * 1000,
    ...label,
  }));
}

/** Whether half way is said: with more counting, only where the count leaves room for it. */
function hasHalf(seconds: number, counting: Counting): boolean {
  return counting !== 'less' && seconds >= (counting === 'more' ? FROM.ten : FROM.half);
}

/** Seconds one rep of a counted movement takes at `stretch` times its normal length. */
export function secondsPerRep(form: CountedForm, slowness = 1): number {
  return (form.phases.reduce((sum, phase) => sum + phase.ms, 0) * slowness) / 1000;
}

/** The slots of a counted movement: the first reps carry the cue of every phase, later ones their number. */
export function layOutCount(
  form: CountedForm,
  reps: number,
  slowness: number,
  cuePrefix: string,
  label: Label,
): Slot[] {
  return Array.from({ length: reps }, (_, index) => index + 1).flatMap((rep): Slot[] => {
    if (rep <= form.cuedReps) {
      return form.phases.map((phase) => ({
        kind: 'count',
        act: { key: `${cuePrefix}.${phase.cue}` },
        ms: Math.round(phase.ms * slowness),
        ...label,
      }));
    }
    const act: Act = { key: 'count.number', values: { number: rep } };
    return [{ kind: 'count', act, ms: Math.round(secondsPerRep(form, slowness) * 1000), ...label }];
  });
}
