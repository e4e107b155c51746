// Answers a question and leads back to where it was asked.

import type { Subject } from '../../../domain/topic';
import type { Act, Turn } from '../../act';
import { NOT_NOW } from '../../acts';
import type { Context } from '../../context';
import type { Found } from '../../event';
import { askAgain, EASING_SECONDS, promptOf } from '../../prompts';
import type { Answered, State } from '../../state';
import { answer, endSession, moveTo, releaseFor } from '../../turn';

/** Subjects still answered after an outcome E, D or C (docs/safety.md "Outcome classes"). */
const AFTER_OUTCOME = new Set<Subject>(['posture', 'breathing', 'see-someone']);
/** Subjects that are not answered any more once nothing may press. */
const OF_PRESSING = new Set<Subject>(['pressing', 'oils']);
/** The sentence that leaves the skin alone. It is noted as heard so that warmth is not advised after it. */
const SKIN_LEFT_ALONE = 'outcome.M';

/** The topic for everything outside the subject of this skill. Its answer says what the skill can answer. */
const UNRELATED = 'unrelated';

/** Whether a question has nothing to do with this skill. */
export function isUnrelated({ topics, nearness }: Found): boolean {
  return nearness === 'nothing' || (nearness !== 'near' && topics[0] === UNRELATED);
}

/** Whether nothing was made of the words of a question. */
export const isUnheard = ({ nearness }: Found): boolean => nearness === 'nothing' || nearness === 'long';

/** How many further answers "no, something else" can bring. */
export const MOST_OTHERS = 2;
/** How many near topics are offered when a question has no answer. */
const MOST_NEAR = 2;

/** Whether a topic may be answered in this session. Asking needs no screening, but a report closes subjects. */
function mayAnswer(state: State, topic: string, context: Context): boolean {
  const about = context.topics[topic]?.about;
  if (about === undefined) return false;
  if (state.guideOff) return AFTER_OUTCOME.has(about);
  if (about === 'heat' && (state.skinNoted || state.heard.includes(SKIN_LEFT_ALONE))) return false;
  return !(state.pressOff && OF_PRESSING.has(about));
}

/** Tells how to ask for the rest of an answer; said with the first answer that has one. */
const MORE: Act = { key: 'answer.more' };

/** Noted when there was no answer: "something else" is then about the question, not about the tool. */
export const NO_ANSWER: Answered = { topics: [], index: 0, parts: 0 };

export interface Told {
  state: State;
  says: Act[];
}

/** Says why a topic is not answered in this session. */
function refuse(state: State, about: Subject | undefined): Act {
  if (state.guideOff) return NOT_NOW;
  return { key: about === 'heat' ? 'answer.notHeat' : 'answer.notPressing' };
}

/** The topic of the last answer; undefined when the last thing heard was no answer. */
export function answeredTopicOf({ answered }: State): string | undefined {
  return answered && answered.parts > 0 ? answered.topics[answered.index] : undefined;
}

/** The topics that were offered by name instead of an answer. */
export function offeredTopicsOf({ answered }: State): string[] {
  return answered && answered.parts === 0 ? answered.topics : [];
}

/** Whether the last thing heard was an answer. */
export function isAnswered(state: State): boolean {
  return answeredTopicOf(state) !== undefined;
}

/** Repeats the line of an outcome E or D for a question on whom to see, so that no answer weakens it; else null. */
function repeatLineInstead({ moment }: State, about: Subject | undefined): Act[] | null {
  if (moment.at !== 'warned' || moment.closed.outcome === 'C' || about !== 'see-someone') return null;
  return moment.closed.lines.map((key) => ({ key }));
}

/** Tells one answer, and how to ask for the rest of it or for another. `likely`: it may not be what was asked. */
export function tell(state: State, answered: Answered, context: Context, likely: boolean): Told {
  const id = answered.topics[answered.index] ?? '';
  const about = context.topics[id]?.about;
  if (!mayAnswer(state, id, context)) return { state: { ...state, answered: null }, says: [refuse(state, about)] };
  const line = repeatLineInstead(state, about);
  if (line) return { state: { ...state, answered: null }, says: line };
  const [first = [], ...rest] = context.topics[id]?.parts ?? [];
  const told: State = { ...state, answered };
  if (likely && answered.index + 1 < answered.topics.length)
    return { state: told, says: [...first, { key: 'answer.orElse' }] };
  if (rest.length === 0 || state.heard.includes(MORE.key)) return { state: told, says: first };
  return { state: { ...told, heard: [...state.heard, MORE.key] }, says: [...first, MORE] };
}

/** Says that there is no answer, and offers topics that come near. */
function decline(state: State, found: Found, context: Context): Told {
  const told: State = { ...state, answered: NO_ANSWER };
  if (found.nearness === 'long') return { state: told, says: [{ key: 'answer.long' }] };
  if (state.guideOff) return { state, says: [refuse(state, undefined)] };
  if (found.nearness === 'nothing') return { state: told, says: context.topics[UNRELATED]?.parts[0] ?? [] };
  const near = found.topics.filter((id) => id !== UNRELATED && mayAnswer(state, id, context)).slice(0, MOST_NEAR);
  const offered = near.flatMap((id) => context.topics[id]?.title ?? []);
  const offer: Act[] = offered.length === 0 ? [] : [{ key: offered.length > 1 ? 'answer.near' : 'answer.nearOne' }];
  return {
    state: { ...told, answered: { ...NO_ANSWER, topics: near } },
    says: [{ key: 'answer.unknown' }, ...offer, ...offered],
  };
}

/** Answers a question, or says that there is no answer, or why it is not answered in this session. */
export function answerTo(state: State, found: Found, context: Context): Told {
  const meant = found.nearness === 'meant' || found.nearness === 'likely';
  if (!meant) return decline(state, found, context);
  return tell(state, { topics: found.topics, index: 0, parts: 1 }, context, found.nearness === 'likely');
}

/** The next part of the last answer; null when there is none. */
export function moreOf(state: State, context: Context): Told | null {
  const { answered } = state;
  const id = answeredTopicOf(state);
  const part = answered && id ? context.topics[id]?.parts[answered.parts] : undefined;
  if (!answered || !part) return null;
  return { state: { ...state, answered: { ...answered, parts: answered.parts + 1 } }, says: part };
}

/** The topic that tells what the present step is for; null when there is none. */
function purposeOfStep({ place, plan }: State, exercise: string | undefined): string | null {
  if (!plan || !place) return null;
  if (place.part === 'stretch') return exercise ? `exercise.${exercise}.purpose` : null;
  return place.part === 'close' ? null : 'why-pressing-helps';
}

/** Answers "Why?" in a routine with what the present step is for; null when there is no such answer. */
export function answerWhy(state: State, exercise: string | undefined, context: Context): Told | null {
  const id = purposeOfStep(state, exercise);
  if (id === null || !mayAnswer(state, id, context)) return null;
  return answerTo(state, { topics: [id], nearness: 'meant' }, context);
}

/** Leads back to where the question was asked. A listener who leans on the tool is released first. */
export function leadBack({ state, says }: Told, context: Context): Turn {
  // The listener stays off the tool until "ready".
  if (state.moment.at === 'finding')
    return askAgain(moveTo(state, { at: 'interrupted' }), context, [releaseFor(state), ...says]);
  if (state.moment.at === 'easing' && state.moment.resting) return restAnew(state, says, context);
  if (state.moment.at !== 'warned') return askAgain(state, context, says);
  const { closed } = state.moment;
  const refused = says.some(({ does }) => does === 'refuses');
  const lines = closed.lines.map((key): Act => ({ key }));
  // A refused question does not weaken the outcome: its line is repeated, and the session ends.
  return refused && !closed.asksBothSides ? endSession(state, lines) : askAgain(state, context, refused ? [] : says);
}

/** Begins the quiet minute after a symptom anew, when a question interrupted it. */
function restAnew(state: State, says: Act[], context: Context): Turn {
  const { asks } = promptOf(state, context);
  return answer(state, context, { says, block: { part: 'quiet', why: 'easing', seconds: EASING_SECONDS }, asks });
}
