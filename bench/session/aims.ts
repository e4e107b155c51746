// What a session aims at: seconds and shares that no later sentence may break.

import type { Wish } from './listener';
import type { Measured, Measures } from './measures';

/** A listener nobody has met; one who came the day before; that one again, whose voice Alexa recognises. */
export type Visit = 'first' | 'next' | 'recognised';

export interface Aim {
  least?: number;
  most?: number;
}

export type Aims = Partial<Record<Measured, Aim>>;

/** How far "five minutes" may be from five minutes, from the end of "start" to the last word. */
const OFF = 0.1;
/** The least that is work of three, five and ten minutes. */
const WORK: Record<'first' | 'after', Record<Wish['minutes'], number>> = {
  first: { 3: 0.35, 5: 0.45, 10: 0.5 },
  after: { 3: 0.45, 5: 0.5, 10: 0.5 },
};

/** What holds in a session of every plan, for an eager listener. */
export function aimsOfPlan(visit: Visit, minutes: Wish['minutes']): Aims {
  const seconds = minutes * 60;
  return {
    afterStart: { least: seconds * (1 - OFF), most: seconds * (1 + OFF) },
    workShare: { least: WORK[visit === 'first' ? 'first' : 'after'][minutes] },
    longestMonologue: { most: 20 },
    closing: { most: 20 },
  };
}

/** The way to the first hold, for an eager listener: wishes in one breath, the spot found in twenty seconds. */
export const WAY: Record<Visit, Aims> = {
  first: {
    firstQuestion: { most: 20 },
    recap: { most: 16 },
    toStart: { most: 105 },
    startToHold: { most: 70 },
    toHold: { most: 175 },
    turnsToHold: { most: 13 },
  },
  next: { toStart: { most: 52 }, startToHold: { most: 53 }, toHold: { most: 105 }, turnsToHold: { most: 10 } },
  recognised: { toStart: { most: 46 }, startToHold: { most: 53 }, toHold: { most: 98 }, turnsToHold: { most: 9 } },
};

/** The same way for a listener who waits for the microphone and gives one answer at a time. */
export const PATIENT: Aims = { toHold: { most: 230 } };

/** The whole of five minutes. */
export const FIVE: Record<'first' | 'after', Aims> = {
  first: { work: { least: 130 }, talkShare: { most: 0.52 } },
  after: { work: { least: 150 }, talkShare: { most: 0.42 } },
};

/** Asked for minute holds, by a listener who has held before. */
export const MINUTE_HOLDS: Aims = { longestHold: { least: 60 } };

/** The end where no tip is given. */
export const WITHOUT_TIP: Aims = { closing: { most: 16 } };

/** What misses its aim, each as "what 23.4, aim at most 20". */
export function missed(measures: Measures, aims: Aims): string[] {
  return (Object.entries(aims) as [Measured, Aim][]).flatMap(([what, aim]) =>
    isMet(measures[what], aim) ? [] : [`${what} ${rounded(measures[what])}, aim ${sayAim(aim)}`],
  );
}

export function isMet(
  value: number,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Aim,
): boolean {
  return value >= least - EPSILON && value <= most + EPSILON;
}

/** Sums of milliseconds in seconds are off by less. */
const EPSILON = 0.0005;

export function sayAim({ least, most }: Aim): string {
  if (least !== undefined && most !== undefined) return `${rounded(least)} to ${rounded(most)}`;
  return least === undefined ? `at most ${rounded(most ?? 0)}` : `at least ${rounded(least)}`;
}

/** A share to two places, seconds and turns to one. */
export function rounded(value: number): string {
  return Math.abs(value) < 1 && value !== 0 ? value.toFixed(2) : String(Math.round(value * 10) / 10);
}
