// Tells what truly happens around a listener who speaks in the middle of a press.

import * as fc from 'fast-check';
import type { Turn } from '../../lambda/dialogue/act';
import { converse } from '../../lambda/dialogue/converse';
import type { Event } from '../../lambda/dialogue/event';
import { settle } from '../../lambda/dialogue/position';
import type { State } from '../../lambda/dialogue/state';
import type { Choice } from '../../lambda/domain/routine';
import { A_QUESTION } from '../support/listener';
import { CHOICES, contextAt, lengthOfTurn, nameOf, playRoutine } from './conversation';
import {
  isPressing,
  momentIn,
  msUntil,
  perform,
  type Sounding,
  type Speaking,
  speaking,
  speakingEarly,
  voice,
} from './device';

/** From the answer's first sound to being off: the first words of the release, in milliseconds. */
const RELEASE_MS = 1500;

/** What is said in a hold: a question is answered with the release, a harmless remark goes on with the hold. */
const SAID: Record<'question' | 'remark', Event> = { question: A_QUESTION, remark: { type: 'askedTimeLeft' } };

export interface Session {
  choice: Choice;
  voice: number;
  interruptions: Speaking[];
}

/** A session with one spot; in three minutes nothing more is offered on it, in five another hold is. */
export const aSession = (minutes: 3 | 5): fc.Arbitrary<Session> =>
  fc.record({
    choice: fc.constantFrom(
      ...CHOICES.filter((one) => one.tool !== 'none' && one.minutes === minutes && one.side !== 'both'),
    ),
    voice,
    interruptions: fc.oneof(
      fc.array(speaking, { minLength: 1, maxLength: 6 }),
      fc.array(speakingEarly, { minLength: 3, maxLength: 6 }),
    ),
  });

/** What happened around one interruption. */
export interface Interruption {
  before: State;
  after: State;
  /** The answer to the interruption, and the one to "ready". */
  answer: Turn;
  resumed: Turn | null;
  /** True milliseconds pressed until the first word, until the release was heard, and in all had nobody spoken. */
  pressedMs: number;
  releasedMs: number;
  wholeMs: number;
  whilePressing: boolean;
  /** When the interruption was answered, and when "ready" was. */
  answeredAtMs: number;
  nowMs: number;
}

export const NOTHING: Speaking = { from: 'start', by: 0, latencyMs: 1000, utteranceMs: 1000 };

/** When a listener is heard who answers as soon as all is said. */
export const afterAll = (turn: Turn, sentAtMs: number): number => sentAtMs + lengthOfTurn(turn) + 5000;

export function firstHold(choice: Choice): { turn: Turn; nowMs: number } {
  const step = playRoutine(choice).find(({ turn }) => turn.plays.some(isPressing));
  if (!step) throw new Error(`no hold in ${nameOf(choice)}`);
  return { turn: step.turn, nowMs: step.context.nowMs };
}

export function interrupt(
  turn: Turn,
  sentAtMs: number,
  how: Speaking,
  next: Speaking,
  voice: number,
  said: keyof typeof SAID = 'question',
): Interruption {
  const heard = perform(turn, sentAtMs, voice, how.latencyMs);
  const atMs = momentIn(heard, how, isPressing);
  const context = contextAt(atMs + how.utteranceMs);
  const answer = converse(turn.state, SAID[said], context);
  const whilePressing = pressesAt(heard, atMs);
  const pressedMs = msUntil(heard, atMs, isPressing);
  const goesOn = answer.plays.some(isPressing);
  const wordsMs = goesOn ? lengthOfTurn({ ...answer, plays: [], asks: null }) * voice : RELEASE_MS;
  const heldOnMs = whilePressing ? how.utteranceMs + next.latencyMs + wordsMs : 0;
  const nowMs = afterAll(answer, context.nowMs);
  const waits = answer.state.moment.at === 'interrupted';
  return {
    before: turn.state,
    after: settle(turn.state, context).state,
    answer,
    resumed: waits ? converse(answer.state, { type: 'wasReady' }, contextAt(nowMs)) : null,
    pressedMs,
    releasedMs: pressedMs + heldOnMs,
    wholeMs: msUntil(heard, Number.POSITIVE_INFINITY, isPressing),
    whilePressing,
    answeredAtMs: context.nowMs,
    nowMs,
  };
}

/** Whether something presses at a moment; the short rests of a hook count, its tip is still in place. */
function pressesAt(heard: readonly Sounding[], atMs: number): boolean {
  const presses = heard.filter(({ slot }) => isPressing(slot));
  return atMs >= (presses[0]?.atMs ?? Number.POSITIVE_INFINITY) && atMs < (presses.at(-1)?.endMs ?? 0);
}

/** Every interruption of a first hold, each one in what the "ready" before it started. */
export function interruptionsOf({ choice, voice, interruptions }: Session): Interruption[] {
  let { turn, nowMs } = firstHold(choice);
  const happened: Interruption[] = [];
  for (const [index, how] of interruptions.entries()) {
    const one = interrupt(turn, nowMs, how, interruptions[index + 1] ?? NOTHING, voice);
    happened.push(one);
    if (!one.resumed?.plays.some(isPressing)) break;
    turn = one.resumed;
    nowMs = one.nowMs;
  }
  return happened;
}
