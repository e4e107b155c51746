// How does a routine end: the last check, before and now, the safety net, goodbye?

import { painVerdict } from '../../../domain/pain';
import { closingActs } from '../../../domain/planning';
import type { Act, Effect, Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { reportSymptom } from '../../safety';
import { type Moment, type State, tried } from '../../state';
import { answer, at, ends } from '../../turn';
import { onceMore } from './pressing';

type Closing = Extract<Moment, { at: 'closing' }>;

const NET: Act = { key: 'close.net' };

/** "Any numbness, tingling, or weakness now?" */
export function askClosing(state: State, context: Context, says: Act[]): Turn {
  const next: State = { ...at(state, { at: 'closing', asks: 'numb', tries: {} }), place: { part: 'close', unit: 0 } };
  // The place is over, and what was done is known even if nobody answers any more.
  const effects: Effect[] = [{ type: 'forgetPlace' }];
  return answer(next, context, { says, asks: { key: 'close.numb' }, repromptSays: [NET], effects });
}

function askSoreness(state: State, context: Context, says: Act[] = []): Turn {
  return answer(at(state, { at: 'closing', asks: 'soreness', tries: {} }), context, {
    says,
    asks: { key: 'close.soreness' },
    repromptSays: [NET],
  });
}

/** The closing words; `now` is how sore it is at the end, compared with the beginning in this session only. */
export function farewell(state: State, now: number | null): Turn {
  const compared: Act[] =
    now !== null && state.soreBefore !== null
      ? [{ key: 'close.before', values: { before: state.soreBefore, now } }]
      : [];
  const worse: Act[] =
    now !== null && state.soreBefore !== null && now > state.soreBefore ? [{ key: 'close.worse' }] : [];
  const acts = closingActs(
    state.plan?.choice.minutes ?? 3,
    state.plan?.brief ?? true,
    state.spots.some((spot) => spot.pressedSeconds > 0),
  );
  return ends({ ...state, place: null }, [...compared, ...worse, ...acts], [{ type: 'forgetPlace' }]);
}

/** A press ended by a symptom that has gone: rest, the safety net, goodbye. */
export function closeGently(state: State): Turn {
  return ends(
    { ...state, place: null },
    [{ key: 'easing.gone.numb' }, NET, { key: 'close.goodbye' }],
    [{ type: 'forgetPlace' }],
  );
}

function hearNumb(state: State, moment: Closing, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return askSoreness(state, context);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
      return reportSymptom(state, ['numb'], context, false);
    case 'wantedMore':
      return onceMore(state, context);
    case 'gaveNumber':
    case 'wasReady':
    case 'unclear':
    case 'notUnderstood':
    case 'wantedNext':
    case 'resumed':
      if ((moment.tries.unrelated ?? 0) > 0) return farewell(state, null);
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'screening.need' }],
        asks: { key: 'close.numb' },
        repromptSays: [NET],
      });
    default:
      return null;
  }
}

function hearSoreness(state: State, moment: Closing, event: Event, context: Context): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      if (painVerdict(event.number) !== 'again') return farewell(state, Math.max(1, Math.round(event.number)));
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'check.scale' }],
        asks: { key: 'close.soreness' },
        repromptSays: [NET],
      });
    case 'saidNone':
      return farewell(state, 1);
    case 'saidYes':
    case 'saidNo':
    case 'saidSomewhat':
    case 'wasNotSure':
    case 'unclear':
    case 'mixedAnswer':
    case 'notUnderstood':
    case 'wasReady':
      if ((moment.tries.unrelated ?? 0) > 0) return farewell(state, null);
      return answer(at(state, { ...moment, tries: tried(moment.tries, 'unrelated') }), context, {
        says: [{ key: 'check.number' }],
        asks: { key: 'close.soreness' },
        repromptSays: [NET],
      });
    case 'wantedNext':
    case 'resumed':
      return farewell(state, null);
    default:
      return null;
  }
}

export function hearClosing(state: State, moment: Closing, event: Event, context: Context): Turn | null {
  return moment.asks === 'numb' ? hearNumb(state, moment, event, context) : hearSoreness(state, moment, event, context);
}
