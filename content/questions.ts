// Turns a language's file of answers into sentences to say and questions to hear.

/** How the questions of a language are read; what each list means stands in lambda/listening/terms.ts. */
export interface QuestionWords {
  light: string[];
  endings: string[];
  same: string[][];
  kinds: string[];
  alone: string[];
}

/** One topic as a translator writes it: what it is called, what is said, and how people ask for it. */
export interface WrittenTopic {
  title: string;
  says: string;
  more?: string[];
  asked: string[];
  words: string[];
}

/** `languages/<lang>/answers.json`; a region's file holds only what differs. */
export interface AnswerFile {
  words: QuestionWords;
  topics: Record<string, WrittenTopic>;
  exercises: Record<string, Record<string, string>>;
  /** By aspect: how it is asked with `*` for the exercise, and the sentence, or one a form, where numbers answer it. */
  aspects: Record<string, { asked: string[]; says?: string | Record<string, string> }>;
}

/** The part of an answer file that is listened for. */
export interface Questions {
  words: QuestionWords;
  topics: Record<string, { asked: string[]; words: string[] }>;
  aspects: Record<string, string[]>;
}

type Sentences = Record<string, string>;

/** How the keys of answers begin. */
export const ANSWER = 'answer.';

/** The part of an answer file that is said, under the keys of content/topics.ts. */
export function answerSentences({ topics = {}, exercises = {}, aspects = {} }: Partial<AnswerFile>): Sentences {
  const entries = [
    ...Object.entries(topics).flatMap(([id, topic]) => topicSentences(id, topic)),
    ...Object.entries(exercises).flatMap(([id, said]) =>
      Object.entries(said).map(([aspect, text]) => [`answer.exercise.${id}.${aspect}`, text]),
    ),
    ...Object.entries(aspects).flatMap(([aspect, { says }]) => aspectSentences(aspect, says)),
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

function aspectSentences(aspect: string, says: string | Record<string, string> | undefined): [string, string][] {
  const key = `answer.aspect.${aspect}`;
  if (says === undefined) return [];
  if (typeof says === 'string') return [[key, says]];
  return Object.entries(says).map(([form, text]) => [`${key}_${form}`, text]);
}

/** The part of an answer file that is heard. */
export function askedQuestions({ words, topics = {}, aspects = {} }: Partial<AnswerFile>): Questions {
  const { light = [], endings = [], same = [], kinds = [], alone = [] } = words ?? {};
  const wordings = Object.entries(topics).map(([id, { asked = [], words: own = [] }]) => [id, { asked, words: own }]);
  return {
    words: { light, endings, same, kinds, alone },
    topics: Object.fromEntries(wordings) as Questions['topics'],
    aspects: Object.fromEntries(Object.entries(aspects).map(([id, { asked = [] }]) => [id, asked])),
  };
}

/** Names of illnesses that people ask about: what the topic of diagnosis is told by. */
export function illnessesIn(questions: Questions | undefined): string[] {
  return questions?.topics['diagnosis']?.words ?? [];
}

/** A region's wordings are added to those of its language. */
export function mergedQuestions(base: Questions, region: Questions): Questions {
  const topics = { ...base.topics };
  for (const [id, { asked, words }] of Object.entries(region.topics)) {
    const under = topics[id];
    topics[id] = { asked: [...(under?.asked ?? []), ...asked], words: [...(under?.words ?? []), ...words] };
  }
  const aspects = { ...base.aspects };
  for (const [id, asked] of Object.entries(region.aspects)) aspects[id] = [...(aspects[id] ?? []), ...asked];
  return {
    words: {
      light: [...base.words.light, ...region.words.light],
      endings: [...base.words.endings, ...region.words.endings],
      same: [...base.words.same, ...region.words.same],
      kinds: [...base.words.kinds, ...region.words.kinds],
      alone: [...base.words.alone, ...region.words.alone],
    },
    topics,
    aspects,
  };
}
