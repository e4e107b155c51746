// Begins a press, or a pin and stretch, within the limits of the spot.

import { painRuleFor, ruledWith, sayLeadIn, sayPinEnd, TAUGHT_STOP } from '../../../domain/approach';
import { secondsPerRep } from '../../../domain/hold';
import { refit, runsOver } from '../../../domain/planning';
import type { HoldLead } from '../../../domain/pressTimeline';
import type { Act, Turn } from '../../act';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import { holdSecondsNow } from '../../holdLength';
import { planningTablesIn, tasteOf, workOf } from '../../planning';
import { cutToSteps, RELEASE_WORDS_MS, roundToFive } from '../../position';
import { mayPress, secondsLeftOnSpot, spotOf } from '../../rules';
import type { Block, RoutinePlace, State } from '../../state';
import { answer, lengthOfSays, moveTo, releaseFor } from '../../turn';
import { beginStretches } from './stretching';

/**
 * Fits the stretches to the time that this press takes, because a silent listener is carried on to them. A press beyond
 * the plan takes nothing from them: the routine runs over by a minute, and says so.
 */
function planAhead(state: State, context: Context, seconds: number): { state: State; says: Act[] } {
  const { plan } = state;
  if (!plan) return { state, says: [] };
  const taste = tasteOf(state, context);
  const tables = planningTablesIn(context);
  const spots = workOf(state).map((spot, index, all) =>
    index === all.length - 1 ? { ...spot, holds: [...spot.holds, seconds] } : spot,
  );
  const over = runsOver(plan, spots, taste, tables);
  const says: Act[] = over ? [{ key: 'plan.over', values: { minutes: plan.choice.minutes + 1 } }] : [];
  return { state: { ...state, plan: refit(plan, spots, taste, tables) }, says };
}

/**
 * Begins a hold and asks how strong it was. `seconds` shortens the hold to what was left. The stretches begin instead
 * when no press may follow.
 */
export function beginPress(state: State, context: Context, lead: HoldLead, says: Act[] = [], seconds?: number): Turn {
  const tool = pressToolOf(state);
  if (!tool || !mayPress(state, context)) return beginStretches(state, context, says);
  const whole = seconds ?? holdSecondsNow(state, context);
  const held = Math.min(whole, cutToSteps(secondsLeftOnSpot(state, context), state, context));
  // Whoever was ready before the rule was over hears it now.
  const rule = state.heard.includes(ruledWith(tool)) ? [] : [painRuleFor(tool)];
  const leadIn = sayLeadIn({ tool, lead, seconds: held }, state.heard.includes(TAUGHT_STOP));
  const heard = [...new Set([...state.heard, ruledWith(tool), TAUGHT_STOP])];
  const here: State = { ...moveTo(state, { at: 'pressing' }), heard, place: { part: 'press', unit: 0 } };
  const ahead = planAhead(here, context, held);
  return sendPress(ahead.state, context, {
    says: [...says, ...ahead.says, ...rule, ...leadIn],
    block: { part: 'press', seconds: held, lead },
  });
}

/**
 * Goes on with a hold that was never let go of: says how long is left and how it ends, and nothing that tells the
 * listener to press. `leftMs`: what is left when this answer begins; `remarks`: how many the hold has had with this one.
 * Null when less is left than may be begun: the listener is released then.
 */
export function goOnHolding(
  state: State,
  context: Context,
  { leftMs, remarks }: { leftMs: number; remarks: number },
  before: Act[],
): Turn | null {
  const { shortestRestSeconds } = context.routine.press;
  const sayLeft = (seconds: number): Act[] => [
    ...before,
    { key: 'remark.left', values: { seconds } },
    { key: `lose.${pressToolOf(state)}` },
  ];
  const wordsMs = lengthOfSays(sayLeft(shortestRestSeconds), context);
  const held = withSecondsPressed(state, Math.ceil(Math.max(0, wordsMs - RELEASE_WORDS_MS) / 1000));
  const tool = pressToolOf(state);
  const inRounds = tool !== null && context.routine.exercises.presses[tool].rounds > 1;
  const restMs = inRounds ? leftMs : Math.max(leftMs - wordsMs, shortestRestSeconds * 1000);
  const rest = inRounds ? restMs / 1000 : roundToFive(restMs / 1000);
  const seconds = cutToSteps(Math.min(rest, secondsLeftOnSpot(held, context)), state, context);
  if (leftMs < shortestRestSeconds * 1000 || seconds < shortestRestSeconds) return null;
  const place: RoutinePlace = { part: 'press', unit: 0, restSeconds: seconds };
  return sendPress({ ...moveTo(held, { at: 'pressing', remarks }), place }, context, {
    says: sayLeft(seconds),
    block: { part: 'press', seconds, lead: 'rest' },
  });
}

/** The state with seconds added to what the present spot was pressed. */
function withSecondsPressed(state: State, seconds: number): State {
  const spot = spotOf(state);
  if (!spot) return state;
  return { ...state, spots: [...state.spots.slice(0, -1), { ...spot, pressedSeconds: spot.pressedSeconds + seconds }] };
}

/** Begins the slow lifts of a pin and stretch, or `wanted` of them: as many as fit into the spot's sixty seconds. */
export function beginPin(state: State, context: Context, lead: 'first' | 'back', wanted?: number): Turn {
  const { form } = context.routine.exercises.pin;
  const most = Math.floor(secondsLeftOnSpot(state, context) / secondsPerRep(form));
  const reps = Math.min(wanted ?? form.reps, most);
  if (!mayPress(state, context) || reps < 1) return beginStretches(state, context, []);
  const here: State = { ...moveTo(state, { at: 'pressing' }), place: { part: 'pin', unit: 0 } };
  return sendPress(here, context, { says: [sayPinEnd(reps)], block: { part: 'pin', reps, lead } });
}

/**
 * Plays a timed part that presses and asks how strong it was. The place is saved first, with the whole press counted.
 * Silence after it begins with the release, because a part that did not play released nobody.
 */
function sendPress(state: State, context: Context, { says, block }: { says: Act[]; block: Block }): Turn {
  const asks: Act = { key: 'check.strength' };
  const carrySays = [releaseFor(state)];
  return answer(state, context, { says, block, asks, carriesOn: true, carrySays, effects: [{ type: 'savePlace' }] });
}

/**
 * How a press on the present spot begins: lighter after more than five, and lightly when it is not known how sore the
 * spot is.
 */
export function leadFor(state: State): HoldLead {
  const spot = spotOf(state);
  if ((spot?.strength ?? 0) > 5) return 'lighter';
  // What a lost session was told of this spot is not kept.
  if ((spot?.holds ?? 0) > 0) return state.soreBefore === null && spot?.strength === null ? 'lighter' : 'again';
  return state.soreBefore === null ? 'light' : 'first';
}
