// Replies to changes on the way: another tool, length, pace or counting, a chair for the floor, easier stretches.

import type { Wishes } from '../../domain/choice';
import { misfitOf, toolInsteadOf } from '../../domain/choice';
import type { Minutes, Tool } from '../../domain/exercise';
import { lengthOfStretches } from '../../domain/measuring';
import type { Choice } from '../../domain/routine';
import type { Act, Turn } from '../act';
import { pressToolOf } from '../blocks';
import type { Context } from '../context';
import type { Event } from '../event';
import { waitForReady } from '../moments/breaks/interrupted';
import { answerTo, leadBack } from '../moments/questions/answering';
import { chooseNext } from '../moments/routine/choosing';
import { findAgain } from '../moments/routine/finding';
import { beginStretches } from '../moments/routine/stretching';
import { planningTablesIn, tasteOf, unitsOf } from '../planning';
import { askAgain } from '../prompts';
import { planAnew, planStretches } from '../replanning';
import type { State } from '../state';
import { releaseFor } from '../turn';
import { hearHoldLength } from './holdLength';

const STEPS: readonly Minutes[] = [3, 5, 10];
/** Makes the routine one step shorter or longer, or says that it cannot be. */
function changeLength(state: State, context: Context, direction: 1 | -1): Turn {
  const now = state.plan?.choice.minutes ?? 5;
  const next = STEPS[STEPS.indexOf(now) + direction];
  if (!state.plan)
    return chooseNext({ ...state, wishes: { ...state.wishes, minutes: direction > 0 ? 10 : 3 } }, context, []);
  if (!next) return askAgain(state, context, [{ key: direction > 0 ? 'replan.longest' : 'replan.shortest' }]);
  const changed: State = {
    ...state,
    wishes: { ...state.wishes, minutes: next },
    plan: { ...state.plan, choice: { ...state.plan.choice, minutes: next } },
  };
  const says: Act[] = [{ key: 'replan.minutes', context: String(next) }];
  if (state.place?.part !== 'stretch' && state.place?.part !== 'close')
    return askAgain(planAnew(changed, context), context, says);
  const units = unitsOf(state, context);
  // At the end everything is done, and longer means more stretches.
  const unit = state.place.part === 'close' ? units.length : state.place.unit;
  const done = [...new Set(units.slice(0, unit).map(({ exercise }) => exercise))];
  const left = state.plan.stretches.filter(({ id }) => !done.includes(id));
  const leftMs = lengthOfStretches(state.plan.choice, left, tasteOf(state, context).pace, planningTablesIn(context));
  const ms = Math.max(30000, leftMs + (next - now) * 60000);
  return waitForReady(planStretches(changed, done, ms, context), context, says);
}

/** Whether the routine is pressing, or is going to. */
function pressesStill(state: State): boolean {
  return (
    pressToolOf(state) !== null &&
    state.place !== null &&
    state.place.part !== 'stretch' &&
    state.place.part !== 'close'
  );
}

/** Changes the tool for the rest of the routine. Seconds pressed and spots stay counted. */
function changeTool(state: State, tool: Tool, context: Context): Turn {
  if (!state.plan) return chooseNext({ ...state, wishes: { ...state.wishes, tool } }, context, []);
  if (!pressesStill(state)) return askAgain(state, context, [{ key: 'replan.noToolNeeded' }]);
  const { side, minutes } = state.plan.choice;
  const wished: State = {
    ...state,
    wishes: { ...state.wishes, region: state.plan.choice.region, side, minutes, tool },
  };
  const { region } = state.plan.choice;
  const place = state.wishes.place;
  // Before the first spot the plan is made and said anew.
  const anew = state.spots.length === 0;
  if (anew || misfitOf({ region, tool, ...(place ? { place } : {}) }, context.routine.exercises)) {
    return chooseNext({ ...wished, plan: null, place: null }, context, []);
  }
  const choice: Choice = { ...state.plan.choice, tool };
  const spots = tool === 'none' ? [] : state.plan.spots;
  const next = planAnew(
    { ...wished, plan: { ...state.plan, choice, spots, pin: false }, place: { part: 'find', unit: 0 } },
    context,
  );
  // Whoever feels for the spot leans on the tool they leave.
  const release = state.moment.at === 'finding' ? [releaseFor(state)] : [];
  const said: Act[] = [...release, { key: 'replan.tool', context: tool }];
  return tool === 'none' ? beginStretches(next, context, said) : findAgain(next, context, said, true);
}

/** The topic about a tool that is in use already: "can I use a lacrosse ball". */
const ABOUT_TOOL: Partial<Record<Tool, string>> = {
  ball: 'which-ball',
  roller: 'roller-how',
  hook: 'hook-how',
  hands: 'hands-how',
  partner: 'partner-how',
};

/** Swaps the tool for `tool`, or for the next one the listener can use when it is null. */
function swapTool(state: State, tool: Tool | null, context: Context): Turn {
  const inUse = tool !== null && tool === state.plan?.choice.tool ? ABOUT_TOOL[tool] : undefined;
  if (inUse) return leadBack(answerTo(state, { topics: [inUse], nearness: 'meant' }, context), context);
  if (tool) return changeTool(state, tool, context);
  const present = state.plan?.choice.tool;
  return changeTool(
    state,
    toolInsteadOf(
      present ? [...state.lacks, present] : state.lacks,
      state.plan?.choice.region,
      context.routine.exercises,
    ),
    context,
  );
}

/** Notes that the listener lacks `tool`, or the present one when it is null, and changes to another. */
function doWithoutTool(state: State, tool: Tool | null, context: Context): Turn {
  const missing = tool ?? state.plan?.choice.tool ?? null;
  const lacks = missing ? [...new Set([...state.lacks, missing])] : state.lacks;
  const present = state.plan?.choice.tool;
  if (missing !== null && present !== undefined && missing !== present)
    return askAgain({ ...state, lacks }, context, [{ key: 'replan.noted' }]);
  return changeTool(
    { ...state, lacks },
    toolInsteadOf(lacks, state.plan?.choice.region, context.routine.exercises),
    context,
  );
}

function moveToChair(state: State, context: Context): Turn {
  const seated: State = { ...state, wishes: { ...state.wishes, place: 'chair' } };
  if (!state.plan) return chooseNext(seated, context, []);
  if (state.plan.choice.tool === 'roller' && pressesStill(state)) return changeTool(seated, 'ball', context);
  return askAgain(planAnew(seated, context), context, [{ key: 'replan.chair' }]);
}

/**
 * Replies to a wish on the way. Before the first press the plan is made anew; later only the tool or the place changes.
 */
function changeWish(state: State, wishes: Wishes, context: Context): Turn | null {
  if (!state.plan) return null;
  if (wishes.holdSeconds !== undefined && Object.keys(wishes).length === 1)
    return hearHoldLength(state, { type: 'wantedHold', seconds: wishes.holdSeconds }, context);
  const begun = state.spots.length > 0 || state.place?.part === 'stretch';
  if (!begun)
    return chooseNext({ ...state, wishes: { ...state.wishes, ...wishes }, plan: null, place: null }, context, []);
  if (wishes.tool) return changeTool(state, wishes.tool, context);
  return wishes.place === 'chair' ? moveToChair(state, context) : null;
}

/** Replies to changes of tool, length, ease, pace and counting in any moment after "start"; null for other events. */
export function replan(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'swappedTool':
      return swapTool(state, event.tool, context);
    case 'lacksTool':
      return doWithoutTool(state, event.tool, context);
    case 'cannotUseFloor':
      return moveToChair(state, context);
    case 'chose':
      return changeWish(state, event.wishes, context);
    case 'wantedHold':
    case 'wantedLongerHold':
    case 'wantedShorterHold':
      return hearHoldLength(state, event, context);
    case 'wantedShorter':
      return changeLength(state, context, -1);
    case 'wantedLonger':
      return changeLength(state, context, 1);
    case 'wantedEasier':
      return askAgain(planAnew({ ...state, easier: true }, context), context, [{ key: 'replan.easier' }]);
    case 'wantedSlower':
      return askAgain(planAnew({ ...state, settings: { ...state.settings, pace: 'slow' } }, context), context, [
        { key: 'replan.slower' },
      ]);
    case 'wantedMoreCounting':
      return askAgain({ ...state, settings: { ...state.settings, counting: 'more' } }, context, [
        { key: 'replan.countMore' },
      ]);
    case 'wantedLessCounting':
      return askAgain({ ...state, settings: { ...state.settings, counting: 'less' } }, context, [
        { key: 'replan.countLess' },
      ]);
    default:
      return null;
  }
}
