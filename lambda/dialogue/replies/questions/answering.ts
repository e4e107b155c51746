// Replies to a question, to "more" and to "no, something else".

import type { Turn } from '../../act';
import type { Context } from '../../context';
import type { Event, Found } from '../../event';
import { recheckNow } from '../../moments/breaks/pausing';
import {
  answeredTopicOf,
  answerTo,
  isAnswered,
  leadBack,
  MOST_OTHERS,
  moreOf,
  NO_ANSWER,
  type Told,
  tell,
} from '../../moments/questions/answering';
import { withGeneral } from '../../moments/questions/offeringGuide';
import { unitsOf } from '../../planning';
import type { Answered, State } from '../../state';

/** Tells the next best answer, twice at most. */
function tellOther(state: State, answered: Answered, context: Context): Told {
  const index = answered.index + 1;
  if (!isAnswered(state) || index > MOST_OTHERS || index >= answered.topics.length)
    return { state: { ...state, answered: NO_ANSWER }, says: [{ key: 'answer.noOther' }] };
  return tell(state, { ...answered, index, parts: 1 }, context, index < MOST_OTHERS);
}

/** Tells the last part of an answer again; null when there was none. */
function repeatAnswer(state: State, context: Context): Told | null {
  const { answered } = state;
  const part = answered ? context.topics[answeredTopicOf(state) ?? '']?.parts[answered.parts - 1] : undefined;
  return part ? { state, says: part } : null;
}

/** Whether an event is about the last answer. Any other event leaves that answer behind. */
export function speaksOfAnswer({ type }: Event): boolean {
  return ['askedQuestion', 'wantedMore', 'askedDetails', 'askedToRepeat', 'wantedOther', 'audioFailed'].includes(type);
}

/**
 * Replies to a question, "more" or "no, something else"; null for other events, and when there is nothing more to say.
 */
export function hearQuestion(state: State, event: Event, context: Context): Turn | null {
  const { answered } = state;
  switch (event.type) {
    case 'askedQuestion': {
      const told = answerTo(state, narrowToExercise(state, event.found, context), context);
      return mayBeForChild(state, event.found)
        ? recheckNow(told.state, context, 'person', told.says)
        : leadBack(withGeneral(told), context);
    }
    case 'wantedMore':
    case 'askedDetails': {
      const more = moreOf(state, context);
      return more && leadBack(more, context);
    }
    case 'askedToRepeat': {
      const once = repeatAnswer(state, context);
      return once && leadBack(once, context);
    }
    case 'wantedOther':
      return answered && leadBack(tellOther(state, answered, context), context);
    default:
      return null;
  }
}

/** The topic that tells that the skill is for adults. */
const CHILDREN = 'children';

/** "My daughter wants to try it" in an open session: after the answer, who is here is asked. */
function mayBeForChild({ cleared, suspended, plan }: State, { topics, nearness }: Found): boolean {
  const open = (cleared || suspended) && plan?.choice.tool !== 'partner';
  return open && nearness === 'meant' && topics[0] === CHILDREN;
}

/** Takes "How long do I hold it?" in a stretch as a question about that stretch, unless another exercise is named. */
function narrowToExercise(state: State, found: Found, context: Context): Found {
  const { plan, place } = state;
  if (!plan || place?.part !== 'stretch' || !found.aspect) return found;
  const exercise = unitsOf(state, context)[place.unit]?.exercise;
  const topic = `exercise.${exercise}.${found.aspect}`;
  const named = found.topics[0]?.startsWith('exercise.') && found.nearness === 'meant';
  return named || !context.topics[topic] ? found : { topics: [topic, ...found.topics], nearness: 'meant' };
}
