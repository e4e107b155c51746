// Completes short words with what was answered or offered last: "the first one", "why", "how long".

import type { Context } from '../../context';
import type { Event, Found } from '../../event';
import { holds } from '../../momentTable';
import type { State } from '../../state';
import { answeredTopicOf, offeredTopicsOf } from './answering';

/**
 * The question that short words ask after an answer or an offer; null where they mean what they mean by themselves, as
 * they always do while something about health is asked.
 */
export function followUp(state: State, event: Event, context: Context): Event | null {
  if (!holds(state.moment.at, 'followsUp')) return null;
  const found = pickOffered(offeredTopicsOf(state), event) ?? goOn(state, event, context);
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

/** What is asked of the last answer, within the subject of that answer. */
function goOn(state: State, event: Event, { topics }: Context): Found | null {
  const last = answeredTopicOf(state);
  if (last === undefined || !('followUp' in event) || !event.followUp) return null;
  const isWish = event.type === 'chose' || event.type === 'swappedTool';
  // In a session a tool or a place by itself is wished for; before one it may be asked about.
  if (isWish && state.moment.at !== 'offeringGuide') return null;
  const asked = event.followUp.topics.filter((topic) => topics[topic]?.about === topics[last]?.about);
  return asked.length > 0 ? { topics: asked, nearness: event.followUp.nearness } : null;
}

/** Words that are no sure question by themselves pick what they come nearest to. */
function pickByWords(offered: readonly string[], { topics, nearness }: Found): Found | null {
  if (nearness === 'meant') return null;
  const named = topics.find((topic) => offered.includes(topic));
  return named === undefined
    ? null
    : { topics: [named, ...topics.filter((topic) => topic !== named)], nearness: 'likely' };
}
