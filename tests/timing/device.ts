// A device with a voice and a delay of its own: tells what a listener truly hears, and when.

import * as fc from 'fast-check';
import type { Turn } from '../../lambda/dialogue/act';
import type { Slot } from '../../lambda/domain/timeline';
import { renderAudio } from '../../lambda/speech/apla';
import { lengthOfWords } from '../../lambda/speech/length';
import { partsOf } from './clock';
import { speech } from './conversation';

/** How far this device's voice is from the estimate, the same for a whole session: 1 is as estimated. */
export const voice = fc
  .oneof(fc.constantFrom(80, 100, 120), fc.integer({ min: 80, max: 120 }))
  .map((percent) => percent / 100);

/**
 * When the listener speaks: how many milliseconds after the start of the press (or stretch), before its end, or how many
 * thousandths into all that is played; how late the answer sounds, and how long they speak.
 */
export interface Speaking {
  from: 'start' | 'end' | 'whole';
  by: number;
  latencyMs: number;
  utteranceMs: number;
}

const latencyMs = fc.oneof(fc.constantFrom(300, 2000), fc.integer({ min: 300, max: 2000 }));
const utteranceMs = fc.oneof(fc.constantFrom(1000, 4000), fc.integer({ min: 1000, max: 4000 }));
const near = fc.integer({ min: -6000, max: 6000 });

/** Chances lean to the edges, where an estimate goes wrong. */
export const speaking: fc.Arbitrary<Speaking> = fc.oneof(
  fc.record({ from: fc.constant('whole' as const), by: fc.integer({ min: 0, max: 1000 }), latencyMs, utteranceMs }),
  fc.record({ from: fc.constantFrom('start' as const, 'end' as const), by: near, latencyMs, utteranceMs }),
);

/** A listener who hardly lets the press begin. */
export const speakingEarly: fc.Arbitrary<Speaking> = fc.record({
  from: fc.constant('start' as const),
  by: fc.integer({ min: 0, max: 7000 }),
  latencyMs,
  utteranceMs,
});

/** One slot as it truly sounds, in milliseconds of the clock. */
export interface Sounding {
  slot: Slot;
  atMs: number;
  endMs: number;
}

const MICROPHONE_MS = 8000;

/** The timed part of an answer that left at `sentAtMs`, as it truly sounds. */
export function perform(turn: Said, sentAtMs: number, voice: number, latencyMs: number): Sounding[] {
  return performPart(turn, sentAtMs + latencyMs, voice).slots;
}

/** The timed part that follows eight seconds of silence. */
export function performSilence(turn: Turn, sentAtMs: number, voice: number, latencyMs: number): Sounding[] {
  const { endMs } = performPart(turn, sentAtMs + latencyMs, voice);
  return turn.reprompt ? performPart(turn.reprompt, endMs + MICROPHONE_MS, voice).slots : [];
}

type Said = Pick<Turn, 'says' | 'plays' | 'asks'>;

function performPart(
  { says, plays, asks }: Said,
  startMs: number,
  voice: number,
): { slots: Sounding[]; endMs: number } {
  const saidMs = says.reduce((sum, act) => sum + speech.lengthOf(act) * voice, 0);
  const parts = partsOf(renderAudio(plays, asks, speech.sentence), (text) => lengthOfWords(text) * voice);
  const from = startMs + saidMs;
  const slots = plays.map((slot, index): Sounding => {
    const part = parts[index] ?? { atMs: 0, lastsMs: 0 };
    return { slot, atMs: from + part.atMs, endMs: from + part.atMs + part.lastsMs };
  });
  const last = parts.at(-1);
  return { slots, endMs: from + (last ? last.atMs + last.lastsMs : 0) };
}

/** The moment of the clock at which the listener speaks; `counts` tells the slots of the press or stretch. */
export function momentIn(soundings: readonly Sounding[], how: Speaking, counts: (slot: Slot) => boolean): number {
  const chosen = how.from === 'whole' ? soundings : soundings.filter(({ slot }) => counts(slot));
  const from = chosen[0]?.atMs ?? 0;
  const end = chosen.at(-1)?.endMs ?? from;
  if (how.from === 'whole') return from + ((end - from) * how.by) / 1000;
  return (how.from === 'start' ? from : end) + how.by;
}

/** Milliseconds of the soundings that `counts` accepts, up to a moment. */
export function msUntil(soundings: readonly Sounding[], atMs: number, counts: (slot: Slot) => boolean): number {
  return soundings
    .filter(({ slot }) => counts(slot))
    .reduce((sum, one) => sum + Math.max(0, Math.min(atMs, one.endMs) - one.atMs), 0);
}

export const isPressing = (slot: Slot): boolean => slot.pressing === true;
export const isTimed = (slot: Slot): boolean => slot.kind === 'hold' || slot.kind === 'count';
