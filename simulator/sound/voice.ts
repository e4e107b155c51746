// How long the device's voice takes for words; its own pace, not the planner's.

import { between, type Chance } from './chance';

/** Characters a second of an unhurried synthetic voice: about 150 words a minute. */
const CHARACTERS_A_SECOND = 14;
const SENTENCE_PAUSE_MS = 400;
const COMMA_PAUSE_MS = 180;
/** The voice keeps one pace for a session (±14 %) and wavers around it (±5 %): never outside ±20 % together. */
const PACE = 0.14;
const WAVER = 0.05;

/** Milliseconds this voice takes for some words. */
export type Voice = (text: string) => number;

/** The length before chance: characters, and pauses at the stops inside the text. */
export function baseLength(text: string): number {
  const words = text.trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return 0;
  const stops = (words.match(/[.!?…]+(?=\s)/g) ?? []).length;
  const commas = (words.match(/[,;:](?=\s)/g) ?? []).length;
  return (words.length / CHARACTERS_A_SECOND) * 1000 + stops * SENTENCE_PAUSE_MS + commas * COMMA_PAUSE_MS;
}

export function voiceFrom(chance: Chance): Voice {
  const pace = between(chance, 1 - PACE, 1 + PACE);
  return (text) => Math.round(baseLength(text) * pace * between(chance, 1 - WAVER, 1 + WAVER));
}
