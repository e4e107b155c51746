// Replies before anything touches the back: to how sore it is, and whether a strong pain is there at rest.

import { judgePain } from '../../../domain/pain';
import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event } from '../../event';
import { resumeRoutine } from '../../moments/breaks/interrupted';
import { waitForFetching } from '../../moments/routine/fetching';
import { findAgain } from '../../moments/routine/finding';
import { approachSpot, askAtRest, stretchOnly } from '../../moments/routine/readying';
import { warn } from '../../moments/screening/outcome';
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
  return verdict === 'off' ? askAtRest(known, context) : approachSpot(known, context, []);
}

/** Goes on without a number: the first hold is light, and the listener is told so. */
function approachLightly(state: State, context: Context): Turn {
  return findAgain({ ...state, soreBefore: null }, context, [{ key: 'ready.light' }]);
}

/** Replies to how sore it is. */
function hearSoreBefore(state: State, event: Event, context: Context, moment: Readying): Turn | null {
  switch (event.type) {
    case 'gaveNumber':
      return takeSoreness(state, moment, event.number, context);
    case 'wasReady':
    case 'resumed':
    case 'saidStart':
    case 'saidNo':
    case 'saidNone':
    case 'wasNotSure':
    case 'wantedNext':
      return approachLightly(state, context);
    case 'needsToFetch':
      return waitForFetching(state, event.tool, context);
    case 'wantedStretches':
      return stretchOnly(state, context, []);
    case 'notUnderstood':
      return askOnceMore(state, moment, context, { says: [{ key: 'missed' }], asks: { key: 'ready.soreness' } }, () =>
        approachLightly(state, context),
      );
    default:
      return null;
  }
}

/** Replies to "Is that pain there at rest, or does it keep you awake?": only a clear no stretches. */
function hearAtRest(state: State, event: Event, context: Context, moment: Readying): Turn | null {
  const severe = () => warn(state, context, { outcome: 'C', question: 'q6' });
  switch (event.type) {
    case 'saidNo':
    case 'saidNone':
      return stretchOnly(state, context, []);
    case 'saidYes':
    case 'saidSomewhat':
    case 'mixedAnswer':
    case 'wasNotSure':
    case 'itStays':
      return severe();
    case 'askedToRepeat':
    case 'askedToExplain':
    case 'askedHelp':
    case 'askedWhy':
    case 'paused':
      return null;
    default:
      return askOnceMore(
        state,
        moment,
        context,
        { says: [{ key: 'screening.need' }], asks: { key: 'ready.atRest' } },
        severe,
      );
  }
}

/** Replies to the two questions before a press. */
export function hearReadying(state: State, event: Event, context: Context, moment: Readying): Turn | null {
  return moment.asks === 'soreness'
    ? hearSoreBefore(state, event, context, moment)
    : hearAtRest(state, event, context, moment);
}

/** Goes on after a clear Q9. A listener who came back in the middle of pressing goes on there. */
export function goOnAfterSkin(state: State, context: Context): Turn {
  if (state.place !== null && state.place.part !== 'find' && state.spots.length > 0)
    return resumeRoutine(state, context);
  return approachSpot(state, context, []);
}
