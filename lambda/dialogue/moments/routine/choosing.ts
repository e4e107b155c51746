// Asks for what is still missing of a routine, or presents the plan.

import { firstMissingOf, misfitOf, type PartialChoice, roundMinutes } from '../../../domain/choice';
import type { Tool } from '../../../domain/exercise';
import { planRoutine } from '../../../domain/planning';
import type { Choice } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { planningTablesIn, tasteOf, withoutPressing } from '../../planning';
import { adviseSeeingSomeone, sayWhyRest } from '../../progress';
import { mendContextOf, proposeUsual } from '../../prompts';
import type { ChoiceQuestion, State, Tries } from '../../state';
import { answer, moveTo } from '../../turn';
import { leaveAlone } from '../screening/outcome';
import { askQuestion } from '../screening/screening';
import { getReady, getReadyToStretch } from './readying';

/** The wishes as the planner takes them: minutes rounded, no tool when nothing may press. */
function partialChoiceOf(state: State): PartialChoice {
  const { minutes, tool, ...rest } = state.wishes;
  const usedTool: Tool | undefined = state.pressOff || state.skinNoted ? 'none' : tool;
  return {
    ...rest,
    ...(usedTool ? { tool: usedTool } : {}),
    ...(minutes === undefined ? {} : { minutes: roundMinutes(minutes) }),
  };
}

/** Minutes outside three to ten are said to be changed, in a word. */
function sayRounding(state: State): Act[] {
  const { minutes } = state.wishes;
  if (minutes === undefined || minutes === roundMinutes(minutes)) return [];
  return [{ key: 'choose.rounded', context: String(roundMinutes(minutes)) }];
}

/** The next thing to ask, or the plan when nothing is missing. */
export function chooseNext(state: State, context: Context, says: Act[], tries: Tries = {}): Turn {
  const choice = partialChoiceOf(state);
  const asks = (question: ChoiceQuestion, act: Act): Turn =>
    answer(moveTo(state, { at: 'choosing', asks: question, tries }), context, { says, asks: act });
  if (misfitOf(choice, context.routine.exercises)) return asks('mend', { key: 'mend', context: mendContextOf(state) });
  const missing = firstMissingOf(choice);
  if (missing && maySuggest(choice, state, context)) return asks('usual', proposeUsual(state));
  return missing ? asks(missing, { key: `choose.${missing}` }) : presentPlan(state, context, says);
}

/** Whether what was chosen last can be offered: the region is known, it goes with that, and nothing else is wished. */
function maySuggest(choice: PartialChoice, state: State, context: Context): boolean {
  const { usual } = state;
  if (!usual || !choice.region || choice.tool || state.lacks.includes(usual.tool)) return false;
  if (choice.minutes && choice.minutes !== usual.minutes) return false;
  return (
    misfitOf({ ...choice, tool: usual.tool, place: choice.place ?? usual.place }, context.routine.exercises) === null
  );
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

/** The plan in one breath, with what is needed. */
export function describePlan(choice: Choice): Act[] {
  return [
    { key: 'plan.minutes', context: String(choice.minutes) },
    choice.tool === 'none'
      ? { key: 'plan.region', context: choice.region }
      : { key: 'plan.spot', context: `${choice.region}_${choice.side}` },
    { key: 'plan.tool', context: choice.tool },
    ...(choice.region === 'upper' ? [] : [{ key: 'plan.place', context: choice.place }]),
  ];
}

/** A plan for what was chosen, said, and then the last question before anything touches the back. */
function presentPlan(state: State, context: Context, says: Act[]): Turn {
  const choice = completeChoice(partialChoiceOf(state));
  const seen = adviseSeeingSomeone(choice.region, context);
  const plan = planRoutine(choice, tasteOf(state), planningTablesIn(context));
  const first = choice.tool === 'none' ? ('stretch' as const) : ('find' as const);
  const planned: State = { ...state, plan, place: { part: first, unit: 0 } };
  // Three minutes press one spot: somebody tight on both sides hears which.
  const oneSide: Act[] = plan.choice.side === 'both' && plan.spots.length === 1 ? [{ key: 'plan.oneSide' }] : [];
  // A session under way is not held against itself; what a spot and a session may take is counted all the same.
  const underWay = state.skinClear && state.spots.length > 0;
  const rest = choice.tool === 'none' || underWay ? null : sayWhyRest(choice.region, context);
  if (rest) {
    // Without its pressing, so that no way round the offer, a lost session or another tool, leads to a press.
    const gentle: State = { ...planned, plan: withoutPressing(plan) };
    const resting = moveTo(gentle, { at: 'choosing', asks: 'stretchesInstead', tries: {} });
    return answer(resting, context, { says: [...says, ...seen, rest], asks: { key: 'offer.stretchesInstead' } });
  }
  const spoken = [...says, ...seen, ...sayRounding(state), ...describePlan(plan.choice), ...oneSide];
  if (state.skinNoted && !state.skinClear) return leaveAlone({ ...planned, skinNoted: false }, context, says);
  if (state.pressOff) return getReadyToStretch(planned, context, spoken);
  if (state.skinClear) return getReady(planned, context, spoken);
  return askQuestion(planned, context, 'q9', spoken);
}
