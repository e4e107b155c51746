// Completes short words with what was answered or offered last: "the first one", "why", "how long".

import type { Event, Found } from '../../event';
import { holds } from '../../momentTable';
import type { State } from '../../state';
import { offeredTopicsOf } from './answering';

/**
 * The question that short words ask after an answer or an offer; null where they mean what they mean by themselves, as
 * they always do while something about health is asked.
 */
export function followUp(state: State, event: Event): Event | null {
  if (!holds(state.moment.at, 'followsUp')) return null;
  const found = pickOffered(offeredTopicsOf(state), event);
  return found && { type: 'askedQuestion', found };
}

/** The topic that was picked out of those offered, by its place or by words of its title. */
function pickOffered(offered: readonly string[], event: Event): Found | null {
  const [first, second] = offered;
  if (first === undefined) return null;
  if (event.type === 'askedQuestion') return pickByWords(offered, event.found);
  switch ('picks' in event ? event.picks : undefined) {
    case 'first':
      return { topics: [first], nearness: 'meant' };
    case 'second':
      return second === undefined ? null : { topics: [second], nearness: 'meant' };
    case 'either':
      return { topics: [...offered], nearness: 'likely' };
    default:
      return null;
  }
}

/** Words that are no sure question by themselves pick what they come nearest to. */
function pickByWords(offered: readonly string[], { topics, nearness }: Found): Found | null {
  if (nearness === 'meant') return null;
  const named = topics.find((topic) => offered.includes(topic));
  return named === undefined
    ? null
    : { topics: [named, ...topics.filter((topic) => topic !== named)], nearness: 'likely' };
}
