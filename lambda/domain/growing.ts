// The steps by which a planned stretch becomes more: longer, or another set.

import type { Minutes, Stretch } from './exercise';
import { doseOf, type PlannedStretch } from './routine';

/** Three minutes have held stretches of fifteen seconds at most, a side of any exercise is stretched for a minute. */
const SHORT_HOLD = 15;
const MOST_HELD = 60;
/** A held stretch grows in steps of five seconds, a counted one rep by rep. */
const STEP = { held: 5, counted: 1 } as const;

/** How long one hold of a stretch is, or how many reps one count has, at its dose and at most. */
function rangeOf(stretch: Stretch, minutes: Minutes): { dose: number; longest: number } {
  const dose = doseOf(stretch);
  const longest = stretch.form.longest ?? dose;
  if (minutes > 3) return { dose, longest };
  if (stretch.form.kind === 'counted') return { dose: stretch.form.fewest ?? dose, longest };
  return { dose: Math.min(dose, SHORT_HOLD), longest: Math.min(longest, SHORT_HOLD) };
}

const isHeld = ({ form }: Stretch): boolean => form.kind === 'held';

/** A stretch as it is planned: the dose's own length is not written down. */
export function planned(stretch: Stretch, minutes: Minutes, sets = 1, each?: number): PlannedStretch {
  const length = each ?? rangeOf(stretch, minutes).dose;
  return { id: stretch.id, sets, ...(length === doseOf(stretch) ? {} : { each: length }) };
}

export interface Step {
  from: PlannedStretch;
  to: PlannedStretch;
  rank: number;
}

/**
 * What a row grows by first: the sets of its doses and then longer holds; longer holds, which need no more words; or sets
 * throughout.
 */
export const GROWTHS = ['dose', 'longer', 'sets'] as const;
export type Growth = (typeof GROWTHS)[number];

/** Every step by which one exercise of a row becomes more, the step that is wanted most first. */
export function stepsFor(
  list: readonly PlannedStretch[],
  chosen: readonly Stretch[],
  minutes: Minutes,
  growth: Growth,
): Step[] {
  return list
    .flatMap((from, index) => {
      const stretch = chosen[index];
      return stretch ? stepsOf(stretch, from, minutes, growth).map((step) => ({ from, ...step })) : [];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** A set more, the exercise with the fewest first, and a longer hold. */
function stepsOf(
  stretch: Stretch,
  { sets, each = doseOf(stretch) }: PlannedStretch,
  minutes: Minutes,
  growth: Growth,
): { to: PlannedStretch; rank: number }[] {
  const { longest } = rangeOf(stretch, minutes);
  const longer = Math.min(longest, each + STEP[stretch.form.kind]);
  const fits = (count: number, length: number) => !isHeld(stretch) || count * length <= MOST_HELD;
  const ofDose = sets < stretch.sets.least && growth === 'dose';
  const setRank = ofDose ? 0 : 1 + sets;
  const longerRank = { dose: 1, longer: 0, sets: 1 + stretch.sets.most }[growth];
  return [
    ...(sets < stretch.sets.most && fits(sets + 1, each)
      ? [{ to: planned(stretch, minutes, sets + 1, each), rank: setRank }]
      : []),
    ...(longer > each && fits(sets, longer) ? [{ to: planned(stretch, minutes, sets, longer), rank: longerRank }] : []),
  ];
}
