// What can be asked, and which sentences answer it.

import type { CountedForm, HeldForm, Stretch } from '../lambda/domain/exercise';
import type { Act } from '../lambda/domain/timeline';
import type { Subject, Topic } from '../lambda/domain/topic';
import answers from './answers.json';
import { stretches } from './exercises';

/** Sources of an answer, sentence by sentence; `more` has one list a further part. */
interface Row {
  about: string;
  /** Whether facts stand behind it, none do, or it is no subject of this skill. */
  ground: string;
  more?: unknown[];
}

/** Aspects an exercise has words of its own for, and those its numbers answer. */
export const OWN_ASPECTS = ['how', 'purpose', 'mistake', 'avoid', 'instead'] as const;
export const COUNTED_ASPECTS = ['length', 'often', 'count', 'side'] as const;
export const ASPECTS = [...OWN_ASPECTS, ...COUNTED_ASPECTS] as const;
export type Aspect = (typeof ASPECTS)[number];

/** The topic that answers an aspect of an exercise. */
export function aspectTopic(exercise: string, aspect: Aspect): string {
  return `exercise.${exercise}.${aspect}`;
}

function topicOf(id: string, { about, more = [] }: Row): Topic {
  const further = more.map((_, index): Act[] => [{ key: `answer.${id}.more${index === 0 ? '' : index + 1}` }]);
  return {
    about: about as Subject,
    title: { key: `answer.${id}.title` },
    parts: [[{ key: `answer.${id}` }], ...further],
  };
}

/** Which of the sentences shared by exercises speaks of this one. */
function formOf({ form, sided }: Stretch): string {
  if (form.kind === 'counted') return form.ways.length > 0 ? 'counted_ways' : 'counted';
  return sided ? 'held_sided' : 'held_once';
}

/** Seconds of one hold, or rounds of one count: the exercise's own numbers, in every answer about it. */
function numbersOf({ form, sets }: Stretch): Record<string, number> {
  return { sets: sets.least, ...secondsOf(form), ...(form.kind === 'counted' ? { reps: form.reps } : {}) };
}

function secondsOf(form: HeldForm | CountedForm): { seconds: number } {
  if (form.kind === 'held') return { seconds: form.seconds };
  const round = form.phases.reduce((sum, phase) => sum + phase.ms, 0);
  // Spoken to the nearest five, as every estimate is.
  return { seconds: Math.round((round * form.reps * Math.max(1, form.ways.length)) / 5000) * 5 };
}

/** The sentence shared by all exercises of a form, filled with this one's numbers. */
function shared(stretch: Stretch, aspect: Aspect): Act {
  const key = `answer.aspect.${aspect}`;
  switch (aspect) {
    case 'often':
      return { key };
    case 'side':
      return { key, context: stretch.sided ? 'sided' : 'once' };
    default:
      return { key, context: formOf(stretch), values: numbersOf(stretch) };
  }
}

function topicsOf(stretch: Stretch): [string, Topic][] {
  const title: Act = { key: `exercise.${stretch.id}.name` };
  const topic = (aspect: Aspect, says: Act): [string, Topic] => [
    aspectTopic(stretch.id, aspect),
    { about: 'stretching', title, parts: [[title, says]] },
  ];
  return [
    ...OWN_ASPECTS.map((aspect) => topic(aspect, { key: `answer.exercise.${stretch.id}.${aspect}` })),
    ...COUNTED_ASPECTS.map((aspect) => topic(aspect, shared(stretch, aspect))),
  ];
}

/** Exercises that are asked about by name: all whose answers are written. */
const asked = stretches.filter(({ id }) => Object.hasOwn(answers.exercises, id));

const rows = answers.topics as Record<string, Row>;

/** Topics that are no subject of this skill: a word of theirs is enough to tell. */
export const outside: readonly string[] = Object.keys(rows).filter((id) => rows[id]?.ground === 'out');

let allTopics: Record<string, Topic> | undefined;

function everyTopic(): Record<string, Topic> {
  allTopics ??= Object.fromEntries([
    ...Object.entries(rows).map(([id, row]): [string, Topic] => [id, topicOf(id, row)]),
    ...asked.flatMap(topicsOf),
  ]);
  return allTopics;
}

/**
 * Every topic by its id: those of the bank, and nine aspects of each exercise. Hundreds, of which a launch needs none:
 * they are made on first use.
 */
export const topics: Readonly<Record<string, Topic>> = new Proxy<Record<string, Topic>>(
  {},
  {
    get: (_, id) => Reflect.get(everyTopic(), id),
    has: (_, id) => Reflect.has(everyTopic(), id),
    ownKeys: () => Reflect.ownKeys(everyTopic()),
    getOwnPropertyDescriptor: (_, id) => Reflect.getOwnPropertyDescriptor(everyTopic(), id),
  },
);
