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
  half: Act;
}

const tenLeft: Act = { key: 'hold.ten' };
const sayNumberLeft = (number: number): Act => ({ key: 'hold.number', values: { number } });

/** The seconds, counted from the end, at which a number is said. */
function secondsToSay(seconds: number, counting: Counting): number[] {
  const last = Math.min(seconds >= 30 ? 5 : 3, Math.max(0, seconds - 1));
  if (counting === 'less') return seconds > 14 ? [10] : [];
  if (counting === 'normal') return [...(seconds >= 30 ? [10] : []), ...countDownFrom(last)];
  const tens = Array.from({ length: 5 }, (_, index) => 60 - index * 10).filter(
    (left) => left > 10 && left <= seconds - 5,
  );
  return [...tens, ...countDownFrom(Math.min(10, seconds - 5))];
}

function countDownFrom(first: number): number[] {
  return Array.from({ length: Math.max(0, first) }, (_, index) => first - index);
}

/**
 * The slots of one hold; their lengths add up to exactly `seconds`. At thirty seconds and more: the start, half way,
 * ten, and the last five; under thirty: the start and the last three (docs/principles.md "Time in an answer").
 */
export function layOutHold(seconds: number, counting: Counting, words: HoldWords, label: Label): Slot[] {
  const cues: { at: number; act: Act }[] = [{ at: 0, act: words.start }];
  if (seconds >= 30 && counting !== 'less') cues.push({ at: Math.floor(seconds / 2), act: words.half });
  for (const left of secondsToSay(seconds, counting)) {
    cues.push({ at: seconds - left, act: left === 10 && counting !== 'more' ? tenLeft : sayNumberLeft(left) });
  }
  cues.sort((a, b) => a.at - b.at);
  const distinct = cues.filter((cue, index) => index === 0 || cue.at > (cues[index - 1]?.at ?? -1));
  return distinct.map((cue, index) => ({
    kind: 'hold',
    act: cue.act,
    ms: ((distinct[index + 1]?.at ?? seconds) - cue.at) * 1000,
    ...label,
  }));
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
