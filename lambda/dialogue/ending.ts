// What a session leaves to be said: when the spot may be pressed again, and the tip whose turn it is.

import { judgePain } from '../domain/pain';
import { daysUntilPress } from '../domain/progress';
import { type Tip, tipsFor, type Visit } from '../domain/tip';
import type { Act } from './act';
import type { Context } from './context';
import { type Spot, type State, WARMED } from './state';

/** The safety net, word for word (docs/safety.md "After the session"). */
export const NET: Act = { key: 'close.net' };

/** The spots that were pressed, the one that is being pressed among them. */
export function spotsPressed({ spots, playing }: State): Spot[] {
  const pressing = playing?.block?.part === 'press' || playing?.block?.part === 'pin';
  return spots.filter(({ pressedSeconds }, index) => pressedSeconds > 0 || (pressing && index === spots.length - 1));
}

/** After pressing that was too strong, or left it more sore, the spot rests for longer. */
const DAYS_WHEN_SORE = 2;

/** When the spot may be pressed again; null when nothing was pressed. `worse`: it is more sore than before. */
export function sayWhenAgain(state: State, worse: boolean, { remembered, routine }: Context): Act | null {
  const pressed = spotsPressed(state);
  if (!state.plan || pressed.length === 0) return null;
  const strong = pressed.some(({ strength }) => strength !== null && judgePain(strength) === 'off');
  const { region } = state.plan.choice;
  const usual = remembered ? daysUntilPress(remembered.sessions, region, remembered.today, routine.frequency) : 1;
  const days = Math.max(usual, strong || worse ? DAYS_WHEN_SORE : 1);
  return days === 1
    ? { key: 'close.again', context: 'tomorrow' }
    : { key: 'close.again', context: 'days', values: { days } };
}

const visitOf = (state: State): Visit => ({
  pressed: spotsPressed(state).length > 0,
  warmed: state.heard.includes(WARMED),
  heatOff: state.pressOff || state.skinNoted,
});

/** Whose turn it is among the tips. */
export const turnOf = ({ remembered }: Context): number => remembered?.tip ?? 0;

/** The tips that hold after this session, the one whose turn it is first. */
export function tipsAfter(state: State, context: Context): Tip[] {
  return tipsFor(visitOf(state), turnOf(context));
}

/** Says a tip of the closing. */
export const sayTip = (tip: Tip): Act => ({ key: 'close.tip', context: tip });
