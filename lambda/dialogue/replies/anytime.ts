// The replies of any moment to events for which it has no reply of its own.

import { saySearch } from '../../domain/approach';
import { isLeftOut, type Unfit } from '../../domain/choice';
import type { Act, Turn } from '../act';
import { pressToolOf } from '../blocks';
import type { Context } from '../context';
import { NET } from '../ending';
import type { Event } from '../event';
import { askToRemind } from '../moments/alerts/reminding';
import { warmUpFirst } from '../moments/alerts/warmingUp';
import { pause, recheckNow } from '../moments/breaks/pausing';
import { askIfWrong } from '../moments/breaks/worrying';
import { askToForget } from '../moments/memory/forgetting';
import { answerTo, answerWhy, isAnswered, leadBack } from '../moments/questions/answering';
import { guideExercise } from '../moments/questions/exercising';
import { offerMore } from '../moments/routine/checking';
import { describePlan } from '../moments/routine/choosing';
import { mayFetch, waitForFetching } from '../moments/routine/fetching';
import { findAgain } from '../moments/routine/finding';
import { beginStretches, continueStretches } from '../moments/routine/stretching';
import { helpOf, holds } from '../momentTable';
import { spotSideOf, unitsOf } from '../planning';
import { tellProgress } from '../progress';
import { askAgain, promptOf, sayUnfit } from '../prompts';
import { planAnew } from '../replanning';
import type { MomentName, State } from '../state';
import { minutesLeftOf } from '../timeLeft';
import { answer, endSession, moveTo, releaseFor, unitAfterExercise } from '../turn';
import { hearLateNumber, withPressingClosed } from './lateNumber';
import { replan } from './replanning';
import { withStrength } from './routine/checking';

/** Ends at once with the safety net. A place in the routine is kept, the passed screening is not. */
export function stop(state: State): Turn {
  const guided = state.plan !== null && state.place !== null && state.place.part !== 'close';
  const touching = holds(state.moment.at, 'touches');
  const says: Act[] = [
    ...(touching ? [releaseFor(state)] : []),
    ...(state.lying ? [{ key: 'stretch.rise' }] : []),
    { key: 'stop.now' },
    NET,
  ];
  return endSession(state, says, guided && !state.guideOff ? [{ type: 'savePlace' }] : []);
}

/** "Too much" counts as six at least, so that the next hold is lighter. */
const LIGHTER_FROM = 6;

/**
 * Replies to "too much", "worse" and "ouch": releases a press and asks for the number, or leaves a stretch for a
 * gentler one. The present spot is never pressed as hard again, whenever it is said; the second time in a session ends
 * pressing for today.
 */
function easeOff(before: State, context: Context, says: Act[] = []): Turn {
  const state: State = { ...before, tooMuch: before.tooMuch + 1 };
  if (state.tooMuch === 1) return makeLighter(state, context, says);
  const turn = state.pressOff ? makeLighter(state, context, says) : pressNoMore(state, context, says);
  // No short way leads past the questions the next day either.
  return { ...turn, effects: [...turn.effects, { type: 'forgetScreened' }] };
}

/** Ends pressing for this session, as after an eight. What goes on without a press goes on. */
function pressNoMore(state: State, context: Context, says: Act[]): Turn {
  const { at } = state.moment;
  if (state.place?.part === 'stretch' || state.place?.part === 'close')
    return makeLighter({ ...state, pressOff: true }, context, says);
  const noted = withStrength(state, LIGHTER_FROM);
  const release = isOnTool(at) ? [releaseFor(state)] : [];
  if (isOnTool(at) || AFTER_PRESS.includes(at))
    return beginStretches({ ...noted, pressOff: true }, context, [...release, ...says, { key: 'check.strong' }]);
  return askAgain(withPressingClosed(noted), context, [{ key: 'easeOff.rest' }, { key: 'check.noMore' }]);
}

/** Where the listener may be on the tool, or about to be. */
const isOnTool = (at: MomentName): boolean => at === 'finding' || at === 'pressing' || at === 'interrupted';

/** The questions after a press, which nothing is asked of any more once pressing is closed. */
const AFTER_PRESS: readonly MomentName[] = ['checking', 'feeling', 'offering'];

function makeLighter(state: State, context: Context, says: Act[]): Turn {
  const { at: where } = state.moment;
  if (where === 'stretching') return goOnGentler(state, context);
  if (state.place?.part === 'stretch' || state.place?.part === 'close')
    return askAgain(state, context, [{ key: 'easeOff.rest' }]);
  const noted = withStrength(state, LIGHTER_FROM);
  const broken = isOnTool(where);
  if (broken || where === 'checking') {
    return answer(moveTo(noted, { at: 'checking', tries: {}, least: LIGHTER_FROM }), context, {
      says: [...(broken ? [releaseFor(state)] : []), ...says, { key: 'easeOff.press' }],
      asks: { key: 'check.strength' },
      carriesOn: true,
    });
  }
  if (state.moment.at === 'offering' && state.moment.what !== 'stretches')
    return offerMore(noted, context, [{ key: 'easeOff.rest' }]);
  return askAgain(noted, context, [{ key: 'easeOff.rest' }]);
}

/** Leaves a stretch that hurt and chooses gentler ones for the rest. */
function goOnGentler(state: State, context: Context): Turn {
  const next: State = { ...state, easier: true, place: { part: 'stretch', unit: unitAfterExercise(state, context) } };
  const last = next.place !== null && next.place.unit >= unitsOf(state, context).length;
  if (last) return continueStretches(next, context, [{ key: 'easeOff.lastStretch' }]);
  return continueStretches(planAnew(next, context), context, [{ key: 'easeOff.stretch' }]);
}

function tellTimeLeft(state: State, context: Context): Act[] {
  if (!state.plan || state.startedAtMs === null) return [{ key: 'time.unknown' }];
  if (state.moment.at === 'checking') return [{ key: 'check.done' }];
  // What is left of a hold is part of the prompt that waits for "ready".
  const broken = state.place?.restSeconds !== undefined && state.place.restSeconds > 0;
  if (
    (state.moment.at === 'pressing' || state.moment.at === 'stretching' || state.moment.at === 'interrupted') &&
    broken
  )
    return [];
  const minutes = minutesLeftOf(state, context);
  return [{ key: 'time.routine', context: minutes === 1 ? 'one' : 'other', values: { minutes } }];
}

function tellPlan(state: State, context: Context): Act[] {
  if (!state.plan) return [{ key: 'plan.none' }];
  const units = unitsOf(state, context);
  const from = state.place?.part === 'stretch' ? state.place.unit : 0;
  const coming = [...new Set(units.slice(from).map((unit) => unit.exercise))].slice(0, 3);
  return [
    ...describePlan(state.plan.choice),
    ...(coming.length > 0 ? [{ key: 'plan.stretches' }] : []),
    ...coming.map((id) => ({ key: `exercise.${id}.name` })),
  ];
}

/** The long explanation of the present step. */
function detailsOf(state: State, context: Context): Act[] {
  const { place, plan } = state;
  // After a hold the question is explained; the tool is not set in place again.
  const asks = ['checking', 'feeling', 'offering'].includes(state.moment.at);
  if (!plan || !place || !state.cleared || asks) return [{ key: helpOf(state.moment.at) }];
  const unit = unitsOf(state, context)[place.unit];
  if (place.part === 'stretch' && unit) {
    return [{ key: `exercise.${unit.exercise}.long`, ...(unit.side ? { context: unit.side } : {}) }];
  }
  const tool = plan.choice.tool;
  if (tool === 'none' || place.part === 'close') return [{ key: 'help.routine' }];
  const { region } = plan.choice;
  return [
    ...saySearch({ tool, region, side: spotSideOf(state), finding: 'short', rule: false }),
    ...saySearch({ tool, region, side: spotSideOf(state), finding: 'details', rule: false }),
  ];
}

/** Goes back to the first step of the routine, within the screening and the limits of the spot. */
function startOver(state: State, context: Context): Turn {
  if (!state.plan || !state.cleared) return askAgain(state, context);
  if (state.pressOff || state.plan.choice.tool === 'none') {
    return continueStretches({ ...state, place: { part: 'stretch', unit: 0 } }, context, []);
  }
  return findAgain(state, context);
}

/** Replies to "Why?" with what the present step of a routine is for; anywhere else with the help. */
function tellWhy(state: State, context: Context): Turn {
  const exercise = unitsOf(state, context)[state.place?.unit ?? 0]?.exercise;
  const told = answerWhy(state, exercise, context);
  return told ? leadBack(told, context) : askAgain(state, context, [{ key: helpOf(state.moment.at) }]);
}

/**
 * Replies to a part of the body that is left out, or a thing too hard to press with. A part that is named while something
 * touches the back may be where it hurts: the listener is released, and asked how strong it is.
 */
function hearUnfit(state: State, what: Unfit, context: Context): Turn {
  const said = sayUnfit(what);
  if (isLeftOut(what) && holds(state.moment.at, 'touches')) return easeOff(state, context, [said]);
  return leadBack({ state, says: [said] }, context);
}

/**
 * Replies to words about another person. In an open session somebody else may be here now, and is asked about; a partner's
 * listener who lies under the hands has them taken away, whatever it was that was told of them.
 */
function hearAnother(state: State, context: Context): Turn {
  const withPartner = pressToolOf(state) === 'partner';
  if (withPartner && holds(state.moment.at, 'touches')) return easeOff(state, context);
  const isOpen = (state.cleared || state.suspended) && state.place?.part !== 'close';
  if (withPartner || !isOpen) return askAgain(state, context, [{ key: 'screening.forAnother' }]);
  return recheckNow(state, context, 'person');
}

/** Repeats what was said last, and the prompt. */
function sayAgain(state: State, context: Context): Turn {
  const prompted = promptOf(state, context).says ?? [];
  const said = state.said.filter(({ key }) => !prompted.some((act) => act.key === key));
  return askAgain(state, context, said);
}

/** The reply of any moment to an event for which it has no reply of its own. */
export function hearAnytime(state: State, event: Event, context: Context): Turn {
  // Changes need a screened session. In a pause or a re-check they wait until the question is answered.
  const changed = state.cleared ? replan(state, event, context) : null;
  if (changed) return changed;
  switch (event.type) {
    case 'askedDetails':
    case 'askedToExplain':
      return askAgain(state, context, detailsOf(state, context));
    case 'askedHelp':
      return askAgain(state, context, [{ key: helpOf(state.moment.at) }]);
    case 'askedToRepeat':
      return sayAgain(state, context);
    case 'wentBack':
    case 'wantedPrevious':
      return askAgain(state, context);
    case 'paused':
    case 'itStays':
      // "Not yet" begins a quiet wait, like a pause.
      return pause(state, context);
    case 'startedOver':
      return startOver(state, context);
    case 'saidTooMuch':
      return easeOff(state, context);
    case 'askedTimeLeft':
      return askAgain(state, context, tellTimeLeft(state, context));
    case 'askedPlan':
      return askAgain(state, context, tellPlan(state, context));
    case 'askedWhy':
      return tellWhy(state, context);
    case 'askedForExercise':
      return guideExercise(state, event.exercise, context);
    case 'wantedMore':
      return askAgain(state, context, [{ key: isAnswered(state) ? 'answer.noMore' : 'missed' }]);
    case 'askedPostureTips':
      return leadBack(answerTo(state, { topics: ['posture-tips'], nearness: 'meant' }, context), context);
    case 'askedProgress':
      return leadBack({ state, says: tellProgress(context) }, context);
    case 'wantedForgetting':
      return askToForget(state, context);
    case 'wantedReminder':
      return askToRemind(state, event.when, context);
    case 'wantedWarmUp':
      return warmUpFirst(state, context);
    case 'needsToFetch':
      return mayFetch(state)
        ? waitForFetching(state, event.tool, context)
        : askAgain(state, context, [{ key: 'missed' }]);
    case 'gaveNumber':
      return hearLateNumber(state, event.number, context);
    case 'namedUnfit':
      return hearUnfit(state, event.what, context);
    case 'citedDoctor':
      return askAgain(state, context, [{ key: 'doctor.noted' }]);
    case 'spokeForAnother':
      return hearAnother(state, context);
    case 'remarked':
      return leadBack({ state, says: [{ key: `remark.${event.remark}` }] }, context);
    default:
      return state.moment.at === 'pressing'
        ? askIfWrong(state, context)
        : askAgain(state, context, [{ key: 'missed' }]);
  }
}
