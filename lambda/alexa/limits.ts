// The figures the platform imposes, each with its source.

import type { Limits } from '../dialogue/context';

/**
 * Longest APL for Audio response: 240 s (Alexa blog, February 2021). 220 leaves room for voices slower than estimated.
 */
const RESPONSE_MS = 220_000;

/** No limit of Speech components is published; a caution until heard on a device. */
const SPEECH_CLIPS = 60;

/**
 * An answer and its reprompt travel in one response of 24 KB. A clip is about 170 bytes of it, words included, and 230
 * among long instructions; 4 KB are left for the state and the words before. Of every ten-minute routine, at every pace
 * and count, the heaviest answer measured 15 KB with 77 clips, and the largest state 1.4 KB.
 */
const SPEECH_CLIPS_BOTH = 90;

/**
 * The microphone stays open about eight seconds, before the reprompt and after it (developers' reports; not published).
 */
const MICROPHONE_MS = 8000;

/** From the answer's departure to its first sound: network and rendering. A guess between 0.3 and 2 s; unmeasured. */
const START_LATENCY_MS = 1200;

/** From "Alexa" to the request's own time: an utterance of one to four seconds, most are short. A guess; unmeasured. */
const UTTERANCE_MS = 2000;

/**
 * Most `Audio` components in one APL for Audio document (Alexa blog, July 2020). `Speech` does not count. The same blog
 * can be read as a limit of the whole response, so an answer and its reprompt share them.
 */
export const AUDIO_FILES = 15;

/** The figures the dialogue needs. */
export const LIMITS: Limits = {
  responseMs: RESPONSE_MS,
  clips: SPEECH_CLIPS,
  clipsBoth: SPEECH_CLIPS_BOTH,
  sounds: AUDIO_FILES,
  microphoneMs: MICROPHONE_MS,
  startLatencyMs: START_LATENCY_MS,
  utteranceMs: UTTERANCE_MS,
};

/** Longest outputSpeech, in characters (best-practice-text-response, Alexa documentation). */
export const OUTPUT_SPEECH_CHARACTERS = 8000;

/** Longest card, title and text together: read at a glance. Alexa takes 8,000 characters. */
export const CARD_CHARACTERS = 1000;

/** Longest response in bytes without a screen: the older JSON reference's 24 KB, the smallest figure published. */
export const RESPONSE_BYTES = 24 * 1024;

/** With a screen a document comes on top; 120 KB is the figure developers name today, less a margin. */
export const RESPONSE_BYTES_WITH_SCREEN = 100 * 1024;

/** The state travels in every request and response; the rest of the 24 KB is for what is heard. */
export const STATE_BYTES = 4096;

/**
 * How long the store may be waited for in one turn, all calls together, in milliseconds. Alexa gives up after eight
 * seconds, a listener much sooner.
 */
export const STORE_PATIENCE_MS = 1_500;

/**
 * How long one call to Amazon's alerts and settings may take, and all of a turn together, in milliseconds: a listener
 * who has said yes waits, and Alexa gives up on the skill after eight seconds.
 */
export const SERVICE_TRY_MS = 1_500;
export const SERVICE_PATIENCE_MS = 2_500;

/** How long a device's zone is waited for, in milliseconds: it only decides which day a session is logged under. */
export const ZONE_PATIENCE_MS = 400;

/** A request's own time is in whole seconds; where our clock agrees within this, it is the finer one. */
export const CLOCKS_AGREE_MS = 2000;
