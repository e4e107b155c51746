// Marks the start and the release of holds in a timeline with tones.

import type { Slot } from './timeline';

/** Which tones a timeline has: at the start and at the release of each hold, or at one of them alone. */
export const TONES = ['both', 'starts', 'releases'] as const;
export type Tones = (typeof TONES)[number];

/** How long a tone has the air to itself, in milliseconds. */
const TONE_MS = 1000;

/**
 * The slots with tones among them. A tone has a slot of its own, before the first cue of a hold and after the words of
 * its release: so the hold keeps its length, the release is said on its second, and nothing sounds over any word.
 */
export function withTones(slots: readonly Slot[], tones: Tones): Slot[] {
  return slots.flatMap((slot, index) => {
    const [before, after] = [slots[index - 1], slots[index + 1]];
    if (tones !== 'releases' && beginsHold(slot, before)) return [toneBeside(slot), slot];
    return tones !== 'starts' && endsHold(slot, before, after) ? [slot, toneBeside(slot)] : [slot];
  });
}

/** The slots as they are planned: with all their tones where there are any. */
export const plannedTones = (slots: readonly Slot[], toned: boolean | undefined): readonly Slot[] =>
  toned ? withTones(slots, 'both') : slots;

/** How many tones a timeline holds. */
export function tonesIn(slots: readonly Slot[]): number {
  return slots.filter(({ kind }) => kind === 'tone').length;
}

/** The rounds of a hook are one hold: between them only the words of letting go are heard. */
function beginsHold({ kind }: Slot, before: Slot | undefined): boolean {
  return kind === 'hold' && before?.kind !== 'hold' && before?.kind !== 'release';
}

function endsHold({ kind }: Slot, before: Slot | undefined, after: Slot | undefined): boolean {
  return kind === 'release' && before?.kind === 'hold' && after?.kind !== 'hold';
}

function toneBeside({ exercise, side, set, unit }: Slot): Slot {
  return {
    kind: 'tone',
    ms: TONE_MS,
    ...(exercise === undefined ? {} : { exercise }),
    ...(side === undefined ? {} : { side }),
    ...(set === undefined ? {} : { set }),
    ...(unit === undefined ? {} : { unit }),
  };
}
