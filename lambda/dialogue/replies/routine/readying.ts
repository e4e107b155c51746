// Replies before anything touches the back: to how sore it is, and to "ready".

import { judgePain } from '../../../domain/pain';
import type { Act, Turn } from '../../act';
import { pressToolOf } from '../../blocks';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { resumeRoutine } from '../../moments/breaks/interrupted';
import { begin, getReady, getReadyToStretch } from '../../moments/routine/readying';
import { beginStretches } from '../../moments/routine/stretching';
import { askAgain } from '../../prompts';
import { countTry, type MomentAt, type State } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, moveTo } from '../../turn';

type Readying = MomentAt<'readying'>;
function takeSoreness(state: State, moment: Readying, level: number, context: Context): Turn {
  const verdict = judgePain(level);
  if (verdict === 'again') {
    const again = moveTo(state, { ...moment, tries: countTry(moment.tries, 'unrelated') });
    return answer(again, context, { says: [{ key: 'check.scale' }], asks: { key: 'ready.soreness' } });
  }
  const known: State = { ...state, soreBefore: Math.max(1, Math.round(level)) };
  if (verdict !== 'off') return getReady(known, context, []);
  return getReadyToStretch({ ...known, pressOff: true }, context, [{ key: 'ready.strong' }]);
}

/** Goes on without a number: the first hold is light, and the listener is told so. */
function getReadyLightly(state: State, context: Context): Turn {
  return getReady({ ...state, soreBefore: null }, context, pressToolOf(state) ? [{ key: 'ready.light' }] : []);
}

/** Replies to how sore it is, and to the wait for "ready". */
export function hearReadying(state: State, event: Event, context: Context, moment: Readying): Turn | null {
  const soreness = moment.asks === 'soreness';
  switch (event.type) {
    case 'gaveNumber':
      // A late or corrected number counts as if it had come in time.
      if (!soreness && judgePain(event.number) === 'again') return null;
      return takeSoreness(state, moment, event.number, context);
    case 'wasReady':
    case 'resumed':
    case 'saidStart':
      return begin(state, context);
    case 'saidYes':
    case 'triedToStart':
      return soreness ? null : begin(state, context);
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'wantedNext':
      return soreness ? getReadyLightly(state, context) : null;
    case 'itStays':
      return soreness ? null : askAgain(state, context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    case 'notUnderstood':
      return soreness
        ? askOnceMore(state, moment, context, { says: [{ key: 'missed' }], asks: { key: 'ready.soreness' } }, () =>
            getReadyLightly(state, context),
          )
        : null;
    default:
      return null;
  }
}

/** Goes on after a clear Q9: mentions warmth, and asks how sore it is, to compare at the end. */
export function goOnAfterSkin(state: State, context: Context): Turn {
  // A listener who came back in the middle of pressing goes on there.
  if (state.place !== null && state.place.part !== 'find' && state.spots.length > 0)
    return resumeRoutine(state, context);
  const says: Act[] = [{ key: 'ready.skinFine' }, { key: 'prepare.warm' }];
  return answer(moveTo(state, { at: 'readying', asks: 'soreness', tries: {} }), context, {
    says,
    asks: { key: 'ready.soreness' },
  });
}
