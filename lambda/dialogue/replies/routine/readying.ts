// Replies before the first touch: how sore it is, and "ready".

import { painVerdict } from '../../../domain/pain';
import type { Act, Turn } from '../../act';
import { pressTool } from '../../blocks';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { resumeRoutine } from '../../moments/breaks/interrupted';
import { begin, getReady, readyForStretches } from '../../moments/routine/readying';
import { beginStretches } from '../../moments/routine/stretching';
import { askAgain } from '../../prompts';
import { type MomentAt, type State, tried } from '../../state';
import { askOnceMore } from '../../tries';
import { answer, at } from '../../turn';

type Readying = MomentAt<'readying'>;
function sorenessGiven(state: State, moment: Readying, level: number, context: Context): Turn {
  const verdict = painVerdict(level);
  if (verdict === 'again') {
    const again = at(state, { ...moment, tries: tried(moment.tries, 'unrelated') });
    return answer(again, context, { says: [{ key: 'check.scale' }], asks: { key: 'ready.soreness' } });
  }
  const known: State = { ...state, soreBefore: Math.max(1, Math.round(level)) };
  if (verdict !== 'off') return getReady(known, context, []);
  return readyForStretches({ ...known, pressOff: true }, context, [{ key: 'ready.strong' }]);
}

/** Without a number the first hold is a light one, and that is said. */
function readyLightly(state: State, context: Context): Turn {
  return getReady({ ...state, soreBefore: null }, context, pressTool(state) ? [{ key: 'ready.light' }] : []);
}

export function hearReadying(state: State, event: Event, context: Context, moment: Readying): Turn | null {
  const soreness = moment.asks === 'soreness';
  switch (event.type) {
    case 'gaveNumber':
      // Late or corrected, it counts as if it had come in time.
      if (!soreness && painVerdict(event.number) === 'again') return null;
      return sorenessGiven(state, moment, event.number, context);
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
      return soreness ? readyLightly(state, context) : null;
    case 'itStays':
      return soreness ? null : askAgain(state, context);
    case 'wantedStretches':
      return beginStretches(state, context, []);
    case 'notUnderstood':
      return soreness
        ? askOnceMore(state, moment, context, { says: [{ key: 'missed' }], asks: { key: 'ready.soreness' } }, () =>
            readyLightly(state, context),
          )
        : null;
    default:
      return null;
  }
}

/** Q9 is clear: warmth is mentioned, and how sore it is now is asked, to compare at the end. */
export function afterSkin(state: State, context: Context): Turn {
  // Somebody who came back in the middle of pressing goes on there.
  if (state.place !== null && state.place.part !== 'find' && state.spots.length > 0)
    return resumeRoutine(state, context);
  const says: Act[] = [{ key: 'ready.skinFine' }, { key: 'prepare.warm' }];
  return answer(at(state, { at: 'readying', asks: 'soreness', tries: {} }), context, {
    says,
    asks: { key: 'ready.soreness' },
  });
}
