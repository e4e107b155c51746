// Begins a press, or a pin and stretch, within the limits of the spot.

import { secondsPerRep } from '../../../domain/hold';
import { refit } from '../../../domain/planning';
import type { HoldLead } from '../../../domain/pressTimeline';
import type { Act, Turn } from '../../act';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import { planningTablesIn, tasteOf, workOf } from '../../planning';
import { cutToSteps } from '../../position';
import { mayPress, secondsLeftOnSpot, spotOf } from '../../rules';
import type { Block, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { beginStretches } from './stretching';

/** Fits the stretches to the time that this press takes, because a silent listener is carried on to them. */
function planAhead(state: State, context: Context): State {
  if (!state.plan) return state;
  const spots = workOf(state).map((spot, index, all) =>
    index === all.length - 1 ? { ...spot, holds: spot.holds + 1 } : spot,
  );
  return { ...state, plan: refit(state.plan, spots, tasteOf(state), planningTablesIn(context)) };
}

/**
 * Begins a hold and asks how strong it was. `seconds` shortens the hold to what was left. The stretches begin instead
 * when no press may follow.
 */
export function beginPress(state: State, context: Context, lead: HoldLead, says: Act[] = [], seconds?: number): Turn {
  const tool = pressToolOf(state);
  if (!tool || !mayPress(state, context)) return beginStretches(state, context, says);
  const press = context.routine.exercises.presses[tool];
  const whole = press.seconds * press.rounds;
  const held = Math.min(seconds ?? whole, cutToSteps(secondsLeftOnSpot(state, context), state, context));
  const rule = !state.heard.includes('rule.pain');
  const heard = rule ? [...state.heard, 'rule.pain'] : state.heard;
  const ahead = planAhead({ ...moveTo(state, { at: 'pressing' }), heard, place: { part: 'press', unit: 0 } }, context);
  return sendPress(ahead, context, {
    says: [...says, { key: `press.${tool}.safe`, values: { seconds: held } }],
    block: { part: 'press', seconds: held, rule, lead },
  });
}

/** Begins five slow lifts on the pinned spot, or `wanted`, within the spot's sixty seconds. */
export function beginPin(state: State, context: Context, lead: 'first' | 'back', wanted?: number): Turn {
  const { form } = context.routine.exercises.pin;
  const most = Math.floor(secondsLeftOnSpot(state, context) / secondsPerRep(form));
  const reps = Math.min(wanted ?? form.reps, most);
  if (!mayPress(state, context) || reps < 1) return beginStretches(state, context, []);
  const next = planAhead({ ...moveTo(state, { at: 'pressing' }), place: { part: 'pin', unit: 0 } }, context);
  return sendPress(next, context, { says: [{ key: 'pin.safe' }], block: { part: 'pin', reps, lead } });
}

/**
 * Plays a timed part that presses and asks how strong it was. The place is saved first, with the whole press counted.
 */
function sendPress(state: State, context: Context, { says, block }: { says: Act[]; block: Block }): Turn {
  const asks: Act = { key: 'check.strength' };
  return answer(state, context, { says, block, asks, carriesOn: true, effects: [{ type: 'savePlace' }] });
}

/** Begins another hold on the last spot for "one more"; null when the spot has had none or may not have another. */
export function pressOnceMore(state: State, context: Context): Turn | null {
  const spot = spotOf(state);
  if (spot?.holds !== 1 || spot.strength === null || spot.pinned || !mayPress(state, context)) return null;
  return beginPress(state, context, (spot.strength ?? 10) > 5 ? 'lighter' : 'again');
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
