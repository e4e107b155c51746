// Lays out the slots of a timed part: a search, a press, stretches or a quiet wait.

import type { PressTool } from '../domain/exercise';
import { layOutPin, layOutPress, layOutSearch } from '../domain/pressTimeline';
import type { Unit } from '../domain/routine';
import { layOutStretches } from '../domain/stretchTimeline';
import { type LengthOf, roomFor, type Slot } from '../domain/timeline';
import { withTones } from '../domain/tones';
import type { Context } from './context';
import { paceOf, spotSideOf, unitsOf } from './planning';
import type { Block, State } from './state';
import { saysLess } from './talk';

/** The tool of the plan; null when the plan does not press. */
export function pressToolOf(state: State): PressTool | null {
  const tool = state.plan?.choice.tool;
  return tool === undefined || tool === 'none' ? null : tool;
}

/**
 * The slots of a block. The same plan, settings and heard sentences always give the same slots, so that a block that
 * was sent can be laid out again later.
 */
export function layOut(block: Block, state: State, context: Context): Slot[] {
  const slots = layOutWords(block, state, context);
  return 'tones' in block && block.tones ? withTones(slots, block.tones) : slots;
}

function layOutWords(block: Block, state: State, context: Context): Slot[] {
  const { lengthOf, routine } = context;
  const tool = pressToolOf(state);
  const side = spotSideOf(state);
  switch (block.part) {
    case 'find':
      return tool ? layOutSearch({ tool, side }, routine.exercises) : [];
    case 'press':
      return tool
        ? layOutPress(
            { tool, side, ...block, counting: state.settings.counting, quiet: saysLess(state) },
            routine.exercises,
            lengthOf,
          )
        : [];
    case 'pin':
      return layOutPin({ side, reps: block.reps, lead: block.lead }, routine.exercises, lengthOf);
    case 'stretch':
      return layOutStretchBlock(block, state, context);
    case 'quiet':
      return layOutQuiet(block.why, block.seconds);
  }
}

function layOutStretchBlock(block: Extract<Block, { part: 'stretch' }>, state: State, context: Context): Slot[] {
  const { lengthOf, routine } = context;
  const units = unitsOf(state, context);
  const laid = layOutStretches(units, block.from, block.to, paceOf(state), routine.exercises, lengthOf, block);
  return block.intro ? withWarning(laid, units, lengthOf) : laid;
}

/** Inserts what to do about numbness before the first one-sided stretch. */
function withWarning(laid: Slot[], units: Unit[], lengthOf: LengthOf): Slot[] {
  const index = laid.findIndex(({ unit }) => unit !== undefined && units[unit]?.side !== undefined);
  const unit = laid[index]?.unit;
  if (unit === undefined) return laid;
  const act = { key: 'stretch.numb' };
  return [...laid.slice(0, index), { kind: 'instruct', act, ms: roomFor(act, lengthOf), unit }, ...laid.slice(index)];
}

/** What is said now and then during a long quiet. While something is fetched nothing is. */
const QUIET_CUES = { pause: 'quiet.pause.cue', easing: 'quiet.easing.cue', fetching: 'quiet.fetching' } as const;

/** A quiet wait of `seconds`, with a sentence now and then so that the listener knows the skill is still there. */
function layOutQuiet(why: 'pause' | 'easing' | 'fetching', seconds: number): Slot[] {
  const every = why === 'pause' ? 60 : why === 'easing' ? 30 : seconds;
  const count = Math.max(1, Math.round(seconds / every));
  return Array.from({ length: count }, (_, index) => ({
    kind: 'quiet',
    act: { key: index === 0 ? `quiet.${why}` : QUIET_CUES[why], values: { variant: index } },
    ms: Math.round((seconds / count) * 1000),
  }));
}
