// Estimates where in a timed part the listener was when they spoke, and what had been done by then.

import { foundWith, ruledWith } from '../domain/approach';
import { FLOOR_WORK, secondsOf } from '../domain/stretchTimeline';
import { lengthOfSlot, lengthOfTimeline, type Slot } from '../domain/timeline';
import { layOut, pressToolOf } from './blocks';
import type { Context } from './context';
import { SHORT_BREAK_MS } from './keeping';
import { paceOf, unitsOf } from './planning';
import type { Block, Moment, Playing, RoutinePlace, Spot, State } from './state';
import { isOnFloor } from './turn';

/** A place in a timed part: the slot that was sounding, and how far into it, in milliseconds. */
interface Point {
  block: Block;
  slots: Slot[];
  index: number;
  intoMs: number;
  /** The timed part had ended. */
  over: boolean;
  /** Milliseconds from the start of the timed part; negative before it. */
  atMs: number;
}

interface Settled {
  state: State;
  /** Something may still press on the back, so the answer must open with the release. */
  touching: boolean;
}

/**
 * Slack of the estimate: a press counts as going on for this long after it should have ended. Delays and a long sentence
 * make three seconds of it, and a slow voice says what comes before the press in a fifth more time than estimated. An
 * answer to the question after the release comes later than that.
 */
const DELAYS_MS = 3000;
const marginAfter = (saidMs: number): number => DELAYS_MS + saidMs / 5;
/** The first words of the release, and what a long sentence or a slow device may add to the usual delays. */
export const RELEASE_WORDS_MS = 4300;

function pointIn(block: Block, elapsedMs: number, state: State, context: Context): Point {
  const slots = layOut(block, state, context);
  let left = Math.max(0, elapsedMs);
  for (const [index, slot] of slots.entries()) {
    const ms = lengthOfSlot(slot, context.lengthOf);
    if (left < ms) return { block, slots, index, intoMs: left, over: false, atMs: elapsedMs };
    left -= ms;
  }
  return { block, slots, index: slots.length, intoMs: left, over: true, atMs: elapsedMs };
}

/** The estimated point at which the listener began to speak (docs/principles.md "Where the listener was"). */
function pointOf(playing: Playing, state: State, context: Context): Point | null {
  const { startLatencyMs, utteranceMs, microphoneMs } = context.limits;
  const elapsed = context.nowMs - playing.sentAtMs - startLatencyMs - utteranceMs;
  const mainMs = playing.block ? lengthOfTimeline(layOut(playing.block, state, context), context.lengthOf) : 0;
  const repromptAt = playing.saidMs + mainMs + playing.askedMs + microphoneMs;
  if (playing.afterSilence && elapsed >= repromptAt) {
    return pointIn(playing.afterSilence.block, elapsed - repromptAt - playing.afterSilence.saidMs, state, context);
  }
  return playing.block ? pointIn(playing.block, elapsed - playing.saidMs, state, context) : null;
}

/** Whether nothing was heard for two minutes after all that the last answer had to say, silence's part included. */
export function isAway(state: State, context: Context): boolean {
  const { playing, lastTurnMs } = state;
  if (lastTurnMs === null) return false;
  const lengthOf = (block: Block | null): number =>
    block ? lengthOfTimeline(layOut(block, state, context), context.lengthOf) : 0;
  const led = playing?.afterSilence;
  const heardMs = playing
    ? playing.saidMs + lengthOf(playing.block) + playing.askedMs + context.limits.microphoneMs
    : context.limits.microphoneMs;
  const silentMs = led ? led.saidMs + lengthOf(led.block) : 0;
  return context.nowMs - (playing?.sentAtMs ?? lastTurnMs) - heardMs - silentMs >= SHORT_BREAK_MS;
}

/** Times left are spoken in steps that are easy to say and to count. */
const STEP_SECONDS = 5;

export const roundToFive = (seconds: number): number => Math.round(seconds / STEP_SECONDS) * STEP_SECONDS;

/** How many milliseconds of the slots that `counts` accepts lay before a point. */
function timedMsBefore(point: Point, counts: (slot: Slot) => boolean): number {
  return point.slots.reduce((sum, slot, index) => {
    if (!counts(slot) || index > point.index) return sum;
    return sum + (index < point.index ? (slot.ms ?? 0) : point.intoMs);
  }, 0);
}

const isPressing = (slot: Slot): boolean => slot.pressing === true;

const isTimed = (slot: Slot): boolean => slot.kind === 'hold' || slot.kind === 'count';

/**
 * Brings the state up to the moment at which the listener spoke. Seconds pressed are counted, the place is the
 * estimated one, and the moment after a timed part that has ended is the question that follows it.
 */
export function settle(state: State, context: Context): Settled {
  const { playing } = state;
  if (!playing) return { state, touching: false };
  const point = pointOf(playing, state, context);
  if (!point) return { state: { ...state, playing: null }, touching: false };
  const { block } = point;
  // What silence led on to has left the words before it behind.
  const here: State = { ...state, playing: null, said: block === playing.block ? state.said : [] };
  switch (block.part) {
    case 'press':
    case 'pin':
      return settlePress(here, point, block, context, marginAfter(playing.saidMs));
    case 'stretch':
      return { state: settleStretch(hearOut(here, playing, block, context), point, context), touching: false };
    case 'find':
      return { state: markFinding(here, point), touching: false };
    case 'quiet':
      return { state: endRest(here, point), touching: false };
  }
}

/** Counts the press in full for a silent listener who was already led on to the next part. */
function hearOut(state: State, playing: Playing, now: Block, context: Context): State {
  const main = playing.block;
  if (main === null || main === now || (main.part !== 'press' && main.part !== 'pin')) return state;
  const end = pointIn(main, Number.POSITIVE_INFINITY, state, context);
  return settlePress(state, end, main, context, marginAfter(playing.saidMs)).state;
}

/** An answer this close to the end of a quiet minute is taken as an answer to the question after it. */
const QUIET_MARGIN_MS = 8000;

/** Ends the rest after a quiet minute that was heard to its end: its question may be answered now. */
function endRest(state: State, point: Point): State {
  const { moment } = state;
  const left = lengthOfTimeline(point.slots, () => 0) - point.atMs;
  return moment.at === 'easing' && left < QUIET_MARGIN_MS ? { ...state, moment: { ...moment, resting: false } } : state;
}

/** Marks what comes before the quiet of a search as heard, once the quiet has begun. */
function markFinding(state: State, { atMs }: Point): State {
  const tool = pressToolOf(state);
  if (atMs < 0 || !tool) return state;
  return { ...state, heard: [...new Set([...state.heard, ruledWith(tool), foundWith(tool)])] };
}

function settlePress(
  before: State,
  point: Point,
  block: Extract<Block, { part: 'press' | 'pin' }>,
  context: Context,
  marginMs: number,
): Settled {
  const state: State = { ...before, lying: false };
  const totalMs = point.slots.filter(isPressing).reduce((sum, slot) => sum + (slot.ms ?? 0), 0);
  const doneMs = timedMsBefore(point, isPressing);
  const lastPress = point.slots.map(isPressing).lastIndexOf(true);
  const finished = point.index > lastPress;
  const begun = doneMs > 0 || (block.part === 'press' && block.lead === 'rest');
  const touching = !finished || msSince(point, lastPress, context) < marginMs;
  // Words spoken just before the end cut off the release, so a press that should be over may still go on.
  const pressedMs = touching ? pressedMsUntilRelease(state, point, context) : totalMs;
  const pressedSeconds = Math.ceil(pressedMs / 1000);
  const spot = lastSpotOf(state);
  const spots = [...state.spots.slice(0, -1), { ...spot, pressedSeconds: spot.pressedSeconds + pressedSeconds }];
  if (finished) return { state: finishPress({ ...state, spots }, block), touching };
  const restSeconds = begun ? roundToFive((totalMs - doneMs) / 1000) : Math.round(totalMs / 1000);
  const cap = context.routine.press.spotSeconds - (spot.pressedSeconds + pressedSeconds);
  // The rest is said and timed in whole steps of five seconds, or in whole rounds of a hook.
  const rest = cutToSteps(Math.min(restSeconds, cap), state, context);
  const over = rest < context.routine.press.shortestRestSeconds;
  if (over) return { state: finishPress({ ...state, spots }, block), touching };
  const remarks = state.moment.at === 'pressing' ? (state.moment.remarks ?? 0) : 0;
  const left = block.part === 'press' && begun ? { leftMs: Math.round(msLeftAtAnswer(state, point, context)) } : {};
  return {
    state: {
      ...state,
      spots,
      moment: { at: 'pressing', remarks, ...left },
      place: { part: block.part, unit: 0, restSeconds: rest },
    },
    touching,
  };
}

/**
 * Milliseconds that a hold has left when the answer begins to sound. A tool that presses in rounds has the whole rounds
 * left, because the present one ends meanwhile.
 */
function msLeftAtAnswer(state: State, point: Point, context: Context): number {
  const { utteranceMs, startLatencyMs } = context.limits;
  const tool = pressToolOf(state);
  const inRounds = tool !== null && context.routine.exercises.presses[tool].rounds > 1;
  const totalMs = point.slots.filter(isPressing).reduce((sum, slot) => sum + (slot.ms ?? 0), 0);
  return (
    totalMs -
    (inRounds ? timedMsBefore(point, isPressing) : pressedMsAfter(utteranceMs + startLatencyMs, state, point, context))
  );
}

/**
 * Milliseconds pressed up to the release that answers an interruption, never too few. The press goes on while the
 * listener speaks, until the answer arrives, and during its first words.
 */
function pressedMsUntilRelease(state: State, point: Point, context: Context): number {
  const { utteranceMs, startLatencyMs } = context.limits;
  return pressedMsAfter(utteranceMs + startLatencyMs + RELEASE_WORDS_MS, state, point, context);
}

/** Milliseconds pressed by a listener who holds on for `heldOnMs` after beginning to speak. */
function pressedMsAfter(heldOnMs: number, state: State, point: Point, context: Context): number {
  // A press that is broken off goes on past its planned end, because the listener has not heard the release.
  if (timedMsBefore(point, isPressing) > 0) return timedMsBefore(point, isPressing) + heldOnMs;
  return timedMsBefore(pointIn(point.block, point.atMs + heldOnMs, state, context), isPressing);
}

/** Cuts `seconds` to what can be pressed in one go: steps of five, or the rounds of a tool that presses in rounds. */
export function cutToSteps(seconds: number, state: State, context: Context): number {
  const tool = pressToolOf(state);
  const press = tool ? context.routine.exercises.presses[tool] : null;
  const step = press && press.rounds > 1 ? press.seconds : STEP_SECONDS;
  return Math.floor(seconds / step) * step;
}

/** Milliseconds between the end of the last press and a point. */
function msSince(point: Point, lastPress: number, context: Context): number {
  return point.slots
    .slice(lastPress + 1, point.index)
    .reduce((sum, slot) => sum + lengthOfSlot(slot, context.lengthOf), point.intoMs);
}

function lastSpotOf(state: State): Spot {
  return state.spots.at(-1) ?? { side: 'left', pressedSeconds: 0, holds: 0, pinned: false, strength: null };
}

function withHold(state: State, block: Extract<Block, { part: 'press' | 'pin' }>): State {
  const spot = lastSpotOf(state);
  const done: Spot = block.part === 'pin' ? { ...spot, pinned: true } : { ...spot, holds: spot.holds + 1 };
  return { ...state, spots: [...state.spots.slice(0, -1), done] };
}

function finishPress(state: State, block: Extract<Block, { part: 'press' | 'pin' }>): State {
  return {
    ...withHold(state, block),
    moment: { at: 'checking', tries: {} },
    place: { part: block.part, unit: 0, restSeconds: 0 },
  };
}

function settleStretch(state: State, point: Point, context: Context): State {
  const units = unitsOf(state, context);
  const block = point.block as Extract<Block, { part: 'stretch' }>;
  const current = point.over ? block.to : (point.slots[point.index]?.unit ?? block.from);
  const begun = point.slots.some((slot, index) => isTimed(slot) && slot.unit === current && index <= point.index);
  const known = units.slice(block.from, begun ? current + 1 : current).map((unit) => unit.exercise);
  const heard = [...new Set([...state.heard, ...known])];
  const lying = point.over
    ? isOnFloor(state, context, current - 1) && isOnFloor(state, context, current)
    : isLying(state, point, block, current, begun, context);
  const stretched = [...new Set([...state.stretched, ...known])];
  const next: State = { ...state, heard, stretched, lying };
  if (point.over) {
    const place: RoutinePlace = { part: current >= units.length ? 'close' : 'stretch', unit: current };
    const moment: Moment = current >= units.length ? { at: 'closing', asks: 'numb', tries: {} } : { at: 'between' };
    return { ...next, place, moment };
  }
  return { ...next, moment: { at: 'stretching' }, place: stretchPlaceAt(state, point, block, current, context) };
}

/** Whether the listener is on the floor: from the way down to the way up, both included. */
function isLying(
  state: State,
  point: Point,
  block: Extract<Block, { part: 'stretch' }>,
  current: number,
  begun: boolean,
  context: Context,
): boolean {
  const [down] = FLOOR_WORK;
  const goneDown = point.slots.some(
    (slot, index) => index <= point.index && slot.unit === current && slot.act?.key === down.act.key,
  );
  if (begun || goneDown) return isOnFloor(state, context, current);
  return current === block.from ? block.lying : isOnFloor(state, context, current - 1);
}

function stretchPlaceAt(
  state: State,
  point: Point,
  block: Extract<Block, { part: 'stretch' }>,
  current: number,
  context: Context,
): RoutinePlace {
  const unit = unitsOf(state, context)[current];
  if (!unit) return { part: 'stretch', unit: current };
  const doneMs = timedMsBefore(point, (slot) => isTimed(slot) && slot.unit === current);
  const whole = secondsOf(unit, context.routine.exercises, paceOf(state).slowness);
  const total = current === block.from && block.restSeconds !== undefined ? block.restSeconds : whole;
  if (doneMs === 0) return { part: 'stretch', unit: current, ...(total === whole ? {} : { restSeconds: total }) };
  const rest = roundToFive(total - doneMs / 1000);
  if (rest < context.routine.press.shortestRestSeconds) return { part: 'stretch', unit: current + 1 };
  return { part: 'stretch', unit: current, ...(rest >= whole ? {} : { restSeconds: rest }) };
}
