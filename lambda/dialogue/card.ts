// Writes what a session leaves for the Alexa app: once something was done, and once more at its end.

import type { Plan } from '../domain/routine';
import type { Act, Card, Turn } from './act';
import type { Context } from './context';
import { NET, sayTip, sayWhenAgain, spotsPressed, tipsAfter } from './ending';
import type { Event } from './event';
import { unitsOf } from './planning';
import type { State } from './state';

/**
 * The turn with its card. A silent listener hears nothing of ours after the reprompt, so the first answer in which
 * something is done brings one; the last question, or an end before it, brings the one that names all of it. After an
 * outcome, and after everything was deleted, there is none.
 */
export function withCard(turn: Turn, event: Event, context: Context): Turn {
  const { state } = turn;
  if (turn.silent || turn.permission || event.type === 'errandDone' || !state.cleared || state.guideOff) return turn;
  const pressed = sayPressed(state);
  const stretches = stretchesOf(state, context);
  const sent = { ended: endsWith(turn), done: pressed.length + stretches.length };
  const before = state.cardSent;
  const tellsMore = sent.ended ? !before?.ended || before.done !== sent.done : before === null && guides(turn);
  if (!state.plan || sent.done === 0 || !tellsMore) return turn;
  const card: Card = {
    title: { key: 'card.title', context: state.plan.choice.region },
    text: [...pressed, ...sayStretches(stretches), ...sayRest(turn, state.plan, pressed.length > 0, context)],
  };
  return { ...turn, card, state: { ...state, cardSent: sent } };
}

/** Something is pressed or stretched in this answer. */
const guides = ({ plays }: Turn): boolean => plays.some(({ exercise }) => exercise !== undefined);

/** The last check has begun, or the session is over. */
const endsWith = ({ asks }: Turn): boolean =>
  asks === null || asks.key === 'close.numb' || asks.key === 'close.soreness';

const sayStretches = (ids: readonly string[]): Act[] =>
  ids.length === 0 ? [] : [{ key: 'card.stretches' }, ...ids.map((id) => ({ key: `exercise.${id}.name` }))];

/** What holds from now on. No number of a pain and no answer to a question stands there; the tips come last. */
function sayRest({ state, asks }: Turn, plan: Plan, pressed: boolean, context: Context): Act[] {
  const early = asks === null && state.place !== null && state.place.part !== 'close';
  const again = sayWhenAgain(state, false, context);
  // The first is spoken, today or the next time.
  const [, ...unspoken] = tipsAfter(state, context);
  return [
    { key: 'card.minutes', context: String(plan.choice.minutes) },
    ...(early ? [{ key: 'card.early' }] : []),
    ...(again ? [again, { key: 'card.stillSore' }, { key: 'card.doctorFirst' }] : []),
    NET,
    ...(pressed && plan.choice.region === 'lower' ? [{ key: 'card.lowBack' }] : []),
    ...(pressed ? [{ key: 'card.rule' }] : []),
    { key: 'card.comeBack' },
    { key: 'card.advice' },
    ...unspoken.map(sayTip),
  ];
}

/** "Pressed: upper back, left side." "With a ball on the wall." */
function sayPressed(state: State): Act[] {
  const { plan, wishes } = state;
  const [side, ...others] = [...new Set(spotsPressed(state).map((spot) => spot.side))];
  if (!plan || !side) return [];
  // A routine whose pressing was closed on the way was begun with a tool all the same.
  const tool = plan.choice.tool === 'none' ? wishes.tool : plan.choice.tool;
  return [
    { key: 'card.pressed', context: `${plan.choice.region}_${others.length > 0 ? 'both' : side}` },
    ...(tool && tool !== 'none' ? [{ key: 'card.with', context: tool }] : []),
  ];
}

/** The stretches that were begun, and those that this answer plays. */
function stretchesOf(state: State, context: Context): string[] {
  const block = state.playing?.block;
  const sent = block?.part === 'stretch' ? unitsOf(state, context).slice(block.from, block.to) : [];
  return [...new Set([...state.stretched, ...sent.map(({ exercise }) => exercise)])];
}
