// Replies to the last two questions: numbness, and how sore it is now.

import { judgePain } from '../../../domain/pain';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import { NET } from '../../ending';
import type { Event } from '../../event';
import { offerOnceMore } from '../../moments/routine/checking';
import { askSoreness, sayFarewell } from '../../moments/routine/closing';
import { spotOf } from '../../rules';
import { countTry, type MomentAt, type State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, moveTo } from '../../turn';
import { reportSymptom } from '../symptom';

type Closing = MomentAt<'closing'>;
function hearNumb(state: State, event: Event, context: Context, moment: Closing): Turn | null {
  // After a press a number is its late strength.
  if (event.type === 'gaveNumber' && spotOf(state)) return null;
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      // Nothing was asked before, so there is nothing to compare with.
      return state.soreBefore === null ? sayFarewell(state, null, context) : askSoreness(state, context);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
      return reportSymptom(state, ['numb'], context, false);
    case 'wantedMore':
      return offerOnceMore(state, context);
    case 'gaveNumber':
    case 'wasReady':
    case 'unclear':
    case 'notUnderstood':
    case 'wantedNext':
    case 'resumed':
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'screening.need' }], asks: { key: 'close.numb' }, repromptSays: [NET] },
        () => sayFarewell(state, null, context),
      );
    default:
      return null;
  }
}

function hearSoreness(state: State, event: Event, context: Context, moment: Closing): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      if (judgePain(event.number) !== 'again')
        return sayFarewell(state, Math.max(1, Math.round(event.number)), context);
      return answer(moveTo(state, { ...moment, tries: countTry(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'check.scale' }],
        asks: { key: 'close.soreness' },
        repromptSays: [NET],
      });
    case 'saidNone':
      return sayFarewell(state, 1, context);
    case 'saidYes':
    case 'saidNo':
    case 'saidSomewhat':
    case 'wasNotSure':
    case 'unclear':
    case 'mixedAnswer':
    case 'notUnderstood':
    case 'wasReady':
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'check.number' }], asks: { key: 'close.soreness' }, repromptSays: [NET] },
        () => sayFarewell(state, null, context),
      );
    case 'wantedNext':
    case 'resumed':
      return sayFarewell(state, null, context);
    default:
      return null;
  }
}

/** Replies to the last two questions. */
export function hearClosing(state: State, event: Event, context: Context, moment: Closing): Turn | null {
  return moment.asks === 'numb' ? hearNumb(state, event, context, moment) : hearSoreness(state, event, context, moment);
}
