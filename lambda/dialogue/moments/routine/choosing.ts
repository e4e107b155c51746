// Asks for what is still missing of a routine, or presents the plan.

import { firstMissing, misfit, type PartialChoice, roundedMinutes } from '../../../domain/choice';
import type { Region, Tool } from '../../../domain/exercise';
import { planRoutine } from '../../../domain/planning';
import type { Choice } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import { planningTables, tasteOf, withoutPressing } from '../../planning';
import { restAct, seeSomeoneActs } from '../../progress';
import { mendContext, usualAct } from '../../prompts';
import type { ChoiceQuestion, State, Tries } from '../../state';
import { answer, at } from '../../turn';
import { leaveAlone } from '../screening/outcome';
import { askQuestion } from '../screening/screening';
import { getReady, readyForStretches } from './readying';

/** The wishes as the planner takes them: minutes rounded, no tool when nothing may press. */
function partialChoice(state: State): PartialChoice {
  const { minutes, tool, ...rest } = state.wishes;
  const usedTool: Tool | undefined = state.pressOff || state.skinNoted ? 'none' : tool;
  return {
    ...rest,
    ...(usedTool ? { tool: usedTool } : {}),
    ...(minutes === undefined ? {} : { minutes: roundedMinutes(minutes) }),
  };
}

/** Minutes outside three to ten are said to be changed, in a word. */
function roundingSaid(state: State): Act[] {
  const { minutes } = state.wishes;
  if (minutes === undefined || minutes === roundedMinutes(minutes)) return [];
  return [{ key: 'choose.rounded', context: String(roundedMinutes(minutes)) }];
}

/** The next thing to ask, or the plan when nothing is missing. */
export function chooseNext(state: State, context: Context, says: Act[], tries: Tries = {}): Turn {
  const choice = partialChoice(state);
  const asks = (question: ChoiceQuestion, act: Act): Turn =>
    answer(at(state, { at: 'choosing', asks: question, tries }), context, { says, asks: act });
  if (misfit(choice, context.routine.exercises)) return asks('mend', { key: 'mend', context: mendContext(state) });
  const missing = firstMissing(choice);
  // A region that rests today: the stretches are offered before anything more is asked.
  if (choice.region && choice.tool !== 'none' && restNow(state, choice.region, context))
    return presentPlan(state, context, says);
  if (missing && maySuggest(choice, state, context)) return asks('usual', usualAct(state));
  return missing ? asks(missing, { key: `choose.${missing}` }) : presentPlan(state, context, says);
}

/** Whether what was chosen last can be offered: the region is known, it goes with that, and nothing else is wished. */
function maySuggest(choice: PartialChoice, state: State, context: Context): boolean {
  const { usual } = state;
  if (!usual || !choice.region || choice.tool || state.lacks.includes(usual.tool)) return false;
  if (choice.minutes && choice.minutes !== usual.minutes) return false;
  return (
    misfit({ ...choice, tool: usual.tool, place: choice.place ?? usual.place }, context.routine.exercises) === null
  );
}

function completeChoice(choice: PartialChoice, usual: State['usual']): Choice {
  return {
    region: choice.region ?? 'upper',
    side: choice.side ?? 'both',
    tool: choice.tool ?? 'none',
    minutes: choice.minutes ?? usual?.minutes ?? 5,
    place: choice.place ?? 'chair',
  };
}

/** The plan in one breath, with what is needed. */
export function planActs(choice: Choice): Act[] {
  return [
    { key: 'plan.minutes', context: String(choice.minutes) },
    choice.tool === 'none'
      ? { key: 'plan.region', context: choice.region }
      : { key: 'plan.spot', context: `${choice.region}_${choice.side}` },
    { key: 'plan.tool', context: choice.tool },
    ...(choice.region === 'upper' ? [] : [{ key: 'plan.place', context: choice.place }]),
  ];
}

/**
 * Why a region is not pressed today, in a sentence; null when nothing speaks against it. A session under way is not held
 * against itself; what a spot and a session may take is counted all the same.
 */
function restNow({ skinClear, spots }: State, region: Region, context: Context): Act | null {
  return skinClear && spots.length > 0 ? null : restAct(region, context);
}

/** A plan for what was chosen, said, and then the last question before anything touches the back. */
function presentPlan(state: State, context: Context, says: Act[]): Turn {
  const wished = partialChoice(state);
  const choice = completeChoice(wished, state.usual);
  const seen = seeSomeoneActs(choice.region, context);
  const plan = planRoutine(choice, tasteOf(state), planningTables(context));
  const first = choice.tool === 'none' ? ('stretch' as const) : ('find' as const);
  const planned: State = { ...state, plan, place: { part: first, unit: 0 } };
  // Three minutes press one spot: somebody tight on both sides hears which.
  const oneSide: Act[] = plan.choice.side === 'both' && plan.spots.length === 1 ? [{ key: 'plan.oneSide' }] : [];
  const rest = wished.tool === 'none' ? null : restNow(state, choice.region, context);
  if (rest) {
    // Without its pressing, so that no way round the offer, a lost session or another tool, leads to a press.
    const gentle: State = { ...planned, plan: withoutPressing(plan) };
    const resting = at(gentle, { at: 'choosing', asks: 'stretchesInstead', tries: {} });
    return answer(resting, context, { says: [...says, ...seen, rest], asks: { key: 'offer.stretchesInstead' } });
  }
  const spoken = [...says, ...seen, ...roundingSaid(state), ...planActs(plan.choice), ...oneSide];
  if (state.skinNoted && !state.skinClear) return leaveAlone({ ...planned, skinNoted: false }, context, says);
  if (state.pressOff) return readyForStretches(planned, context, spoken);
  if (state.skinClear) return getReady(planned, context, spoken);
  return askQuestion(planned, context, 'q9', spoken);
}
