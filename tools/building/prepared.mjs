// What works questions out in a built skill, whose builder has done so?

/** It stands in for lambda/listening/preparing.ts, so that only a builder carries what only a builder needs. */
export function questionsOf() {
  throw new Error('this language was built without its questions');
}
