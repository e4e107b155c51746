// A hold and its check: how strong was it, and what does the number lead to (safety.md 3.6)?

import { secondsPerRep } from '../../domain/hold';
import { painVerdict } from '../../domain/pain';
import { refitted } from '../../domain/planning';
import type { Act, Turn } from '../act';
import { pressTool } from '../blocks';
import type { Context } from '../context';
import type { Event } from '../event';
import { planningTables, tasteOf, workDone } from '../planning';
import { wholeSteps } from '../position';
import { reportSymptom } from '../safety';
import type { Block, Moment, Spot, State, Tries } from '../state';
import { tried } from '../state';
import { answer, at } from '../turn';
import { beginFinding, findAgain, mayPressNewSpot } from './finding';
import { beginStretches } from './stretching';

function spotOf(state: State): Spot | undefined {
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

function strengthGiven(state: State, tries: Tries, level: number, context: Context): Turn {
  const verdict = painVerdict(level);
  const ask = { key: 'check.strength' };
  if (verdict === 'again') {
    return answer(at(state, { at: 'checking', tries: tried(tries, 'unrelated') }), context, {
      says: [{ key: 'check.scale' }],
      asks: ask,
      carriesOn: true,
    });
  }
  const spot = spotOf(state);
  const strength = Math.max(1, Math.ceil(level), spot?.strength ?? 1);
  const spots = spot ? [...state.spots.slice(0, -1), { ...spot, strength }] : state.spots;
  const known: State = { ...state, spots };
  if (verdict === 'off') return beginStretches({ ...known, pressOff: true }, context, [{ key: 'check.strong' }]);
  return askFeeling(known, context, { key: verdict === 'lighter' ? 'check.high' : 'check.fine' });
}

/** After the first hold on each spot one question on what it felt like: sharp on the first, numb on the second. */
function askFeeling(state: State, context: Context, said: Act): Turn {
  if (state.plan?.brief) return offerInPassing(state, context, said);
  const about = state.spots.length > 1 ? 'numb' : 'sharp';
  const key = `feeling.${about}`;
  if (state.heard.includes(key) || (spotOf(state)?.holds ?? 0) === 0) return offerMore(state, context, [said]);
  const next: State = { ...at(state, { at: 'feeling', about, tries: {} }), heard: [...state.heard, key] };
  return answer(next, context, { says: [said], asks: { key }, carriesOn: true });
}

/** In a brief routine one more hold is offered without waiting for an answer. */
function offerInPassing(state: State, context: Context, said: Act): Turn {
  const spot = spotOf(state);
  const more =
    pressTool(state) !== 'partner' &&
    spot !== undefined &&
    spot.holds === 1 &&
    mayPress(state, context) &&
    (state.plan?.spots.length ?? 0) <= state.spots.length;
  return afterSpot(state, context, [said, ...(more ? [{ key: 'offer.later' }] : [])]);
}

/** Another thirty seconds on the spot, lighter after a six or seven, or the pin; else on to the next thing. */
function offerMore(state: State, context: Context, says: Act[]): Turn {
  const spot = spotOf(state);
  if (!spot || !mayPress(state, context) || spot.holds > 1 || spot.pinned) return afterSpot(state, context, says);
  const pinnable =
    state.plan?.pin === true && state.spots.length === state.plan.spots.length && (spot.strength ?? 10) <= 5;
  const what = (spot.strength ?? 10) > 5 ? 'lighter' : pinnable && spot.holds > 0 ? 'pin' : 'second';
  return answer(at(state, { at: 'offering', what, tries: {} }), context, {
    says,
    asks: { key: `offer.${what}` },
    carriesOn: true,
  });
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

/** "From one to ten, how strong was it?" */
export function hearChecking(
  state: State,
  moment: Extract<Moment, { at: 'checking' }>,
  event: Event,
  context: Context,
): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      return strengthGiven(state, moment.tries, event.number, context);
    case 'saidYes':
    case 'saidNo':
    case 'saidNone':
    case 'saidSomewhat':
    case 'wasReady':
    case 'wasNotSure':
    case 'unclear':
    case 'mixedAnswer':
    case 'notUnderstood':
    case 'wantedMore':
      if ((moment.tries.unrelated ?? 0) > 0) return beginStretches(state, context, [{ key: 'check.never' }]);
      return answer(at(state, { at: 'checking', tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'check.number' }],
        asks: { key: 'check.strength' },
        carriesOn: true,
      });
    case 'wantedNext':
    case 'resumed':
      return afterSpot(state, context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** "Any sharp or electric feeling?", "Any numbness or tingling?" */
export function hearFeeling(
  state: State,
  moment: Extract<Moment, { at: 'feeling' }>,
  event: Event,
  context: Context,
): Turn | null {
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return offerMore(state, context, []);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
      return reportSymptom(state, [moment.about], context, false);
    case 'notUnderstood':
    case 'unclear':
    case 'gaveNumber':
    case 'wasReady':
    case 'wantedMore':
      if ((moment.tries.unrelated ?? 0) > 0) return beginStretches({ ...state, pressOff: true }, context, []);
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'missed' }],
        asks: { key: `feeling.${moment.about}` },
        carriesOn: true,
      });
    case 'wantedNext':
    case 'wantedStretches':
    case 'resumed':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}

/** One more on the same spot, or on. */
export function hearOffer(
  state: State,
  moment: Extract<Moment, { at: 'offering' }>,
  event: Event,
  context: Context,
): Turn | null {
  switch (event.type) {
    case 'saidYes':
    case 'wantedMore':
    case 'wasReady':
    case 'askedToRepeat':
      if (event.type === 'askedToRepeat') return null;
      if (moment.what === 'pin') return beginPin(state, context, 'first');
      return beginPress(state, context, moment.what === 'lighter' ? 'lighter' : 'again');
    case 'saidNo':
    case 'saidNone':
    case 'wantedNext':
    case 'wasNotSure':
    case 'saidSomewhat':
    case 'resumed':
      return afterSpot(state, context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    default:
      return null;
  }
}
