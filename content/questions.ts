// Turns a language's file of answers into sentences, and says what is known of the questions.

/** How the questions of a language are read; what each list means stands in lambda/listening/terms.ts. */
export interface QuestionWords {
  light: string[];
  endings: string[];
  same: string[][];
  kinds: string[];
  alone: string[];
}

/** One topic as a translator writes it: what it is called, and what is said. */
export interface WrittenTopic {
  title: string;
  says: string;
  more?: string[];
}

/** `languages/<lang>/answers.json`; a region's file holds only what differs. */
export interface AnswerFile {
  topics: Record<string, WrittenTopic>;
  exercises: Record<string, Record<string, string>>;
  /** By aspect that numbers answer: the sentence, or one a form. */
  aspects: Record<string, string | Record<string, string>>;
}

/** How the answers are asked for: topics in words of their own, aspects of an exercise with `*` for its name. */
export interface Questions {
  words: QuestionWords;
  topics: Record<string, { asked: string[]; words: string[] }>;
  aspects: Record<string, string[]>;
}

type Sentences = Record<string, string>;

/** How the keys of answers begin. */
export const ANSWER = 'answer.';

/** The answers, under the keys of content/topics.ts. */
export function answerSentences({ topics = {}, exercises = {}, aspects = {} }: Partial<AnswerFile>): Sentences {
  const entries = [
    ...Object.entries(topics).flatMap(([id, topic]) => topicSentences(id, topic)),
    ...Object.entries(exercises).flatMap(([id, said]) =>
      Object.entries(said).map(([aspect, text]) => [`answer.exercise.${id}.${aspect}`, text]),
    ),
    ...Object.entries(aspects).flatMap(([aspect, says]) => aspectSentences(aspect, says)),
  ];
  return Object.fromEntries(entries) as Sentences;
}

/** A region may say only one part differently. */
function topicSentences(id: string, { title, says, more = [] }: Partial<WrittenTopic>): [string, string][] {
  return [
    ...(title ? [[`answer.${id}.title`, title] as [string, string]] : []),
    ...(says ? [[`answer.${id}`, says] as [string, string]] : []),
    ...more.map((text, index): [string, string] => [`answer.${id}.more${index === 0 ? '' : index + 1}`, text]),
  ];
}

function aspectSentences(aspect: string, says: string | Record<string, string>): [string, string][] {
  const key = `answer.aspect.${aspect}`;
  if (typeof says === 'string') return [[key, says]];
  return Object.entries(says).map(([form, text]) => [`${key}_${form}`, text]);
}

/** Names of illnesses that people ask about: what the topic of diagnosis is told by. */
export function illnessesIn(questions: Questions | undefined): string[] {
  return questions?.topics['diagnosis']?.words ?? [];
}
