// Makes one answer out of words, a timed part, a prompt, and what follows silence.

import { NET_ACTS, warnsOfNumbness } from '../domain/planning';
import { clipsIn, lengthOfTimeline, roomFor, type Slot } from '../domain/timeline';
import type { Act, Effect, Reprompt, Turn } from './act';
import { COME_BACK, releaseOf } from './acts';
import { pressToolOf } from './blocks';
import type { Context } from './context';
import { keptPlaceOf } from './keeping';
import { unitsOf } from './planning';
import type { Block, Moment, Playing, State } from './state';
import { knowsRules } from './talk';
import { layOutToned, soundsLeft } from './tones';

/** Where a silent listener is carried on: the index of a stretching unit, and whether they lie on the floor by then. */
export interface CarryStart {
  unit: number;
  lying: boolean;
}

export interface Parts {
  says?: Act[];
  block?: Block;
  asks: Act;
  /**
   * Silence leads one block of stretches further, never to a press, and ends with the safety net. `true` starts at the
   * present place, a `CarryStart` elsewhere.
   */
  carriesOn?: boolean | CarryStart;
  /** What a silent listener hears first, such as the release while something may still press. */
  carrySays?: Act[];
  /** Words before the prompt in the reprompt. */
  repromptSays?: Act[];
  /** The prompt of the reprompt when it differs, such as how to come back, because the session ends after it. */
  repromptAsks?: Act;
  effects?: Effect[];
}

/** The state in another moment, with nothing playing. */
export function moveTo(state: State, moment: Moment): State {
  return { ...state, moment, playing: null };
}

/** Makes an answer that opens the microphone. */
export function answer(state: State, context: Context, parts: Parts): Turn {
  const says = parts.says ?? [];
  const sent = parts.block ? layOutToned(parts.block, state, context, context.limits.sounds) : null;
  const plays = sent?.slots ?? [];
  const saidMs = lengthOfSays(says, context);
  const askedMs = context.lengthOf(parts.asks);
  const usedMs = saidMs + lengthOfTimeline(plays, context.lengthOf) + askedMs;
  const carried = parts.carriesOn
    ? carryOn(state, context, {
        start: parts.carriesOn === true ? presentStartOf(state, context) : parts.carriesOn,
        usedMs,
        usedClips: clipsIn(plays),
        sounds: soundsLeft(plays, state, context),
        first: parts.carrySays ?? [],
      })
    : null;
  const promised = promise(parts.repromptAsks ?? parts.asks, state, context);
  const reprompt = carried?.reprompt ?? { says: parts.repromptSays ?? [], plays: [], asks: promised };
  const playing: Playing | null =
    parts.block || carried?.block
      ? {
          sentAtMs: context.nowMs,
          saidMs,
          block: sent?.block ?? null,
          askedMs,
          ...(carried?.block
            ? { afterSilence: { saidMs: lengthOfSays(carried.reprompt.says, context), block: carried.block } }
            : {}),
        }
      : null;
  const next: State = { ...state, playing };
  // A place that a silent listener is promised is saved before they hear the promise.
  const kept: Effect[] = reprompt.asks.does === 'promises' ? [{ type: 'savePlace' }] : [];
  const effects = [...(parts.effects ?? []), ...(parts.effects?.some(({ type }) => type === 'savePlace') ? [] : kept)];
  return { state: next, says, plays, asks: parts.asks, reprompt, effects };
}

/** The prompt itself, unless it promises a place that cannot be kept or that does not exist: then it says so. */
export function promise(asks: Act, state: State, context: Context): Act {
  if (asks.does !== 'promises') return asks;
  const keeps = context.remembered !== null && keptPlaceOf(state, false, context.nowMs) !== null;
  return keeps ? asks : { key: 'pause.notKept' };
}

/** The estimated length of acts in milliseconds. */
export function lengthOfSays(says: readonly Act[], context: Context): number {
  return says.reduce((sum, act) => sum + context.lengthOf(act), 0);
}

/** Makes an answer that closes the session. */
export function endSession(state: State, says: Act[], effects: Effect[] = []): Turn {
  return { state: moveTo(state, { at: 'finished' }), says, plays: [], asks: null, reprompt: null, effects };
}

/** Makes a turn in which nothing is heard and the session stays as it was. */
export function staySilent(state: State, effects: Effect[] = []): Turn {
  return { state, says: [], plays: [], asks: null, reprompt: null, effects, silent: true };
}

/** The release for the tool in use: "Step off the ball." */
export function releaseFor(state: State): Act {
  return releaseOf(pressToolOf(state));
}

/**
 * The block of whole exercises from the unit `from` that fits into `room`, a length in milliseconds and a number of
 * clips. When not even the first exercise fits, it holds the sets of it that do, and with `atLeastOne` as much as does.
 */
export function fitUnits(
  state: State,
  context: Context,
  from: number,
  room: { ms: number; clips: number; sounds?: number },
  start: { restSeconds?: number; intro: boolean; lying: boolean },
  atLeastOne: boolean,
): Block & { part: 'stretch' } {
  const units = unitsOf(state, context);
  const blockTo = (to: number): Block & { part: 'stretch' } => ({ part: 'stretch', from, to, ...start });
  const fits = (to: number): boolean => {
    const { slots } = layOutToned(blockTo(to), state, context, room.sounds ?? context.limits.sounds);
    return lengthOfTimeline(slots, context.lengthOf) <= room.ms && clipsIn(slots) <= room.clips;
  };
  const furthest = (ends: readonly number[]): number => {
    const tooFar = ends.findIndex((to) => !fits(to));
    return (tooFar < 0 ? ends.at(-1) : ends[tooFar - 1]) ?? from;
  };
  const ends = units.flatMap((_, index) => (index >= from ? [index + 1] : []));
  const whole = furthest(ends.filter((to) => units[to - 1]?.last));
  if (whole > from) return blockTo(whole);
  if (!atLeastOne) return blockTo(furthest(ends.filter((to) => units[to]?.set !== units[to - 1]?.set)));
  return blockTo(Math.max(furthest(ends), Math.min(from + 1, units.length)));
}

/** Milliseconds that the safety net and the way back take at the end of a reprompt. */
export function lengthOfNet(context: Context): number {
  return NET_ACTS.reduce((sum, act) => sum + roomFor(act, context.lengthOf), 0);
}

/** Index of the first stretching unit after the present exercise. */
export function unitAfterExercise(state: State, context: Context): number {
  const units = unitsOf(state, context);
  const unit = state.place?.unit ?? 0;
  const here = units[unit]?.exercise;
  const next = units.findIndex((one, index) => index > unit && one.exercise !== here);
  return next < 0 ? units.length : next;
}

/** Whether the stretching unit at index `unit` is done on the floor. */
export function isOnFloor(state: State, context: Context, unit: number): boolean {
  const exercise = unitsOf(state, context)[unit]?.exercise;
  return exercise !== undefined && context.routine.exercises.stretches[exercise]?.place === 'floor';
}

/** Where a silent listener goes on: at the present stretch, at the first one, or nowhere once all are done. */
function presentStartOf(state: State, context: Context): CarryStart {
  const { place, lying } = state;
  if (place?.part === 'close') return { unit: unitsOf(state, context).length, lying };
  return { unit: place?.part === 'stretch' ? place.unit : 0, lying };
}

interface Carrying {
  start: CarryStart;
  /** What the answer has used already, in milliseconds and in clips. */
  usedMs: number;
  usedClips: number;
  /** Tones it may still have. */
  sounds: number;
  /** Words that are said before anything else. */
  first: Act[];
}

/** The reprompt of a silent listener: one more block of stretches if it fits, the safety net, and how to come back. */
function carryOn(
  state: State,
  context: Context,
  { start: { unit: from, lying }, usedMs, usedClips, sounds, first }: Carrying,
): { reprompt: Reprompt; block: Block | null } {
  const mayStretch = state.cleared && !state.guideOff && state.plan !== null;
  const says: Act[] = [...first, { key: 'carry.on' }];
  const net = instruct('close.net', context);
  const room = {
    ms:
      context.limits.responseMs -
      usedMs -
      lengthOfNet(context) -
      lengthOfRising(context) -
      lengthOfSays(says, context) -
      1000,
    clips: Math.min(context.limits.clips - 4, context.limits.clipsBoth - usedClips - 4),
    sounds,
  };
  const start = { intro: introduces(state, context), lying };
  const block = mayStretch ? fitUnits(state, context, from, room, start, false) : null;
  const reached = block && block.to > from ? block.to : from;
  const over = mayStretch && reached >= unitsOf(state, context).length;
  const asks: Act = over ? { key: 'carry.nextTime' } : promise(COME_BACK, state, context);
  if (!block || reached === from) return { reprompt: { says: first, plays: [net], asks }, block: null };
  const left = !over && isOnFloor(state, context, reached - 1) && isOnFloor(state, context, reached);
  const rise = left ? [instruct('stretch.rise', context)] : [];
  const sent = layOutToned(block, state, context, sounds);
  return { reprompt: { says, plays: [...sent.slots, ...rise, net], asks }, block: sent.block };
}

/** Whether what to do about numbness is said: once, on a first visit, and not to one who knows the rules. */
export function introduces(state: State, context: Context): boolean {
  const said = state.heard.includes('stretch.numb');
  return !said && state.plan !== null && warnsOfNumbness(state.plan) && !knowsRules(state, context);
}

function instruct(key: string, context: Context): Slot {
  return { kind: 'instruct', act: { key }, ms: roomFor({ key }, context.lengthOf) };
}

function lengthOfRising(context: Context): number {
  return roomFor({ key: 'stretch.rise' }, context.lengthOf);
}
