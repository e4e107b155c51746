// Reads the routine a listener wishes for in free words.

import type { Wishes } from '../domain/choice';
import { SIDES, type Tool } from '../domain/exercise';
import type { Vocabulary } from './vocabulary';
import { longestIn, wordsIn } from './words';

/** The parts of a wish that a text names. What it denies ("no ball", "not the floor") is not wished for. */
export function wishesIn(text: string, vocabulary: Vocabulary): Wishes {
  const words = wished(wordsIn(text), vocabulary);
  const region = longestIn(words, vocabulary.regions)?.id;
  const side = sideIn(words, vocabulary);
  const tool = (longestIn(words, vocabulary.tools) ?? longestIn(words, vocabulary.stretchesOnly))?.id;
  const minutes = minutesIn(words, vocabulary);
  const place = longestIn(words, vocabulary.places)?.id;
  return {
    ...(region ? { region } : {}),
    ...(side ? { side } : {}),
    ...(tool ? { tool } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(place ? { place } : {}),
  };
}

/** The wishes of a text that says nothing else; none for a story that only mentions a ball. */
export function wishesOnly(text: string, vocabulary: Vocabulary): Wishes {
  const words = wordsIn(text);
  const spent = new Set<number>();
  const { regions, sides, tools, places, stretchesOnly } = vocabulary;
  for (const table of [regions, sides, tools, places, stretchesOnly]) {
    const found = longestIn<string>(words, table as Record<string, readonly string[]>);
    for (let at = 0; found && at < found.length; at++) spent.add(found.at + at);
  }
  const known = [...vocabulary.wishing, ...vocabulary.minuteWords, ...vocabulary.negations, ...vocabulary.and];
  const numbers = vocabulary.numbers.flatMap((number) => number.split(' '));
  const other = words.filter(
    (word, at) => !spent.has(at) && !known.includes(word) && !numbers.includes(word) && !/^\d+$/.test(word),
  );
  return other.length > 0 ? {} : wishesIn(text, vocabulary);
}

/** The tool named in "I don't have …"; null when none is named. */
export function toolIn(query: string, vocabulary: Vocabulary): Tool | null {
  return longestIn(wordsIn(query), vocabulary.tools)?.id ?? null;
}

function sideIn(words: string[], vocabulary: Vocabulary): Wishes['side'] {
  const region = longestIn(words, vocabulary.regions);
  // "Right below my neck" names a place and no side.
  const besides = words.filter((_, at) => !region || at < region.at || at >= region.at + region.length);
  const side = longestIn(besides, vocabulary.sides);
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
function wished(words: string[], vocabulary: Vocabulary): string[] {
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
