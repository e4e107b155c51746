// What can happen on a device, as an observer beside it would note it down.

import type { SessionEndedReason } from 'ask-sdk-model';
import type { PermissionAnswer } from './alerts';
import type { Clip } from './sound/audio';
import type { HeardSlot } from './understanding/model';

/** One answer of the skill, as it is heard. Times are milliseconds from its first sound. */
export interface Turn {
  type: 'turn';
  utterance: string;
  intent: string;
  slots: Record<string, HeardSlot>;
  /** Something that was said has not reached the skill. */
  lost: boolean;
  speech: string;
  clips: Clip[];
  totalMs: number;
  reprompt: string | null;
  question: string | null;
  sessionOpen: boolean;
  state: string | null;
  directives: string[];
  /** What the Alexa app shows of it; absent when nothing. */
  card?: { title: string; text: string };
}

/** What happens without a word from the listener, or instead of an answer. */
export type Event =
  | { type: 'noSession'; utterance: string }
  /** The warm-up timer was to ring, and there is none, or its time is not over. */
  | { type: 'noTimer' }
  /** There is no such device; the one before stays. */
  | { type: 'unknownDevice'; device: string; devices: readonly string[] }
  /** There is no generated model for the locale asked for; the one before stays. */
  | { type: 'unknownLocale'; locale: string; stays: string }
  | { type: 'reprompt'; atMs: number; speech: string; clips: Clip[] }
  | { type: 'audioFailed'; atMs: number }
  /** Alexa has asked for a permission in her own words. */
  | { type: 'permissionAsked'; atMs: number; scope: string; answer: PermissionAnswer }
  /** `left`: the session that is over was left on another device, or was replaced by a new one. */
  | { type: 'sessionEnded'; atMs: number; reason: SessionEndedReason; message?: string; left?: true };

export type Happening = Turn | Event;

/** The one thing read of a skill's attributes: the name of the moment, for the tests of a conversation. */
export function momentIn(attributes: Record<string, unknown>): string | null {
  const state = attributes['state'] as { moment?: { at?: unknown; question?: unknown } } | null | undefined;
  const at = state?.moment?.at;
  if (typeof at !== 'string') return null;
  const question = state?.moment?.question;
  return at === 'screening' && typeof question === 'string' ? `${at} ${question}` : at;
}
