// Tells what sounds when in an answer, from the slots that were sent alone.

import type { Slot } from '../../../lambda/domain/timeline';
import { LIMITS, lengthOfAct, touches } from './world';

/** What is heard at a point of time. */
export type Sounding =
  | 'words'
  | 'search'
  | 'lead'
  | 'press'
  | 'release'
  | 'stretch'
  | 'quiet'
  | 'microphone'
  | 'carried'
  | 'over';

export interface Laid {
  slot: Slot;
  fromMs: number;
  toMs: number;
}

export function layOut(slots: readonly Slot[], beginMs: number): Laid[] {
  let fromMs = beginMs;
  return slots.map((slot) => {
    const laid = { slot, fromMs, toMs: fromMs + (slot.ms ?? (slot.act ? lengthOfAct(slot.act) : 0)) };
    fromMs = laid.toMs;
    return laid;
  });
}

export const middle = ({ fromMs, toMs }: Laid): number => (fromMs + toMs) / 2;

export const isHeld = ({ slot }: Laid): boolean => slot.kind === 'hold' || slot.kind === 'count';

/** From the first word of a listener to the first word of the answer, they still press on. */
export const REACTION_MS = LIMITS.utteranceMs + LIMITS.startLatencyMs;

/** Milliseconds something had pressed when the release can be heard at the earliest. */
export function pressedBy(laid: readonly Laid[], pointMs: number): number {
  const pressing = laid.filter(({ slot }) => slot.pressing);
  const ms = pressing.reduce(
    (sum, { fromMs, toMs }) => sum + Math.min(Math.max(0, pointMs - fromMs), toMs - fromMs),
    0,
  );
  const within = pressing.some(({ fromMs, toMs }) => pointMs > fromMs && pointMs < toMs);
  return within ? ms + REACTION_MS : ms;
}

export function soundingOf(slot: Slot): Sounding {
  if (slot.pressing) return 'press';
  if (slot.kind === 'quiet') return touches(slot) ? 'search' : 'quiet';
  if (slot.kind === 'release' && touches(slot)) return 'release';
  if (touches(slot)) return slot.act?.key.startsWith('find.') ? 'search' : 'lead';
  return 'stretch';
}
