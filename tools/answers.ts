// The sources of every sentence of every answer.

import answers from '../content/answers.json';

/** The sources of one part of an answer, sentence by sentence, under the key it is spoken by. */
export interface CitedPart {
  key: string;
  /** Facts (F233), and the rows of docs/grounds.md: doses (5.14), resolutions (C9), rules (DR19), screening (3.6). */
  sources: string[][];
}

interface Row {
  says: string[][];
  more?: string[][][];
}

/** Every part of every answer with its sources. */
export function citedAnswers(): CitedPart[] {
  const topics = Object.entries(answers.topics as Record<string, Row>).flatMap(([id, { says, more = [] }]) => [
    { key: `answer.${id}`, sources: says },
    ...more.map((sources, index) => ({ key: `answer.${id}.more${index === 0 ? '' : index + 1}`, sources })),
  ]);
  const exercises = Object.entries(answers.exercises as Record<string, Record<string, string[][]>>).flatMap(
    ([id, aspects]) =>
      Object.entries(aspects).map(([aspect, sources]) => ({ key: `answer.exercise.${id}.${aspect}`, sources })),
  );
  return [...topics, ...exercises, ...sharedParts()];
}

/** Sentences shared by all exercises: one, or one for each form of exercise. */
function sharedParts(): CitedPart[] {
  const aspects = answers.aspects as Record<string, string[][] | Record<string, string[][]>>;
  return Object.entries(aspects).flatMap(([aspect, sources]) => {
    const key = `answer.aspect.${aspect}`;
    if (Array.isArray(sources)) return [{ key, sources }];
    return Object.entries(sources).map(([form, cited]) => ({ key: `${key}_${form}`, sources: cited }));
  });
}
