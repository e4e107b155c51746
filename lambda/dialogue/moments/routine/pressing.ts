// May something press now, for how long, and what if it is broken off?

import { secondsPerRep } from '../../../domain/hold';
import { refitted } from '../../../domain/planning';
import type { Act, Turn } from '../../act';
import { pressTool } from '../../blocks';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { planningTables, tasteOf, workDone } from '../../planning';
import { wholeSteps } from '../../position';
import type { Block, Spot, State } from '../../state';
import { answer, at } from '../../turn';
import { strengthGiven } from './checking';
import { beginFinding, findAgain, mayPressNewSpot } from './finding';
import { beginStretches } from './stretching';

/** The spot that is being worked on. */
export function spotOf(state: State): Spot | undefined {
  return state.spots.at(-1);
}

/** Seconds the present spot may still be pressed (sixty in all, facts.md C1). */
export function secondsLeftOnSpot(state: State, context: Context): number {
  return context.routine.press.spotSeconds - (spotOf(state)?.pressedSeconds ?? 0);
}

/** Whether a press may follow at all: the screening passed, the skin clear, nothing reported, room on the spot. */
export function mayPress(state: State, context: Context): boolean {
  const enough = secondsLeftOnSpot(state, context) >= context.routine.press.shortestRestSeconds;
  return (
    state.cleared &&
    state.skinClear &&
    !state.pressOff &&
    !state.guideOff &&
    pressTool(state) !== null &&
    spotOf(state) !== undefined &&
    enough
  );
}

/** The stretches after this press, fitted to what pressing takes; a silent listener is carried on to them. */
function planAhead(state: State, context: Context): State {
  if (!state.plan) return state;
  const spots = workDone(state).map((spot, index, all) =>
    index === all.length - 1 ? { ...spot, holds: spot.holds + 1 } : spot,
  );
  return { ...state, plan: refitted(state.plan, spots, tasteOf(state), planningTables(context)) };
}

/** A hold with its check; `seconds` shortens it to what was left. Falls back to the stretches when no press may follow. */
export function beginPress(
  state: State,
  context: Context,
  lead: Extract<Block, { part: 'press' }>['lead'],
  says: Act[] = [],
  seconds?: number,
): Turn {
  const tool = pressTool(state);
  if (!tool || !mayPress(state, context)) return beginStretches(state, context, says);
  const press = context.routine.exercises.presses[tool];
  const whole = press.seconds * press.rounds;
  const held = Math.min(seconds ?? whole, wholeSteps(secondsLeftOnSpot(state, context), state, context));
  const rule = !state.heard.includes('rule.pain');
  const heard = rule ? [...state.heard, 'rule.pain'] : state.heard;
  const ahead = planAhead({ ...at(state, { at: 'pressing' }), heard, place: { part: 'press', unit: 0 } }, context);
  return pressed(ahead, context, {
    says: [...says, { key: `press.${tool}.safe`, values: { seconds: held } }],
    block: { part: 'press', seconds: held, rule, lead },
  });
}

/** Five slow lifts on the pinned spot; only after a hold of five or less, and within the spot's sixty seconds. */
export function beginPin(state: State, context: Context, lead: 'first' | 'back', wanted?: number): Turn {
  const { form } = context.routine.exercises.pin;
  const most = Math.floor(secondsLeftOnSpot(state, context) / secondsPerRep(form));
  const reps = Math.min(wanted ?? form.reps, most);
  if (!mayPress(state, context) || reps < 1) return beginStretches(state, context, []);
  const next = planAhead({ ...at(state, { at: 'pressing' }), place: { part: 'pin', unit: 0 } }, context);
  return pressed(next, context, { says: [{ key: 'pin.safe' }], block: { part: 'pin', reps, lead } });
}

/** A timed part that presses: its check last, and the place saved first, with the whole press counted. */
function pressed(state: State, context: Context, { says, block }: { says: Act[]; block: Block }): Turn {
  const asks: Act = { key: 'check.strength' };
  return answer(state, context, { says, block, asks, carriesOn: true, effects: [{ type: 'savePlace' }] });
}

/** "One more": another hold on the last spot, when it has had one and may have another. */
export function onceMore(state: State, context: Context): Turn | null {
  const spot = spotOf(state);
  if (spot?.holds !== 1 || spot.strength === null || spot.pinned || !mayPress(state, context)) return null;
  return beginPress(state, context, (spot.strength ?? 10) > 5 ? 'lighter' : 'again');
}

/** The next spot, or the stretches. */
export function afterSpot(state: State, context: Context, says: Act[] = []): Turn {
  const more = (state.plan?.spots.length ?? 0) > state.spots.length && mayPressNewSpot(state, context);
  return more ? beginFinding(state, context, says) : beginStretches(state, context, says);
}

/** Said in the middle of a press: the release has been spoken; a number is still the number. */
export function hearPressing(state: State, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      return strengthGiven(withBrokenHold(state), {}, event.number, context);
    case 'wantedNext':
    case 'wantedStretches':
      return event.type === 'wantedNext'
        ? afterSpot(withBrokenHold(state), context)
        : beginStretches(state, context, []);
    case 'wentBack':
    case 'wantedPrevious':
      return findAgain(withBrokenHold(state), context);
    default:
      return null;
  }
}

/** A hold that was broken off counts as one. */
function withBrokenHold(state: State): State {
  const spot = spotOf(state);
  return spot && spot.holds === 0 ? { ...state, spots: [...state.spots.slice(0, -1), { ...spot, holds: 1 }] } : state;
}
