// Asks for the next thing a routine still lacks, or presents the plan.

import { firstMissingOf, misfitOf, type PartialChoice, roundMinutes } from '../../../domain/choice';
import type { Region, Tool } from '../../../domain/exercise';
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

/** The wishes as the planner takes them: with rounded minutes, and without a tool when nothing may press. */
function partialChoiceOf(state: State): PartialChoice {
  const { minutes, tool, ...rest } = state.wishes;
  const usedTool: Tool | undefined = state.pressOff || state.skinNoted ? 'none' : tool;
  return {
    ...rest,
    ...(usedTool ? { tool: usedTool } : {}),
    ...(minutes === undefined ? {} : { minutes: roundMinutes(minutes) }),
  };
}

/** Says in a word that the wished minutes were rounded. */
function sayRounding(state: State): Act[] {
  const { minutes } = state.wishes;
  if (minutes === undefined || minutes === roundMinutes(minutes)) return [];
  return [{ key: 'choose.rounded', context: String(roundMinutes(minutes)) }];
}

/** Asks the next question after `says`, or presents the plan when nothing is missing. */
export function chooseNext(state: State, context: Context, says: Act[], tries: Tries = {}): Turn {
  const choice = partialChoiceOf(state);
  const asks = (question: ChoiceQuestion, act: Act): Turn =>
    answer(moveTo(state, { at: 'choosing', asks: question, tries }), context, { says, asks: act });
  if (misfitOf(choice, context.routine.exercises)) return asks('mend', { key: 'mend', context: mendContextOf(state) });
  const missing = firstMissingOf(choice);
  // A region that rests today: the stretches are offered before anything more is asked.
  if (choice.region && choice.tool !== 'none' && sayRestNow(state, choice.region, context))
    return presentPlan(state, context, says);
  if (missing && maySuggest(choice, state, context)) return asks('usual', proposeUsual(state));
  return missing ? asks(missing, { key: `choose.${missing}` }) : presentPlan(state, context, says);
}

/** Whether the last choice can be offered: the region is known, the choice fits it, and nothing else was wished. */
function maySuggest(choice: PartialChoice, state: State, context: Context): boolean {
  const { usual } = state;
  if (!usual || !choice.region || choice.tool || state.lacks.includes(usual.tool)) return false;
  if (choice.minutes && choice.minutes !== usual.minutes) return false;
  return (
    misfitOf({ ...choice, tool: usual.tool, place: choice.place ?? usual.place }, context.routine.exercises) === null
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

/** Says the plan in one breath, with what is needed for it. */
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

/**
 * Says why a region is not pressed today; null when nothing speaks against it. A session under way does not make its own
 * region rest. The limits of spot and session hold all the same.
 */
function sayRestNow({ skinClear, spots }: State, region: Region, context: Context): Act | null {
  return skinClear && spots.length > 0 ? null : sayWhyRest(region, context);
}

/** Plans what was chosen, says the plan, and asks the last question before anything touches the back. */
function presentPlan(state: State, context: Context, says: Act[]): Turn {
  const wished = partialChoiceOf(state);
  const choice = completeChoice(wished, state.usual);
  const seen = adviseSeeingSomeone(choice.region, context);
  const plan = planRoutine(choice, tasteOf(state), planningTablesIn(context));
  const first = choice.tool === 'none' ? ('stretch' as const) : ('find' as const);
  const planned: State = { ...state, plan, place: { part: first, unit: 0 } };
  // Three minutes press one spot only. A listener who is tight on both sides hears which one.
  const oneSide: Act[] = plan.choice.side === 'both' && plan.spots.length === 1 ? [{ key: 'plan.oneSide' }] : [];
  const rest = wished.tool === 'none' ? null : sayRestNow(state, choice.region, context);
  if (rest) {
    // The plan loses its pressing, so that no way around the offer leads to a press.
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
