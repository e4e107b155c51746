// Asks for the next thing a routine still lacks, or presents the plan.

import { sayTool } from '../../../domain/allowances';
import {
  firstMissingOf,
  type Missing,
  misfitOf,
  type PartialChoice,
  roundMinutes,
  type Wishes,
} from '../../../domain/choice';
import type { Place, Region, Tool } from '../../../domain/exercise';
import type { Choice, Plan, Usual } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { describeHolds } from '../../holdLength';
import { planFor, withoutPressing } from '../../planning';
import { adviseSeeingSomeone, sayWhyRest } from '../../progress';
import { askFor, isLeftOutForAge, mendContextOf, proposeUsual, toolOf } from '../../prompts';
import type { ChoiceQuestion, State, Tries } from '../../state';
import { answer, moveTo } from '../../turn';
import { withHoldWish } from '../../wishes';
import { leaveAlone } from '../screening/outcome';
import { askQuestion } from '../screening/screening';
import { approachSpot, stretchOnly } from './readying';

/** The wishes as the planner takes them: with rounded minutes, and without a tool when nothing may press. */
function partialChoiceOf(state: State): PartialChoice {
  const { usual } = state;
  const { minutes: wished, tool: _, place: wishedPlace, ...rest } = state.wishes;
  const tool = toolOf(state);
  const minutes = wished === undefined ? usual?.minutes : roundMinutes(wished);
  const place = wishedPlace ?? placeFor(tool, usual);
  return {
    ...rest,
    ...(tool ? { tool } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(place ? { place } : {}),
  };
}

/** Where the stretches are, when nothing was said of it: on the floor after the roller, else as the last time. */
function placeFor(tool: Tool | undefined, usual: Usual | null): Place | undefined {
  if (tool === 'roller') return 'floor';
  // For the upper back and after the roller it was not asked.
  const asked = usual !== null && usual.tool !== 'roller' && (usual.region !== 'upper' || usual.place === 'floor');
  return asked ? usual.place : undefined;
}

/** The usual with what is wished in its place. Another region has a side of its own. */
export function mergeUsual({ region, side, tool, minutes }: Usual, wished: Wishes): Wishes {
  const other = wished.region !== undefined && wished.region !== region;
  return { region, ...(other ? {} : { side }), tool, minutes, ...wished };
}

/** Says how long a routine can be, when more or less was wished. */
function sayLimit({ wishes: { minutes } }: State): Act[] {
  if (minutes === undefined || (minutes >= 3 && minutes <= 10)) return [];
  return [{ key: minutes > 10 ? 'replan.longest' : 'replan.shortest' }];
}

/** Asks the next question after `says`, or presents the plan when nothing is missing. */
export function chooseNext(state: State, context: Context, says: Act[], tries: Tries = {}): Turn {
  const choice = partialChoiceOf(state);
  const asks = (question: ChoiceQuestion, act: Act): Turn =>
    answer(moveTo(state, { at: 'choosing', asks: question, tries }), context, { says, asks: act });
  if (misfitOf(choice, context.routine.exercises)) return askToMend(state, context, says, tries);
  const missing = firstMissingOf(choice);
  // A region that rests today: the stretches are offered before anything more is asked.
  if (choice.region && choice.tool !== 'none' && sayRestNow(state, choice.region, context))
    return presentPlan(state, context, says);
  if (!missing) return presentPlan(state, context, says);
  if (mayProposeUsual(state, context)) return asks('usual', proposeUsual(state));
  const question = asksForSpot(choice, missing, tries) ? 'spot' : missing;
  return asks(question, askFor(question, choice.tool));
}

/** Asks for another tool than one that does not fit. That it is left out for age is said once. */
function askToMend(state: State, context: Context, says: Act[], tries: Tries): Turn {
  const untold = isLeftOutForAge(state, context) && !state.heard.includes(NOT_AT_THIS_AGE.key);
  const told: State = untold ? { ...state, heard: [...state.heard, NOT_AT_THIS_AGE.key] } : state;
  return answer(moveTo(told, { at: 'choosing', asks: 'mend', tries }), context, {
    says: [...says, ...(untold ? [NOT_AT_THIS_AGE] : [])],
    asks: { key: 'mend', context: mendContextOf(state, context) },
  });
}

const NOT_AT_THIS_AGE: Act = { key: 'age.noRoller' };

/** Place and tool are asked for together; after a miss each by itself. */
function asksForSpot({ tool, side }: PartialChoice, missing: Missing, tries: Tries): boolean {
  return missing === 'region' && !tool && !side && (tries.unrelated ?? 0) === 0;
}

/** Whether the last choice is offered: nothing was wished, and its region may be pressed today. */
function mayProposeUsual(state: State, context: Context): boolean {
  const { usual, wishes, lacks } = state;
  if (!usual || state.usualDeclined || Object.keys(wishes).length > 0 || lacks.includes(usual.tool)) return false;
  if (state.pressOff || state.skinNoted || misfitOf(usual, context.routine.exercises)) return false;
  return usual.tool === 'none' || sayRestNow(state, usual.region, context) === null;
}

function completeChoice(choice: PartialChoice): Choice {
  return {
    region: choice.region ?? 'upper',
    side: choice.side ?? 'both',
    tool: choice.tool ?? 'none',
    minutes: choice.minutes ?? 5,
    place: choice.place ?? 'chair',
  };
}

/** Says the plan in one breath: the place, the minutes, and what is done. */
export function describePlan(choice: Choice): Act[] {
  const { region, side, tool, minutes } = choice;
  const spot = tool === 'none' ? region : `${region}_${side}`;
  return [{ key: 'plan.spot', context: spot, values: { minutes } }, sayTool(choice)];
}

/**
 * Says why a region is not pressed today; null when nothing speaks against it. A session under way does not make its own
 * region rest. The limits of spot and session hold all the same.
 */
function sayRestNow({ skinClear, spots }: State, region: Region, context: Context): Act | null {
  return skinClear && spots.length > 0 ? null : sayWhyRest(region, context);
}

/** Whether the usual was just taken as it was proposed: the listener has heard it. */
function acceptsUsual({ moment, usual }: State, { region, side, tool, minutes }: Choice): boolean {
  if (moment.at !== 'choosing' || moment.asks !== 'usual' || !usual) return false;
  return region === usual.region && side === usual.side && tool === usual.tool && minutes === usual.minutes;
}

/** Where the stretches of a plan really are: three minutes have no room to get down to the floor. */
function placeIn({ choice, stretches }: Plan, { routine: { exercises } }: Context): Place {
  const down = stretches.some(({ id }) => exercises.stretches[id]?.place === 'floor');
  return down || choice.tool === 'roller' ? 'floor' : 'chair';
}

/** Plans what was chosen, says the plan, and asks the last question before anything touches the back. */
function presentPlan(wishing: State, context: Context, says: Act[]): Turn {
  const state = withHoldWish(wishing);
  const wished = partialChoiceOf(state);
  const choice = completeChoice(wished);
  const seen = adviseSeeingSomeone(choice.region, context);
  const plan = planFor(choice, state, context);
  const first = choice.tool === 'none' ? ('stretch' as const) : ('find' as const);
  const planned: State = { ...state, plan, place: { part: first, unit: 0 } };
  // Three minutes press one spot only. A listener who is tight on both sides hears which one.
  const [only] = plan.choice.side === 'both' && plan.spots.length === 1 ? plan.spots : [];
  const oneSide: Act[] = only ? [{ key: 'plan.oneSide' }] : [];
  const rest = wished.tool === 'none' ? null : sayRestNow(state, choice.region, context);
  if (rest) {
    // The plan loses its pressing, so that no way around the offer leads to a press.
    const gentle: State = { ...planned, plan: withoutPressing(plan) };
    const resting = moveTo(gentle, { at: 'choosing', asks: 'stretchesInstead', tries: {} });
    return answer(resting, context, { says: [...says, ...seen, rest], asks: { key: 'offer.stretchesInstead' } });
  }
  const described = acceptsUsual(state, choice)
    ? []
    : describePlan({ ...plan.choice, ...(only ? { side: only } : {}), place: placeIn(plan, context) });
  const holds = describeHolds(planned, context);
  const spoken = [...says, ...seen, ...sayLimit(state), ...described, ...oneSide, ...holds];
  if (state.skinNoted && !state.skinClear) return leaveAlone({ ...planned, skinNoted: false }, context, says);
  // The skin is asked for only before something touches it.
  if (choice.tool === 'none' || state.pressOff) return stretchOnly(planned, context, spoken);
  if (state.skinClear) return approachSpot(planned, context, spoken);
  return askQuestion(planned, context, 'q9', spoken);
}
