// Replies to the questions about region, side, tool, minutes and place; an answer may fill several.

import type { Wishes } from '../../../domain/choice';
import { toolInsteadOf } from '../../../domain/choice';
import type { Tool } from '../../../domain/exercise';
import type { Act, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { recheck } from '../../moments/breaks/pausing';
import { chooseNext, mergeUsual } from '../../moments/routine/choosing';
import { waitForFetching } from '../../moments/routine/fetching';
import { stretchOnly } from '../../moments/routine/readying';
import { sayUnfit } from '../../prompts';
import type { ChoiceQuestion, Moment, MomentAt, State } from '../../state';
import { askOnceMore, tryAgain } from '../../tries';
import { endSession } from '../../turn';

type Choosing = MomentAt<'choosing'>;

/** What is proposed after two misses. A yes takes it. */
const PROPOSED: Partial<Record<ChoiceQuestion, Wishes>> = {
  region: { region: 'upper' },
  side: { side: 'both' },
  tool: { tool: 'none' },
  minutes: { minutes: 5 },
  place: { place: 'chair' },
};
/** Misses before something is proposed, and before the session ends. */
const PROPOSES_AFTER = 2;
const MOST_MISSES = 3;

/** What an answer adds to the wishes; null when it adds nothing. */
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
      return wishWithoutTool(state, event.tool, context);
    case 'saidYes':
      if (moment.asks === 'usual') return state.usual && mergeUsual(state.usual, {});
      if ((moment.tries.unrelated ?? 0) >= PROPOSES_AFTER) return PROPOSED[moment.asks] ?? null;
      return moment.asks === 'mend' ? { tool: mendingToolOf(state) } : null;
    case 'saidNone':
    case 'saidNo':
    case 'wasNotSure':
      return wishForNothing(moment, event.type);
    case 'wantedShorter':
      return { minutes: state.wishes.minutes === 10 ? 5 : 3 };
    case 'wantedLonger':
      return { minutes: state.wishes.minutes === 3 ? 5 : 10 };
    default:
      return null;
  }
}

/** The tool that is offered first in place of one that does not fit. */
function mendingToolOf(state: State): Tool {
  if (state.wishes.tool === 'hands') return 'hook';
  return state.lacks.includes('ball') ? 'hands' : 'ball';
}

function wishWithoutTool(state: State, tool: Tool | null, context: Context): Wishes | null {
  const lacking = tool ?? state.wishes.tool;
  if (!lacking) return { tool: 'none' };
  if (state.wishes.tool && state.wishes.tool !== lacking) return null;
  return { tool: toolInsteadOf([...state.lacks, lacking], state.wishes.region, context.routine.exercises) };
}

function wishForNothing(moment: Choosing, type: 'saidNone' | 'saidNo' | 'wasNotSure'): Wishes | null {
  if (moment.asks === 'usual') return null;
  if (moment.asks === 'tool' || moment.asks === 'mend') return { tool: 'none' };
  if (moment.asks === 'minutes') return { minutes: 5 };
  if (type !== 'wasNotSure') return null;
  if (moment.asks === 'side') return { side: 'both' };
  return moment.asks === 'place' ? { place: 'chair' } : null;
}

/** Ends with the safety net when the listener wants no stretches either. */
function leave(state: State): Turn {
  const says: Act[] = [{ key: 'close.net' }, { key: 'close.goodbye' }];
  return endSession({ ...state, place: null }, says, [{ type: 'forgetPlace' }]);
}

/** Where it a break leads when nothing had been chosen before. */
const WHERE: Moment = { at: 'choosing', asks: 'region', tries: {} };

/** Replies to the offer of gentle stretches instead of pressing. */
function hearStretchesInstead(state: State, event: Event, context: Context, moment: Choosing): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'wantedStretches':
    case 'saidSomewhat':
    case 'wasReady':
    case 'resumed':
    case 'wantedNext':
      if (state.suspended) return recheck(state, context, state.plan ? { at: 'interrupted' } : WHERE);
      return state.plan ? stretchOnly(state, context, []) : chooseNext(state, context, []);
    case 'saidNo':
    case 'saidNone':
      return leave(state);
    case 'unclear':
    case 'notUnderstood':
    case 'wasNotSure':
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'missed' }], asks: { key: 'offer.stretchesInstead' } },
        () => leave(state),
        { most: 2 },
      );
    default:
      return null;
  }
}

/**
 * What is said before a choice is asked for again: first that it was missed, then an example and a proposal, then help.
 */
function explainMiss({ asks, tries }: Choosing): Act[] {
  const before = tries.unrelated ?? 0;
  const told = asks === 'mend' ? 'tool' : asks;
  if (before === 0) return [{ key: 'missed', values: { variant: 0 } }];
  if (before === 1 && PROPOSED[asks]) return [{ key: 'choose.example', context: asks }];
  return [{ key: 'missed', values: { variant: 1 } }, { key: `help.choosing.${told}` }];
}

/** Says that a place or tool is unfit, never takes another in silence, and asks again a few times. */
function hearUnfit(
  state: State,
  { what, wishes }: Extract<Event, { type: 'namedUnfit' }>,
  context: Context,
  moment: Choosing,
): Turn {
  const wished: State = { ...state, wishes: { ...state.wishes, ...wishes } };
  if (Object.keys(wishes).length > 0) return chooseNext(wished, context, [sayUnfit(what)]);
  return tryAgain(
    moment,
    (counted) => chooseNext(wished, context, [sayUnfit(what)], counted.tries),
    () => endSession(state, [sayUnfit(what), { key: 'choose.leave' }]),
    { most: MOST_MISSES },
  );
}

/** Remembers a tool that the listener lacks, so that it is not offered again. */
function noteLack(state: State, event: Event): State {
  const missing = event.type === 'lacksTool' ? (event.tool ?? state.wishes.tool) : undefined;
  return missing && missing !== 'none' ? { ...state, lacks: [...new Set([...state.lacks, missing])] } : state;
}

/** Makes a new plan for a wish that comes after the plan was said; null when nothing was wished. */
export function changeMind(state: State, event: Event, context: Context): Turn | null {
  const moment: Choosing = { at: 'choosing', asks: 'region', tries: {} };
  const wishes = ['saidYes', 'saidNo', 'saidNone', 'wasNotSure', 'gaveNumber'].includes(event.type)
    ? null
    : wishesFrom(state, moment, event, context);
  if (!wishes) return null;
  const wished: State = { ...noteLack(state, event), wishes: { ...state.wishes, ...wishes }, plan: null, place: null };
  return chooseNext(wished, context, []);
}

/** Replies to the questions about the routine. */
export function hearChoosing(state: State, event: Event, context: Context, moment: Choosing): Turn | null {
  if (moment.asks === 'stretchesInstead') return hearStretchesInstead(state, event, context, moment);
  // A no to the last choice means that everything is asked.
  if (moment.asks === 'usual' && ['saidNo', 'saidNone', 'wasNotSure'].includes(event.type))
    return chooseNext({ ...state, usualDeclined: true }, context, []);
  if (event.type === 'namedUnfit') return hearUnfit(state, event, context, moment);
  const named = wishesFrom(state, moment, event, context);
  if (named) {
    // "The right side" in place of the usual leaves the rest of it.
    const wishes = moment.asks === 'usual' && state.usual ? mergeUsual(state.usual, named) : named;
    return chooseNext({ ...noteLack(state, event), wishes: { ...state.wishes, ...wishes } }, context, []);
  }
  switch (event.type) {
    case 'askedToExplain':
    case 'askedHelp':
    case 'wasNotSure':
    case 'askedDetails':
    case 'askedWhy':
      return chooseNext(state, context, [{ key: `help.choosing.${moment.asks === 'mend' ? 'tool' : moment.asks}` }]);
    case 'needsToFetch':
      return waitForFetching(state, event.tool, context);
    case 'wentBack':
    case 'wantedPrevious':
    case 'startedOver':
      return chooseNext({ ...state, wishes: {}, usualDeclined: true }, context, []);
    case 'notUnderstood':
    case 'saidYes':
    case 'saidNo':
    case 'saidNone':
    case 'wasReady':
      return tryAgain(
        moment,
        (counted) => chooseNext(state, context, explainMiss(moment), counted.tries),
        () => endSession(state, [{ key: 'choose.leave' }]),
        { most: MOST_MISSES },
      );
    default:
      return null;
  }
}
