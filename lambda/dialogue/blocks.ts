// Lays out the slots of a timed part: a search, a press, stretches or a quiet wait.

import type { PressTool } from '../domain/exercise';
import { layOutPin, layOutPress, layOutSearch } from '../domain/pressTimeline';
import { LIGHT_STROKES, type Unit } from '../domain/routine';
import { layOutStretches } from '../domain/stretchTimeline';
import { type LengthOf, roomFor, type Slot } from '../domain/timeline';
import type { Context } from './context';
import { paceOf, spotSideOf, unitsOf } from './planning';
import type { Block, State } from './state';

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
  const { lengthOf, routine } = context;
  const tool = pressToolOf(state);
  const side = spotSideOf(state);
  switch (block.part) {
    case 'find':
      return tool && state.plan
        ? layOutSearch(
            { tool, region: state.plan.choice.region, side, form: block.form, rule: block.rule },
            routine.exercises,
            lengthOf,
          )
        : [];
    case 'press':
      return tool
        ? layOutPress(
            {
              tool,
              side,
              ...block,
              brief: state.plan?.brief === true || state.spots.length > 1,
              counting: state.settings.counting,
            },
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
  return block.intro ? withIntroduction(laid, units, lengthOf) : laid;
}

/**
 * Inserts the rules of stretching before the first stretch, and what to do about numbness before the first one-sided
 * one.
 */
function withIntroduction(laid: Slot[], units: Unit[], lengthOf: LengthOf): Slot[] {
  const say = (key: string, unit: number): Slot => ({
    kind: 'instruct',
    act: { key },
    ms: roomFor({ key }, lengthOf),
    unit,
  });
  const insertBefore = (slots: Slot[], wanted: (unit: Unit) => boolean, key: string): Slot[] => {
    const index = slots.findIndex(({ unit }) => unit !== undefined && units[unit] !== undefined && wanted(units[unit]));
    return index < 0 ? slots : [...slots.slice(0, index), say(key, slots[index]?.unit ?? 0), ...slots.slice(index)];
  };
  const warned = insertBefore(laid, (unit) => unit.side !== undefined, 'stretch.numb');
  // A partner's light strokes come before the stretches.
  return insertBefore(warned, (unit) => unit.exercise !== LIGHT_STROKES, 'stretch.intro');
}

/** What is said during a long quiet. While the ball is fetched there is time to explain what a knot is. */
const QUIET_CUES = { pause: 'quiet.pause.cue', easing: 'quiet.easing.cue', fetching: 'prepare.knot' } as const;

/** A quiet wait of `seconds`, with a sentence now and then so that the listener knows the skill is still there. */
function layOutQuiet(why: 'pause' | 'easing' | 'fetching', seconds: number): Slot[] {
  const every = why === 'pause' ? 60 : why === 'easing' ? 30 : 20;
  const count = Math.max(1, Math.round(seconds / every));
  return Array.from({ length: count }, (_, index) => ({
    kind: 'quiet',
    act: { key: index === 0 ? `quiet.${why}` : QUIET_CUES[why], values: { variant: index } },
    ms: Math.round((seconds / count) * 1000),
  }));
}
