// Region, side, tool, minutes, floor or chair: what is still to be asked, and which plan comes of it?

import { firstMissing, insteadOf, misfit, type PartialChoice, roundedMinutes } from '../../../domain/choice';
import type { Tool } from '../../../domain/exercise';
import { planRoutine } from '../../../domain/planning';
import type { Choice } from '../../../domain/routine';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event, Wishes } from '../../event';
import { planningTables, tasteOf, withoutPressing } from '../../planning';
import { restAct, seeSomeoneActs } from '../../progress';
import { mendContext, usualAct } from '../../prompts';
import { leaveAlone } from '../../safety';
import { type ChoiceQuestion, type Moment, type State, type Tries, tried } from '../../state';
import { answer, at, ends } from '../../turn';
import { recheck } from '../breaks/pausing';
import { askQuestion } from '../screening/screening';
import { getReady, readyForStretches } from './readying';

type Choosing = Extract<Moment, { at: 'choosing' }>;

/** The wishes as the planner takes them: minutes rounded, no tool when nothing may press. */
export function partialChoice(state: State): PartialChoice {
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

/** A plan for what was chosen, said, and then the last question before anything touches the back. */
export function presentPlan(state: State, context: Context, says: Act[]): Turn {
  const choice = completeChoice(partialChoice(state));
  const seen = seeSomeoneActs(choice.region, context);
  const plan = planRoutine(choice, tasteOf(state), planningTables(context));
  const first = choice.tool === 'none' ? ('stretch' as const) : ('find' as const);
  const planned: State = { ...state, plan, place: { part: first, unit: 0 } };
  // Three minutes press one spot: somebody tight on both sides hears which.
  const oneSide: Act[] = plan.choice.side === 'both' && plan.spots.length === 1 ? [{ key: 'plan.oneSide' }] : [];
  // A session under way is not held against itself; what a spot and a session may take is counted all the same.
  const underWay = state.skinClear && state.spots.length > 0;
  const rest = choice.tool === 'none' || underWay ? null : restAct(choice.region, context);
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

/** What an answer adds to the wishes; null when it adds nothing here. */
function wishesFrom(state: State, moment: Choosing, event: Event, context: Context): Wishes | null {
  switch (event.type) {
    case 'chose':
    case 'askedForRoutine':
      return Object.keys(event.wishes).length > 0 ? event.wishes : null;
    case 'gaveNumber':
      return moment.asks === 'minutes' ? { minutes: event.number } : null;
    case 'wantedStretches':
      return { tool: 'none' };
    case 'cannotUseFloor':
      return { place: 'chair' };
    case 'swappedTool':
      return event.tool ? { tool: event.tool } : null;
    case 'lacksTool':
      return lackingWish(state, event.tool, context);
    case 'saidYes':
      if (moment.asks === 'usual') return state.usual;
      return moment.asks === 'mend' ? { tool: firstMend(state) } : null;
    case 'saidNone':
    case 'saidNo':
    case 'wasNotSure':
      return nothingWish(moment, event.type);
    case 'wantedShorter':
      return { minutes: state.wishes.minutes === 10 ? 5 : 3 };
    case 'wantedLonger':
      return { minutes: state.wishes.minutes === 3 ? 5 : 10 };
    default:
      return null;
  }
}

/** The first tool a mended pair offers. */
function firstMend(state: State): Tool {
  if (state.wishes.tool === 'hands') return 'hook';
  return state.lacks.includes('ball') ? 'hands' : 'ball';
}

function lackingWish(state: State, tool: Tool | null, context: Context): Wishes | null {
  const lacking = tool ?? state.wishes.tool;
  if (!lacking) return { tool: 'none' };
  if (state.wishes.tool && state.wishes.tool !== lacking) return null;
  return { tool: insteadOf([...state.lacks, lacking], state.wishes.region, context.routine.exercises) };
}

function nothingWish(moment: Choosing, type: 'saidNone' | 'saidNo' | 'wasNotSure'): Wishes | null {
  if (moment.asks === 'usual') return null;
  if (moment.asks === 'tool' || moment.asks === 'mend') return { tool: 'none' };
  if (type !== 'wasNotSure') return null;
  if (moment.asks === 'side') return { side: 'both' };
  if (moment.asks === 'minutes') return { minutes: 5 };
  return moment.asks === 'place' ? { place: 'chair' } : null;
}

/** Gentle stretches instead of pressing: yes or no. */
function hearStretchesInstead(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'wantedStretches':
    case 'saidSomewhat':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
      if (state.suspended) return recheck(state, context, { at: 'interrupted' });
      return state.plan ? readyForStretches(state, context, []) : chooseNext(state, context, []);
    case 'saidNo':
    case 'saidNone':
      return ends(
        { ...state, place: null },
        [{ key: 'close.net' }, { key: 'close.goodbye' }],
        [{ type: 'forgetPlace' }],
      );
    default:
      return null;
  }
}

/** What lacks is remembered, so that it is not offered again. */
function noting(state: State, event: Event): State {
  const missing = event.type === 'lacksTool' ? (event.tool ?? state.wishes.tool) : undefined;
  return missing && missing !== 'none' ? { ...state, lacks: [...new Set([...state.lacks, missing])] } : state;
}

/** Another wish after the plan was said: a new plan, and its last question again; null when nothing was wished. */
export function changeOfMind(state: State, event: Event, context: Context): Turn | null {
  const moment: Choosing = { at: 'choosing', asks: 'region', tries: {} };
  const wishes = ['saidYes', 'saidNo', 'saidNone', 'wasNotSure', 'gaveNumber'].includes(event.type)
    ? null
    : wishesFrom(state, moment, event, context);
  if (!wishes) return null;
  const wished: State = { ...noting(state, event), wishes: { ...state.wishes, ...wishes }, plan: null, place: null };
  return chooseNext(wished, context, []);
}

export function hearChoosing(state: State, moment: Choosing, event: Event, context: Context): Turn | null {
  if (moment.asks === 'stretchesInstead') return hearStretchesInstead(state, event, context);
  // Something else than last time: then everything is asked.
  if (moment.asks === 'usual' && ['saidNo', 'saidNone', 'wasNotSure'].includes(event.type))
    return chooseNext({ ...state, usual: null }, context, []);
  const wishes = wishesFrom(state, moment, event, context);
  if (wishes) return chooseNext({ ...noting(state, event), wishes: { ...state.wishes, ...wishes } }, context, []);
  switch (event.type) {
    case 'askedToExplain':
    case 'askedHelp':
    case 'wasNotSure':
    case 'askedDetails':
    case 'askedWhy':
      return chooseNext(state, context, [{ key: `help.choosing.${moment.asks === 'mend' ? 'tool' : moment.asks}` }]);
    case 'wentBack':
    case 'wantedPrevious':
    case 'startedOver':
      return chooseNext({ ...state, wishes: {} }, context, []);
    case 'notUnderstood':
    case 'saidYes':
    case 'saidNo':
    case 'saidNone':
    case 'wasReady':
      return chooseNext(
        state,
        context,
        [{ key: 'missed', values: { variant: moment.tries.unrelated ?? 0 } }],
        tried(moment.tries, 'unrelated'),
      );
    default:
      return null;
  }
}
