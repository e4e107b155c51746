// Asks for what a reminder still lacks: the days, the time, the half of the day, or a yes.

import { hasTwoHalves, moveToHalf } from '../../../domain/reminder';
import type { Turn } from '../../act';
import { NOT_NOW } from '../../acts';
import type { Context } from '../../context';
import type { When } from '../../event';
import { wayBackFrom } from '../../momentTable';
import type { Reminding, State } from '../../state';
import { answer, moveTo } from '../../turn';
import { leadBack } from '../questions/answering';
import { promptForReminder } from './reminder';

/** Asks for the first thing that is missing. After an outcome no reminder is planned any more. */
export function askToRemind(state: State, when: When, context: Context): Turn {
  if (state.guideOff) return leadBack({ state, says: [NOT_NOW] }, context);
  const { moment } = state;
  const begun: Reminding =
    moment.at === 'reminding' ? moment : { at: 'reminding', asks: 'days', back: wayBackFrom(moment), tries: {} };
  return ask(state, withWhen(begun, when), context);
}

/**
 * Adds what was told to what was known. An hour that may be in either half of the day takes the half that was told with
 * it or before it.
 */
export function withWhen(moment: Reminding, { days = moment.days, time, half, eitherHalf }: When): Reminding {
  const open = time !== undefined && eitherHalf === true && hasTwoHalves(time);
  const told = time ?? moment.time;
  const wanted = half ?? moment.half;
  const settled = told && wanted ? moveToHalf(told, wanted) : told;
  const isOpen = (open || (!time && moment.asks === 'halfDay')) && !wanted;
  const rest: Reminding = { at: 'reminding', asks: 'days', back: moment.back, tries: {} };
  return {
    ...rest,
    asks: isOpen ? 'halfDay' : !days ? 'days' : settled ? 'confirm' : 'time',
    ...(days ? { days } : {}),
    ...(settled ? { time: settled } : wanted ? { half: wanted } : {}),
  };
}

/** Asks the question of a moment in which a reminder is being set. */
export function ask(state: State, moment: Reminding, context: Context): Turn {
  return answer(moveTo(state, moment), context, promptForReminder(moment));
}
