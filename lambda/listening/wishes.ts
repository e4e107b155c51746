// Reads the routine a listener wishes for in free words.

import { UNFIT, type Unfit, type Wishes } from '../domain/choice';
import { REGIONS, type Region, SIDES, TOOLS, type Tool } from '../domain/exercise';
import { HOLD_LENGTHS } from '../domain/hold';
import type { Vocabulary } from './vocabulary';
import { longestIn, wordsIn } from './words';

type Phrases = Readonly<Record<string, readonly string[]>>;
type Found<Id extends string> = ReturnType<typeof longestIn<Id>>;

/** The parts of a wish that a text names. What it denies ("no ball", "not the floor") is not wished for. */
export function wishesIn(text: string, vocabulary: Vocabulary): Wishes {
  const wished = keepWished(wordsIn(text, vocabulary), vocabulary);
  const held = longestIn(wished, vocabulary.heldFor, vocabulary);
  const holdSeconds = HOLD_LENGTHS.find((one) => String(one) === held?.id);
  // "One minute holds" names no minutes of a routine.
  const words = held ? wished.filter((_, at) => at < held.at || at >= held.at + held.length) : wished;
  const region = REGIONS.find((one) => one === regionIn(words, vocabulary)?.id);
  const side = sideIn(words, vocabulary);
  const place = longestIn(words, vocabulary.places, vocabulary)?.id;
  // "Chair stretches": stretches with their place and no tool are all that is wished for.
  const stretches = place && words.some((word) => vocabulary.stretching.includes(word)) ? { id: 'none' } : undefined;
  const named = (toolIn(words, vocabulary) ?? longestIn(words, vocabulary.stretchesOnly, vocabulary) ?? stretches)?.id;
  const tool = TOOLS.find((one) => one === named);
  const minutes = minutesIn(words, vocabulary);
  return {
    ...(region ? { region } : {}),
    ...(side ? { side } : {}),
    ...(tool ? { tool } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(place ? { place } : {}),
    ...(holdSeconds === undefined ? {} : { holdSeconds }),
  };
}

/** The wishes of a text that says nothing else; none for a story that only mentions a ball. */
export function wishesOnlyIn(text: string, vocabulary: Vocabulary): Wishes {
  return saysOnlyWishes(text, vocabulary) ? wishesIn(text, vocabulary) : {};
}

/** What a text that says only wishes names that is left out, or too hard to press with; null when it names none. */
export function unfitOnlyIn(text: string, vocabulary: Vocabulary): Unfit | null {
  if (!saysOnlyWishes(text, vocabulary)) return null;
  const words = keepWished(wordsIn(text, vocabulary), vocabulary);
  const named = [regionIn(words, vocabulary)?.id, toolIn(words, vocabulary)?.id];
  return UNFIT.find((one) => named.includes(one)) ?? null;
}

/** The region a text names, or a part of the body that is left out. "Below my neck" names a region. */
function regionIn(words: string[], vocabulary: Vocabulary): Found<Region | Unfit> {
  const { regions, leftOut, otherParts } = vocabulary;
  return longestIn<Region | Unfit>(words, { ...regions, ...leftOut, ...otherParts }, vocabulary);
}

/** The tool a text names, or a thing too hard to press with. */
function toolIn(words: string[], vocabulary: Vocabulary): Found<Tool | Unfit> {
  return longestIn<Tool | Unfit>(words, { ...vocabulary.tools, ...vocabulary.hardTools }, vocabulary);
}

function saysOnlyWishes(text: string, vocabulary: Vocabulary): boolean {
  const words = wordsIn(text, vocabulary);
  const spent = new Set<number>();
  const { sides, places, stretchesOnly, heldFor } = vocabulary;
  const others = [sides, places, stretchesOnly, heldFor].map((table) =>
    longestIn<string>(words, table as Phrases, vocabulary),
  );
  for (const found of [regionIn(words, vocabulary), toolIn(words, vocabulary), ...others]) {
    for (let at = 0; found && at < found.length; at++) spent.add(found.at + at);
  }
  const known = [
    ...vocabulary.wishing,
    ...vocabulary.stretching,
    ...vocabulary.minuteWords,
    ...vocabulary.negations,
    ...vocabulary.and,
  ];
  const numbers = vocabulary.numbers.flatMap((number) => number.split(' '));
  const other = words.filter(
    (word, at) => !spent.has(at) && !known.includes(word) && !numbers.includes(word) && !/^\d+$/.test(word),
  );
  return other.length === 0;
}

function sideIn(words: string[], vocabulary: Vocabulary): Wishes['side'] {
  const region = regionIn(words, vocabulary);
  // "Right below my neck" names a place and no side.
  const besides = words.filter((_, at) => !region || at < region.at || at >= region.at + region.length);
  const side = longestIn(besides, vocabulary.sides, vocabulary);
  // "Lower left and right": each side named alone means both.
  const named = SIDES.filter((one) => besides.includes(vocabulary.sides[one]?.[0] ?? ''));
  return named.length === 2 ? 'both' : side?.id;
}

/** A number counts as minutes only before the word for minutes, so that a strength is never taken for a time. */
function minutesIn(words: string[], vocabulary: Vocabulary): number | undefined {
  const at = words.findIndex((word) => vocabulary.minuteWords.includes(word));
  if (at < 1) return undefined;
  for (const length of [2, 1]) {
    const said = words.slice(Math.max(0, at - length), at).join(' ');
    const number = /^\d+$/.test(said) ? Number(said) : vocabulary.numbers.indexOf(said);
    if (number >= 0) return number;
  }
  return undefined;
}

/** The words that do not follow a negation, up to the next turn of the sentence. */
function keepWished(words: string[], vocabulary: Vocabulary): string[] {
  const joins = new Set([...vocabulary.turns, ...vocabulary.and]);
  let denying = false;
  return words.filter((word, at) => {
    const afterNegation = vocabulary.negations.includes(words[at - 1] ?? '');
    if (vocabulary.negations.includes(word)) denying = true;
    // "No, I've got a roller" begins anew; in "no, my ball" and "not my left" the negation goes on.
    else if (joins.has(word) || (vocabulary.subjects.includes(word) && !afterNegation)) denying = false;
    return !denying;
  });
}
