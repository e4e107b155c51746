// Finds a part of the body and a trouble in one thought: "power is less in my leg", "urine is not coming".
//
// What a part with a trouble reports stands in a table, so that no phrase has to be listed for it. The two may stand in
// either order and some words apart; where a thing is spoken of (a tap, a phone), there is no report.

import type { QuestionId } from '../../domain/healthQuestions';
import type { SymptomRow } from '../../domain/symptom';
import type { Words } from '../vocabulary';
import { bodyGroup, troubleGroup } from './groupNames';
import type { Heard } from './heard';
import { placesFrom } from './patterns';
import { wordsBefore, wordsFrom } from './scope';

/** A cell of the table as it was found. */
export interface FramedFind {
  row: SymptomRow;
  question?: QuestionId;
  places: readonly number[];
}

/** Every cell of the table that stands in what was heard, each part with the nearest of its troubles. */
export function framesIn(heard: Heard, { frames, symptoms, vocabulary: { things } }: Words): FramedFind[] {
  // In a long story a thing named elsewhere says nothing of the part.
  const isOfThing = (part: number) => {
    const [from, to] = [part - wordsBefore(part, 'apart', heard).length, part + wordsFrom(part, 'apart', heard).length];
    const isSame = (at: number) => at >= from && at < to && heard.thoughts[at] === heard.thoughts[part];
    return heard.words.some((word, at) => isSame(at) && things.includes(word));
  };
  return Object.entries(frames).flatMap(([part, cells]) =>
    heard.placesOf(bodyGroup(part)).flatMap((at) => {
      if (isOfThing(at)) return [];
      const partPlaces = placesFrom(at, heard.lengthAt(bodyGroup(part), at));
      return Object.entries(cells).flatMap(([trouble, id]) => {
        const symptom = symptoms[id];
        const near = nearest(partPlaces, trouble, heard);
        return symptom && near
          ? [{ ...symptom, places: [...partPlaces, ...near].sort((one, other) => one - other) }]
          : [];
      });
    }),
  );
}

function nearest(part: readonly number[], trouble: string, heard: Heard): number[] | null {
  const [first = 0] = part;
  const last = part[part.length - 1] ?? first;
  const found = heard.placesOf(troubleGroup(trouble)).flatMap((at) => {
    const places = placesFrom(at, heard.lengthAt(troubleGroup(trouble), at));
    const isBeside = at > last || at + places.length <= first;
    const between =
      at > last ? placesFrom(last + 1, at - last - 1) : placesFrom(at + places.length, first - at - places.length);
    const apart = between.filter(heard.isCounted).length;
    const isNear = isBeside && apart <= heard.windows.apart && heard.thoughts[at] === heard.thoughts[first];
    return isNear ? [{ places, apart }] : [];
  });
  return found.sort((one, other) => one.apart - other.apart)[0]?.places ?? null;
}
